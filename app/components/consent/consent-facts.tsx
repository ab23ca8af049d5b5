import { useTranslation } from 'react-i18next'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { ConclusionChip } from '#app/components/review/counsel-opinions.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { ConsentLine, ConsentPage } from '#app/services/consent/read-consent-page.server.ts'

/** What is brought up, what its review said, on which text, and what a consent does. */
export function ConsentFacts({ page }: { page: ConsentPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { item, opinion, version, heading } = page
	if (!item) return <Card>{t('consent.noItem')}</Card>
	return (
		<Card title={`《${heading.title}》`}>
			<dl>
				<Fact name={t('consent.proposed')}>
					{t('consent.proposedLine', {
						name: item.proposedBy,
						when: formatInstant(item.proposedAt, language),
					})}
				</Fact>
				<Fact name={t('consent.meeting')}>{item.meeting ?? t('consent.noMeeting')}</Fact>
				<Fact name={t('consent.opinion')}>
					{opinion ? (
						<>
							<ConclusionChip conclusion={opinion.conclusion} /> {opinion.number}
						</>
					) : (
						t('consent.noOpinion')
					)}
					{page.clearance ? (
						<span className="block">{t('consent.clearance', { number: page.clearance })}</span>
					) : null}
				</Fact>
				<Fact name={t('consent.which')}>
					{version ? (
						<>
							{t('consent.version', { version: version.versionNo })} <HashText hash={version.contentSha256} />
							<span className={`block ${version.isCleared ? 'text-ok' : 'font-semibold text-warn'}`}>
								{t(version.isCleared ? 'consent.isCleared' : 'consent.isNotCleared')}
							</span>
						</>
					) : null}
				</Fact>
				{page.explanation ? <Fact name={t('consent.explanation')}>“{page.explanation}”</Fact> : null}
				<Fact name={t('consent.after')}>{t('consent.afterLine')}</Fact>
				<Fact name={t('consent.record')}>
					{page.lines.length === 0 ? t('consent.none') : null}
					{page.lines.map((line) => (
						<Said key={line.id} line={line} matterId={heading.matterId} />
					))}
				</Fact>
			</dl>
		</Card>
	)
}

function Said({ line, matterId }: { line: ConsentLine; matterId: string }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const when = line.kind === 'paper' ? formatDay(line.on, language) : formatInstant(line.on, language)
	return (
		<span className="block">
			{t(`consent.said.${line.kind}`, { name: line.leader, when })}
			{line.words === '' ? null : `：“${line.words}”`}
			{line.file ? (
				<>
					{' '}
					<MatterFileLink matterId={matterId} file={line.file} />
				</>
			) : null}
			{line.isOnThisText || line.kind === 'asked' ? null : (
				<span className="text-warn"> {t('consent.onOtherText')}</span>
			)}
		</span>
	)
}

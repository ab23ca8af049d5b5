import { useTranslation } from 'react-i18next'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { OrderLine, OrderPage } from '#app/services/emergency/read-order-page.server.ts'

/** How it stands with an order: on which text, what its review found, and what is still owed by which day. */
export function OrderFacts({ page }: { page: OrderPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { standing, version, heading, askedOf } = page
	const state = askedOf === null ? (standing?.state ?? 'none') : 'asked'
	const name = askedOf ?? standing?.leaderName ?? ''
	return (
		<Card title={`《${heading.title}》`}>
			<p className="mb-2 text-table text-ink2">{t('emergency.rule')}</p>
			<p className="mb-2 font-semibold">{t(`emergency.standing.${state}`, { name })}</p>
			<p className="mb-2">{t(`emergency.next.${page.next}`, { name })}</p>
			<dl>
				{standing ? (
					<Fact name={t('emergency.which')}>
						<HashText hash={standing.contentSha256} />{' '}
						{t(version?.isOrdered ? 'emergency.sameText' : 'emergency.otherText')}
					</Fact>
				) : null}
				{standing?.reviewBy ? (
					<Fact name={t('emergency.reviewBy')}>
						{formatDay(standing.reviewBy, language)}
						{standing.state === 'ordered' ? null : `　${t('emergency.done')}`}
						{page.days.isAssumed ? <span className="block text-ink3">{t('emergency.assumed')}</span> : null}
					</Fact>
				) : null}
				{standing?.fileBy ? (
					<Fact name={t('emergency.fileBy')}>
						{formatDay(standing.fileBy, language)}
						{standing.isFiled ? `　${t('emergency.done')}` : null}
						{page.days.isAssumed ? <span className="block text-ink3">{t('emergency.assumed')}</span> : null}
					</Fact>
				) : null}
				<Fact name={t('emergency.record')}>
					{page.lines.length === 0 ? t('emergency.nothing') : null}
					{page.lines.map((line) => (
						<Said key={line.id} line={line} />
					))}
				</Fact>
			</dl>
		</Card>
	)
}

function Said({ line }: { line: OrderLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const isFiling = line.step === 'filed'
	const when = isFiling ? formatDay(line.on, language) : formatInstant(line.on, language)
	return (
		<span className="block">
			{t(`emergency.said.${line.step}`, { name: line.leader, when, receipt: line.ground })}
			{line.words === '' || line.step === 'signed' ? null : `：“${line.words}”`}
			{line.step === 'asked' ? `（${line.ground}）` : null}
			{line.isOnThisText ? null : <span className="text-warn"> {t('emergency.onOtherText')}</span>}
		</span>
	)
}

/** The text that is ordered into effect. */
export function OrderText({ page }: { page: OrderPage }) {
	const { t } = useTranslation()
	const { version, reading, heading } = page
	if (!version || !reading) return null
	return (
		<div id="text">
			<Card
				title={t('emergency.text', { version: version.versionNo })}
				aside={<HashText hash={version.contentSha256} />}
			>
				<DocumentView
					document={reading.document}
					images={`/matters/${heading.matterId}/images/${reading.fileSha256}`}
				/>
			</Card>
		</div>
	)
}

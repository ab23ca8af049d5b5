import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { ConclusionChip } from '#app/components/review/counsel-opinions.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type {
	ApprovalEntry,
	ApprovalLine,
	ApprovalPage,
} from '#app/services/consent/read-approval-page.server.ts'

/** The agenda in its order: each item with its text, its review and who consented, then what is not on it. */
export function AgendaToApprove({ page }: { page: ApprovalPage }) {
	const { t } = useTranslation()
	return (
		<>
			<Card title={t('consent.approval.agenda', { count: page.agenda.length })}>
				{page.agenda.length === 0 ? <p>{t('consent.approval.empty')}</p> : null}
				<ol className="list-decimal pl-5">
					{page.agenda.map((entry) => (
						<li key={entry.agendaItemId} className="mb-3">
							<Item entry={entry} />
						</li>
					))}
				</ol>
			</Card>
			{page.left.length > 0 ? (
				<Card title={t('consent.approval.left')}>
					<ul className="list-disc pl-5 text-table">
						{page.left.map((entry) => (
							<li key={entry.title}>
								《{entry.title}》{t(entry.isOpen ? 'consent.approval.leftOpen' : 'consent.approval.leftShut')}
							</li>
						))}
					</ul>
				</Card>
			) : null}
			<Card title={t('consent.approval.record')}>
				{page.lines.length === 0 ? <p className="text-table">{t('consent.approval.none')}</p> : null}
				<ul className="text-table">
					{page.lines.map((line) => (
						<Said key={line.id} line={line} meetingId={page.heading.id} />
					))}
				</ul>
			</Card>
		</>
	)
}

function Item({ entry }: { entry: ApprovalEntry }) {
	const { t } = useTranslation()
	if (entry.matterId === null)
		return (
			<p className="text-table">
				{entry.title} <span className="text-ink3">{t('consent.approval.slot')}</span>
			</p>
		)
	const { clearance, opinion } = entry
	return (
		<>
			<p className="font-semibold">《{entry.title}》</p>
			<dl>
				<Fact name={t('consent.approval.presenter')}>
					{t('consent.approval.presenterLine', {
						organ: entry.organ,
						name: entry.presenter,
						minutes: entry.minutes ?? 0,
					})}
				</Fact>
				<Fact name={t('consent.opinion')}>
					{opinion ? (
						<>
							<ConclusionChip conclusion={opinion.conclusion} /> {opinion.number}
						</>
					) : (
						t('consent.noOpinion')
					)}
				</Fact>
				<Fact name={t('consent.which')}>
					{clearance ? (
						<>
							{t('consent.version', { version: clearance.versionNo })}{' '}
							<HashText hash={clearance.contentSha256} />{' '}
							<a href={`/matters/${entry.matterId}/consent?text=1#text`}>{t('consent.approval.text')}</a>
						</>
					) : (
						<span className="font-semibold text-bad">{t('consent.isNotCleared')}</span>
					)}
				</Fact>
				{clearance?.explanation ? (
					<Fact name={t('consent.explanation')}>“{clearance.explanation}”</Fact>
				) : null}
				<Fact name={t('consent.title')}>
					<Consent consent={entry.consent} />
				</Fact>
			</dl>
		</>
	)
}

function Consent({ consent }: { consent: ApprovalEntry['consent'] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (consent.way !== null)
		return (
			<>
				{t(`consent.approval.consent.${consent.way}`, {
					name: consent.by,
					day: formatDay(consent.on, language),
				})}
			</>
		)
	if (consent.state === 'not-needed') return <>{t('consent.ownMeeting')}</>
	return <span className="font-semibold text-warn">{t('consent.approval.consent.missing')}</span>
}

function Said({ line, meetingId }: { line: ApprovalLine; meetingId: string }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const when = line.kind === 'paper' ? formatDay(line.on, language) : formatInstant(line.on, language)
	return (
		<li>
			{t(`consent.approval.said.${line.kind}`, { name: line.approver, when })}
			{line.words === '' ? null : `：“${line.words}”`}
			{line.file ? (
				<>
					{' '}
					<a href={`/meetings/${meetingId}/files/${line.file.sha256}`}>{line.file.name}</a>
				</>
			) : null}
			{line.isOnThisAgenda ? null : <span className="text-warn"> {t('consent.approval.onOtherAgenda')}</span>}
		</li>
	)
}

import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { HandedIn } from '#app/services/after-meeting/read-after-meeting-page.server.ts'

/** Every text that was handed in after the meeting, each with how it was checked and signed. */
export function HandedInList({ rows }: { rows: readonly HandedIn[] }) {
	const { t } = useTranslation()
	if (rows.length === 0) return null
	return (
		<Card title={t('afterMeeting.handedIn')}>
			<ol className="divide-y divide-line">
				{rows.map((row) => (
					<li key={row.id} className="py-2 text-table">
						<p className="font-semibold">
							{t('afterMeeting.version', { version: row.versionNo })} <HashText hash={row.contentSha256} />
						</p>
						<Said title={t('afterMeeting.said.submitted')} {...row} />
						{row.check ? (
							<Said title={t(`afterMeeting.said.${row.check.result}`)} {...row.check} />
						) : (
							<p className="text-ink3">{t('afterMeeting.said.open')}</p>
						)}
						{row.decision ? (
							<Said
								title={t(row.decision.isSigned ? 'afterMeeting.said.signed' : 'afterMeeting.said.refused')}
								{...row.decision}
							/>
						) : null}
					</li>
				))}
			</ol>
		</Card>
	)
}

function Said(props: { title: string; words: string | null; by: string; at: string }) {
	const language = useLanguage()
	return (
		<div className="mt-1">
			<span className="text-ink2">
				{props.title}　{props.by}　{formatInstant(props.at, language)}
			</span>
			{props.words === null ? null : (
				<p lang="zh-CN" className="whitespace-pre-wrap">
					{props.words}
				</p>
			)}
		</div>
	)
}

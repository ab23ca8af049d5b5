import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { MeetingTaskLine } from '#app/services/worklist/read-own-record.server.ts'

/** The meetings that wait for whoever looks at the work list. */
export function MeetingTasks({ meetings }: { meetings: readonly MeetingTaskLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card padded={false}>
			<ul>
				{meetings.map((meeting) => (
					<li
						key={meeting.id}
						className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
					>
						<span className="min-w-0 flex-1">
							<span className="font-semibold">{t(`worklist.meeting.${meeting.task}`)}</span>{' '}
							{t('worklist.meeting.why', {
								title: meeting.title,
								time: formatInstant(meeting.startsAt, language),
							})}
						</span>
						<LinkButton to={`/meetings/${meeting.id}${PAGE_OF[meeting.task] ?? ''}`}>
							{t(`worklist.meeting.${meeting.task}`)}
						</LinkButton>
					</li>
				))}
			</ul>
		</Card>
	)
}

/** Where a meeting's task is done, when that is not its own page. */
const PAGE_OF: Readonly<Partial<Record<MeetingTaskLine['task'], string>>> = {
	approve: '/approve',
	record: '/outcomes',
	attend: '/outcomes',
}

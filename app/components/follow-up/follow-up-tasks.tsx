import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { FollowUpTaskLine } from '#app/services/follow-up/read-follow-ups.server.ts'

/** The tasks from meetings that wait for whoever looks at the work list. */
export function FollowUpTasks({ tasks }: { tasks: readonly FollowUpTaskLine[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card padded={false}>
			<ul>
				{tasks.map(({ id, meetingId, task, organ, what, dueOn, isLate }) => (
					<li
						key={id}
						className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
					>
						<span className="min-w-0 flex-1">
							<span className="font-semibold">{t('followUp.title')}</span>{' '}
							{t('followUp.taskWhy', { organ, what, due: formatDay(dueOn, language) })}{' '}
							{isLate ? <span className="font-semibold text-bad">{t('followUp.late')}</span> : null}
						</span>
						<LinkButton to={`/meetings/${meetingId}/follow-ups`}>{t(`followUp.task.${task}`)}</LinkButton>
					</li>
				))}
			</ul>
		</Card>
	)
}

import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DelegationTask } from '#app/services/delegation/read-delegations.server.ts'

/** The delegations that wait for whoever looks at the work list, and those under which they stand in today. */
export function DelegationTasks({ tasks }: { tasks: readonly DelegationTask[] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card padded={false}>
			<ul>
				{tasks.map(({ id, task, role, delegator, substitute, endsOn }) => (
					<li
						key={id}
						className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
					>
						<span className="min-w-0 flex-1">
							<span className="font-semibold">{t(`delegation.task.${task}`)}</span>{' '}
							{t('delegation.taskWhy', {
								delegator,
								substitute,
								role: t(`words.role.${role}`),
								to: formatDay(endsOn, language),
							})}
						</span>
						<LinkButton to="/delegations">
							{t(task === 'confirm' ? 'delegation.task.confirm' : 'delegation.look')}
						</LinkButton>
					</li>
				))}
			</ul>
		</Card>
	)
}

import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import type { RecoveryTask } from '#app/services/account/read-recoveries.server.ts'

/** The recoveries that wait for whoever looks at the work list. */
export function RecoveryTasks({ tasks }: { tasks: readonly RecoveryTask[] }) {
	const { t } = useTranslation()
	return (
		<Card padded={false}>
			<ul>
				{tasks.map((task) => (
					<li
						key={task.id}
						className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3 last:border-b-0"
					>
						<span className="min-w-0 flex-1">
							<span className="font-semibold">{t(`administration.recovery.task.${task.task}`)}</span>{' '}
							{task.person}
						</span>
						<LinkButton to="/recoveries">{t(`administration.recovery.task.${task.task}`)}</LinkButton>
					</li>
				))}
			</ul>
		</Card>
	)
}

import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { Card } from '#app/components/frame/card.tsx'
import type { FirstSteps } from '#app/services/organisation/read-first-steps.server.ts'

const STEPS = ['organs', 'grants', 'links', 'matter'] as const
const PAGES = { organs: '/admin/import', grants: '/admin/grants', links: '/admin/first-links' } as const

/** What is left to set up in a new house, in its order, with who does it and how far it is. */
export function FirstStepsCard({ steps }: { steps: FirstSteps }) {
	const { t } = useTranslation()
	const { organs, people, waitingPosts, confirmedPosts, withoutPassword, missingRoles, isSystem } = steps
	const isDone = {
		organs: people > 0 && missingRoles.length === 0,
		grants: confirmedPosts > 0 && waitingPosts === 0,
		links: people > 0 && withoutPassword === 0,
		matter: false,
	}
	const facts = {
		organs: t('firstHouse.steps.fact.organs', { organs, people }),
		grants: t('firstHouse.steps.fact.grants', { confirmed: confirmedPosts, waiting: waitingPosts }),
		links: t('firstHouse.steps.fact.links', { count: withoutPassword }),
		matter: t('firstHouse.steps.fact.matter'),
	}
	const present = STEPS.find((step) => !isDone[step])
	const isTheirs = { organs: isSystem, grants: !isSystem, links: !isSystem, matter: false }
	return (
		<Card title={t('firstHouse.steps.title')} padded={false}>
			<p className="px-4 py-3">{t('firstHouse.steps.lead')}</p>
			<ol>
				{STEPS.map((step, at) => (
					<li
						key={step}
						aria-current={step === present ? 'step' : undefined}
						className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3"
					>
						<span className="min-w-0 flex-1">
							<span className={step === present ? 'font-semibold' : ''}>
								{at + 1}. {t(`firstHouse.steps.step.${step}`)}
							</span>
							<span className="block text-quiet text-ink3">
								{t(`firstHouse.steps.who.${step}`)} · {facts[step]}
							</span>
						</span>
						<Chip tone={isDone[step] ? 'green' : 'grey'} icon={isDone[step] ? 'check' : 'clock'}>
							{t(isDone[step] ? 'firstHouse.steps.done' : 'firstHouse.steps.todo')}
						</Chip>
						{step !== 'matter' && isTheirs[step] ? (
							<LinkButton to={PAGES[step]} look={step === present ? 'filled' : 'outline'}>
								{t(`firstHouse.steps.go.${step}`)}
							</LinkButton>
						) : null}
					</li>
				))}
			</ol>
			{people > 0 ? (
				<p
					className={`border-t border-line px-4 py-3 text-table ${missingRoles.length > 0 ? 'text-warn' : ''}`}
				>
					{missingRoles.length > 0
						? t('firstHouse.steps.missing', {
								roles: missingRoles.map((role) => t(`words.role.${role}`)).join('、'),
							})
						: t('firstHouse.steps.complete')}
				</p>
			) : null}
		</Card>
	)
}

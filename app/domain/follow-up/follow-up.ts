import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Problem } from '#app/domain/problem.ts'

/** What becomes of a task: its unit reports a result, and the office confirms it or sends it back, or takes the task back. */
export const FOLLOW_UP_STEPS = ['reported', 'confirmed', 'returned', 'withdrawn'] as const

/** After one of these nobody has anything to do for a task. */
export const ENDING_STEPS = ['confirmed', 'withdrawn'] as const satisfies readonly FollowUpStep[]

export type FollowUpStep = (typeof FOLLOW_UP_STEPS)[number]

/** 督办: what a meeting gave a unit to do, by when, and what became of it, oldest first. */
export type FollowUpRecord = {
	readonly id: string
	readonly agendaItemId: string
	readonly organId: string
	readonly organ: { readonly name: string }
	readonly what: string
	/** A plain date. */
	readonly dueOn: string
	readonly setAt: Date
	readonly steps: readonly {
		readonly step: FollowUpStep
		readonly words: string
		readonly doneBy: string
		readonly doneAt: Date
	}[]
}

/** With whom a task is: its unit, the office that confirms, or nobody any more. */
export type FollowUpStanding = 'open' | 'reported' | (typeof ENDING_STEPS)[number]

/** The newest step counts; what was sent back is open again. */
export function followUpStanding({ steps }: Pick<FollowUpRecord, 'steps'>): FollowUpStanding {
	const last = steps.at(-1)?.step ?? 'returned'
	return last === 'returned' ? 'open' : last
}

/** Whether a task is late: past its day, and not reported. A report that waits for the office is not its unit's delay. */
export function isLate(task: Pick<FollowUpRecord, 'steps' | 'dueOn'>, today: PlainDate): boolean {
	return followUpStanding(task) === 'open' && task.dueOn < today
}

/**
 * What stands between a task and a step, or null: a result is reported once and waits; it is confirmed by another person
 * than reported it. A task that should not have been given is taken back as long as it has not ended. `isOwn` tells of a person whether they and the actor are one.
 */
export function followUpObstacle(
	task: Pick<FollowUpRecord, 'steps'>,
	step: FollowUpStep,
	isOwn: (personId: string) => boolean,
): Problem | null {
	const standing = followUpStanding(task)
	if (standing === 'confirmed' || standing === 'withdrawn') return 'already-ended'
	if (step === 'withdrawn') return null
	if (step === 'reported') return standing === 'reported' ? 'already-reported' : null
	if (standing !== 'reported') return 'not-reported'
	return isOwn(task.steps.at(-1)?.doneBy ?? '') ? 'own-report' : null
}

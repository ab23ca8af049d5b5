import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { AgendaState } from './life-cycle-states.ts'

/** The steps of a matter that is reviewed: 送审、受理、审查、出具意见、修改、复核、审查通过、列入议程、议定、会后修改、印发. */
const STEPS_OF_REVIEW = [
	'submit',
	'accept',
	'review',
	'opinion',
	'revise',
	'recheck',
	'clear',
	'list',
	'decide',
	'amend',
	'issue',
] as const

/** What follows once a text may come before a meeting. */
const AFTER_EXEMPTION = ['list', 'decide', 'amend', 'issue'] as const

/** The steps of one that needs no review: nobody is told that a text passed a review which never was. */
const STEPS_WITHOUT_REVIEW = ['submit', 'accept', 'exempt', ...AFTER_EXEMPTION] as const

/** Every step that a reader may count. */
export const STEPS_SHOWN = [...STEPS_OF_REVIEW, 'exempt'] as const

export type ShownStep = (typeof STEPS_SHOWN)[number]

const STEP_OF: Record<MatterState, ShownStep | null> = {
	draft: 'submit',
	returned: 'submit',
	supplement: 'accept',
	submitted: 'accept',
	accepted: 'review',
	reviewing: 'review',
	signoff: 'opinion',
	revising: 'revise',
	'not-passed': 'revise',
	recheck: 'recheck',
	cleared: 'clear',
	'out-of-scope': 'exempt',
	amending: 'amend',
	'post-check': 'amend',
	decided: 'decide',
	issuing: 'issue',
	registered: 'issue',
	numbered: 'issue',
	issued: 'issue',
	filing: 'issue',
	published: 'issue',
	concluded: 'issue',
	withdrawn: null,
	terminated: null,
	merged: null,
}

/** The step that a matter is at, or null once it is withdrawn or terminated; on an agenda it has passed 审查通过. */
export function shownStep(state: MatterState, agenda: AgendaState | null): ShownStep | null {
	const step = STEP_OF[state]
	if (step !== 'clear' && step !== 'exempt') return step
	if (agenda === null || agenda === 'blocked' || agenda === 'proposed') return step
	return agenda === 'listed' ? 'list' : 'decide'
}

/** When a matter last left each step that it came to; null where the step was passed on a day that is not kept. */
export type StepDates = ReadonlyMap<ShownStep, string | null>

/** A step as the drawing shows it; `skipped` lies behind the matter, which never came to it. */
export type StepLine = {
	readonly step: ShownStep
	readonly state: 'passed' | 'present' | 'skipped' | 'future'
	readonly on: string | null
}

/** All steps as they stand for a matter at one of them: nobody is told that a text was revised which never was. */
export function stepLines(present: ShownStep, dates: StepDates): StepLine[] {
	const way = wayOf(present, dates)
	const here = way.indexOf(present)
	return way.map((step, at) => {
		if (at > here) return { step, state: 'future', on: null }
		if (at === here) return { step, state: 'present', on: null }
		return { step, state: dates.has(step) ? 'passed' : 'skipped', on: dates.get(step) ?? null }
	})
}

/** The way of a matter: the short one from the step on that says so, since until then a review may come. */
function wayOf(present: ShownStep, dates: StepDates): readonly ShownStep[] {
	const isExempt =
		present === 'exempt' || (AFTER_EXEMPTION.some((step) => step === present) && dates.has('exempt'))
	return isExempt ? STEPS_WITHOUT_REVIEW : STEPS_OF_REVIEW
}

/**
 * The statutory steps that the gate asks for (H5–H9). For each the drafter says, per matter, "done" with its
 * key facts or 不适用 with a reason; the reviewer confirms or rejects the answer. Nothing is 不适用 by default.
 */
export const STEPS = [
	'fair-competition',
	'risk-assessment',
	'public-consultation',
	'expert-argumentation',
	'department-consultation',
] as const

export type Step = (typeof STEPS)[number]

/** What a drafter says of a step: done, or 不适用. */
export const STEP_ANSWERS = ['done', 'not-applicable'] as const

export type StepAnswerKind = (typeof STEP_ANSWERS)[number]

/** The reviewer's word on a step answer: 属实 or 不认可. */
export const STEP_VERDICTS = ['confirmed', 'rejected'] as const

export type StepVerdictKind = (typeof STEP_VERDICTS)[number]

/** The key facts of each step, as the drafter states them. Days are plain dates, YYYY-MM-DD. */
export type StepFacts = {
	'fair-competition': {
		readonly conclusion: 'complies' | 'exception' | 'violates'
		readonly reviewedBy: string
		readonly reviewedOn: string
		readonly exceptionPeriod?: string | undefined
	}
	'risk-assessment': {
		readonly level: 'low' | 'medium' | 'high' | 'uncontrollable'
		readonly assessedBy: string
		readonly assessedOn: string
	}
	'public-consultation': {
		readonly from: string
		readonly to: string
		readonly shorterReason?: string | undefined
		readonly hasAdoptionReport: boolean
	}
	'expert-argumentation': {
		readonly heldOn: string
		readonly experts: number
		readonly hasAdoptionReport: boolean
	}
	'department-consultation': {
		readonly organs: string
		readonly hasDisagreement: boolean
		readonly isDisclosed: boolean
	}
}

/** A step answer as it stands: what the drafter said, and what the reviewer said of it. */
export type StepStanding = {
	readonly step: Step
	readonly answer: StepAnswerKind
	readonly reason: string | null
	readonly facts: Readonly<Record<string, string | number | boolean | undefined>>
	readonly verdict: StepVerdictKind | null
}

/** What is wrong with a step whose answer was "done". */
export type StepDefect =
	| 'violates-fair-competition'
	| 'exception-without-period'
	| 'risk-uncontrollable'
	| 'consultation-running'
	| 'consultation-too-short'
	| 'adoption-report-missing'
	| 'disagreement-not-disclosed'

/** The shortest public consultation, in days (Decree 713 art. 15: 一般不少于30日; shorter needs a published reason). */
export const CONSULTATION_DAYS = 30

/**
 * What stands in the way in the facts of a step that was done, or null. `today` is a plain date, YYYY-MM-DD: a
 * consultation that still runs on that day has not been held.
 *
 * 公平竞争审查条例 art. 12 and 18; Decree 713 art. 15 (30 days, or the reason in the notice), art. 19–21 (expert
 * opinions and their adoption), art. 24 (不可控), art. 13 (disputed points are to be explained).
 */
export function findStepDefect(standing: StepStanding, today: string): StepDefect | null {
	const facts = standing.facts
	switch (standing.step) {
		case 'fair-competition':
			if (facts['conclusion'] === 'violates') return 'violates-fair-competition'
			return facts['conclusion'] === 'exception' && !facts['exceptionPeriod']
				? 'exception-without-period'
				: null
		case 'risk-assessment':
			return facts['level'] === 'uncontrollable' ? 'risk-uncontrollable' : null
		case 'public-consultation':
			if (!(String(facts['to']) < today)) return 'consultation-running'
			if (consultationDays(facts) < CONSULTATION_DAYS && !facts['shorterReason'])
				return 'consultation-too-short'
			return facts['hasAdoptionReport'] === true ? null : 'adoption-report-missing'
		case 'expert-argumentation':
			return facts['hasAdoptionReport'] === true ? null : 'adoption-report-missing'
		case 'department-consultation':
			return facts['hasDisagreement'] === true && facts['isDisclosed'] !== true
				? 'disagreement-not-disclosed'
				: null
	}
}

/** Whether the facts of a consultation are those of an adoption table that was closed here, with its figures. */
export function isSettledHere(facts: StepStanding['facts']): boolean {
	return typeof facts['received'] === 'number'
}

/** The length of a public consultation in calendar days; the first day is not counted (民法典 art. 201). */
export function consultationDays(facts: StepStanding['facts']): number {
	const from = Date.parse(`${String(facts['from'])}T00:00:00Z`)
	const to = Date.parse(`${String(facts['to'])}T00:00:00Z`)
	return Number.isNaN(from) || Number.isNaN(to) ? 0 : Math.round((to - from) / 86_400_000)
}

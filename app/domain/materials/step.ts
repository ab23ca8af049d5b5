import { statedDaysBetween } from '#app/domain/calendar/plain-date.ts'
import { type EXPERT_WAYS, type Expert, expertsDefect, expertsIn } from './experts.ts'
import {
	EXCEPTION_CASES,
	type FairCompetitionDefect,
	type FairCompetitionFacts,
	fairCompetitionDefect,
} from './fair-competition.ts'
import { type HearingDefect, type HearingFacts, hearingDefect, hearingFigures } from './hearing.ts'
import type { UnderLaw } from '#app/domain/legal-basis/regime.ts'

/**
 * The statutory steps that the gate asks for (H5–H9, H18). For each the drafter says, per matter, "done" with its
 * key facts or 不适用 with a reason; the reviewer confirms or rejects the answer. Nothing is 不适用 by default.
 */
export const STEPS = [
	'fair-competition',
	'risk-assessment',
	'public-consultation',
	'hearing',
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

/** What a fact of a step may be: texts, numbers, truths, and the experts who were asked. */
export type StepFact = string | number | boolean | readonly Expert[]

/** The key facts of each step, as the drafter states them. Days are plain dates, YYYY-MM-DD. */
export type StepFacts = {
	'fair-competition': FairCompetitionFacts
	'risk-assessment': {
		readonly conclusion: 'controllable' | 'uncontrollable'
		readonly level: 'low' | 'medium' | 'high'
		readonly measures: string
		readonly assessedBy: string
		readonly assessedOn: string
	}
	'public-consultation': {
		readonly from: string
		readonly to: string
		readonly shorterReason?: string | undefined
		readonly hasAdoptionReport: boolean
	}
	hearing: HearingFacts
	'expert-argumentation': {
		readonly heldOn: string
		readonly way: (typeof EXPERT_WAYS)[number]
		readonly people: readonly Expert[]
		readonly conclusion: string
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
	readonly facts: Readonly<Record<string, StepFact | undefined>>
	readonly verdict: StepVerdictKind | null
}

/** What is wrong with a step whose answer was "done". */
export type StepDefect =
	| FairCompetitionDefect
	| HearingDefect
	| NonNullable<ReturnType<typeof expertsDefect>>
	| 'risk-uncontrollable'
	| 'risk-bare-level'
	| 'risk-without-measures'
	| 'consultation-running'
	| 'consultation-too-short'
	| 'adoption-report-missing'
	| 'disagreement-not-disclosed'

/** The shortest public consultation, in days (Decree 713 art. 15: 一般不少于30日; shorter needs a published reason). */
export const CONSULTATION_DAYS = 30

/** When a step is judged, and the law that what it belongs to falls under. */
export type StepFrame = UnderLaw & { readonly today: string }

/**
 * What stands in the way in the facts of a step that was done, or null: a consultation that still runs on that day has
 * not been held. Answers of earlier releases that do not say what the law asks stand in the way as well.
 *
 * 公平竞争审查条例 art. 12–16 and 18; Decree 713 art. 15 (30 days, or the reason in the notice), art. 16–17 (hearing), art. 19–21 (experts without
 * interest, their own opinions in writing, and the adoption), art. 22–24 (可控 or not), art. 13 (disputed points are to be
 * explained).
 */
export function findStepDefect({ step, facts }: StepStanding, frame: StepFrame): StepDefect | null {
	switch (step) {
		case 'fair-competition':
			return fairCompetitionDefect(facts, frame.issuer)
		case 'risk-assessment':
			return riskDefect(facts)
		case 'public-consultation':
			if (!(String(facts['to']) < frame.today)) return 'consultation-running'
			if (consultationDays(facts) < CONSULTATION_DAYS && !facts['shorterReason'])
				return 'consultation-too-short'
			return facts['hasAdoptionReport'] === true ? null : 'adoption-report-missing'
		case 'hearing':
			return hearingDefect(facts, frame, frame.today)
		case 'expert-argumentation':
			return (
				expertsDefect(expertsIn(facts['people'])) ??
				(facts['hasAdoptionReport'] === true ? null : 'adoption-report-missing')
			)
		case 'department-consultation':
			return facts['hasDisagreement'] === true && facts['isDisclosed'] !== true
				? 'disagreement-not-disclosed'
				: null
	}
}

/** 可控 or 不可控 is what art. 24 asks for; a level alone does not answer it, and a high one is lowered by measures first. */
function riskDefect({ conclusion, level, measures }: StepStanding['facts']): StepDefect | null {
	if (conclusion === 'uncontrollable' || level === 'uncontrollable') return 'risk-uncontrollable'
	if (conclusion !== 'controllable') return 'risk-bare-level'
	return measures ? null : 'risk-without-measures'
}

/** Whether the facts of a consultation are those of an adoption table that was closed here, with its figures. */
export function isSettledHere(facts: StepStanding['facts']): boolean {
	return typeof facts['received'] === 'number'
}

/** The length of a public consultation in calendar days; the first day is not counted (民法典 art. 201). */
export function consultationDays(facts: StepStanding['facts']): number {
	return statedDaysBetween(facts['from'], facts['to']) ?? 0
}

/** What a sentence says of a step: its texts and numbers, the length of a consultation, the item of an exception, and the experts by name. */
export function figuresOfStep({
	step,
	facts,
}: Pick<StepStanding, 'step' | 'facts'>): Record<string, string | number> {
	const figures: Record<string, string | number> = {}
	for (const [name, value] of Object.entries(facts))
		if (typeof value === 'string' || typeof value === 'number') figures[name] = value
	if (step === 'public-consultation') figures['days'] = consultationDays(facts)
	if (step === 'hearing') Object.assign(figures, hearingFigures(facts))
	const item = EXCEPTION_CASES.findIndex((each) => each === facts['exceptionCase'])
	if (item >= 0) figures['exceptionItem'] = item + 1
	const experts = expertsIn(facts['people'])
	if (experts.length > 0) {
		figures['experts'] = experts.length
		figures['names'] = experts.map(({ name, field }) => `${name}（${field}）`).join('、')
	}
	return figures
}

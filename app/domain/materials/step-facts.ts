import { jsonText } from '#app/domain/json-text.ts'
import { dayProblem } from '#app/domain/calendar/plain-date.ts'
import type { Slip } from '#app/domain/problem.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { namesAnEnd } from './definite-end.ts'
import { EXPERT_INTERESTS, EXPERT_OPINIONS, EXPERT_WAYS, type Expert, MOST_EXPERTS } from './experts.ts'
import {
	EXCEPTION_CASES,
	FAIR_COMPETITION_CONCLUSIONS,
	FAIR_COMPETITION_REVIEWERS,
} from './fair-competition.ts'
import { HEARING_CASES } from './hearing.ts'
import type { Step, StepFact, StepFacts } from './step.ts'

/** What is wrong with a fact that somebody typed; `field` is the fact's name. */
export type FactProblem = {
	readonly field: string
	readonly problem: Slip
}

/** The facts of a step as they are stored. */
export type StoredFacts = Readonly<Record<string, StepFact>>

/** How an answer keeps them. */
export const STEP_FACTS = jsonText<StoredFacts>()

/** Another fact that calls for this one; without it, this one is left out. */
type CalledFor = { readonly fact: string; readonly is: string }

/** What a fact may be. */
export type FactRule =
	| { readonly kind: 'text'; readonly isOptional?: boolean; readonly when?: CalledFor }
	/** A period or a condition that ends: 长期有效 is none. */
	| { readonly kind: 'end'; readonly when: CalledFor }
	| { readonly kind: 'people' }
	| { readonly kind: 'past-day'; readonly isOptional?: boolean }
	/** A whole number of one or more. */
	| { readonly kind: 'count' }
	| { readonly kind: 'day'; readonly notBefore?: string }
	| { readonly kind: 'truth' }
	| { readonly kind: 'choice'; readonly of: readonly string[]; readonly when?: CalledFor }

const EXCEPTION: CalledFor = { fact: 'conclusion', is: 'exception' }

/** The key facts that each step asks for, in the order of its form. */
const FACT_RULES: { readonly [S in Step]: Readonly<Record<keyof StepFacts[S], FactRule>> } = {
	'fair-competition': {
		conclusion: { kind: 'choice', of: FAIR_COMPETITION_CONCLUSIONS },
		reviewer: { kind: 'choice', of: FAIR_COMPETITION_REVIEWERS },
		reviewedBy: { kind: 'text' },
		reviewedOn: { kind: 'past-day' },
		firstView: { kind: 'text', when: { fact: 'reviewer', is: 'market-regulator' } },
		heard: { kind: 'text' },
		exceptionCase: { kind: 'choice', of: EXCEPTION_CASES, when: EXCEPTION },
		exceptionWhy: { kind: 'text', when: EXCEPTION },
		exceptionPeriod: { kind: 'end', when: EXCEPTION },
	},
	'risk-assessment': {
		conclusion: { kind: 'choice', of: ['controllable', 'uncontrollable'] },
		level: { kind: 'choice', of: ['low', 'medium', 'high'] },
		measures: { kind: 'text' },
		assessedBy: { kind: 'text' },
		assessedOn: { kind: 'past-day' },
	},
	'public-consultation': {
		from: { kind: 'past-day' },
		to: { kind: 'day', notBefore: 'from' },
		shorterReason: { kind: 'text', isOptional: true },
		hasAdoptionReport: { kind: 'truth' },
	},
	hearing: {
		hearingCase: { kind: 'choice', of: HEARING_CASES },
		noticedOn: { kind: 'past-day' },
		noticedAt: { kind: 'text' },
		participantsOn: { kind: 'past-day', isOptional: true },
		participantsAt: { kind: 'text', isOptional: true },
		papersOn: { kind: 'past-day', isOptional: true },
		hearingOn: { kind: 'past-day' },
		presidedBy: { kind: 'text' },
		participants: { kind: 'count' },
		hasRecord: { kind: 'truth' },
		hasHandling: { kind: 'truth' },
	},
	'expert-argumentation': {
		heldOn: { kind: 'past-day' },
		way: { kind: 'choice', of: EXPERT_WAYS },
		people: { kind: 'people' },
		conclusion: { kind: 'text' },
		hasAdoptionReport: { kind: 'truth' },
	},
	'department-consultation': {
		organs: { kind: 'text' },
		hasDisagreement: { kind: 'truth' },
		isDisclosed: { kind: 'truth' },
	},
}

/** The facts that a step asks for, each with its rule, in the order of its form. */
export function factRulesOf(step: Step): readonly (readonly [fact: string, rule: FactRule])[] {
	return Object.entries<FactRule>(FACT_RULES[step])
}

/**
 * Reads the facts of a step that was done, as a form sends them (texts; an absent truth is false). `today` is a
 * plain date, YYYY-MM-DD: nothing that is said to be done may lie after it.
 */
export function readStepFacts(
	step: Step,
	typed: Readonly<Record<string, string>>,
	today: string,
): Result<StoredFacts, FactProblem> {
	const facts: Record<string, StepFact> = {}
	for (const [field, rule] of factRulesOf(step)) {
		if (rule.kind === 'people') {
			const people = readPeople(field, typed)
			if (!people.ok) return people
			facts[field] = people.value
			continue
		}
		if ('when' in rule && rule.when && typed[rule.when.fact] !== rule.when.is) continue
		const word = (typed[field] ?? '').trim()
		const problem = problemOf(rule, word, typed, today)
		if (problem) return refuse({ field, problem })
		if (rule.kind === 'truth') facts[field] = word === 'yes'
		else if (rule.kind === 'count') facts[field] = Number(word)
		else if (word !== '') facts[field] = word
	}
	return accept(facts)
}

/** The columns of a row of people, in the order of the form. */
export const PEOPLE_COLUMNS = {
	name: null,
	field: null,
	interest: EXPERT_INTERESTS,
	opinion: EXPERT_OPINIONS,
} as const

/** The name under which a cell of a row of people is typed. */
export function personField(field: string, row: number, column: keyof typeof PEOPLE_COLUMNS): string {
	return `${field}-${row}-${column}`
}

/** Rows without a word are left out; every other is whole, and there is one at least. */
function readPeople(
	field: string,
	typed: Readonly<Record<string, string>>,
): Result<readonly Expert[], FactProblem> {
	const people: Expert[] = []
	for (let row = 1; row <= MOST_EXPERTS; row += 1) {
		const cell = (column: keyof typeof PEOPLE_COLUMNS) =>
			(typed[personField(field, row, column)] ?? '').trim()
		const [name, unit] = [cell('name'), cell('field')]
		if (name === '' && unit === '') continue
		const faulty = (column: keyof typeof PEOPLE_COLUMNS, problem: Slip) =>
			refuse({ field: personField(field, row, column), problem })
		if (name === '') return faulty('name', 'missing')
		if (unit === '') return faulty('field', 'missing')
		const interest = EXPERT_INTERESTS.find((each) => each === cell('interest'))
		if (!interest) return faulty('interest', cell('interest') === '' ? 'missing' : 'unknown-choice')
		const opinion = EXPERT_OPINIONS.find((each) => each === cell('opinion'))
		if (!opinion) return faulty('opinion', cell('opinion') === '' ? 'missing' : 'unknown-choice')
		people.push({ name, field: unit, interest, opinion })
	}
	return people.length === 0
		? refuse({ field: personField(field, 1, 'name'), problem: 'missing' })
		: accept(people)
}

function problemOf(
	rule: Exclude<FactRule, { kind: 'people' }>,
	word: string,
	typed: Readonly<Record<string, string>>,
	today: string,
): Slip | null {
	switch (rule.kind) {
		case 'truth':
			return null
		case 'text':
			return word === '' && !rule.isOptional ? 'missing' : null
		case 'end':
			if (word === '') return 'missing'
			return namesAnEnd(word) ? null : 'no-end'
		case 'choice':
			if (word === '') return 'missing'
			return rule.of.includes(word) ? null : 'unknown-choice'
		case 'count':
			if (word === '') return 'missing'
			return /^[1-9]\d{0,4}$/.test(word) ? null : 'not-a-number'
		case 'past-day':
			if (word === '' && rule.isOptional) return null
			return dayProblem(word) ?? (word > today ? 'in-the-future' : null)
		case 'day':
			return (
				dayProblem(word) ?? (rule.notBefore && word < (typed[rule.notBefore] ?? '') ? 'before-start' : null)
			)
	}
}

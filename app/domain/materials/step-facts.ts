import { dayProblem } from '#app/domain/calendar/plain-date.ts'
import type { Slip } from '#app/domain/problem.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Step, StepFacts } from './step.ts'

/** What is wrong with a fact that somebody typed; `field` is the fact's name. */
export type FactProblem = {
	readonly field: string
	readonly problem: Slip
}

/** The facts of a step as they are stored: texts, numbers and truths. */
export type StoredFacts = Readonly<Record<string, string | number | boolean>>

/** What a fact may be. */
export type FactRule =
	| { readonly kind: 'text'; readonly isOptional?: boolean }
	| { readonly kind: 'past-day' }
	| { readonly kind: 'day'; readonly notBefore?: string }
	| { readonly kind: 'count' }
	| { readonly kind: 'truth' }
	| { readonly kind: 'choice'; readonly of: readonly string[] }

/** The key facts that each step asks for, in the order of its form. */
const FACT_RULES: { readonly [S in Step]: Readonly<Record<keyof StepFacts[S], FactRule>> } = {
	'fair-competition': {
		conclusion: { kind: 'choice', of: ['complies', 'exception', 'violates'] },
		reviewedBy: { kind: 'text' },
		reviewedOn: { kind: 'past-day' },
		exceptionPeriod: { kind: 'text', isOptional: true },
	},
	'risk-assessment': {
		level: { kind: 'choice', of: ['low', 'medium', 'high', 'uncontrollable'] },
		assessedBy: { kind: 'text' },
		assessedOn: { kind: 'past-day' },
	},
	'public-consultation': {
		from: { kind: 'past-day' },
		to: { kind: 'day', notBefore: 'from' },
		shorterReason: { kind: 'text', isOptional: true },
		hasAdoptionReport: { kind: 'truth' },
	},
	'expert-argumentation': {
		heldOn: { kind: 'past-day' },
		experts: { kind: 'count' },
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
	const facts: Record<string, string | number | boolean> = {}
	for (const [field, rule] of factRulesOf(step)) {
		const word = (typed[field] ?? '').trim()
		const problem = problemOf(rule, word, typed, today)
		if (problem) return refuse({ field, problem })
		if (rule.kind === 'truth') facts[field] = word === 'yes'
		else if (rule.kind === 'count') facts[field] = Number(word)
		else if (word !== '') facts[field] = word
	}
	return accept(facts)
}

function problemOf(
	rule: FactRule,
	word: string,
	typed: Readonly<Record<string, string>>,
	today: string,
): Slip | null {
	switch (rule.kind) {
		case 'truth':
			return null
		case 'text':
			return word === '' && !rule.isOptional ? 'missing' : null
		case 'choice':
			if (word === '') return 'missing'
			return rule.of.includes(word) ? null : 'unknown-choice'
		case 'count':
			if (word === '') return 'missing'
			return /^[1-9]\d{0,3}$/.test(word) ? null : 'not-a-number'
		case 'past-day':
			return dayProblem(word) ?? (word > today ? 'in-the-future' : null)
		case 'day':
			return (
				dayProblem(word) ?? (rule.notBefore && word < (typed[rule.notBefore] ?? '') ? 'before-start' : null)
			)
	}
}

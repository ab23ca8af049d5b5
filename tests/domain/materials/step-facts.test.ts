import { expect, test } from 'vitest'
import { STEPS } from '#app/domain/materials/step.ts'
import { factRulesOf, readStepFacts } from '#app/domain/materials/step-facts.ts'

const TODAY = '2026-11-23'

const GOOD = {
	'fair-competition': { conclusion: 'complies', reviewedBy: '区市场监管局', reviewedOn: '2026-11-02' },
	'risk-assessment': { level: 'low', assessedBy: '区委政法委', assessedOn: '2026-11-02' },
	'public-consultation': { from: '2026-10-01', to: '2026-11-02', hasAdoptionReport: 'yes' },
	'expert-argumentation': { heldOn: '2026-11-02', experts: '5', hasAdoptionReport: 'yes' },
	'department-consultation': { organs: '区财政局、区人社局', hasDisagreement: 'no', isDisclosed: '' },
} as const

test('every step has a set of facts that is taken whole', () => {
	for (const step of STEPS) {
		const read = readStepFacts(step, GOOD[step], TODAY)
		expect(read.ok, step).toBe(true)
	}
	expect(readStepFacts('expert-argumentation', GOOD['expert-argumentation'], TODAY)).toEqual({
		ok: true,
		value: { heldOn: '2026-11-02', experts: 5, hasAdoptionReport: true },
	})
})

const FACTS = STEPS.flatMap((step) =>
	factRulesOf(step).map(([field, rule]) => {
		const mayBeEmpty = rule.kind === 'truth' || (rule.kind === 'text' && rule.isOptional === true)
		return { step, field, mayBeEmpty }
	}),
)

test.each(FACTS)('an empty $field of $step is taken: $mayBeEmpty', ({ step, field, mayBeEmpty }) => {
	const read = readStepFacts(step, { ...GOOD[step], [field]: ' ' }, TODAY)
	expect(read.ok ? null : read.reason).toEqual(mayBeEmpty ? null : { field, problem: 'missing' })
})

test.each([
	['fair-competition', { conclusion: 'fine' }, 'conclusion', 'unknown-choice'],
	['fair-competition', { reviewedOn: '2026-11-24' }, 'reviewedOn', 'in-the-future'],
	['fair-competition', { reviewedOn: '2026-02-30' }, 'reviewedOn', 'not-a-date'],
	['risk-assessment', { assessedOn: '昨天' }, 'assessedOn', 'not-a-date'],
	['public-consultation', { to: '2026-09-30' }, 'to', 'before-start'],
	['expert-argumentation', { experts: '0' }, 'experts', 'not-a-number'],
	['expert-argumentation', { experts: '五' }, 'experts', 'not-a-number'],
] as const)('a fact that cannot be is named: %s %o', (step, change, field, problem) => {
	expect(readStepFacts(step, { ...GOOD[step], ...change }, TODAY)).toEqual({
		ok: false,
		reason: { field, problem },
	})
})

test('a day that is said to have passed may be today', () => {
	expect(readStepFacts('risk-assessment', { ...GOOD['risk-assessment'], assessedOn: TODAY }, TODAY).ok).toBe(
		true,
	)
})

import { expect, test } from 'vitest'
import { namesAnEnd } from '#app/domain/materials/definite-end.ts'
import { STEPS } from '#app/domain/materials/step.ts'
import { factRulesOf, readStepFacts } from '#app/domain/materials/step-facts.ts'

const TODAY = '2026-11-23'

const GOOD = {
	'fair-competition': {
		...{ conclusion: 'exception', reviewer: 'market-regulator', reviewedBy: '区市场监管局' },
		...{ reviewedOn: '2026-11-02', firstView: '适用例外规定。', heard: '区商会' },
		...{ exceptionCase: 'security', exceptionWhy: '没有其他方案。', exceptionPeriod: '应急响应解除之日终止' },
	},
	'risk-assessment': {
		...{ conclusion: 'controllable', level: 'low', measures: '设过渡期。' },
		...{ assessedBy: '区委政法委', assessedOn: '2026-11-02' },
	},
	'public-consultation': { from: '2026-10-01', to: '2026-11-02', hasAdoptionReport: 'yes' },
	hearing: {
		...{ hearingCase: 'much-disputed', noticedOn: '2026-09-20', noticedAt: '区政府网站' },
		...{ participantsOn: '2026-10-09', participantsAt: '区政府网站', papersOn: '2026-10-15' },
		...{ hearingOn: '2026-10-28', presidedBy: '区农业农村局', participants: '15' },
		...{ hasRecord: 'yes', hasHandling: 'yes' },
	},
	'expert-argumentation': {
		...{ heldOn: '2026-11-02', way: 'meeting', conclusion: '可行。', hasAdoptionReport: 'yes' },
		...{ 'people-1-name': '郑某', 'people-1-field': '省农业大学' },
		...{ 'people-1-interest': 'none', 'people-1-opinion': 'written' },
	},
	'department-consultation': { organs: '区财政局、区人社局', hasDisagreement: 'no', isDisclosed: '' },
} as const

test('every step has a set of facts that is taken whole', () => {
	for (const step of STEPS) {
		const read = readStepFacts(step, GOOD[step], TODAY)
		expect(read.ok, step).toBe(true)
	}
	expect(readStepFacts('expert-argumentation', GOOD['expert-argumentation'], TODAY)).toEqual({
		ok: true,
		value: {
			...{ heldOn: '2026-11-02', way: 'meeting', conclusion: '可行。', hasAdoptionReport: true },
			people: [{ name: '郑某', field: '省农业大学', interest: 'none', opinion: 'written' }],
		},
	})
})

const FACTS = STEPS.flatMap((step) =>
	factRulesOf(step)
		.filter(([, { kind }]) => kind !== 'people')
		.map(([field, rule]) => {
			const mayBeEmpty = rule.kind === 'truth' || ('isOptional' in rule && rule.isOptional === true)
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
	['fair-competition', { exceptionPeriod: '长期有效' }, 'exceptionPeriod', 'no-end'],
	['fair-competition', { exceptionPeriod: '视情况另行通知' }, 'exceptionPeriod', 'no-end'],
	['hearing', { hearingOn: '2026-11-24' }, 'hearingOn', 'in-the-future'],
	['hearing', { participants: '若干' }, 'participants', 'not-a-number'],
	['hearing', { participants: '0' }, 'participants', 'not-a-number'],
	['hearing', { papersOn: '听证前' }, 'papersOn', 'not-a-date'],
	['risk-assessment', { conclusion: 'low' }, 'conclusion', 'unknown-choice'],
	['expert-argumentation', { 'people-1-name': '', 'people-1-field': '' }, 'people-1-name', 'missing'],
	['expert-argumentation', { 'people-1-interest': '' }, 'people-1-interest', 'missing'],
	['expert-argumentation', { 'people-1-opinion': 'oral' }, 'people-1-opinion', 'unknown-choice'],
	['expert-argumentation', { 'people-2-field': '某单位' }, 'people-2-name', 'missing'],
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

test('what only an exception or a review by the regulator calls for is left out without it', () => {
	const { conclusion: _, ...rest } = GOOD['fair-competition']
	const plain = { ...rest, conclusion: 'complies', reviewer: 'drafting-organ', exceptionPeriod: '长期有效' }
	const read = readStepFacts('fair-competition', plain, TODAY)
	expect(read.ok && Object.keys(read.value)).toEqual([
		'conclusion',
		'reviewer',
		'reviewedBy',
		'reviewedOn',
		'heard',
	])
})

test('an end is a day, a period or a condition; what goes on for ever is none', () => {
	for (const end of ['至2027年12月31日', '自印发之日起两年', '项目建成验收后终止', '有效期三年'])
		expect(namesAnEnd(end), end).toBe(true)
	for (const none of ['长期有效', '长期有效，至2030年', '永久', '视情况确定', '另行通知', '待定'])
		expect(namesAnEnd(none), none).toBe(false)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClearanceFacts, Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { evaluateGate, unmetRules } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { type GateRuleId, GATE_RULES } from '#app/domain/agenda-gate/gate-rules.ts'
import type { RuleStatus } from '#app/domain/agenda-gate/finding.ts'
import { type Step, type StepStanding, STEPS } from '#app/domain/materials/step.ts'
import { CLEARANCE, HASH, NOW, OPEN, done } from '#tests/support/open-dossier.ts'

const cleared = (change: Partial<ClearanceFacts>): Partial<Dossier> => ({
	clearance: { ...CLEARANCE, ...change },
})
const step = (standing: StepStanding): Partial<Dossier> => ({
	steps: [...OPEN.steps.filter((each) => each.step !== standing.step), standing],
})

/** Which rule judges which step, written a second time. */
const RULE_OF_STEP: Readonly<Record<Step, GateRuleId>> = {
	'fair-competition': 'H5',
	'risk-assessment': 'H6',
	'public-consultation': 'H7',
	hearing: 'H18',
	'expert-argumentation': 'H8',
	'department-consultation': 'H9',
}

type Row = [GateRuleId, string, RuleStatus, Partial<Dossier>]

/** The gate's truth table: for each rule every finding it can give, and the facts that bring it about. */
const EXCEPTION = {
	conclusion: 'exception',
	exceptionCase: 'public-interest',
	exceptionWhy: '比选了三种方案，均不能保障供水安全。',
	exceptionPeriod: '至2027年底',
}

function reviewed(facts: Parameters<typeof done>[1]) {
	return step(done('fair-competition', facts))
}

/** Two experts, of whom the second differs. */
function asked(change: { interest?: 'interested'; opinion?: 'not-written' }) {
	const one = { name: '郑某', field: '省农业大学', interest: 'none', opinion: 'written' } as const
	return step(done('expert-argumentation', { people: [one, { ...one, ...change }] }))
}

const TABLE: Row[] = [
	['H1', 'cleared', 'met', {}],
	['H1', 'no-clearance', 'unmet', { clearance: null }],
	['H1', 'clearance-not-genuine', 'unmet', cleared({ isSignatureGood: false })],
	['H1', 'clearance-not-genuine', 'unmet', cleared({ isInTrail: false })],
	['H1', 'other-text-cleared', 'unmet', cleared({ contentSha256: 'b'.repeat(64) })],
	['H1', 'clearance-void', 'unmet', cleared({ state: 'void' })],
	['H1', 'clearance-consumed', 'unmet', cleared({ state: 'consumed' })],
	['H1', 'clearance-expired', 'unmet', cleared({ state: 'expired' })],
	['H1', 'risk-flagged', 'signed-fact', cleared({ kind: 'risk-flagged' })],
	['H1', 'emergency', 'signed-fact', cleared({ kind: 'emergency' })],
	['H1', 'out-of-scope', 'signed-fact', { ...cleared({ kind: 'out-of-scope' }), tracks: ['other-document'] }],
	[
		'H1',
		'kind-not-for-track',
		'unmet',
		{ ...cleared({ kind: 'out-of-scope' }), tracks: ['government-decision'] },
	],
	[
		'H1',
		'kind-not-for-track',
		'unmet',
		{ ...cleared({ kind: 'out-of-scope' }), tracks: ['normative-document'] },
	],
	[
		'H1',
		'kind-not-for-track',
		'unmet',
		{ ...cleared({ kind: 'out-of-scope' }), tracks: ['government-contract'] },
	],
	[
		'H1',
		'kind-not-for-track',
		'unmet',
		{ ...cleared({ kind: 'emergency' }), tracks: ['normative-document'] },
	],
	[
		'H1',
		'kind-not-for-track',
		'unmet',
		{ ...cleared({ kind: 'risk-flagged' }), tracks: ['government-decision', 'normative-document'] },
	],
	['H2', 'found-lawful', 'met', {}],
	['H2', 'risk-stated', 'signed-fact', { conclusion: 'risk-flagged', ...cleared({ kind: 'risk-flagged' }) }],
	['H2', 'problems-unbound', 'unmet', { conclusion: 'risk-flagged', unboundProblems: 1 }],
	['H2', 'no-opinion', 'unmet', { conclusion: null }],
	['H2', 'found-unlawful', 'unmet', { conclusion: 'unlawful' }],
	['H2', 'mandatory-items-open', 'unmet', { conclusion: 'amend', openMandatoryItems: 2 }],
	['H2', 'problems-unbound', 'unmet', { unboundProblems: 3 }],
	['H2', 'problems-unbound', 'unmet', { conclusion: 'amend', unboundProblems: 1 }],
	['H2', 'amended', 'met', { conclusion: 'amend' }],
	[
		'H2',
		'difference-retained',
		'signed-fact',
		{ conclusion: 'amend', ...cleared({ explanation: '保留第三条。' }) },
	],
	['H2', 'out-of-scope', 'signed-fact', { conclusion: null, ...cleared({ kind: 'out-of-scope' }) }],
	// What was found wanting stays so, whatever is signed about its scope afterwards.
	['H2', 'found-unlawful', 'unmet', { conclusion: 'unlawful', ...cleared({ kind: 'out-of-scope' }) }],
	[
		'H2',
		'mandatory-items-open',
		'unmet',
		{ conclusion: 'amend', openMandatoryItems: 1, ...cleared({ kind: 'out-of-scope' }) },
	],
	// A 不属审查范围 that has ended excuses nothing any more.
	['H2', 'no-opinion', 'unmet', { conclusion: null, ...cleared({ kind: 'out-of-scope', state: 'void' }) }],
	['H3', 'counsel-heard', 'met', {}],
	['H3', 'counsel-hold', 'unmet', { undisposedHolds: 1 }],
	['H3', 'counsel-hold', 'unmet', { undisposedHolds: 1, ...cleared({ kind: 'out-of-scope' }) }],
	['H3', 'counsel-hold-disposed', 'signed-fact', { disposals: [{ signerName: '周某某', at: NOW }] }],
	['H3', 'counsel-not-heard', 'unmet', { counselOpinions: 0 }],
	[
		'H3',
		'counsel-not-heard',
		'unmet',
		{ counselOpinions: 0, disposals: [{ signerName: '周某某', at: NOW }] },
	],
	['H3', 'counsel-not-required', 'not-applicable', { counselOpinions: 0, needsCounsel: false }],
	['H5', 'violates-fair-competition', 'unmet', step(done('fair-competition', { conclusion: 'violates' }))],
	['H5', 'fair-competition-complies-by-regulator', 'met', {}],
	['H5', 'fair-competition-not-by-regulator', 'unmet', reviewed({ reviewer: 'drafting-organ' })],
	['H5', 'fair-competition-not-by-regulator', 'unmet', reviewed({ reviewer: undefined })],
	['H5', 'fair-competition-not-by-drafter', 'unmet', { issuer: 'own-organ' }],
	[
		'H5',
		'fair-competition-complies',
		'met',
		{ ...reviewed({ reviewer: 'drafting-organ' }), issuer: 'own-organ' },
	],
	['H5', 'first-view-missing', 'unmet', reviewed({ firstView: undefined })],
	['H5', 'nobody-heard', 'unmet', reviewed({ heard: undefined })],
	['H5', 'exception-without-case', 'unmet', reviewed({ ...EXCEPTION, exceptionCase: undefined })],
	['H5', 'exception-without-why', 'unmet', reviewed({ ...EXCEPTION, exceptionWhy: undefined })],
	['H5', 'exception-without-period', 'unmet', reviewed({ ...EXCEPTION, exceptionPeriod: undefined })],
	['H5', 'exception-without-period', 'unmet', reviewed({ ...EXCEPTION, exceptionPeriod: '长期有效' })],
	['H5', 'fair-competition-exception-by-regulator', 'met', reviewed(EXCEPTION)],
	['H6', 'risk-uncontrollable', 'unmet', step(done('risk-assessment', { conclusion: 'uncontrollable' }))],
	// As releases before stored it.
	['H6', 'risk-uncontrollable', 'unmet', step(done('risk-assessment', { level: 'uncontrollable' }))],
	['H6', 'risk-bare-level', 'unmet', step(done('risk-assessment', { conclusion: undefined }))],
	['H6', 'risk-without-measures', 'unmet', step(done('risk-assessment', { measures: undefined }))],
	['H6', 'risk-high', 'met', step(done('risk-assessment', { level: 'high' }))],
	['H7', 'consultation-too-short', 'unmet', step(done('public-consultation', { from: '2026-09-02' }))],
	[
		'H7',
		'consultation-shortened',
		'met',
		step(done('public-consultation', { from: '2026-09-02', shorterReason: '已公布理由' })),
	],
	// It ends on the day of the gate: the public still has that day.
	['H7', 'consultation-running', 'unmet', step(done('public-consultation', { to: '2026-11-23' }))],
	['H7', 'consultation-held', 'met', step(done('public-consultation', { to: '2026-11-22' }))],
	['H7', 'adoption-report-missing', 'unmet', step(done('public-consultation', { hasAdoptionReport: false }))],
	['H18', 'hearing-held', 'met', {}],
	['H18', 'hearing-not-held', 'unmet', step(done('hearing', { hearingOn: '2026-11-24' }))],
	['H18', 'hearing-unannounced', 'unmet', step(done('hearing', { noticedAt: undefined }))],
	['H18', 'hearing-participants-unpublished', 'unmet', step(done('hearing', { participantsAt: undefined }))],
	['H18', 'hearing-papers-late', 'unmet', step(done('hearing', { papersOn: '2026-09-25' }))],
	['H18', 'hearing-record-missing', 'unmet', step(done('hearing', { hasRecord: false }))],
	['H18', 'hearing-handling-missing', 'unmet', step(done('hearing', { hasHandling: false }))],
	[
		'H18',
		'hearing-notice-short',
		'unmet',
		{ ...step(done('hearing', { noticedOn: '2026-09-02' })), tracks: ['normative-document'] },
	],
	[
		'H18',
		'hearing-held-on-notice',
		'met',
		{
			...step(done('hearing', { participantsOn: undefined, participantsAt: undefined, papersOn: undefined })),
			tracks: ['normative-document'],
		},
	],
	['H8', 'experts-not-named', 'unmet', step(done('expert-argumentation', { people: undefined, experts: 5 }))],
	['H8', 'expert-has-interest', 'unmet', asked({ interest: 'interested' })],
	['H8', 'expert-opinion-not-written', 'unmet', asked({ opinion: 'not-written' })],
	[
		'H8',
		'adoption-report-missing',
		'unmet',
		step(done('expert-argumentation', { hasAdoptionReport: false })),
	],
	[
		'H9',
		'disagreement-not-disclosed',
		'unmet',
		step(done('department-consultation', { hasDisagreement: true })),
	],
	[
		'H9',
		'departments-differ',
		'met',
		step(done('department-consultation', { hasDisagreement: true, isDisclosed: true })),
	],
	['H10', 'hands-separate', 'met', {}],
	[
		'H10',
		'hands-not-separate',
		'unmet',
		{ clashes: [{ code: 'not-separate', hand: 'signing-officer', other: 'reviewer' }] },
	],
	['H10', 'recusal-open', 'unmet', { openRecusals: 1 }],
	['H11', 'opinion-stands', 'met', {}],
	['H11', 'opinion-revoked', 'unmet', { isOpinionRevoked: true }],
	['H11', 'clearance-expired', 'unmet', cleared({ expiresAt: NOW })],
	['H11', 'opinion-stands', 'met', cleared({ expiresAt: new Date(NOW.getTime() + 1) })],
	['H11', 'opinion-stands', 'met', cleared({ expiresAt: null })],
	['H11', 'law-changed', 'unmet', { changedLaws: ['《示例条例》'] }],
	['H11', 'law-confirmed', 'signed-fact', { changedLaws: null }],
	['H11', 'law-not-verified', 'unverified', { changedLaws: null, ...cleared({ isLawConfirmed: false }) }],
	['H11', 'law-not-verified', 'unverified', { changedLaws: null, clearance: null }],
	[
		'H11',
		'materials-changed',
		'unmet',
		{ changedLaws: null, changedMaterials: 1, ...cleared({ isLawConfirmed: false }) },
	],
	['H11', 'materials-changed', 'unmet', { changedMaterials: 1 }],
	['H12', 'nothing-classified', 'signed-fact', {}],
	['H12', 'classified-file', 'unmet', { classifiedFiles: 1 }],
	['H16', 'government-meeting', 'met', {}],
	['H16', 'own-meeting', 'met', { issuer: 'own-organ' }],
	['H16', 'not-proposed', 'not-applicable', { isProposedRightly: null }],
	['H16', 'not-government-meeting', 'unmet', { isProposedRightly: false }],
	['H16', 'not-own-meeting', 'unmet', { isProposedRightly: false, issuer: 'own-organ' }],
	['H17', 'altered-matter', 'unmet', { alteredParts: ['matter'] }],
	['H17', 'altered-opinion', 'unmet', { alteredParts: ['opinion', 'agenda'] }],
	['H17', 'record-not-compared', 'unverified', { alteredParts: null }],
	...STEPS.flatMap((name): Row[] => {
		const rule = RULE_OF_STEP[name]
		const unanswered = { steps: OPEN.steps.filter((each) => each.step !== name) }
		const notApplicable = { ...done(name), answer: 'not-applicable', reason: '不涉及。' } as const
		return [
			[rule, 'step-unanswered', 'unmet', unanswered],
			[rule, 'step-unconfirmed', 'unmet', step({ ...done(name), verdict: null })],
			[rule, 'step-rejected', 'unmet', step({ ...done(name), verdict: 'rejected' })],
			[rule, 'step-not-applicable', 'not-applicable', step(notApplicable)],
			[rule, 'step-unconfirmed', 'unmet', step({ ...notApplicable, verdict: null })],
			[
				rule,
				'out-of-scope',
				'signed-fact',
				{ ...step({ ...done(name), verdict: null }), ...cleared({ kind: 'out-of-scope' }) },
			],
		]
	}),
]

test.each(TABLE)('%s answers %s (%s)', (id, fact, status, change) => {
	const decision = evaluateGate({ ...OPEN, ...change })
	expect(decision.rules.find((rule) => rule.id === id)).toMatchObject({ fact, status })
	if (status === 'unmet' || status === 'unverified') expect(decision.isOpen).toBe(false)
})

test('the gate opens when every rule is met, and names all of them in order', () => {
	const decision = evaluateGate(OPEN)
	expect(decision).toMatchObject({ isOpen: true, contentSha256: HASH, clearanceId: 'clearance-1' })
	expect(decision.rules.map((rule) => rule.id)).toEqual(
		[1, 2, 3, 5, 6, 7, 18, 8, 9, 10, 11, 12, 16].map((number) => `H${number}`),
	)
})

test('a matter without a text is shut, whatever else is said of it', () => {
	expect(evaluateGate({ ...OPEN, contentSha256: null, versionNo: null }).isOpen).toBe(false)
})

test('any set of shortcomings shuts the gate and is named whole, never only the first', () => {
	const shortcomings = TABLE.filter(([, , status]) => status === 'unmet')
	fc.assert(
		fc.property(
			fc.subarray(
				shortcomings.filter(([id]) => ['H3', 'H10', 'H12'].includes(id)),
				{ minLength: 1 },
			),
			(rows) => {
				const dossier = rows.reduce<Dossier>(
					(all, [, , , change]) => ({ ...all, ...change, clearance: CLEARANCE }),
					OPEN,
				)
				const decision = evaluateGate(dossier)
				const unmet = unmetRules(decision).map((rule) => rule.id)
				expect(decision.isOpen).toBe(false)
				expect(unmet).toEqual([...new Set(rows.map(([id]) => id))].sort((a, b) => order(a) - order(b)))
			},
		),
	)
})

test('no rule is without somebody who can mend it', () => {
	for (const rule of GATE_RULES) expect(rule.menders.length).toBeGreaterThan(0)
})

test('the answer depends on nothing but the dossier', () => {
	expect(evaluateGate(OPEN)).toEqual(evaluateGate(structuredClone(OPEN)))
})

function order(id: GateRuleId): number {
	return Number(id.slice(1))
}

test('a fact that nobody has computed shuts the gate as an unmet rule does, until who signed has confirmed it', () => {
	const unknown: Dossier = { ...OPEN, changedLaws: null, ...cleared({ isLawConfirmed: false }) }
	const decision = evaluateGate(unknown)
	expect(decision.isOpen).toBe(false)
	expect(unmetRules(decision)).toMatchObject([{ id: 'H11', status: 'unverified', fact: 'law-not-verified' }])
	const confirmed = evaluateGate({ ...unknown, ...cleared({ isLawConfirmed: true }) })
	expect(confirmed.isOpen).toBe(true)
	expect(confirmed.rules.find(({ id }) => id === 'H11')).toMatchObject({
		status: 'signed-fact',
		figures: { signer: '周某某', day: '2026-11-20' },
	})
})

test('H7: a consultation of 19 days is printed as shortened, with its days and the published reason', () => {
	const facts = { from: '2026-09-01', to: '2026-09-20', shorterReason: '汛期在即' }
	const decision = evaluateGate({ ...OPEN, ...step(done('public-consultation', facts)) })
	expect(decision.rules.find(({ id }) => id === 'H7')).toMatchObject({
		status: 'met',
		mark: 'shortened',
		figures: { from: '2026-09-01', to: '2026-09-20', days: 19, shorterReason: '汛期在即' },
	})
})

test('H4: papers of a consultation accuse nobody, because the law asks for them', () => {
	expect(GATE_RULES.map(({ id }) => id)).not.toContain('H4')
})

test('every rule names what it rests on, and of contracts and other papers none is Decree 713', () => {
	for (const tracks of [['government-contract'], ['other-document']] as const)
		for (const rule of evaluateGate({ ...OPEN, tracks }).rules) {
			expect(rule.grounds.length, rule.id).toBeGreaterThan(0)
			expect(rule.grounds.map(({ words }) => words).join(), rule.id).not.toContain('重大行政决策')
		}
	const both = evaluateGate({ ...OPEN, tracks: ['government-decision', 'normative-document'] })
	const words = both.rules.find(({ id }) => id === 'H1')?.grounds.map((ground) => ground.words)
	expect(words).toEqual([expect.stringContaining('第二十五条'), expect.stringContaining('115号')])
})

test('a department’s own decision follows Decree 713 by reference', () => {
	const rules = evaluateGate({ ...OPEN, tracks: ['department-decision'] }).rules
	expect(rules.find(({ id }) => id === 'H9')?.grounds).toMatchObject([
		{ words: '参照《重大行政决策程序暂行条例》第十三条' },
	])
})

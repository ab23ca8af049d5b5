import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getShortestPaths } from 'xstate/graph'
import { REQUEST_KINDS } from '#app/domain/matter/matter-request.ts'
import { type MatterState, FINAL_STATES, MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import type { MatterEvent } from '#app/domain/review-workflow/matter-events.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { matterMachine } from '#app/domain/review-workflow/matter-machine.ts'
import { REQUIRED_FOR, unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { REQUIREMENTS } from '#app/domain/review-workflow/requirements.ts'
import { actsIn, belongsToState, transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import { movesOf, statesOf } from '#app/domain/review-workflow/machine-moves.ts'
import {
	AGENDA_STATES,
	CLEARANCE_STATES,
	MEETING_STATES,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import { COMPLETE, EVERY_EVENT, factsFor } from './matter-facts.ts'
import { TABLE } from './matter-moves.ts'

test.each(MATTER_STATES)(
	'in %s every event does what the table says, and no other does anything',
	(state) => {
		const found = Object.fromEntries(
			EVERY_EVENT.flatMap((event) => {
				const moved = transitionMatter({ state, facts: factsFor(event) }, event)
				return moved.ok ? [[nameOf(event), moved.value]] : []
			}),
		)
		expect(found).toEqual(TABLE[state])
	},
)

test('a supplement asked for in review goes back into review', () => {
	const facts: MatterFacts = { ...COMPLETE, supplementFrom: 'reviewing' }
	const moved = transitionMatter({ state: 'supplement', facts }, { type: 'supplement.submitted' })
	expect(moved).toEqual({ ok: true, value: 'reviewing' })
})

test('the acts that a state offers are those that it takes, and none of another thing', () => {
	for (const state of MATTER_STATES) {
		const taken = new Set(Object.keys(TABLE[state]).map((name) => name.split(' ')[0]))
		const offered = actsIn(state)
		for (const act of offered) expect(belongsToState(state, act)).toBe(true)
		expect(offered.filter((act) => !taken.has(act))).toEqual([])
		// What only the clock does is offered to nobody.
		taken.delete('clearance.expired')
		expect([...taken].filter((name) => !offered.some((act) => act === name))).toEqual([])
	}
})

test('what is drawn of a life cycle is what its machine takes', () => {
	const drawn = movesOf('matter').map(({ from, event, to }) => `${from} ${event} ${to}`)
	const written = Object.entries(TABLE).flatMap(([from, moves]) =>
		Object.entries(moves).map(([name, to]) => `${from} ${name.split(' ')[0]} ${to}`),
	)
	expect(written.filter((each) => !drawn.includes(each))).toEqual([])
	expect([statesOf('matter'), statesOf('agenda'), statesOf('meeting'), statesOf('clearance')]).toEqual([
		[...MATTER_STATES],
		[...AGENDA_STATES],
		[...MEETING_STATES],
		[...CLEARANCE_STATES],
	])
	expect(movesOf('agenda')).toContainEqual({ from: 'listed', event: 'agenda.notified', to: 'notified' })
})

test('characters that nobody sees are named when they keep a text back, twenty of them at most', () => {
	const unseenCharacters = Array.from({ length: 30 }, (_, at) => ({
		codePoint: 'U+200B',
		line: at + 1,
		count: 1,
	}))
	const facts: MatterFacts = { ...COMPLETE, unseenCharacters }
	expect(transitionMatter({ state: 'draft', facts }, { type: 'submission.prepared' })).toMatchObject({
		ok: false,
		reason: {
			code: 'transition-refused',
			state: 'draft',
			event: 'submission.prepared',
			characters: unseenCharacters.slice(0, 20),
		},
	})
	const other = transitionMatter({ state: 'issuing', facts }, { type: 'submission.prepared' })
	expect(other.ok ? null : 'characters' in other.reason).toBe(false)
})

test('the machine itself refuses what lacks something, whoever asks it', () => {
	const lacking = { ...COMPLETE, hasVersion: false }
	const machineWith = (context: MatterFacts) => matterMachine.resolveState({ value: 'draft', context })
	expect(machineWith(lacking).can({ type: 'submission.prepared' })).toBe(false)
})

test('what is missing is named whole, and an event that is foreign to the state names nothing', () => {
	const facts: MatterFacts = {
		...COMPLETE,
		hasVersion: false,
		missingMaterials: 2,
		isVersionSubmittable: false,
	}
	expect(transitionMatter({ state: 'draft', facts }, { type: 'submission.prepared' })).toMatchObject({
		reason: { unmet: ['has-version', 'version-is-submittable', 'materials-complete'] },
	})
	expect(transitionMatter({ state: 'issuing', facts }, { type: 'submission.prepared' })).toMatchObject({
		reason: { unmet: [] },
	})
})

const READY_TEXT = [
	'has-track',
	'has-version',
	'version-is-submittable',
	'characters-are-seen',
	'reading-is-confirmed',
	'version-is-new-since-opinion',
]
const READY_PAPERS = ['materials-complete', 'steps-answered']

/** What each event asks for, written down a second time by hand: a requirement that somebody drops is missed here. */
const ASKED: Record<string, readonly string[]> = {
	'submission.prepared': [...READY_TEXT, ...READY_PAPERS, 'head-was-not-asked'],
	'submission.declined': ['head-was-asked'],
	'matter.submitted': [...READY_TEXT, ...READY_PAPERS, 'head-was-asked'],
	'reading.confirmed': ['has-version', 'version-is-submittable', 'reading-is-not-confirmed'],
	'waiver.requested': [
		'has-version',
		'version-is-submittable',
		'characters-are-unseen',
		'waiver-is-not-open',
	],
	'consultation.opened': [
		'has-version',
		'version-is-submittable',
		'characters-are-seen',
		'reading-is-confirmed',
		'consultation-is-not-open',
	],
	'consultation.cancelled': ['consultation-is-open'],
	'comment.entered': ['consultation-is-open'],
	'comment.judged': ['consultation-is-open'],
	'adoption.closed': ['consultation-is-open'],
	'waiver.granted': ['waiver-is-open'],
	'waiver.declined': ['waiver-is-open'],
	'supplement.submitted': [
		'supplement-answered',
		'version-is-submittable',
		'characters-are-seen',
		'reading-is-confirmed',
		...READY_PAPERS,
	],
	'scope.excluded': ['no-adverse-opinion', 'counsel-hold-disposed'],
	'reviewer.assigned': ['recusal-is-not-open'],
	'supplement.requested': ['clock-runs', 'pause-is-not-asked'],
	'law.confirmed': ['recusal-is-not-open'],
	'pause.requested': ['clock-runs', 'pause-is-not-asked'],
	'pause.decided': ['clock-runs', 'pause-is-asked'],
	'clock.resumed': ['clock-is-stopped'],
	'period.extended': ['clock-runs', 'period-is-not-extended'],
	'objection.filed': ['objection-is-not-open'],
	'objection.answered': ['objection-is-open'],
	'ending.requested': ['ending-is-not-asked', 'not-listed', 'order-is-settled'],
	'matter.terminated': ['termination-is-asked', 'not-listed', 'order-is-settled'],
	'matter.merged': ['merger-is-asked', 'not-listed', 'order-is-settled'],
	'ending.declined': ['ending-is-asked'],
	'urgency.requested': ['urgency-is-not-asked'],
	'urgency.decided': ['clock-runs', 'urgency-is-asked'],
	'recusal.requested': ['recusal-is-not-open', 'recheck-with-reviewer'],
	'recusal.decided': ['recusal-is-open'],
	'opinion.sent-for-signature': [
		'clock-runs',
		'pause-is-not-asked',
		'recusal-is-not-open',
		'version-is-submittable',
		'characters-are-seen',
		'points-answered',
		'steps-judged',
		'items-complete',
		'conclusion-chosen',
		'risk-stated',
		'findings-agree',
		'counsel-heard',
		'counsel-complete',
	],
	'counsel.released': ['counsel-is-awaited'],
	'counsel-hold.disposed': ['counsel-hold-open'],
	'opinion.checked': ['recusal-is-not-open', 'opinion-not-yet-checked', 'findings-agree'],
	'opinion.signed': [
		'recusal-is-not-open',
		'counsel-heard',
		'counsel-hold-disposed',
		'opinion-checked',
		'conclusion-chosen',
		'risk-stated',
		'findings-agree',
	],
	'reply.saved': ['opinion-in-force'],
	'opinion.revoked': ['opinion-in-force'],
	'revision.submitted': [
		'opinion-in-force',
		'version-is-new-since-opinion',
		'version-is-submittable',
		'characters-are-seen',
		'reading-is-confirmed',
		'steps-answered',
		'items-answered',
	],
	'clearance.reissued': [
		'recusal-is-not-open',
		'opinion-in-force',
		'changed-after-clearance',
		'text-as-cleared',
	],
	'recheck.proposed': ['recusal-is-not-open', 'recheck-with-reviewer'],
	'recheck.failed': ['recusal-is-not-open', 'recheck-with-reviewer'],
	'round.opened': ['recusal-is-not-open', 'recheck-with-reviewer'],
	'recheck.signed': [
		'recusal-is-not-open',
		'recheck-awaits-signature',
		'items-settled',
		'counsel-hold-disposed',
	],
	'recheck.refused': ['recheck-awaits-signature'],
	'matter.withdrawn': ['not-listed', 'order-is-settled'],
	'version.uploaded': ['ordered-text-is-reviewed'],
	'emergency.asked': [
		'is-a-decision',
		'has-version',
		'version-is-submittable',
		'characters-are-seen',
		'reading-is-confirmed',
		'no-order-in-force',
		'order-is-not-asked',
		'no-adverse-opinion',
	],
	'emergency.ordered': [
		'is-a-decision',
		'version-is-submittable',
		'characters-are-seen',
		'reading-is-confirmed',
		'order-is-asked',
		'no-adverse-opinion',
	],
	'emergency.declined': ['order-is-asked'],
	'emergency.amended': ['order-in-force', 'order-is-of-another-text'],
	'emergency.revoked': ['order-in-force'],
	'emergency.filed': ['order-is-to-be-filed'],
	'emergency.concluded': ['order-in-force', 'order-is-reviewed', 'order-is-filed', 'not-proposed'],
	'consent.asked': ['waits-for-another-organ'],
	'consent.filed': ['waits-for-another-organ'],
	'consent.given': ['consent-is-asked'],
	'consent.declined': ['consent-is-theirs'],
}

test('every event asks for what the procedure asks, and drops nothing of it', () => {
	for (const [event, asked] of Object.entries(ASKED))
		expect(REQUIRED_FOR[event as MatterEvent['type']] ?? [], event).toEqual(
			expect.arrayContaining([...asked]),
		)
})

test('every requirement alone holds its event back', () => {
	for (const event of EVERY_EVENT) {
		const facts = factsFor(event)
		expect(unmetRequirements(event.type, facts)).toEqual([])
		for (const requirement of REQUIRED_FOR[event.type] ?? []) {
			const lacking = lackingFacts(facts, requirement)
			expect(unmetRequirements(event.type, lacking), `${event.type} without ${requirement}`).toContain(
				requirement,
			)
			for (const state of MATTER_STATES)
				expect(transitionMatter({ state, facts: lacking }, event).ok).toBe(false)
		}
	}
})

/**
 * The shortest path to a state, the facts set so that each event lacks nothing but an opinion that nobody signed;
 * null when there is no path without the events left out.
 */
function pathsTo(target: MatterState, without: readonly MatterEvent['type'][]) {
	type Step = {
		readonly state: MatterState
		readonly hasOpinion: boolean
		readonly path: readonly MatterEvent[]
	}
	const reached = new Map<string, Step>([['draft', { state: 'draft', hasOpinion: false, path: [] }]])
	for (const { state, hasOpinion, path } of reached.values())
		for (const event of EVERY_EVENT.filter((each) => !without.includes(each.type))) {
			const moved = transitionMatter({ state, facts: { ...factsFor(event), hasOpinion } }, event)
			if (!moved.ok) continue
			const signed = event.type === 'opinion.signed' || (hasOpinion && event.type !== 'opinion.revoked')
			const key = `${moved.value} ${signed}`
			if (!reached.has(key))
				reached.set(key, { state: moved.value, hasOpinion: signed, path: [...path, event] })
		}
	return [...reached.values()].find((step) => step.state === target)?.path ?? null
}

test('no path reaches 审查通过 without a signed opinion', () => {
	expect(pathsTo('cleared', [])).not.toBeNull()
	expect(pathsTo('cleared', ['opinion.signed'])).toBeNull()
})

test('no path reaches a decision without a signed opinion or a signed 不属审查范围', () => {
	for (const end of ['issuing', 'decided', 'terminated'] as const) {
		expect(pathsTo(end, [])).not.toBeNull()
		// The drafting head and the lead may end a matter together before anybody decides.
		expect(pathsTo(end, ['opinion.signed', 'scope.excluded', 'matter.terminated'])).toBeNull()
	}
})

test('no path leads past the head’s signature or past acceptance and assignment', () => {
	for (const step of ['matter.submitted'] as const)
		for (const state of MATTER_STATES.filter((each) => each !== 'draft' && each !== 'withdrawn'))
			expect(pathsTo(state, [step]), `${state} without ${step}`).toBeNull()
	// Finding it out of scope takes the matter in as well; when that runs out it is accepted and decided anew.
	expect(pathsTo('reviewing', ['matter.accepted', 'scope.excluded'])).toBeNull()
	expect(pathsTo('signoff', ['opinion.sent-for-signature'])).toBeNull()
	for (const state of ['not-passed', 'recheck'] as const)
		expect(pathsTo(state, ['opinion.signed'])).toBeNull()
})

test('不合法 leads to an agenda only through a new round', () => {
	const reached = reachableFrom('not-passed', ['matter.submitted', 'opinion.revoked'])
	expect([...reached].sort()).toEqual(['merged', 'not-passed', 'terminated', 'withdrawn'])
})

test('the graph that xstate draws reaches every state, and nothing leaves a final one', () => {
	const paths = getShortestPaths(matterMachine, {
		input: COMPLETE,
		events: [...EVERY_EVENT],
		serializeState: (snapshot) => JSON.stringify(snapshot.value),
	})
	const found = new Set(paths.map((path) => path.state.value))
	for (const state of ['draft', 'withdrawn'] as const) expect(found.has(state)).toBe(true)
	expect([...reachableFrom('draft', [])].sort()).toEqual([...MATTER_STATES].sort())
	for (const state of FINAL_STATES) expect(reachableFrom(state, [])).toEqual(new Set([state]))
})

test.each([
	['issued', 'text.published'],
	['filing', 'text.filed'],
] as const)('from %s, %s leads to filing while one is owed, and else to the end', (state, type) => {
	const to = (filingsAfter: 'owed' | 'none') =>
		transitionMatter({ state, facts: { ...COMPLETE, filingsAfter } }, { type })
	expect(to('owed')).toEqual({ ok: true, value: 'filing' })
	expect(to('none')).toEqual({ ok: true, value: 'published' })
})

test('any sequence of events agrees with a naive reading of the table', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...EVERY_EVENT), { maxLength: 40 }), (events) => {
			let state: MatterState = 'draft'
			let naive: MatterState = 'draft'
			for (const event of events) {
				const moved = transitionMatter({ state, facts: factsFor(event) }, event)
				state = moved.ok ? moved.value : state
				naive = TABLE[naive][nameOf(event)] ?? naive
				expect(state).toBe(naive)
			}
		}),
	)
})

function reachableFrom(start: MatterState, without: readonly MatterEvent['type'][]): Set<MatterState> {
	const reached = new Set<MatterState>([start])
	for (const state of reached)
		for (const event of EVERY_EVENT.filter((each) => !without.includes(each.type))) {
			const moved = transitionMatter({ state, facts: factsFor(event) }, event)
			if (moved.ok) reached.add(moved.value)
		}
	return reached
}

function nameOf(event: MatterEvent): string {
	if (event.type === 'opinion.signed') return `${event.type} ${event.conclusion}`
	return 'outcome' in event ? `${event.type} ${event.outcome}` : event.type
}

function otherValue(value: MatterFacts[keyof MatterFacts]): unknown {
	if (typeof value === 'boolean') return !value
	if (typeof value === 'number') return value === 0 ? 1 : 0
	if (value === 'asked') return 'not-needed'
	if (value === 'leader') return null
	if (value === 'none') return 'in-force'
	if (value === 'in-force') return 'none'
	return typeof value === 'object' && value !== null && value.length > 0
		? []
		: [{ codePoint: 'U+200B', count: 1 }, ...REQUEST_KINDS]
}

/** Changes one fact so that the requirement no longer holds. */
function lackingFacts(facts: MatterFacts, requirement: keyof typeof REQUIREMENTS): MatterFacts {
	if (requirement === 'ordered-text-is-reviewed') return { ...facts, order: 'in-force', hasOpinion: false }
	for (const [name, value] of Object.entries(facts)) {
		const changed = { ...facts, [name]: otherValue(value) }
		if (!REQUIREMENTS[requirement](changed)) return changed
	}
	throw new Error(`no fact unmakes ${requirement}`)
}

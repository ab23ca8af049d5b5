import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FINAL_STATES, MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { MEETING_ACTS } from '#app/domain/act/meeting-acts.ts'
import { REQUEST_KINDS } from '#app/domain/matter/matter-request.ts'
import { grantsOf } from '#app/domain/permission/permission-table.ts'
import { AGENDA_STATES } from '#app/domain/review-workflow/life-cycle-states.ts'
import { transitionAgendaItem, type AgendaEvent } from '#app/domain/review-workflow/agenda-machine.ts'
import type { MatterEvent } from '#app/domain/review-workflow/matter-events.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { TURN_REASONS, turnsOf } from '#app/domain/review-workflow/turn.ts'
import { COMPLETE } from './matter-facts.ts'

const FACTS: fc.Arbitrary<TurnFacts> = fc.record({
	state: fc.constantFrom(...MATTER_STATES),
	awaitingHead: fc.boolean(),
	awaitingSignature: fc.boolean(),
	changedAfterClearance: fc.boolean(),
	isWaiverOpen: fc.boolean(),
	isTextAsCleared: fc.boolean(),
	hasOpinion: fc.boolean(),
	isForRegister: fc.boolean(),
	lacksCounselOpinion: fc.boolean(),
	hasCounselHold: fc.boolean(),
	isOpinionChecked: fc.boolean(),
	hasOpenRecusal: fc.boolean(),
	isClockStopped: fc.boolean(),
	openRequests: fc.subarray([...REQUEST_KINDS]),
	consent: fc.constantFrom('not-needed', 'missing', 'asked', 'given'),
	consentAskedOf: fc.constantFrom(null, 'leader-1'),
	orderAskedOf: fc.constantFrom(null, 'leader-1'),
	order: fc.constantFrom('none', 'in-force', 'revoked'),
	orderedBy: fc.constantFrom(null, 'leader-1'),
	isOrderFiled: fc.boolean(),
	isOrderedText: fc.boolean(),
	isOrderReviewed: fc.boolean(),
	reviewerId: fc.constantFrom(null, 'reviewer-1'),
	counselAsked: fc.subarray(['counsel-3', 'counsel-4']),
	lacksSuccessor: fc.boolean(),
	counselWaiting: fc.subarray(['counsel-1', 'counsel-2']),
	hasCounsel: fc.boolean(),
	agenda: fc.constantFrom(null, ...AGENDA_STATES),
})

/** What the act at a meeting does to the agenda item. */
const AGENDA_EVENT: Record<string, AgendaEvent> = {
	'agenda.listing-requested': { type: 'agenda.listed' },
	'meeting.fixed': { type: 'agenda.notified' },
	'outcome.noted': { type: 'outcome.recorded', outcome: 'passed' },
}

/** What was asked of whoever does these acts. */
const ASKED_BY: Readonly<Record<string, string>> = {
	'objection.answered': 'objection',
	'matter.terminated': 'termination',
	'matter.merged': 'merger',
}

test('every turn’s act is possible in the machine, for a role that the permission table lets do it', () => {
	fc.assert(
		fc.property(FACTS, (facts) => {
			for (const turn of turnsOf(facts)) {
				expect(grantsOf(turn.act).map((grant) => grant.role)).toContain(turn.role)
				if (turn.act in MEETING_ACTS) {
					const event = AGENDA_EVENT[turn.act]
					expect(event && facts.agenda && transitionAgendaItem(facts.agenda, event).ok, turn.act).toBe(true)
					continue
				}
				const event = { type: turn.act, conclusion: 'lawful', outcome: 'passed' } as MatterEvent
				// An opinion is checked once, so what is waited for there is a check that has not been made.
				// An open recusal holds back all but its decision; what else is waited for goes on once that is made.
				const hasOpenRecusal = turn.act === 'recusal.decided'
				// So does a request to stop the clock.
				const waiting = [`${turn.act}`, ASKED_BY[turn.act]]
				const openRequests = facts.openRequests.filter(
					(kind) => waiting.includes(`${kind}.decided`) || waiting.includes(kind),
				)
				const known = { ...COMPLETE, ...facts, lacksCounselOpinion: false, hasOpenRecusal, openRequests }
				const hasCounselHold = turn.act === 'counsel-hold.disposed' && known.hasCounselHold
				// What is waited for after a meeting is a text that differs from the one that lay before it.
				const isTextAsCleared = turn.act !== 'meeting-text.submitted' && known.isTextAsCleared
				// While an order leaves something owed the lead can only decline an ending that was asked for before it.
				const order = turn.act.startsWith('emergency.') ? known.order : 'none'
				const ready = { ...known, hasCounselHold, isTextAsCleared, order }
				expect(
					transitionMatter({ state: facts.state, facts: ready }, event),
					`${facts.state} ${turn.act}`,
				).toMatchObject({ ok: true })
			}
		}),
		{ numRuns: 2000 },
	)
})

test('a matter that goes on is always somebody’s turn; one that is over is nobody’s', () => {
	fc.assert(
		fc.property(FACTS, (facts) => {
			const owesFiling = facts.order !== 'none' && !facts.isOrderFiled && facts.state === 'published'
			const isOver = (FINAL_STATES as readonly string[]).includes(facts.state) && !owesFiling
			expect(turnsOf(facts).length > 0).toBe(!isOver)
		}),
	)
})

test('no reason is without its turn', () => {
	const found = new Set(
		fc
			.sample(FACTS, { numRuns: 20_000, seed: 7 })
			.flatMap((facts) => turnsOf(facts).map((turn) => turn.reason)),
	)
	expect([...found].sort()).toEqual([...TURN_REASONS].sort())
})

test('while counsel write, the reviewer’s turn stays first', () => {
	const [facts] = fc.sample(FACTS, 1)
	if (!facts) throw new Error('no facts')
	const turns = turnsOf({
		...facts,
		state: 'reviewing',
		reviewerId: 'r',
		counselAsked: [],
		lacksSuccessor: false,
		counselWaiting: ['c'],
		hasCounselHold: false,
		hasOpenRecusal: false,
		lacksCounselOpinion: true,
		hasCounsel: true,
		openRequests: [],
		isClockStopped: false,
		order: 'none',
		orderAskedOf: null,
	})
	expect(turns.map((turn) => [turn.role, turn.personIds])).toEqual([
		['reviewer', ['r']],
		['counsel', ['c']],
	])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsListing, OUTCOMES } from '#app/domain/meeting/outcome.ts'
import { type AgendaEvent, transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import {
	type AgendaState,
	type MeetingState,
	AGENDA_STATES,
	CLEARANCE_STATES,
	MEETING_STATES,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import { type ClearanceEvent, endClearance } from '#app/domain/review-workflow/clearance-machine.ts'
import {
	type MeetingEvent,
	judgeMeeting,
	transitionMeeting,
} from '#app/domain/review-workflow/meeting-machine.ts'
import type { MeetingFacts } from '#app/domain/review-workflow/meeting-facts.ts'

const AGENDA_EVENTS: AgendaEvent[] = [
	{ type: 'agenda.listed' },
	{ type: 'agenda.notified' },
	{ type: 'agenda.blocked' },
	{ type: 'agenda.delisted' },
	...OUTCOMES.map((outcome): AgendaEvent => ({ type: 'outcome.recorded', outcome })),
]

const TAKEN_OFF = { 'outcome.recorded removed': 'removed', 'outcome.recorded withdrawn': 'removed' } as const
const NOT_REACHED = { 'outcome.recorded not-reached': 'postponed' } as const
const DISCUSSED = Object.fromEntries(
	OUTCOMES.filter(needsListing).map((outcome) => [`outcome.recorded ${outcome}`, 'discussed']),
)

/** An agenda item's state × event; what is not here is refused. */
const AGENDA: Record<AgendaState, Record<string, string>> = {
	proposed: { 'agenda.listed': 'listed', 'agenda.blocked': 'blocked', ...TAKEN_OFF },
	blocked: { 'agenda.listed': 'listed', ...NOT_REACHED, ...TAKEN_OFF },
	listed: {
		'agenda.notified': 'notified',
		'agenda.blocked': 'blocked',
		'agenda.delisted': 'proposed',
		...TAKEN_OFF,
	},
	notified: { 'agenda.blocked': 'blocked', ...DISCUSSED, ...NOT_REACHED, ...TAKEN_OFF },
	discussed: {},
	postponed: {},
	removed: {},
}

test.each(AGENDA_STATES)('an item that is %s does what the table says and nothing else', (state) => {
	const found = Object.fromEntries(
		AGENDA_EVENTS.flatMap((event) => {
			const moved = transitionAgendaItem(state, event)
			return moved.ok
				? [[event.type === 'outcome.recorded' ? `${event.type} ${event.outcome}` : event.type, moved.value]]
				: []
		}),
	)
	expect(found).toEqual(AGENDA[state])
})

test('a refused event of an item is named, with the state that did not know it', () => {
	expect(transitionAgendaItem('discussed', { type: 'agenda.listed' })).toEqual({
		ok: false,
		reason: { code: 'agenda-transition-refused', state: 'discussed', event: 'agenda.listed' },
	})
})

test('no sequence of events discusses an item that was not listed and notified after it was last blocked', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...AGENDA_EVENTS), { maxLength: 30 }), (events) => {
			let state: AgendaState = 'proposed'
			let isListed = false
			let isNotified = false
			for (const event of events) {
				const moved = transitionAgendaItem(state, event)
				if (!moved.ok) continue
				if (moved.value === 'discussed') expect(isListed && isNotified).toBe(true)
				if (event.type === 'agenda.blocked' || event.type === 'agenda.delisted') isListed = isNotified = false
				if (event.type === 'agenda.listed') isListed = true
				if (event.type === 'agenda.notified') isNotified = true
				state = moved.value
			}
		}),
	)
})

const CLEARANCE_EVENTS: ClearanceEvent[] = [
	{ type: 'clearance.voided' },
	{ type: 'clearance.consumed' },
	{ type: 'clearance.expired' },
]

test('a clearance ends once, in one of three ways, and never comes back', () => {
	const ends = CLEARANCE_EVENTS.map((event) => endClearance('valid', event))
	expect(ends.map((end) => (end.ok ? end.value : null))).toEqual(['void', 'consumed', 'expired'])
	for (const state of CLEARANCE_STATES.filter((each) => each !== 'valid'))
		for (const event of CLEARANCE_EVENTS)
			expect(endClearance(state, event)).toMatchObject({ reason: { code: 'clearance-ended', state } })
})

const READY: MeetingFacts = {
	undecidedItems: 0,
	listings: 1,
	attendees: 3,
	approval: 'given',
	isUrgentlyApproved: true,
}
const MEETING_EVENTS: MeetingEvent[] = [
	{ type: 'agenda.edited' },
	{ type: 'agenda.listed' },
	{ type: 'agenda.delisted' },
	{ type: 'meeting.fixed' },
	{ type: 'meeting.urgent-approved' },
	{ type: 'meeting.held' },
	{ type: 'outcome.noted', outcome: 'passed' },
	{ type: 'outcome.noted', outcome: 'not-reached' },
	{ type: 'outcome.noted', outcome: 'removed' },
	{ type: 'outcome.noted', outcome: 'withdrawn' },
	{ type: 'attendance.recorded' },
	{ type: 'off-system.recorded' },
	{ type: 'discussion.recorded' },
	{ type: 'record.corrected' },
	{ type: 'follow-up.set' },
	{ type: 'follow-up.reported' },
	{ type: 'follow-up.confirmed' },
	{ type: 'follow-up.returned' },
	{ type: 'follow-up.withdrawn' },
	{ type: 'meeting.closed' },
	{ type: 'meeting.cancelled' },
]

/** A meeting's state × event with an item listed; what is not here is refused. */
const MEETING: Record<MeetingState, Record<string, string>> = {
	preparing: {
		'agenda.edited': 'preparing',
		'agenda.listed': 'preparing',
		'agenda.delisted': 'preparing',
		'meeting.fixed': 'fixed',
		'meeting.urgent-approved': 'preparing',
	},
	fixed: {
		'agenda.listed': 'fixed',
		'meeting.urgent-approved': 'fixed',
		'meeting.held': 'held',
		'outcome.noted removed': 'fixed',
		'outcome.noted withdrawn': 'fixed',
	},
	held: {
		'outcome.noted passed': 'held',
		'outcome.noted not-reached': 'held',
		'outcome.noted removed': 'held',
		'outcome.noted withdrawn': 'held',
		'attendance.recorded': 'held',
		'off-system.recorded': 'held',
		'discussion.recorded': 'held',
		'follow-up.set': 'held',
		'follow-up.withdrawn': 'held',
		'meeting.closed': 'closed',
	},
	closed: {
		'off-system.recorded': 'closed',
		'record.corrected': 'closed',
		'follow-up.set': 'closed',
		'follow-up.reported': 'closed',
		'follow-up.confirmed': 'closed',
		'follow-up.returned': 'closed',
		'follow-up.withdrawn': 'closed',
	},
	cancelled: {},
}

test.each(MEETING_STATES)('a meeting that is %s does what the table says and nothing else', (state) => {
	const found = Object.fromEntries(
		MEETING_EVENTS.flatMap((event) => {
			const moved = transitionMeeting({ state, facts: READY }, event)
			return moved.ok
				? [[event.type === 'outcome.noted' ? `${event.type} ${event.outcome}` : event.type, moved.value]]
				: []
		}),
	)
	expect(found).toEqual(MEETING[state])
})

test.each(MEETING_STATES)(
	'what a page offers of a meeting that is %s is what the meeting then takes',
	(state) => {
		const mayTake = judgeMeeting({ state, facts: READY })
		const offered = MEETING_EVENTS.filter(mayTake)
		expect(
			offered.map((event) =>
				event.type === 'outcome.noted' ? `${event.type} ${event.outcome}` : event.type,
			),
		).toEqual(Object.keys(MEETING[state]))
	},
)

test('a meeting is not closed while an item has no outcome, and the refusal counts them', () => {
	const facts = { ...READY, undecidedItems: 2 }
	expect(transitionMeeting({ state: 'held', facts }, { type: 'meeting.closed' })).toEqual({
		ok: false,
		reason: {
			code: 'meeting-transition-refused',
			state: 'held',
			event: 'meeting.closed',
			undecidedItems: 2,
			lacksAttendance: false,
			lacksApproval: false,
		},
	})
})

test('a meeting is not closed while nobody’s attendance is recorded, and the refusal says so', () => {
	const facts = { ...READY, attendees: 0 }
	expect(transitionMeeting({ state: 'held', facts }, { type: 'meeting.closed' })).toMatchObject({
		reason: { undecidedItems: 0, lacksAttendance: true },
	})
})

test('an empty agenda is cancelled and not fixed; a full one is fixed and not cancelled', () => {
	for (const state of ['preparing', 'fixed'] as const) {
		const empty = { ...READY, listings: 0 }
		expect(transitionMeeting({ state, facts: empty }, { type: 'meeting.cancelled' }).ok).toBe(true)
		expect(transitionMeeting({ state, facts: empty }, { type: 'meeting.fixed' }).ok).toBe(false)
		expect(transitionMeeting({ state, facts: READY }, { type: 'meeting.cancelled' }).ok).toBe(false)
	}
})

test('nothing joins a fixed agenda without an urgent approval', () => {
	const facts = { ...READY, isUrgentlyApproved: false }
	expect(transitionMeeting({ state: 'fixed', facts }, { type: 'agenda.listed' }).ok).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { agendaDigest } from '#app/domain/meeting/agenda-approval.ts'
import type { AgendaState, MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import {
	type MeetingAgenda,
	type MeetingItem,
	type MeetingTask,
	agendaOf,
	countItems,
	isUrgentlyApproved,
	mayLeave,
	meetingOfProposal,
	meetingFactsOf,
	meetingTask,
	undecidedItems,
} from '#app/domain/meeting/meeting-record.ts'
import { type MeetingEvent, transitionMeeting } from '#app/domain/review-workflow/meeting-machine.ts'

const item = (state: AgendaState, change: Partial<MeetingAgenda['items'][number]> = {}) => ({
	id: 'item',
	kind: 'decision' as const,
	title: '某事项',
	position: 1,
	matterId: 'matter',
	state,
	listing: state === 'listed' || state === 'notified' ? { contentSha256: 'a', clearanceId: 'c' } : null,
	outcome: null,
	...change,
})
const slot = {
	...item('proposed'),
	kind: 'study',
	matterId: null,
	state: 'listed',
	listing: null,
	outcome: null,
} as const
const PERSON = [{}]

const meeting = (
	state: MeetingState,
	items: MeetingAgenda['items'] = [],
	attendances: MeetingAgenda['attendances'] = [],
	approvals: MeetingAgenda['approvals'] = [],
): MeetingAgenda => ({ state, items, attendances, approvals })

/** An agenda with one item, with what was said of its approval. */
const LISTED = [item('listed')]
const said = (isGiven: boolean | null) => {
	const row = { isGiven, approverId: 'chair', approverName: '高某某', fileSha256: null, signedOn: null }
	return [{ ...row, agendaSha256: agendaDigest({ items: LISTED }) }]
}

const ROWS: [string, MeetingAgenda, MeetingTask | null][] = [
	['an empty agenda is to be filled', meeting('preparing'), 'list'],
	['plain slots alone are no agenda', meeting('preparing', [slot]), 'list'],
	['nor is what fell off it', meeting('preparing', [item('blocked')]), 'list'],
	['what has an item goes to its chair', meeting('preparing', LISTED), 'ask'],
	['who approves it', meeting('preparing', LISTED, [], said(null)), 'approve'],
	['sent back, it goes there again', meeting('preparing', LISTED, [], said(false)), 'ask'],
	['approved, it is to be fixed', meeting('preparing', LISTED, [], said(true)), 'fix'],
	['changed since, it goes there again', meeting('preparing', [item('listed'), slot], [], said(true)), 'ask'],
	['a fixed agenda waits for the meeting', meeting('fixed', [item('notified')]), 'hold'],
	['a held meeting has outcomes to record', meeting('held', [item('notified')], PERSON), 'record'],
	['also of what fell off its agenda', meeting('held', [item('blocked')], PERSON), 'record'],
	['before them, who came', meeting('held', [item('notified')]), 'attend'],
	['then it is closed', meeting('held', [item('discussed', { outcome: {} }), slot], PERSON), 'close'],
	['what is closed asks for nothing', meeting('closed', [item('discussed')]), null],
	['nor what was cancelled', meeting('cancelled', [item('proposed')]), null],
]

test.each(ROWS)('%s', (_name, record, task) => {
	expect(meetingTask(record)).toBe(task)
})

const EVENT: Record<Exclude<MeetingTask, 'list'>, MeetingEvent> = {
	ask: { type: 'approval.asked' },
	approve: { type: 'agenda.approved' },
	fix: { type: 'meeting.fixed' },
	hold: { type: 'meeting.held' },
	record: { type: 'outcome.noted', outcome: 'passed' },
	attend: { type: 'attendance.recorded' },
	close: { type: 'meeting.closed' },
}

test('what a meeting asks for, its machine takes', () => {
	for (const [name, record, task] of ROWS) {
		if (task === null || task === 'list') continue
		const moved = transitionMeeting({ state: record.state, facts: meetingFactsOf(record) }, EVENT[task])
		expect(moved.ok, name).toBe(true)
	}
})

describe('what a meeting still has to record', () => {
	test.each<[string, MeetingAgenda['items'][number], boolean]>([
		['an item that is listed', item('listed'), true],
		['one that was notified', item('notified'), true],
		['one that fell off', item('blocked'), true],
		['not one that was only proposed', item('proposed'), false],
		['not one that was taken off', item('removed'), false],
		['not one with an outcome', item('notified', { outcome: {} }), false],
		['not a plain slot', slot, false],
	])('%s', (_name, given, expected) => {
		expect(undecidedItems({ items: [given] })).toEqual(expected ? [given] : [])
	})
})

test('the facts of a meeting are counted, and an urgent approval is that of one matter', () => {
	expect(meetingFactsOf(meeting('held', [item('notified'), item('blocked'), slot], [{}, {}]))).toEqual({
		undecidedItems: 2,
		listings: 1,
		attendees: 2,
		approval: 'none',
		isUrgentlyApproved: false,
	})
	expect(meetingFactsOf(meeting('fixed'), true).isUrgentlyApproved).toBe(true)
	const urgents = [{ matterId: 'c' }, { matterId: 'a' }]
	expect(isUrgentlyApproved({ urgents }, 'a')).toBe(true)
	expect(isUrgentlyApproved({ urgents }, 'b')).toBe(false)
})

test('only a meeting that is being prepared, or never held, lets go of what it had taken up', () => {
	const states = ['preparing', 'fixed', 'held', 'closed', 'cancelled'] as const
	expect(states.filter((state) => mayLeave(state))).toEqual(['preparing', 'cancelled'])
})

test('an agenda has all that was listed, also what fell off it, and neither proposals nor what was taken off', () => {
	const states = ['proposed', 'blocked', 'listed', 'notified', 'discussed', 'postponed', 'removed'] as const
	const items = states.map((state) => ({ state }) as MeetingItem)
	expect(agendaOf({ items }).map(({ state }) => state)).toEqual([
		'blocked',
		'listed',
		'notified',
		'discussed',
		'postponed',
	])
})

test('a meeting has the items that stand on its agenda or have an outcome there, and none that was only proposed or blocked', () => {
	expect(countItems([item('proposed'), item('blocked'), item('removed')])).toBe(0)
	expect(countItems([item('listed'), item('notified'), slot, item('blocked')])).toBe(3)
	expect(countItems([item('discussed', { outcome: {} }), item('removed', { outcome: {} })])).toBe(2)
})

test('a proposal is put before the meeting that has it, or the next of its organ that is prepared', () => {
	const held = { id: 'held', organId: 'office', state: 'held' } as const
	const cancelled = { id: 'cancelled', organId: 'office', state: 'cancelled' } as const
	const other = { id: 'other', organId: 'bureau', state: 'preparing' } as const
	const next = { id: 'next', organId: 'office', state: 'preparing' } as const
	const later = { id: 'later', organId: 'office', state: 'preparing' } as const
	const all = [cancelled, held, other, next, later]
	const of = (meetingId: string | null) => meetingOfProposal({ organId: 'office', meetingId }, all)
	expect(of(null)).toBe('next')
	expect(of('held')).toBe('held')
	expect(of('later')).toBe('later')
	expect(of('cancelled')).toBe('next')
	expect(meetingOfProposal({ organId: 'office', meetingId: null }, [cancelled, held, other])).toBeNull()
})

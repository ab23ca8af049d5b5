import { PASSWORD } from './review-steps.ts'
import { type RouteEntry, ask, at } from './route-ask.ts'

/** A page that was opened long ago: whoever may do the act is told so, and nobody changes anything. */
const STALE = { seen: '0' }

/** The routes of meetings and their agendas. */
export const MEETING_ROUTES: Readonly<Record<string, RouteEntry>> = {
	'meetings._index': { kind: 'act', get: ask('own-organ', 'meeting.read'), post: [] },
	'meetings.new': {
		kind: 'act',
		get: ask('own-organ', 'meeting.created'),
		post: [
			ask('own-organ', 'meeting.created', {
				kind: 'standing',
				title: '常务会议',
				day: '2020-01-01',
				time: '09:00',
				place: '会议室',
			}),
		],
	},
	'meetings.$meetingId.packet': { kind: 'act', get: at('planned', 'packet.read'), post: [] },
	'meetings.$meetingId._index': {
		kind: 'act',
		get: at('planned', 'meeting.read'),
		post: [
			at('planned', 'agenda.listing-requested', ({ ids }) => ({ intent: 'list', item: ids.pooledItem })),
			at('planned', 'agenda.edited', ({ ids }) => ({ intent: 'move-up', item: ids.listedItem })),
			at('planned', 'agenda.edited', ({ ids }) => ({ intent: 'move-down', item: ids.listedItem })),
			at('planned', 'agenda.edited', { intent: 'add-slot', slotKind: 'other', slotTitle: '传达学习' }),
			at('planned', 'agenda.edited', ({ ids }) => ({ intent: 'drop-slot', item: ids.listedItem, ...STALE })),
			at('planned', 'agenda.delisted', ({ ids }) => ({
				intent: 'delist',
				item: ids.listedItem,
				reason: '推迟讨论。',
				...STALE,
			})),
			at('planned', 'meeting.urgent-approved', ({ ids }) => ({
				intent: 'approve-urgent',
				item: ids.pooledItem,
				reason: '汛期紧急。',
				password: PASSWORD,
			})),
			at('planned', 'meeting.cancelled', { intent: 'cancel', reason: '合并召开。', ...STALE }),
			at('planned', 'meeting.fixed', { intent: 'fix', approvedOn: '2020-01-02' }),
			at('planned', 'meeting.held', { intent: 'hold' }),
		],
	},
	'meetings.$meetingId.outcomes': {
		kind: 'act',
		get: at('held', 'outcome.noted'),
		post: [
			at('held', 'outcome.noted', ({ ids }) => ({
				intent: 'record-outcome',
				item: ids.heldItem,
				outcome: 'passed',
				decisionText: '会议议定如上。',
				...STALE,
			})),
			at('held', 'attendance.recorded', { intent: 'record-attendance', member: '张某某' }),
			at('held', 'meeting.closed', { intent: 'close' }),
		],
	},
}

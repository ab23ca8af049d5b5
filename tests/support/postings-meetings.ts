import type { MEETING_ACTS } from '#app/domain/act/meeting-acts.ts'
import { PASSWORD } from './review-steps.ts'
import { type Posting, send, sendAt } from './route-ask.ts'

/** A page that was opened long ago: whoever may do the act is told so, and nobody changes anything. */
const STALE = { seen: '0' }

/** How the forms of meetings are sent. An outcome is recorded by what the secretary notes. */
export const MEETING_POSTINGS: Readonly<
	Record<Exclude<keyof typeof MEETING_ACTS, 'outcome.recorded'>, readonly Posting[]>
> = {
	'meeting.created': [
		send('own-organ', {
			kind: 'standing',
			title: '常务会议',
			day: '2020-01-01',
			time: '09:00',
			place: '会议室',
		}),
	],
	'agenda.listing-requested': [sendAt('planned', ({ ids }) => ({ intent: 'list', item: ids.pooledItem }))],
	'agenda.edited': [
		sendAt('planned', ({ ids }) => ({ intent: 'move-up', item: ids.listedItem })),
		sendAt('planned', ({ ids }) => ({ intent: 'move-down', item: ids.listedItem })),
		sendAt('planned', { intent: 'add-slot', slotKind: 'study', slotTitle: '传达学习' }),
		{
			...sendAt('planned', { intent: 'add-slot', slotKind: 'study', slotTitle: '《行政处罚法》' }),
			route: 'meetings.$meetingId.study',
		},
		sendAt('planned', ({ ids }) => ({ intent: 'drop-slot', item: ids.listedItem, ...STALE })),
	],
	'agenda.delisted': [
		sendAt('planned', ({ ids }) => ({
			intent: 'delist',
			item: ids.listedItem,
			reason: '推迟讨论。',
			...STALE,
		})),
	],
	'meeting.urgent-approved': [
		sendAt('planned', ({ ids }) => ({
			intent: 'approve-urgent',
			item: ids.pooledItem,
			reason: '汛期紧急。',
			password: PASSWORD,
			...STALE,
		})),
	],
	'meeting.cancelled': [sendAt('planned', { intent: 'cancel', reason: '合并召开。', ...STALE })],
	'approval.asked': [sendAt('planned', { intent: 'ask', ...STALE })],
	'approval.filed': [
		sendAt('planned', { intent: 'file', approverName: '高某某', signedOn: '2026-11-20', ...STALE }),
	],
	'agenda.approved': [
		sendAt('planned', { intent: 'approve', shown: 'f'.repeat(64), read: 'yes', password: 'x', ...STALE }),
	],
	'agenda.sent-back': [sendAt('planned', { intent: 'back', words: '请再调整。', ...STALE })],
	'meeting.fixed': [sendAt('planned', { intent: 'fix', sure: 'yes' })],
	'meeting.held': [sendAt('planned', { intent: 'hold', sure: 'yes' })],
	'outcome.noted': [
		sendAt('held', ({ ids }) => ({
			intent: 'record-outcome',
			item: ids.heldItem,
			outcome: 'passed',
			decisionText: '会议议定如上。',
			...STALE,
		})),
	],
	'off-system.recorded': [
		sendAt('held', {
			intent: 'record-off-system',
			title: '某事项',
			organ: '某局',
			decisionText: '原则同意。',
			reason: '临时提出。',
			...STALE,
		}),
	],
	'attendance.recorded': [
		sendAt('held', { intent: 'record-attendance', total: '1', member: '张某某', ...STALE }),
	],
	'discussion.recorded': [
		sendAt('held', ({ ids }) => ({
			intent: 'record-discussion',
			item: ids.heldItem,
			presenters: '王某某 区农业农村局',
			opinions: '张某某 同意',
			head: '张某某',
			...STALE,
		})),
	],
	'record.corrected': [
		sendAt('held', { intent: 'correct-record', words: '应当是九点。', reason: '笔误。', ...STALE }),
	],
	'follow-up.set': [
		sendAt('held', ({ ids }) => ({
			intent: 'set',
			item: ids.heldItem,
			organ: ids.housing,
			what: '印发办法。',
			dueOn: '2026-12-31',
			...STALE,
		})),
	],
	'follow-up.reported': [
		sendAt('held', ({ ids }) => ({ intent: 'report', task: ids.heldTask, words: '已印发。', ...STALE })),
	],
	'follow-up.confirmed': [
		sendAt('held', ({ ids }) => ({ intent: 'confirm', task: ids.heldTask, words: '属实。', ...STALE })),
	],
	'follow-up.returned': [
		sendAt('held', ({ ids }) => ({ intent: 'return', task: ids.heldTask, words: '未附件。', ...STALE })),
	],
	'follow-up.withdrawn': [
		sendAt('held', ({ ids }) => ({ intent: 'withdraw', task: ids.heldTask, words: '重复交办。', ...STALE })),
	],
	'meeting.closed': [sendAt('held', { intent: 'close', sure: 'yes' })],
}

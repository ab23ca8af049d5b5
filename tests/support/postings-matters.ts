import type { ConsultationDetails } from '#app/domain/act/consultation-acts.ts'
import type { ConsentDetails } from '#app/domain/act/consent-acts.ts'
import type { EmergencyDetails } from '#app/domain/act/emergency-acts.ts'
import type { DraftingDetails } from '#app/domain/act/drafting-acts.ts'
import { type Posting, sendOn } from './route-ask.ts'

const PAPER = { pasted: '一份新的文本。', 'main-secrecy': 'internal' }
/** A page that was opened long ago: whoever may do the act is told so, and nobody changes anything. */
const STALE = { seen: '0' }
const ON_CONFIRM = { route: 'matters.$matterId.confirm' }
const ON_SUPPLEMENT = { route: 'matters.$matterId.supplement' }

/** How the forms of the drafting side are sent. */
export const MATTER_POSTINGS: Readonly<
	Record<
		keyof (DraftingDetails & ConsultationDetails & ConsentDetails & EmergencyDetails),
		readonly Posting[]
	>
> = {
	'matter.opened': [
		{
			about: 'own-jurisdiction',
			fields: () => ({ title: '集市管理办法', tracks: 'normative-document', issuer: 'government' }),
		},
	],
	'version.uploaded': [
		sendOn('ready', { intent: 'upload', ...PAPER }),
		sendOn('ready', { intent: 'restore', versionNo: '1' }),
		sendOn('cleared', { intent: 'upload', ...PAPER, ...STALE }, { route: 'matters.$matterId.replace' }),
	],
	'reading.confirmed': [sendOn('unread', { readAs: '0'.repeat(64), same: 'yes', ...STALE })],
	'waiver.requested': [sendOn('unseenUnasked', { intent: 'request', reason: '连写需要。', ...STALE })],
	'matter.edited': [
		sendOn('ready', { intent: 'not-applicable', item: 'legal-bases', 'reason-legal-bases': '见说明。' }),
		sendOn('ready', { intent: 'step-done', item: 'risk-assessment' }),
		sendOn('ready', { intent: 'step-not', item: 'risk-assessment' }),
		sendOn('ready', { intent: 'file', item: 'legal-bases' }),
		sendOn(
			'ready',
			{ intent: 'heading', title: '集市管理办法', tracks: 'normative-document', issuer: 'government' },
			ON_CONFIRM,
		),
		sendOn('supplementing', { intent: 'save', 'answer-1': '已补充。' }, ON_SUPPLEMENT),
	],
	'consultation.opened': [
		sendOn('ready', {
			...{ intent: 'open', from: '2027-01-04', to: '2027-02-10', introduction: '起草说明。' },
			...{ isFitForPublic: 'yes', ...STALE },
		}),
	],
	'comment.entered': [
		sendOn('ready', {
			...{ intent: 'enter', source: 'letter', receivedOn: '2026-11-23', words: '建议缩短办理时间。' },
			...{ standing: 'resident', ...STALE },
		}),
	],
	'comment.judged': [
		sendOn('ready', { intent: 'judge', answer: 'adopted', gist: '', reason: '已改写第三条。', ...STALE }),
	],
	'adoption.closed': [sendOn('ready', { intent: 'close', isFitForPublic: 'yes', ...STALE })],
	'consultation.cancelled': [sendOn('ready', { intent: 'cancel', words: '发错稿件。', ...STALE })],
	'submission.prepared': [sendOn('ready', { intent: 'ask' })],
	'submission.declined': [sendOn('ready', { intent: 'decline', words: '请补充依据。' })],
	'matter.submitted': [sendOn('ready', { intent: 'sign', read: 'yes' })],
	'supplement.submitted': [sendOn('supplementing', { intent: 'send', 'answer-1': '已补充。' })],
	'reply.saved': [
		sendOn('amended', ({ ids }) => ({
			intent: 'reply',
			position: '1',
			opinionItemId: ids.opinionItem,
			'answer-1': 'adopted',
			'text-1': '已修改。',
		})),
	],
	'revision.submitted': [sendOn('amended', { intent: 'send' })],
	'agenda.proposed': [sendOn('cleared', { presenter: '王某某', minutes: '10', leaderId: '', ...STALE })],
	'consent.asked': [sendOn('proposed', ({ ids }) => ({ intent: 'ask', leaderId: ids.leader, ...STALE }))],
	'consent.filed': [
		sendOn('proposed', { intent: 'file', leaderName: '高某某', signedOn: '2026-11-20', ...STALE }),
	],
	'consent.given': [
		sendOn('proposed', { intent: 'give', shown: 'f'.repeat(64), read: 'yes', password: 'x', ...STALE }),
	],
	'consent.declined': [sendOn('proposed', { intent: 'decline', words: '请再商量。', ...STALE })],
	'emergency.asked': [
		sendOn('ordered', ({ ids }) => ({
			intent: 'ask',
			leaderId: ids.leader,
			words: '汛情紧急。',
			ground: '《突发事件应对法》第七十三条',
			...STALE,
		})),
	],
	'emergency.ordered': [
		sendOn('ordered', { intent: 'sign', shown: 'f'.repeat(64), read: 'yes', password: 'x', ...STALE }),
	],
	'emergency.declined': [sendOn('ordered', { intent: 'decline', words: '先送审。', ...STALE })],
	'emergency.amended': [
		sendOn('ordered', { intent: 'amend', shown: 'f'.repeat(64), read: 'yes', password: 'x', ...STALE }),
	],
	'emergency.revoked': [
		sendOn('ordered', { intent: 'revoke', words: '汛情已解除。', read: 'yes', password: 'x', ...STALE }),
	],
	'emergency.filed': [
		sendOn('ordered', { intent: 'file', receivedOn: '2026-11-20', receipt: '1号', ...STALE }),
	],
	'emergency.concluded': [sendOn('ordered', { intent: 'conclude', words: '已处置完毕。', ...STALE })],
	'matter.withdrawn': [sendOn('reviewing', { reasonCode: 'no-such-reason', words: '说明如下。', ...STALE })],
}

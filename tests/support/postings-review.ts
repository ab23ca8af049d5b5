import type { AfterMeetingDetails } from '#app/domain/act/after-meeting-acts.ts'
import type { ClockDetails } from '#app/domain/act/clock-acts.ts'
import type { RequestDetails } from '#app/domain/act/request-acts.ts'
import type { RecusalDetails } from '#app/domain/act/recusal-acts.ts'
import type { RecheckDetails } from '#app/domain/act/recheck-acts.ts'
import type { ReviewDetails } from '#app/domain/act/review-acts.ts'
import { PASSWORD } from './review-steps.ts'
import { type Posting, sendOn } from './route-ask.ts'

const REASONED = { reasonCode: 'no-such-reason', words: '说明如下。' }
const SIGNED = { read: 'yes', password: PASSWORD }
const INTERNAL = { staysInside: 'yes', touchesNoRights: 'yes', isAppliedOnce: 'yes' }
/** A page that was opened long ago: whoever may do the act is told so, and nobody changes anything. */
const STALE = { seen: '0' }
const CONCLUSION = { intent: 'conclusion', conclusion: 'lawful', summary: '未见问题。' }
const TICK = { intent: 'see', from: '1', to: '2', block: 'art-1', digest: 'none', next: 'art-1' }
const COUNSEL_SIGNED = { hasNoConflict: 'yes', conclusion: 'lawful', text: '无不同意见。' }

/** What the reviewer says of a text after the meeting. */
const finding = (result: string) => ({ intent: 'check', result, words: '已对照会议意见。', ...STALE })

/** How the forms of the review body and of counsel are sent. */
export const REVIEW_POSTINGS: Readonly<
	Record<
		| keyof ReviewDetails
		| keyof RecusalDetails
		| keyof RequestDetails
		| keyof ClockDetails
		| keyof RecheckDetails
		| keyof AfterMeetingDetails,
		readonly Posting[]
	>
> = {
	'waiver.granted': [sendOn('unseen', { intent: 'granted', reason: '确有需要。', ...STALE })],
	'waiver.declined': [sendOn('unseen', { intent: 'declined', reason: '请删除。', ...STALE })],
	'supplement.requested': [
		sendOn('submitted', { intent: 'supplement' }, { by: ['registrar'] }),
		sendOn('reviewing', { intent: 'supplement' }, { by: ['reviewer'] }),
	],
	'matter.returned': [
		sendOn('submitted', { intent: 'return', ...REASONED }, { by: ['registrar'] }),
		sendOn('reviewing', { intent: 'return', ...REASONED }, { by: ['signer'] }),
	],
	'matter.accepted': [sendOn('submitted', { intent: 'accept', ...STALE })],
	'reviewer.assigned': [sendOn('accepted', ({ ids }) => ({ intent: 'reviewer', personId: ids.reviewer }))],
	'counsel.assigned': [
		sendOn('reviewing', ({ ids }) => ({ intent: 'counsel', personId: ids.reviewer, ...STALE })),
	],
	// Nobody of this id is awaited: whoever may let counsel go is told so.
	'counsel.released': [
		sendOn('reviewing', ({ ids }) => ({
			intent: 'release',
			personId: ids.reviewer,
			words: '已另行指派。',
			...STALE,
		})),
	],
	'recusal.requested': [sendOn('reviewing', { intent: 'request', words: '与申请人系近亲属。', ...STALE })],
	'recusal.decided': [sendOn('reviewing', { intent: 'decline', words: '不属应当回避的情形。', ...STALE })],
	'objection.filed': [
		sendOn('amended', { intent: 'file', basis: '《行政许可法》第十七条', words: '第三条有依据。', ...STALE }),
	],
	'objection.answered': [sendOn('amended', { intent: 'maintain', words: '依据不足。', ...STALE })],
	'ending.requested': [sendOn('reviewing', { intent: 'terminate', words: '不再需要。', ...STALE })],
	'matter.terminated': [sendOn('reviewing', { intent: 'grant-termination', words: '同意。', ...STALE })],
	'matter.merged': [sendOn('reviewing', { intent: 'grant-merger', words: '同意。', ...STALE })],
	'ending.declined': [sendOn('reviewing', { intent: 'decline', words: '继续审查。', ...STALE })],
	'pause.requested': [
		sendOn('reviewing', {
			intent: 'ask-pause',
			cause: 'consultation',
			until: '2099-01-05',
			words: '征求区财政局意见。',
			...STALE,
		}),
	],
	'pause.decided': [sendOn('reviewing', { intent: 'decline-pause', words: '不必等。', ...STALE })],
	'clock.resumed': [sendOn('reviewing', { intent: 'resume', words: '收到复函。', ...STALE })],
	'period.extended': [sendOn('reviewing', { intent: 'extend', days: '5', words: '情况复杂。', ...STALE })],
	'urgency.requested': [
		sendOn('reviewing', { intent: 'ask-urgency', cause: 'emergency', words: '防汛急需。', ...STALE }),
	],
	'urgency.decided': [sendOn('reviewing', { intent: 'decline-urgency', words: '并不紧急。', ...STALE })],
	'counsel.declared': [sendOn('reviewing', { intent: 'interest', words: '任其常年法律顾问。', ...STALE })],
	'counsel-opinion.signed': [sendOn('reviewing', COUNSEL_SIGNED)],
	'counsel-hold.disposed': [
		sendOn('heldByCounsel', ({ ids }) => ({
			counselOpinionId: ids.counselOpinion,
			text: '依据《行政许可法》第十七条和本级政府权限，理由成立，予以保留。',
		})),
	],
	'scope.excluded': [sendOn('accepted', { ...SIGNED, ...REASONED, ...INTERNAL, ...STALE })],
	'opinion.saved': [
		sendOn('reviewing', CONCLUSION),
		sendOn('reviewing', CONCLUSION, { route: 'matters.$matterId.opinion.autosave' }),
	],
	'opinion.sent-for-signature': [sendOn('reviewing', { intent: 'send' })],
	'opinion.sent-back': [sendOn('checked', { intent: 'back', words: '请补充理由。', ...STALE })],
	'opinion.checked': [sendOn('checked', { intent: 'check', ...SIGNED })],
	'opinion.signed': [sendOn('checked', { intent: 'sign', ...SIGNED })],
	'opinion.revoked': [sendOn('cleared', { ...SIGNED, reason: '文号有误。', ...STALE })],
	'changes.seen': [
		sendOn('recheck', { intent: 'end' }),
		sendOn('recheck', TICK),
		sendOn('recheck', TICK, { route: 'matters.$matterId.redline.autosave' }),
	],
	'law.confirmed': [sendOn('cleared', { ...SIGNED, words: '与本稿无关。', ...STALE })],
	'match.corrected': [
		sendOn('recheck', { intent: 'correct', from: '1', to: '2', old: '3', new: '4' }),
		sendOn('recheck', ({ ids }) => ({
			intent: 'withdraw',
			from: '1',
			to: '2',
			correctionId: ids.opinion,
		})),
	],
	'recheck.proposed': [sendOn('recheck', { intent: 'propose' })],
	'recheck.failed': [sendOn('recheck', { intent: 'fail' })],
	'round.opened': [sendOn('recheck', { intent: 'round' })],
	'recheck.refused': [sendOn('recheck', { intent: 'refuse', words: '请再核对。', ...STALE })],
	'recheck.signed': [sendOn('recheck', { intent: 'sign', ...SIGNED })],
	'clearance.reissued': [sendOn('changed', { intent: 'reissue', ...SIGNED })],
	'meeting-text.submitted': [sendOn('amending', { intent: 'submit', words: '已按会议意见修改。', ...STALE })],
	'meeting-text.checked': [sendOn('handedIn', finding('as-decided'))],
	'meeting-text.sent-back': [sendOn('handedIn', finding('sent-back'))],
	'meeting-text.reopened': [sendOn('handedIn', finding('new-round'))],
	'meeting-text.confirmed': [sendOn('found', { intent: 'sign', ...SIGNED, ...STALE })],
	'ruling.recorded': [
		sendOn('referred', {
			body: 'party-committee',
			result: 'passed',
			ruledOn: '2026-11-23',
			documentNumber: '青发〔2026〕12号',
			words: '会议同意。',
			...STALE,
		}),
	],
	'meeting-text.refused': [sendOn('found', { intent: 'refuse', words: '请再核对。', ...STALE })],
}

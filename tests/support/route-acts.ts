import { mayAskForSupplement } from '#app/services/intake/request-supplement.server.ts'
import { mayReturn } from '#app/services/intake/return-matter.server.ts'
import { PASSWORD } from './review-steps.ts'
import { ADMINISTRATION_ACTS } from './route-acts-administration.ts'
import { MEETING_ROUTES } from './route-acts-meetings.ts'
import { REGISTER_ROUTES } from './route-acts-register.ts'
import { type RouteEntry, ask, on } from './route-ask.ts'

const read = { get: on('reviewing', 'matter.read'), post: [] } as const
const PAPER = { pasted: '一份新的文本。', 'main-secrecy': 'internal' }
const REASONED = { reasonCode: 'no-such-reason', words: '说明如下。' }
const SIGNED = { read: 'yes', password: PASSWORD }
/** A page that was opened long ago: whoever may do the act is told so, and nobody changes anything. */
const STALE = { seen: '0' }

/** Every route by its file. A route that is not here fails the matrix by its name. */
export const ROUTE_ACTS: Readonly<Record<string, RouteEntry>> = {
	_index: { kind: 'public' },
	about: { kind: 'public' },
	'sign-in': { kind: 'public' },
	'sign-out': { kind: 'public' },
	preferences: { kind: 'public' },
	'password.$token': { kind: 'public' },
	'setup.$token': { kind: 'public' },
	account: { kind: 'signed-in' },
	kept: { kind: 'signed-in' },
	permissions: { kind: 'signed-in' },
	work: { kind: 'signed-in' },
	workflow: { kind: 'signed-in' },
	'matters._index': { kind: 'signed-in' },

	'compare._index': {
		kind: 'act',
		get: ask('own-jurisdiction', 'texts.compared'),
		post: [
			ask('own-jurisdiction', 'texts.compared', {
				oldPasted: '甲。',
				newPasted: '乙。',
				secrecy: 'internal',
			}),
		],
	},
	// Nobody's texts: who may compare is told that they are gone.
	'compare.$comparisonId._index': {
		kind: 'act',
		params: ({ ids }) => ({ comparisonId: ids.opinion }),
		get: ask('own-jurisdiction', 'texts.compared'),
		post: [],
	},
	'compare.$comparisonId.papers.$paper': {
		kind: 'act',
		params: ({ ids }) => ({ comparisonId: ids.opinion, paper: 'comparison-sheet' }),
		get: ask('own-jurisdiction', 'texts.compared'),
		post: [],
	},

	'matters.new': {
		kind: 'act',
		get: ask('own-jurisdiction', 'matter.opened'),
		post: [ask('own-jurisdiction', 'matter.opened', { title: '集市管理办法', tracks: 'normative-document' })],
	},
	'matters.$matterId._index': { kind: 'act', ...read },
	'matters.$matterId.versions': { kind: 'act', ...read },
	'matters.$matterId.workflow': { kind: 'act', ...read },
	'matters.$matterId.redline._index': {
		kind: 'act',
		get: on('recheck', 'matter.read'),
		post: [
			on('recheck', 'match.corrected', { intent: 'correct', from: '1', to: '2', old: '3', new: '4' }),
			on('recheck', 'match.corrected', ({ ids }) => ({
				intent: 'withdraw',
				from: '1',
				to: '2',
				correctionId: ids.opinion,
			})),
		],
	},
	'matters.$matterId.redline.papers.$from.$to.$paper': {
		kind: 'act',
		params: () => ({ from: '1', to: '1', paper: 'marked-draft' }),
		...read,
	},
	'matters.$matterId.trail': { kind: 'act', get: on('reviewing', 'trail.read'), post: [] },
	'matters.$matterId.files.$sha256': { kind: 'act', params: ({ ids }) => ({ sha256: ids.file }), ...read },
	'matters.$matterId.opinions._index': { kind: 'act', get: on('cleared', 'matter.read'), post: [] },
	'matters.$matterId.opinions.$opinionId.paper': {
		kind: 'act',
		params: ({ ids }) => ({ opinionId: ids.opinion }),
		get: on('cleared', 'matter.read'),
		post: [],
	},

	'matters.$matterId.draft': {
		kind: 'act',
		get: on('ready', 'matter.read'),
		post: [
			on('ready', 'version.uploaded', { intent: 'upload', ...PAPER }),
			on('ready', 'version.uploaded', { intent: 'restore', versionNo: '1' }),
		],
	},
	'matters.$matterId.waiver': {
		kind: 'act',
		get: on('unseen', 'matter.read'),
		post: [
			on('unseenUnasked', 'waiver.requested', { intent: 'request', reason: '连写需要。', ...STALE }),
			on('unseen', 'waiver.granted', { intent: 'granted', reason: '确有需要。', ...STALE }),
			on('unseen', 'waiver.declined', { intent: 'declined', reason: '请删除。', ...STALE }),
		],
	},
	'matters.$matterId.replace': {
		kind: 'act',
		get: on('cleared', 'version.uploaded'),
		post: [on('cleared', 'version.uploaded', { intent: 'upload', ...PAPER, ...STALE })],
	},
	'matters.$matterId.materials': {
		kind: 'act',
		get: on('ready', 'matter.read'),
		post: [
			on('ready', 'matter.edited', {
				intent: 'not-applicable',
				item: 'legal-bases',
				'reason-legal-bases': '见说明。',
			}),
			on('ready', 'matter.edited', { intent: 'step-done', item: 'risk-assessment' }),
			on('ready', 'matter.edited', { intent: 'step-not', item: 'risk-assessment' }),
			on('ready', 'matter.edited', { intent: 'file', item: 'legal-bases' }),
		],
	},
	'matters.$matterId.confirm': {
		kind: 'act',
		get: on('ready', ['submission.prepared', 'matter.submitted']),
		post: [
			on('ready', 'matter.edited', {
				intent: 'heading',
				title: '集市管理办法',
				tracks: 'normative-document',
			}),
			on('ready', 'submission.prepared', { intent: 'ask' }),
			on('ready', 'submission.declined', { intent: 'decline', words: '请补充依据。' }),
			on('ready', 'matter.submitted', { intent: 'sign', read: 'yes' }),
		],
	},
	'matters.$matterId.supplement': {
		kind: 'act',
		get: on('supplementing', 'supplement.submitted'),
		post: [
			on('supplementing', 'matter.edited', { intent: 'save', 'answer-1': '已补充。' }),
			on('supplementing', 'supplement.submitted', { intent: 'send', 'answer-1': '已补充。' }),
		],
	},
	'matters.$matterId.replies': {
		kind: 'act',
		get: on('amended', 'matter.read'),
		post: [
			on('amended', 'reply.saved', ({ ids }) => ({
				intent: 'reply',
				position: '1',
				opinionItemId: ids.opinionItem,
				'answer-1': 'adopted',
				'text-1': '已修改。',
			})),
			on('amended', 'revision.submitted', { intent: 'send' }),
		],
	},
	'matters.$matterId.propose': {
		kind: 'act',
		get: on('cleared', 'agenda.proposed'),
		post: [
			on('cleared', 'agenda.proposed', { presenter: '王某某', minutes: '10', consent: '分管副区长同意。' }),
		],
	},
	'matters.$matterId.withdraw': {
		kind: 'act',
		get: on('reviewing', 'matter.withdrawn'),
		post: [on('reviewing', 'matter.withdrawn', { ...REASONED, ...STALE })],
	},

	'matters.$matterId.intake': {
		kind: 'act',
		get: on('submitted', ['supplement.requested', 'matter.returned', 'review-notes.read']),
		post: [
			...(['submitted', 'reviewing'] as const).flatMap((matter) => [
				{ ...on(matter, 'supplement.requested', { intent: 'supplement' }), turn: mayAskForSupplement },
				{ ...on(matter, 'matter.returned', { intent: 'return', ...REASONED }), turn: mayReturn },
			]),
			on('submitted', 'matter.accepted', { intent: 'accept' }),
		],
	},
	'matters.$matterId.assign': {
		kind: 'act',
		get: on('accepted', 'reviewer.assigned'),
		post: [
			on('accepted', 'reviewer.assigned', ({ ids }) => ({ hand: 'reviewer', personId: ids.reviewer })),
			on('reviewing', 'counsel.assigned', ({ ids }) => ({
				hand: 'counsel',
				personId: ids.reviewer,
				...STALE,
			})),
		],
	},
	'matters.$matterId.recusal': {
		kind: 'act',
		get: on('reviewing', ['recusal.requested', 'recusal.decided', 'review-notes.read']),
		post: [
			on('reviewing', 'recusal.requested', { intent: 'request', words: '与申请人系近亲属。', ...STALE }),
			on('reviewing', 'recusal.decided', { intent: 'decline', words: '不属应当回避的情形。', ...STALE }),
		],
	},
	'matters.$matterId.counsel': {
		kind: 'act',
		get: on('reviewing', ['counsel-opinion.signed', 'review-notes.read']),
		post: [
			on('reviewing', 'counsel-opinion.signed', {
				hasNoConflict: 'yes',
				conclusion: 'lawful',
				text: '无不同意见。',
			}),
		],
	},
	'matters.$matterId.hold': {
		kind: 'act',
		get: on('heldByCounsel', ['counsel-hold.disposed', 'review-notes.read']),
		post: [
			on('heldByCounsel', 'counsel-hold.disposed', ({ ids }) => ({
				counselOpinionId: ids.counselOpinion,
				text: '依据充分，予以保留。',
			})),
		],
	},
	'matters.$matterId.exclude': {
		kind: 'act',
		get: on('accepted', 'scope.excluded'),
		post: [on('accepted', 'scope.excluded', { ...SIGNED, ...REASONED, ...STALE })],
	},
	'matters.$matterId.opinion._index': {
		kind: 'act',
		get: on('reviewing', ['opinion.saved', 'review-notes.read']),
		post: [
			on('reviewing', 'opinion.saved', { intent: 'conclusion', conclusion: 'lawful', summary: '未见问题。' }),
			on('reviewing', 'opinion.sent-for-signature', { intent: 'send' }),
		],
	},
	'matters.$matterId.opinion.autosave': {
		kind: 'act',
		get: null,
		post: [
			on('reviewing', 'opinion.saved', { intent: 'conclusion', conclusion: 'lawful', summary: '未见问题。' }),
		],
	},
	'matters.$matterId.opinion.sign': {
		kind: 'act',
		get: on('checked', 'review-notes.read'),
		post: [
			on('checked', 'opinion.sent-back', { intent: 'back', words: '请补充理由。', ...STALE }),
			on('checked', 'opinion.checked', { intent: 'check', ...SIGNED }),
			on('checked', 'opinion.signed', { intent: 'sign', ...SIGNED }),
		],
	},
	'matters.$matterId.revoke': {
		kind: 'act',
		get: on('cleared', 'opinion.revoked'),
		post: [on('cleared', 'opinion.revoked', { ...SIGNED, reason: '文号有误。', ...STALE })],
	},
	'matters.$matterId.recheck._index': {
		kind: 'act',
		get: on('recheck', ['recheck.proposed', 'review-notes.read']),
		post: [
			on('recheck', 'recheck.proposed', { intent: 'propose' }),
			on('recheck', 'recheck.failed', { intent: 'fail' }),
			on('recheck', 'round.opened', { intent: 'round' }),
		],
	},
	'matters.$matterId.recheck.sign': {
		kind: 'act',
		get: on('recheck', ['recheck.signed', 'review-notes.read']),
		post: [
			on('recheck', 'recheck.refused', { intent: 'refuse', words: '请再核对。', ...STALE }),
			on('recheck', 'recheck.signed', { intent: 'sign', ...SIGNED }),
			on('changed', 'clearance.reissued', { intent: 'reissue', ...SIGNED }),
		],
	},

	...MEETING_ROUTES,
	...REGISTER_ROUTES,
	...ADMINISTRATION_ACTS,
}

import { type Ask, type Params, ask, at, on } from './route-ask.ts'
import { EVERYBODY } from './who-may.ts'

/** What a route shows, and for whom. */
export type RoutePage =
	| { readonly kind: 'public' | 'signed-in' }
	| { readonly kind: 'act'; readonly get: Ask | null; readonly params?: Params }

/** A page that is shown for one of these acts; null where a route only takes forms. */
const shows = (get: Ask | null, params?: Params): RoutePage => ({
	kind: 'act',
	get,
	...(params ? { params } : {}),
})

const PUBLIC = { kind: 'public' } as const
const SIGNED_IN = { kind: 'signed-in' } as const
const MATTER = shows(on('reviewing', 'matter.read'))

/** Every route by its name. The acts of its forms are not said here: the act table has their page. */
export const PAGES: Readonly<Record<string, RoutePage>> = {
	_index: PUBLIC,
	about: PUBLIC,
	'sign-in': PUBLIC,
	verify: PUBLIC,
	'sign-out': PUBLIC,
	preferences: PUBLIC,
	'password.$token': PUBLIC,
	'setup.$token': PUBLIC,
	account: SIGNED_IN,
	// Everybody who signed in sees the page; its forms are asked about act by act.
	delegations: shows({ ...ask('own-jurisdiction', 'delegation.requested'), by: EVERYBODY }),
	'own-password': SIGNED_IN,
	'second-factor._index': SIGNED_IN,
	'second-factor.confirm': SIGNED_IN,
	'sign-in.code': PUBLIC,
	kept: SIGNED_IN,
	permissions: SIGNED_IN,
	search: SIGNED_IN,
	'receipts._index': SIGNED_IN,
	'receipts.$key': SIGNED_IN,
	'receipts.$key.note': SIGNED_IN,
	'checkpoints.$code': PUBLIC,
	'consultations.$code': PUBLIC,
	work: SIGNED_IN,
	workflow: SIGNED_IN,
	'matters._index': SIGNED_IN,

	'compare._index': shows(ask('own-jurisdiction', 'texts.compared')),
	// Nobody's texts: who may compare is told that they are gone.
	'compare.$comparisonId._index': shows(ask('own-jurisdiction', 'texts.compared'), ({ ids }) => ({
		comparisonId: ids.opinion,
	})),
	'compare.$comparisonId.papers.$paper': shows(ask('own-jurisdiction', 'texts.compared'), ({ ids }) => ({
		comparisonId: ids.opinion,
		paper: 'comparison-sheet',
	})),

	'precheck._index': shows(ask('own-jurisdiction', 'text.prechecked')),
	// Nobody's text: who may use the tool is told that it is gone.
	'precheck.$precheckId': shows(ask('own-jurisdiction', 'text.prechecked'), ({ ids }) => ({
		precheckId: ids.opinion,
	})),

	'matters.new': shows(ask('own-jurisdiction', 'matter.opened')),
	'matters.$matterId._index': MATTER,
	'matters.$matterId.versions': MATTER,
	'matters.$matterId.workflow': MATTER,
	'matters.$matterId.redline._index': shows(on('recheck', 'matter.read')),
	'matters.$matterId.redline.autosave': shows(null),
	'matters.$matterId.redline.papers.$from.$to.$paper': shows(on('reviewing', 'matter.read'), () => ({
		from: '1',
		to: '1',
		paper: 'marked-draft',
	})),
	'matters.$matterId.trail': shows(on('reviewing', 'trail.read')),
	'matters.$matterId.evidence': shows(on('cleared', 'evidence.read')),
	'matters.$matterId.files.$sha256': shows(on('reviewing', 'matter.read'), ({ ids }) => ({
		sha256: ids.file,
	})),
	'matters.$matterId.tracked.$sha256': shows(on('reviewing', 'matter.read'), ({ ids }) => ({
		sha256: ids.file,
	})),
	'matters.$matterId.reading': shows(on('reviewing', 'matter.read')),
	'matters.$matterId.images.$file.$image': shows(on('ready', 'matter.read'), ({ ids }) => ({
		file: ids.picturedFile,
		image: ids.picture,
	})),
	'matters.$matterId.opinions._index': shows(on('cleared', 'matter.read')),
	'matters.$matterId.opinions.$opinionId.paper': shows(on('cleared', 'matter.read'), ({ ids }) => ({
		opinionId: ids.opinion,
	})),

	'matters.$matterId.papers._index': shows(on('cleared', 'matter.read')),
	'matters.$matterId.papers.$paperId._index': shows(on('cleared', 'matter.read'), ({ ids }) => ({
		paperId: ids.paper,
	})),
	'matters.$matterId.papers.$paperId.file': shows(on('cleared', 'matter.read'), ({ ids }) => ({
		paperId: ids.paper,
	})),

	'matters.$matterId.draft': shows(on('ready', 'matter.read')),
	'matters.$matterId.waiver': shows(on('unseen', 'matter.read')),
	'matters.$matterId.replace': shows(on('cleared', 'version.uploaded')),
	'matters.$matterId.materials': shows(on('ready', 'matter.read')),
	'matters.$matterId.consultation': shows(on('ready', 'matter.read')),
	'matters.$matterId.confirm': shows(on('ready', ['submission.prepared', 'matter.submitted'])),
	'matters.$matterId.supplement': shows(on('supplementing', 'supplement.submitted')),
	'matters.$matterId.replies': shows(on('amended', 'matter.read')),
	'matters.$matterId.after-meeting': shows(on('amending', 'matter.read')),
	'matters.$matterId.ruling': shows(on('referred', 'matter.read')),
	'matters.$matterId.conclude': shows(on('passed', 'matter.read')),
	'matters.$matterId.consent': shows(on('proposed', 'matter.read')),
	'matters.$matterId.emergency': shows(on('ordered', 'matter.read')),
	'matters.$matterId.propose': shows(on('cleared', 'agenda.proposed')),
	'matters.$matterId.withdraw': shows(on('reviewing', 'matter.withdrawn')),

	'matters.$matterId.intake': shows(
		on('submitted', ['supplement.requested', 'matter.returned', 'review-notes.read']),
	),
	'matters.$matterId.assign': shows(on('accepted', 'reviewer.assigned')),
	'matters.$matterId.clock': shows(on('reviewing', 'matter.read')),
	'matters.$matterId.recusal': shows(
		on('reviewing', ['recusal.requested', 'recusal.decided', 'review-notes.read']),
	),
	'matters.$matterId.objection': shows(
		on('amended', ['objection.filed', 'objection.answered', 'review-notes.read']),
	),
	'matters.$matterId.ending': shows(
		on('reviewing', ['ending.requested', 'matter.terminated', 'review-notes.read']),
	),
	'matters.$matterId.interest': shows(on('reviewing', 'counsel.declared')),
	'matters.$matterId.counsel': shows(on('reviewing', ['counsel-opinion.signed', 'review-notes.read'])),
	'matters.$matterId.hold': shows(on('heldByCounsel', ['counsel-hold.disposed', 'review-notes.read'])),
	'matters.$matterId.exclude': shows(on('accepted', 'scope.excluded')),
	'matters.$matterId.opinion._index': shows(on('reviewing', ['opinion.saved', 'review-notes.read'])),
	'matters.$matterId.opinion.autosave': shows(null),
	'matters.$matterId.opinion.sign': shows(on('checked', 'review-notes.read')),
	'matters.$matterId.law': shows(on('cleared', 'matter.read')),
	'matters.$matterId.revoke': shows(on('cleared', 'opinion.revoked')),
	'matters.$matterId.recheck._index': shows(on('recheck', ['recheck.proposed', 'review-notes.read'])),
	'matters.$matterId.recheck.sign': shows(on('recheck', ['recheck.signed', 'review-notes.read'])),

	'meetings._index': shows(ask('own-organ', 'meeting.read')),
	'meetings.new': shows(ask('own-organ', 'meeting.created')),
	'meetings.$meetingId.study': shows(at('planned', 'packet.read')),
	'meetings.$meetingId.packet': shows(at('planned', 'packet.read')),
	'meetings.$meetingId.papers.$paperId.file': shows(at('held', 'packet.read'), ({ ids }) => ({
		paperId: ids.meetingPaper,
	})),
	'meetings.$meetingId._index': shows(at('planned', 'meeting.read')),
	'meetings.$meetingId.approve': shows(at('planned', 'meeting.read')),
	'meetings.$meetingId.files.$sha256': shows(at('planned', 'meeting.read'), ({ ids }) => ({
		sha256: ids.signedAgenda,
	})),
	'meetings.$meetingId.follow-ups': shows(at('held', 'follow-up.read')),
	'meetings.$meetingId.outcomes': shows(at('held', 'outcome.noted')),

	'register._index': shows(ask('own-jurisdiction', 'register.read')),
	'register.import': shows(ask('own-jurisdiction', 'document.import-proposed')),
	'register.imports': shows(ask('own-jurisdiction', 'document.import-confirmed')),
	'register.issuing.$matterId': shows(on('passed', 'matter.read')),
	'register.$documentId._index': shows(ask('this-jurisdiction', 'register.read'), ({ ids }) => ({
		documentId: ids.document,
	})),
	'register.$documentId.file': shows(ask('this-jurisdiction', 'register.read'), ({ ids }) => ({
		documentId: ids.document,
	})),

	'audit._index': shows(ask('own-jurisdiction', 'trail.read')),
	'exports.$list.$format': shows(ask('own-jurisdiction', 'trail.read'), () => ({
		list: 'audit',
		format: 'csv',
	})),
	'audit.checkpoints': shows(ask('own-jurisdiction', 'trail.read')),
	recoveries: shows(ask('own-jurisdiction', 'recovery.read')),
	'admin.import': shows(ask('own-jurisdiction', 'organisation.imported')),
	'admin.people._index': shows(ask('own-jurisdiction', 'account.read')),
	'admin.people.$personId': shows(ask('this-jurisdiction', 'account.read'), ({ ids }) => ({
		personId: ids.target,
	})),
	'admin.people.organs': shows(ask('own-jurisdiction', 'account.read')),
	'admin.empty-table': shows(ask('own-jurisdiction', 'organisation.imported')),
	'admin.first-links': shows(ask('own-jurisdiction', 'account.first-links-issued')),
	'admin.grants': shows(ask('own-jurisdiction', 'account.read')),
	'admin.reference._index': shows(ask('own-jurisdiction', 'reference.read')),
	'admin.reference.$kind._index': shows(ask('own-jurisdiction', 'reference.read'), () => ({
		kind: 'review-limits',
	})),
	'admin.reference.$kind.$code': shows(ask('own-jurisdiction', 'reference.read'), () => ({
		kind: 'review-limits',
		code: 'objection',
	})),
}

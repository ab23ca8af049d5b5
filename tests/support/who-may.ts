import type { Act } from '#app/domain/act/act.ts'
import type { MatterName } from './route-world.ts'
import type { SampleActor } from './sample-organisation.ts'

/*
 * Who may do what in the world of the routes, written by hand from the rules of the house. Nothing here is asked of the
 * permission table: the matrix holds the pages to what stands here.
 */

/** The people of one district; `<name> next door` are their like in another. */
export type PersonName = SampleActor | 'legalUnit' | 'drafterOfOtherUnit' | 'secretaryOfOtherOrgan'

type Names = readonly PersonName[]

const REVIEW_BODY: Names = ['registrar', 'lead', 'reviewer', 'otherReviewer', 'checker', 'signer']
const DRAFTING_SIDE: Names = ['drafter', 'head', 'legalUnit']
const SECRETARIES: Names = ['secretary', 'otherSecretary']
const SYSTEM: Names = ['systemAdministrator']
const SECURITY: Names = ['securityAdministrator']
const KEEPERS: Names = [...SECRETARIES, 'secretaryOfOtherOrgan', 'registrar']
/** Whoever holds a post that may be delegated. */
const DELEGATORS: Names = [
	'head',
	'otherHead',
	'lead',
	'checker',
	'signer',
	...SECRETARIES,
	'secretaryOfOtherOrgan',
]
const ACCOUNT_READERS: Names = [...SYSTEM, ...SECURITY]
/** Everybody who works with texts. */
const BUSINESS: Names = [
	...DRAFTING_SIDE,
	'drafterOfOtherUnit',
	'otherDrafter',
	'otherHead',
	...REVIEW_BODY,
	'counsel',
	'otherCounsel',
	...SECRETARIES,
	'secretaryOfOtherOrgan',
	'leader',
	'supervisor',
]

/** Everybody who has a post. */
export const EVERYBODY: Names = [...BUSINESS, ...SYSTEM, ...SECURITY, 'auditAdministrator']

const UNSUBMITTED: Names = [...DRAFTING_SIDE, 'supervisor']
const SUBMITTED: Names = [...UNSUBMITTED, ...REVIEW_BODY, 'leader']
const WITH_COUNSEL: Names = [...SUBMITTED, 'counsel']

/** Who sees each matter: the drafting side, the review body once it is submitted, counsel once assigned. */
export const SEES: Readonly<Record<MatterName, Names>> = {
	ready: UNSUBMITTED,
	unread: UNSUBMITTED,
	// Its intake was asked, and has to look at what it is asked about.
	unseen: [...UNSUBMITTED, 'registrar'],
	unseenUnasked: UNSUBMITTED,
	submitted: SUBMITTED,
	supplementing: SUBMITTED,
	accepted: SUBMITTED,
	reviewing: WITH_COUNSEL,
	heldByCounsel: WITH_COUNSEL,
	checked: WITH_COUNSEL,
	cleared: WITH_COUNSEL,
	changed: WITH_COUNSEL,
	amended: WITH_COUNSEL,
	recheck: WITH_COUNSEL,
	proposed: [...WITH_COUNSEL, ...SECRETARIES],
	listed: [...WITH_COUNSEL, ...SECRETARIES],
	amending: [...WITH_COUNSEL, ...SECRETARIES],
	handedIn: [...WITH_COUNSEL, ...SECRETARIES],
	found: [...WITH_COUNSEL, ...SECRETARIES],
	referred: [...WITH_COUNSEL, ...SECRETARIES],
	passed: [...WITH_COUNSEL, ...SECRETARIES],
	registered: [...WITH_COUNSEL, ...SECRETARIES],
	numbered: [...WITH_COUNSEL, ...SECRETARIES],
	issued: [...WITH_COUNSEL, ...SECRETARIES],
	published: [...WITH_COUNSEL, ...SECRETARIES],
	// The leader was asked for an emergency order, and reads what it is about before it is submitted.
	ordered: [...UNSUBMITTED, 'leader'],
}

/** Who sees the meetings of the government office. */
export const SEES_MEETINGS: Names = [
	...SECRETARIES,
	'leader',
	'supervisor',
	'lead',
	'reviewer',
	'otherReviewer',
	'checker',
	'signer',
]

/** Who sees of a meeting the tasks that it gave their unit, and nothing else. */
export const SEES_TASKS: Readonly<Partial<Record<Act, Names>>> = {
	'follow-up.read': ['head'],
	'follow-up.reported': ['head'],
}

/** Who may do each act, on what they see. */
export const MAY: Readonly<Record<Act, Names>> = {
	'matter.read': BUSINESS,
	// Counsel of this world have all said that they have no interest.
	'heading.read': [],
	'review-notes.read': [...REVIEW_BODY, 'supervisor'],
	'trail.read': ['drafter', 'head', ...REVIEW_BODY, ...SECRETARIES, 'supervisor', 'auditAdministrator'],
	'evidence.read': [...REVIEW_BODY, 'supervisor'],
	'meeting.read': SEES_MEETINGS,
	'follow-up.read': [...SEES_MEETINGS, 'head'],
	'packet.read': [...SECRETARIES, 'leader', 'supervisor'],
	'register.read': BUSINESS,
	'account.read': ACCOUNT_READERS,

	'matter.opened': ['drafter', 'drafterOfOtherUnit', 'otherDrafter'],
	'matter.edited': ['drafter'],
	'version.uploaded': ['drafter'],
	'reading.confirmed': ['drafter'],
	'waiver.requested': ['drafter'],
	'consultation.opened': ['drafter'],
	'consultation.cancelled': ['drafter', 'head'],
	'comment.entered': ['drafter'],
	'comment.judged': ['drafter'],
	'adoption.closed': ['drafter'],
	'submission.prepared': ['drafter'],
	'submission.declined': ['head'],
	'matter.submitted': ['head'],
	'supplement.submitted': ['drafter'],
	'reply.saved': ['drafter'],
	'revision.submitted': ['drafter'],
	'agenda.proposed': ['head'],
	'consent.asked': ['head'],
	'consent.filed': ['head'],
	'consent.given': ['leader'],
	'consent.declined': ['leader'],
	'emergency.asked': ['head'],
	'emergency.ordered': ['leader'],
	'emergency.declined': ['leader'],
	'emergency.amended': ['leader'],
	'emergency.revoked': ['leader'],
	'emergency.filed': ['drafter'],
	'emergency.concluded': ['head'],
	'matter.withdrawn': ['head'],

	'waiver.granted': ['registrar'],
	'waiver.declined': ['registrar'],
	'matter.accepted': ['registrar'],
	'supplement.requested': ['registrar', 'reviewer'],
	'matter.returned': ['registrar', 'signer'],
	'scope.excluded': ['signer'],
	'reviewer.assigned': ['lead'],
	'counsel.assigned': ['lead'],
	'counsel.released': ['lead'],
	'pause.requested': ['reviewer'],
	'pause.decided': ['lead'],
	'clock.resumed': ['reviewer'],
	'period.extended': ['signer'],
	'urgency.requested': ['head'],
	'urgency.decided': ['lead', 'leader'],
	'law.confirmed': ['signer'],
	'objection.filed': ['head'],
	'objection.answered': ['signer'],
	'ending.requested': ['head'],
	'matter.terminated': ['lead'],
	'matter.merged': ['lead'],
	'ending.declined': ['lead'],
	'counsel.declared': ['counsel'],
	'recusal.requested': ['reviewer'],
	'recusal.decided': ['lead'],
	'counsel-opinion.signed': ['counsel'],
	'counsel-hold.disposed': ['signer'],
	'opinion.saved': ['reviewer'],
	'opinion.sent-for-signature': ['reviewer'],
	'opinion.checked': ['checker'],
	'opinion.sent-back': ['checker', 'signer'],
	'opinion.signed': ['signer'],

	'changes.seen': [...REVIEW_BODY, 'counsel'],
	'match.corrected': ['reviewer'],
	'opinion.revoked': ['signer'],
	'clearance.reissued': ['signer'],
	'recheck.proposed': ['reviewer'],
	'recheck.failed': ['reviewer'],
	'round.opened': ['reviewer'],
	'recheck.signed': ['signer'],
	'recheck.refused': ['signer'],

	'meeting.created': [...SECRETARIES, 'secretaryOfOtherOrgan'],
	'agenda.edited': SECRETARIES,
	'agenda.listing-requested': SECRETARIES,
	'agenda.delisted': SECRETARIES,
	'approval.asked': SECRETARIES,
	'approval.filed': SECRETARIES,
	'agenda.approved': ['leader'],
	'agenda.sent-back': ['leader'],
	'meeting.fixed': SECRETARIES,
	'meeting.urgent-approved': ['leader'],
	'meeting.held': SECRETARIES,
	'outcome.noted': SECRETARIES,
	'outcome.recorded': SECRETARIES,
	'attendance.recorded': SECRETARIES,
	'off-system.recorded': SECRETARIES,
	'discussion.recorded': SECRETARIES,
	'record.corrected': SECRETARIES,
	'follow-up.set': SECRETARIES,
	'follow-up.reported': ['head'],
	'follow-up.confirmed': SECRETARIES,
	'follow-up.returned': SECRETARIES,
	'follow-up.withdrawn': SECRETARIES,
	'meeting.closed': [...SECRETARIES, 'leader'],
	'meeting.cancelled': SECRETARIES,

	'meeting-text.submitted': ['drafter'],
	'meeting-text.checked': ['reviewer'],
	'meeting-text.sent-back': ['reviewer'],
	'meeting-text.reopened': ['reviewer'],
	'meeting-text.confirmed': ['signer'],
	'meeting-text.refused': ['signer'],
	'ruling.recorded': SECRETARIES,

	'text.registered': [...SECRETARIES, 'registrar'],
	'text.numbered': [...SECRETARIES, 'registrar'],
	'text.issued': [...SECRETARIES, 'registrar'],
	'text.published': [...SECRETARIES, 'registrar'],
	'text.filed': [...SECRETARIES, 'registrar'],
	'matter.concluded': ['drafter'],

	'document.import-proposed': KEEPERS,
	'document.import-confirmed': KEEPERS,
	'document.import-declined': KEEPERS,
	'document.repealed': KEEPERS,
	'document.registration-withdrawn': KEEPERS,
	'texts.compared': BUSINESS,
	'text.prechecked': BUSINESS,

	'organisation.edited': SYSTEM,
	'organisation.imported': SYSTEM,
	'review-body.designated': SYSTEM,
	'designation.confirmed': SECURITY,
	'designation.declined': SECURITY,
	'account.created': SYSTEM,
	'account.disabled': SYSTEM,
	'account.link-issued': SYSTEM,
	'account.first-links-issued': SECURITY,
	// Of a drafter in housing: their own head lifts, and no administrator asks in the place of the first.
	'account.recovery-requested': SYSTEM,
	'account.recovery-confirmed': SECURITY,
	'account.recovery-declined': SECURITY,
	'account.hold-lifted': ['otherHead'],
	'recovery.read': [...SYSTEM, ...SECURITY, 'auditAdministrator', 'head', 'otherHead', 'lead', 'leader'],
	'reference.proposed': SYSTEM,
	'reference.confirmed': SECURITY,
	'reference.declined': SECURITY,
	'reference.read': [...SYSTEM, ...SECURITY, 'auditAdministrator', 'lead'],
	'grant.requested': SECURITY,
	'grant.ended': SECURITY,
	'grant.confirmed': SYSTEM,
	'grants.confirmed': SECURITY,
	'grants.declined': SECURITY,
	'grant.declined': SYSTEM,
	'audit.verified': ['auditAdministrator'],
	'delegation.requested': DELEGATORS,
	'delegation.confirmed': ['head', 'otherHead', 'lead', 'leader'],
	'delegation.declined': ['head', 'otherHead', 'lead', 'leader'],
	'delegation.withdrawn': [...DELEGATORS, 'leader'],
}

/** Who sees a list of the meetings of their own organ: its secretaries, whoever may chair one, and who sees every meeting. */
export const MAY_IN_OWN_ORGAN: Readonly<Partial<Record<Act, Names>>> = {
	'meeting.read': [...SEES_MEETINGS, 'secretaryOfOtherOrgan', 'head', 'otherHead'],
	'meeting.created': MAY['meeting.created'],
}

/** Who may see the trail of the whole district. */
export const MAY_IN_DISTRICT: Readonly<Partial<Record<Act, Names>>> = {
	'trail.read': ['supervisor', 'auditAdministrator'],
}

import type { Act } from './act.ts'
import type { Relation } from './relation.ts'
import { type Role, BUSINESS_ROLES } from './role.ts'

/** A grant: posts with this role, standing in this relation to the subject, may do the act. */
export type Grant = { readonly role: Role; readonly where: Relation }

const ownUnit: readonly Grant[] = [{ role: 'drafter', where: 'drafting-unit' }]
const ownHead: readonly Grant[] = [{ role: 'department-head', where: 'drafting-organ' }]
const registrar: readonly Grant[] = [{ role: 'registrar', where: 'review-body' }]
const lead: readonly Grant[] = [{ role: 'review-lead', where: 'review-body' }]
const assignedReviewer: readonly Grant[] = [{ role: 'reviewer', where: 'assigned-reviewer' }]
const checker: readonly Grant[] = [{ role: 'checker', where: 'review-body' }]
const signer: readonly Grant[] = [{ role: 'signing-officer', where: 'review-body' }]
const counsel: readonly Grant[] = [
	{ role: 'counsel', where: 'assigned-counsel' },
	{ role: 'public-lawyer', where: 'assigned-counsel' },
]
const secretary: readonly Grant[] = [{ role: 'secretary', where: 'meeting-organ' }]
/** A department's own meeting is chaired by its head, who reads what lies before it; leaders read every meeting. */
const chair: readonly Grant[] = [{ role: 'department-head', where: 'chairs-meeting' }]
/** 三统一 (国办发〔2018〕37号 (八)): the government office registers, numbers and issues; the review body's intake helps. */
const keeper: readonly Grant[] = [
	{ role: 'secretary', where: 'jurisdiction' },
	{ role: 'registrar', where: 'jurisdiction' },
]
const systemAdministrator: readonly Grant[] = [{ role: 'system-administrator', where: 'jurisdiction' }]
const securityAdministrator: readonly Grant[] = [{ role: 'security-administrator', where: 'jurisdiction' }]

const reviewBody: readonly Grant[] = (
	['registrar', 'review-lead', 'reviewer', 'checker', 'signing-officer'] as const
).map((role) => ({ role, where: 'review-body-once-submitted' }))

/**
 * Who may do what (domain paper §8.7). What is not written here is not allowed; nobody is above this table,
 * and no administrator appears beside an act on a matter.
 */
export const PERMISSIONS: Readonly<Record<Act, readonly Grant[]>> = {
	'matter.opened': [{ role: 'drafter', where: 'jurisdiction' }],
	'matter.read': [
		...ownUnit,
		...ownHead,
		{ role: 'legal-unit', where: 'drafting-organ' },
		...reviewBody,
		{ role: 'registrar', where: 'review-body-once-asked' },
		...counsel,
		{ role: 'secretary', where: 'on-own-agenda' },
		{ role: 'leader', where: 'jurisdiction-once-submitted' },
		{ role: 'supervisor', where: 'jurisdiction' },
	],
	// 审查机构内部可见: the review body's working papers never reach the drafter's page.
	'review-notes.read': [...reviewBody, { role: 'supervisor', where: 'jurisdiction' }],
	'matter.edited': ownUnit,
	'version.uploaded': ownUnit,
	'waiver.requested': ownUnit,
	'waiver.granted': registrar,
	'waiver.declined': registrar,
	'submission.prepared': ownUnit,
	'submission.declined': ownHead,
	'matter.submitted': ownHead,
	'supplement.requested': [...registrar, ...assignedReviewer],
	'supplement.submitted': ownUnit,
	'matter.returned': [...registrar, ...signer],
	'matter.accepted': registrar,
	'scope.excluded': signer,
	'reviewer.assigned': lead,
	'counsel.assigned': lead,
	'counsel-opinion.signed': counsel,
	'counsel-hold.disposed': signer,
	'opinion.saved': assignedReviewer,
	'opinion.sent-for-signature': assignedReviewer,
	'opinion.checked': checker,
	'opinion.sent-back': [...checker, ...signer],
	'opinion.signed': signer,
	'opinion.revoked': signer,
	'reply.saved': ownUnit,
	'revision.submitted': ownUnit,
	'clearance.reissued': signer,
	'match.corrected': assignedReviewer,
	'recheck.proposed': assignedReviewer,
	'recheck.signed': signer,
	'recheck.refused': signer,
	'recheck.failed': assignedReviewer,
	'round.opened': assignedReviewer,
	'agenda.proposed': ownHead,
	'outcome.recorded': secretary,
	'matter.withdrawn': ownHead,
	'trail.read': [
		...ownUnit,
		...ownHead,
		...reviewBody,
		{ role: 'secretary', where: 'on-own-agenda' },
		{ role: 'supervisor', where: 'jurisdiction' },
		{ role: 'audit-administrator', where: 'jurisdiction' },
	],
	'meeting.created': [{ role: 'secretary', where: 'own-organ' }],
	'meeting.read': [
		...secretary,
		{ role: 'leader', where: 'jurisdiction' },
		{ role: 'supervisor', where: 'jurisdiction' },
		{ role: 'review-lead', where: 'jurisdiction' },
		{ role: 'reviewer', where: 'jurisdiction' },
		{ role: 'checker', where: 'jurisdiction' },
		{ role: 'signing-officer', where: 'jurisdiction' },
		...chair,
	],
	'packet.read': [
		...secretary,
		...chair,
		{ role: 'leader', where: 'jurisdiction' },
		{ role: 'supervisor', where: 'jurisdiction' },
	],
	'agenda.edited': secretary,
	// The act is the request; whether it ends in a listing is the gate's answer.
	'agenda.listing-requested': secretary,
	'agenda.delisted': secretary,
	'meeting.fixed': secretary,
	'meeting.urgent-approved': [{ role: 'leader', where: 'jurisdiction' }],
	'meeting.held': secretary,
	'outcome.noted': secretary,
	'attendance.recorded': secretary,
	'meeting.closed': [...secretary, { role: 'leader', where: 'jurisdiction' }],
	'meeting.cancelled': secretary,
	// What was published is public; administrators have no business with it.
	'register.read': BUSINESS_ROLES.map((role) => ({ role, where: 'jurisdiction' })),
	'document.registered': keeper,
	'document.repealed': keeper,
	'document.registration-withdrawn': keeper,
	'organisation.edited': systemAdministrator,
	'organisation.imported': systemAdministrator,
	'account.created': systemAdministrator,
	'account.disabled': systemAdministrator,
	'account.link-issued': systemAdministrator,
	'account.read': [...systemAdministrator, ...securityAdministrator],
	'grant.requested': securityAdministrator,
	'grant.ended': securityAdministrator,
	'grant.confirmed': systemAdministrator,
	'grant.declined': systemAdministrator,
	// Every role that works with texts; administrators have none to compare.
	'texts.compared': BUSINESS_ROLES.map((role) => ({ role, where: 'jurisdiction' })),
	'audit.verified': [{ role: 'audit-administrator', where: 'jurisdiction' }],
}

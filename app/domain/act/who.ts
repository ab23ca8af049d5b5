import { DELEGABLE_ROLES } from '#app/domain/permission/delegation.ts'
import { BUSINESS_ROLES, HEAD_ROLES } from '#app/domain/permission/role.ts'
import type { Grant } from './definition.ts'

/*
 * Who may do what (domain paper §8.7), by the tie that gives it. Nobody stands above these grants, and no administrator
 * appears beside an act on a matter.
 */

export const OWN_UNIT: readonly Grant[] = [{ role: 'drafter', where: 'drafting-unit' }]
export const OWN_HEAD: readonly Grant[] = [{ role: 'department-head', where: 'drafting-organ' }]
export const REGISTRAR: readonly Grant[] = [{ role: 'registrar', where: 'review-body' }]
export const LEAD: readonly Grant[] = [{ role: 'review-lead', where: 'review-body' }]
export const ASSIGNED_REVIEWER: readonly Grant[] = [{ role: 'reviewer', where: 'assigned-reviewer' }]
export const CHECKER: readonly Grant[] = [{ role: 'checker', where: 'review-body' }]
export const SIGNER: readonly Grant[] = [{ role: 'signing-officer', where: 'review-body' }]
export const COUNSEL: readonly Grant[] = [
	{ role: 'counsel', where: 'assigned-counsel' },
	{ role: 'public-lawyer', where: 'assigned-counsel' },
]
/** Counsel who have not said yet that they have no interest: they see what it is about, and none of its papers. */
export const ASKED_COUNSEL: readonly Grant[] = [
	{ role: 'counsel', where: 'asked-counsel' },
	{ role: 'public-lawyer', where: 'asked-counsel' },
]
export const SECRETARY: readonly Grant[] = [{ role: 'secretary', where: 'meeting-organ' }]
/** A department's own meeting is chaired by its head, who reads what lies before it; leaders read every meeting. */
export const CHAIR: readonly Grant[] = [{ role: 'department-head', where: 'chairs-meeting' }]
export const LEADER: readonly Grant[] = [{ role: 'leader', where: 'jurisdiction' }]
/** Whoever leads a unit that a meeting gave a task (督办). */
export const TASK_HOLDER: readonly Grant[] = [{ role: 'department-head', where: 'holds-task' }]
/** The leader who was asked to consent: nobody consents for another. */
export const ASKED_LEADER: readonly Grant[] = [{ role: 'leader', where: 'asked-leader' }]
/** The leader who was asked for an emergency order: they see the text from then on, also before it is submitted. */
export const LEADER_ASKED_FOR_ORDER: readonly Grant[] = [{ role: 'leader', where: 'asked-for-order' }]
/** A leader sees what was submitted, and may hurry its review. */
export const LEADER_ONCE_SUBMITTED: readonly Grant[] = [
	{ role: 'leader', where: 'jurisdiction-once-submitted' },
]
export const SUPERVISOR: readonly Grant[] = [{ role: 'supervisor', where: 'jurisdiction' }]
/** 三统一 (国办发〔2018〕37号 (八)): the government office registers, numbers and issues; the review body's intake helps. */
export const KEEPER: readonly Grant[] = [
	{ role: 'secretary', where: 'jurisdiction' },
	{ role: 'registrar', where: 'jurisdiction' },
]
export const SYSTEM_ADMINISTRATOR: readonly Grant[] = [
	{ role: 'system-administrator', where: 'jurisdiction' },
]
export const SECURITY_ADMINISTRATOR: readonly Grant[] = [
	{ role: 'security-administrator', where: 'jurisdiction' },
]
export const AUDIT_ADMINISTRATOR: readonly Grant[] = [{ role: 'audit-administrator', where: 'jurisdiction' }]
/** The second of the two who asks where the first, who makes accounts, is the person concerned. */
export const RECOVERY_ASKER: readonly Grant[] = [
	...SYSTEM_ADMINISTRATOR,
	{ role: 'security-administrator', where: 'account-of-system-administrator' },
]
/** The second pair of eyes; the audit administrator's where one of the two others is the person concerned. */
export const RECOVERY_CONFIRMER: readonly Grant[] = [
	...SECURITY_ADMINISTRATOR,
	{ role: 'audit-administrator', where: 'account-of-administrator' },
]
/** Who leads the organ of whoever holds an account. */
export const HEAD_OF_HOLDER: readonly Grant[] = HEAD_ROLES.map((role) => ({
	role,
	where: 'account-in-own-organ',
}))
/** Whoever leads an organ, of which the page then shows their own. */
export const EVERY_HEAD: readonly Grant[] = HEAD_ROLES.map((role) => ({ role, where: 'jurisdiction' }))
/** Whoever may name a substitute for a post of their own. */
export const DELEGATOR: readonly Grant[] = DELEGABLE_ROLES.map((role) => ({ role, where: 'jurisdiction' }))
/** Whoever may confirm a delegation of their organ; a leader, where it has nobody above. Of the two themselves neither may. */
export const DELEGATION_CONFIRMER: readonly Grant[] = EVERY_HEAD
export const DELEGATOR_OR_CONFIRMER: readonly Grant[] = [
	...DELEGATOR,
	{ role: 'leader', where: 'jurisdiction' },
]
/** Every role that works with texts; administrators have none. */
export const EVERY_BUSINESS_ROLE: readonly Grant[] = BUSINESS_ROLES.map((role) => ({
	role,
	where: 'jurisdiction',
}))
export const REVIEW_BODY: readonly Grant[] = (
	['registrar', 'review-lead', 'reviewer', 'checker', 'signing-officer'] as const
).map((role) => ({ role, where: 'review-body-once-submitted' }))

import type { MatterEventType } from '#app/domain/review-workflow/matter-events.ts'

/** Acts on a matter that only read. */
export const READ_ACTS = [
	'matter.read',
	'review-notes.read',
	'meeting.read',
	'packet.read',
	'trail.read',
	'register.read',
] as const

/** Acts on a meeting and its agenda. */
export const MEETING_ACTS = [
	'meeting.created',
	'agenda.edited',
	'agenda.listing-requested',
	'agenda.delisted',
	'meeting.fixed',
	'meeting.urgent-approved',
	'meeting.held',
	'outcome.noted',
	'attendance.recorded',
	'meeting.closed',
	'meeting.cancelled',
] as const

/** Acts on the register of published documents. */
export const REGISTER_ACTS = [
	'document.registered',
	'document.repealed',
	'document.registration-withdrawn',
] as const

/** Acts of administration. None of them touches a matter. */
export const ADMINISTRATION_ACTS = [
	'organisation.edited',
	'account.created',
	'account.disabled',
	'account.link-issued',
	'organisation.imported',
	'grant.requested',
	'grant.confirmed',
	'grant.declined',
	'grant.ended',
	'account.read',
	'audit.verified',
] as const

/** Tools that touch no matter. */
export const TOOL_ACTS = ['texts.compared'] as const

/** Acts that open something new. */
export const OPENING_ACTS = ['matter.opened'] as const

export type Act =
	| Exclude<MatterEventType, 'clearance.expired'>
	| (typeof READ_ACTS)[number]
	| (typeof MEETING_ACTS)[number]
	| (typeof ADMINISTRATION_ACTS)[number]
	| (typeof OPENING_ACTS)[number]
	| (typeof REGISTER_ACTS)[number]
	| (typeof TOOL_ACTS)[number]

/** The states of an agenda item (议题). `blocked` is 准入未通过: the clearance fell while the item waited or stood. */
export const AGENDA_STATES = [
	'proposed',
	'blocked',
	'listed',
	'notified',
	'discussed',
	'postponed',
	'removed',
] as const

export type AgendaState = (typeof AGENDA_STATES)[number]

/** The states of a meeting: its agenda is prepared, fixed and sent out, the meeting is held, its record closed. */
export const MEETING_STATES = ['preparing', 'fixed', 'held', 'closed', 'cancelled'] as const

export type MeetingState = (typeof MEETING_STATES)[number]

/** 有效、失效、已用、已过期. */
export const CLEARANCE_STATES = ['valid', 'void', 'consumed', 'expired'] as const

export type ClearanceState = (typeof CLEARANCE_STATES)[number]

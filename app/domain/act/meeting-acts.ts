import type { SignedFormat } from '#app/domain/audit-chain/signed-row.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { DoingDefinition, NoDetail, RecordDefinition } from './definition.ts'
import { FOLLOW_UP_ACTS, type FollowUpDetails } from './follow-up-acts.ts'
import { MINUTES_ACTS, type MinutesDetails } from './minutes-acts.ts'
import { CHAIR, LEADER, SECRETARY } from './who.ts'

type Listed = {
	readonly item: string
	readonly meeting: string
	readonly clearance: string
	readonly version: string
	readonly contentSha256: string
	/** In the stream of the meeting. */
	readonly matter?: string
}
type OutcomeDetail = {
	readonly item: string
	readonly meeting: string
	readonly outcome: Outcome
	readonly decisionText: string
	readonly dissent: string
	/** The format that it was signed in; entries of before say nothing of it. */
	readonly signed: SignedFormat
	/** The flagged risk was read out at the meeting; of what flags none nothing. */
	readonly riskRead?: 'yes'
	/** In the stream of the meeting. */
	readonly matter?: string
}

/** What the trail keeps of each act on a meeting and its agenda, and of what follows from them. */
export type MeetingDetails = MinutesDetails &
	FollowUpDetails & {
		'meeting.created': {
			readonly kind: string
			readonly title: string
			readonly startsAt: string
			readonly place: string
			readonly chairId: string | null
		}
		'agenda.edited': { readonly part: string; readonly item: string }
		/** Only ever refused: when it is done it is recorded as `agenda.listed`. */
		'agenda.listing-requested': NoDetail
		'agenda.delisted': { readonly item: string; readonly meeting: string; readonly reason: string }
		'approval.asked': { readonly agenda: string; readonly approver: string }
		'approval.filed': {
			readonly agenda: string
			readonly approver: string
			readonly signedOn: string
			readonly file: string
			readonly sha256: string
		}
		'agenda.approved': { readonly agenda: string }
		'agenda.sent-back': { readonly agenda: string; readonly words: string }
		'meeting.fixed': {
			/** The row of the approval that it rests on; entries of before rest on what the secretary wrote. */
			readonly approval?: string
			readonly approvedBy: string
			readonly approvedOn: string
			readonly items: readonly string[]
			readonly contents: readonly string[]
		}
		'meeting.urgent-approved': { readonly item: string; readonly meeting: string; readonly reason: string }
		'meeting.held': NoDetail
		'outcome.noted': OutcomeDetail
		'outcome.recorded': OutcomeDetail
		'attendance.recorded': {
			/** How many members the meeting has; entries of before say nothing of it. */
			readonly memberCount?: number
			readonly persons: readonly {
				readonly name: string
				readonly organ: string
				readonly capacity: string
			}[]
		}
		'off-system.recorded': {
			readonly item: string
			readonly title: string
			readonly organ: string
			readonly decisionText: string
			readonly reason: string
		}
		'meeting.closed': NoDetail
		'meeting.cancelled': { readonly reason: string }
		'agenda.listed': Listed
		'agenda.notified': {
			readonly item: string
			readonly meeting: string
			readonly contentSha256: string
			readonly approvedBy: string
			readonly approvedOn: string
		}
		'agenda.blocked': {
			readonly item: string
			readonly meeting: string
			readonly cause: string
			readonly matter?: string
		}
		'agenda.removed': { readonly item: string; readonly cause: string }
	}

type MeetingRecordKind = 'agenda.listed' | 'agenda.notified' | 'agenda.blocked' | 'agenda.removed'

/** The effects of an outcome on the matter (table "After-meeting effects"); what neither decides nor sends back stays. */
function afterTheMeeting<Here extends string>(here: Here) {
	return {
		by: 'outcome',
		to: {
			passed: 'issuing',
			'passed-in-principle': 'amending',
			'revise-and-resubmit': 'revising',
			'not-passed': 'terminated',
			other: 'decided',
			deferred: here,
			'not-reached': here,
			removed: here,
			withdrawn: here,
		},
	} as const
}

/** 移出、会前撤回: what a meeting does not take up needs no listing. */
const TAKEN_OFF = { removed: 'removed', withdrawn: 'removed' } as const
const NOT_REACHED = { 'not-reached': 'postponed' } as const
const DISCUSSED = {
	passed: 'discussed',
	'passed-in-principle': 'discussed',
	'revise-and-resubmit': 'discussed',
	deferred: 'discussed',
	'not-passed': 'discussed',
	other: 'discussed',
} as const

/** The acts of the secretary and of whoever chairs. Whether an item may be listed is the gate's answer, not this table's. */
export const MEETING_ACTS = {
	'meeting.created': { who: [{ role: 'secretary', where: 'own-organ' }], page: '/meetings/new', told: [] },
	'agenda.edited': {
		meeting: { preparing: 'preparing' },
		who: SECRETARY,
		page: '/meetings/:meetingId',
		told: [],
	},
	// The act is the request; whether it ends in a listing is the gate's answer.
	'agenda.listing-requested': {
		who: SECRETARY,
		page: '/meetings/:meetingId',
		told: [],
		recordedAs: 'agenda.listed',
		turn: { role: 'secretary', because: ['in-the-pool'] },
	},
	'agenda.delisted': {
		meeting: { preparing: 'preparing' },
		agenda: { listed: 'proposed' },
		who: SECRETARY,
		page: '/meetings/:meetingId',
		told: ['named'],
	},
	// 审定议程 [32]: whoever presides signs, or the paper that they signed is attached. The secretary says it for nobody.
	'approval.asked': {
		meeting: { preparing: { to: 'preparing', needs: 'agenda-has-items' } },
		who: SECRETARY,
		page: '/meetings/:meetingId/approve',
		told: ['named'],
	},
	'approval.filed': {
		meeting: { preparing: { to: 'preparing', needs: 'agenda-has-items' } },
		who: SECRETARY,
		page: '/meetings/:meetingId/approve',
		told: [],
	},
	'agenda.approved': {
		meeting: { preparing: { to: 'preparing', needs: 'approval-is-asked' } },
		who: [...LEADER, ...CHAIR],
		isOwnHand: true,
		page: '/meetings/:meetingId/approve',
		told: ['named'],
	},
	// Also takes back what was approved, as long as the agenda is not fixed.
	'agenda.sent-back': {
		meeting: { preparing: { to: 'preparing', needs: 'approval-is-theirs' } },
		who: [...LEADER, ...CHAIR],
		page: '/meetings/:meetingId/approve',
		told: ['named'],
	},
	'meeting.fixed': {
		meeting: { preparing: { to: 'fixed', needs: 'agenda-is-approved' } },
		who: SECRETARY,
		isOwnHand: true,
		page: '/meetings/:meetingId',
		told: [],
		turn: { role: 'secretary', because: ['on-the-agenda'] },
	},
	// Of what came after the last day for proposals, or joins a fixed agenda.
	'meeting.urgent-approved': {
		meeting: { preparing: 'preparing', fixed: 'fixed' },
		who: LEADER,
		isOwnHand: true,
		page: '/meetings/:meetingId',
		told: ['agenda-secretaries'],
	},
	'meeting.held': {
		meeting: { fixed: 'held' },
		who: SECRETARY,
		page: '/meetings/:meetingId',
		told: [],
	},
	'outcome.noted': {
		// [33]; before the meeting an item can only be taken off.
		meeting: { fixed: { by: 'outcome', to: { removed: 'fixed', withdrawn: 'fixed' } }, held: 'held' },
		who: SECRETARY,
		page: '/meetings/:meetingId/outcomes',
		told: [],
		turn: { role: 'secretary', because: ['before-the-meeting'] },
	},
	'attendance.recorded': {
		meeting: { held: 'held' },
		who: SECRETARY,
		page: '/meetings/:meetingId/outcomes',
		told: [],
	},
	// H15: it never stands on an agenda, and cannot be left out of the record, nor taken from it, also after the closing.
	'off-system.recorded': {
		meeting: { held: 'held', closed: 'closed' },
		who: SECRETARY,
		page: '/meetings/:meetingId/outcomes',
		told: ['named'],
	},
	...MINUTES_ACTS,
	...FOLLOW_UP_ACTS,
	'meeting.closed': {
		meeting: { held: { to: 'closed', needs: 'record-is-whole' } },
		who: [...SECRETARY, ...LEADER],
		page: '/meetings/:meetingId/outcomes',
		told: [],
	},
	'meeting.cancelled': {
		meeting: {
			preparing: { to: 'cancelled', needs: 'agenda-is-empty' },
			fixed: { to: 'cancelled', needs: 'agenda-is-empty' },
		},
		who: SECRETARY,
		page: '/meetings/:meetingId',
		told: [],
	},
	// What an outcome does to its matter and its item; the secretary notes it at the meeting.
	'outcome.recorded': {
		matter: { cleared: afterTheMeeting('cleared'), 'out-of-scope': afterTheMeeting('out-of-scope') },
		agenda: {
			proposed: { by: 'outcome', to: TAKEN_OFF },
			blocked: { by: 'outcome', to: { ...NOT_REACHED, ...TAKEN_OFF } },
			listed: { by: 'outcome', to: TAKEN_OFF },
			notified: { by: 'outcome', to: { ...DISCUSSED, ...NOT_REACHED, ...TAKEN_OFF } },
		},
		who: SECRETARY,
		isOwnHand: true,
		page: null,
		told: ['drafter', 'head', 'reviewer', 'signer'],
		offered: 'elsewhere',
	},
} as const satisfies Record<Exclude<keyof MeetingDetails, MeetingRecordKind>, DoingDefinition>

type OnMeeting = `/meetings/:meetingId${string}`

/** The acts on a meeting that is there: their forms stand on its own pages. */
export type MeetingAct = {
	[Act in keyof typeof MEETING_ACTS]: (typeof MEETING_ACTS)[Act]['page'] extends OnMeeting ? Act : never
}[keyof typeof MEETING_ACTS]

/** Whether an act is done on a meeting that is there. */
export function isOnMeeting(act: keyof typeof MEETING_ACTS): act is MeetingAct {
	return MEETING_ACTS[act].page?.startsWith('/meetings/:meetingId') ?? false
}

/** What follows from acts on a meeting, from the fall of a clearance or from a withdrawal. */
export const MEETING_RECORDS = {
	'agenda.listed': {
		agenda: { proposed: 'listed', blocked: 'listed' },
		// [31]; a fixed agenda takes one up only with the chair's signed approval.
		meeting: { preparing: 'preparing', fixed: { to: 'fixed', needs: 'urgently-approved' } },
		under: 'agenda.listing-requested',
		told: ['drafter', 'head', 'reviewer'],
	},
	'agenda.notified': {
		agenda: { listed: 'notified' },
		under: 'meeting.fixed',
		told: ['drafter', 'head'],
	},
	'agenda.blocked': { agenda: { proposed: 'blocked', listed: 'blocked', notified: 'blocked' } },
	'agenda.removed': {},
} as const satisfies Record<MeetingRecordKind, RecordDefinition>

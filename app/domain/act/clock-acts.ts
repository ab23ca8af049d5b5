import type { PauseCause } from '#app/domain/matter/deadline.ts'
import type { UrgencyCause } from '#app/domain/matter/matter-request.ts'
import type { DoingDefinition } from './definition.ts'
import { ASSIGNED_REVIEWER, LEAD, LEADER_ONCE_SUBMITTED, OWN_HEAD, SIGNER } from './who.ts'

type Answer = {
	readonly request: string
	readonly isGranted: boolean
	readonly words: string
	/** The due day that follows, where it was granted. */
	readonly dueOn: string | null
}

/** What the trail keeps of each act on the clock of a review, beside who, when and in which state. */
export type ClockDetails = {
	'pause.requested': {
		readonly request: string
		readonly cause: PauseCause
		readonly words: string
		readonly until: string
	}
	'pause.decided': Answer
	'clock.resumed': { readonly words: string; readonly dueOn: string | null }
	'period.extended': { readonly days: number; readonly words: string; readonly dueOn: string | null }
	'urgency.requested': { readonly request: string; readonly cause: UrgencyCause; readonly words: string }
	'urgency.decided': Answer & {
		/** The working days that the review has now. */
		readonly days: number | null
		/** Those that it should generally have, where it has fewer and whoever decided said so. */
		readonly fewerThan: number | null
	}
}

/** The acts that stop, stretch and shorten the clock of a review. None of them clears anything by running out. */
export const CLOCK_ACTS = {
	// What the review waits for from outside is not its own time.
	'pause.requested': {
		matter: { reviewing: 'reviewing' }, // [10]
		who: ASSIGNED_REVIEWER,
		asks: ['clock-runs', 'pause-is-not-asked'],
		page: '/matters/:matterId/clock',
		told: ['review-leads'],
	},
	'pause.decided': {
		matter: { reviewing: 'reviewing' },
		who: LEAD,
		asks: ['clock-runs', 'pause-is-asked'],
		page: '/matters/:matterId/clock',
		told: ['drafter', 'head', 'named'],
		offered: 'where-called-for',
		turn: {
			role: 'review-lead',
			because: ['pause-asked'],
			beside: { 'pause-asked': (facts) => facts.openRequests.includes('pause') && !facts.isClockStopped },
		},
	},
	'clock.resumed': {
		matter: { reviewing: 'reviewing' },
		who: ASSIGNED_REVIEWER,
		asks: ['clock-is-stopped'],
		page: '/matters/:matterId/clock',
		told: ['drafter', 'head', 'review-leads'],
		offered: 'where-called-for',
		turn: { role: 'reviewer', because: ['clock-stopped'] },
	},
	'period.extended': {
		matter: { reviewing: 'reviewing' }, // [11]
		who: SIGNER,
		asks: ['clock-runs', 'period-is-not-extended'],
		page: '/matters/:matterId/clock',
		told: ['drafter', 'head', 'reviewer', 'agenda-secretaries'],
	},
	'urgency.requested': {
		matter: { submitted: 'submitted', accepted: 'accepted', reviewing: 'reviewing' }, // [12]
		who: OWN_HEAD,
		asks: ['urgency-is-not-asked'],
		page: '/matters/:matterId/clock',
		told: ['review-leads'],
	},
	// From acceptance on, when the period runs that is shortened.
	'urgency.decided': {
		matter: { accepted: 'accepted', reviewing: 'reviewing' },
		who: [...LEAD, ...LEADER_ONCE_SUBMITTED],
		asks: ['clock-runs', 'urgency-is-asked'],
		page: '/matters/:matterId/clock',
		told: ['drafter', 'reviewer', 'review-leads', 'named'],
		offered: 'where-called-for',
		turn: {
			role: 'review-lead',
			because: ['urgency-asked'],
			beside: {
				'urgency-asked': (facts) => facts.openRequests.includes('urgency') && !facts.isClockStopped,
			},
		},
	},
} as const satisfies Record<keyof ClockDetails, DoingDefinition>

import type { DoingDefinition } from './definition.ts'
import { ASKED_COUNSEL, ASSIGNED_REVIEWER, COUNSEL, LEAD } from './who.ts'

/** What the trail keeps of each act by which somebody steps back (回避), beside who, when and in which state. */
export type RecusalDetails = {
	'counsel.declared': {
		readonly declaration: string
		readonly hasInterest: boolean
		readonly words: string | null
	}
	'recusal.requested': { readonly recusal: string; readonly words: string }
	'recusal.decided': {
		readonly recusal: string
		readonly person: string
		readonly isGranted: boolean
		readonly words: string
	}
}

/** The acts by which a reviewer or counsel steps back. */
export const RECUSAL_ACTS = {
	// Before the papers are seen: who has an interest never sees them. Who learns of one while reading says so, too.
	'counsel.declared': {
		matter: { reviewing: 'reviewing' }, // [9]
		who: [...ASKED_COUNSEL, ...COUNSEL],
		page: '/matters/:matterId/interest',
		told: ['named'],
		turn: {
			role: 'counsel',
			because: ['interest-undeclared'],
			beside: { 'interest-undeclared': (facts) => facts.counselAsked.length > 0 },
		},
	},
	'recusal.requested': {
		matter: { reviewing: 'reviewing', recheck: 'recheck', 'post-check': 'post-check' }, // [9]
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'recheck-with-reviewer'],
		page: '/matters/:matterId/recusal',
		told: ['review-leads'],
	},
	// Wherever a matter may have come meanwhile: a request that nobody answers closes the gate.
	'recusal.decided': {
		matter: {
			accepted: 'accepted',
			reviewing: 'reviewing',
			signoff: 'signoff',
			revising: 'revising',
			recheck: 'recheck',
			cleared: 'cleared',
			amending: 'amending',
			'post-check': 'post-check',
		},
		who: LEAD,
		asks: ['recusal-is-open'],
		page: '/matters/:matterId/recusal',
		told: ['named'],
		offered: 'where-called-for',
		turn: {
			role: 'review-lead',
			because: ['recusal-asked'],
			beside: { 'recusal-asked': (facts) => facts.hasOpenRecusal },
		},
	},
} as const satisfies Record<keyof RecusalDetails, DoingDefinition>

import type { RulingBody, RulingResult } from '#app/domain/meeting/ruling.ts'
import type { DoingDefinition } from './definition.ts'
import { ASSIGNED_REVIEWER, OWN_UNIT, SIGNER } from './who.ts'

type OnText = { readonly revision: string; readonly contentSha256: string }
type Checked = OnText & { readonly check: string; readonly words: string }

/** What the trail keeps of each act on a text that a meeting has passed in principle (原则通过), or referred (其他). */
export type AfterMeetingDetails = {
	/** `passed` is the text that lay before the meeting, `contentSha256` the one that was handed in after it. */
	'meeting-text.submitted': OnText & {
		readonly item: string
		readonly version: number
		readonly passed: string
		readonly words: string
	}
	'meeting-text.checked': Checked
	'meeting-text.sent-back': Checked
	'meeting-text.reopened': Checked & { readonly round: number }
	'meeting-text.confirmed': OnText & { readonly check: string }
	'meeting-text.refused': Checked
	'ruling.recorded': {
		readonly item: string
		readonly meeting: string
		/** The clearance under which the meeting discussed the text, and that text. */
		readonly clearance: string
		readonly contentSha256: string
		readonly body: RulingBody
		readonly result: RulingResult
		/** A plain date. */
		readonly ruledOn: string
		readonly documentNumber: string | null
		readonly words: string
	}
}

const PAGE = '/matters/:matterId/after-meeting'

/**
 * 会后修改和核对: what a meeting passes in principle is changed as the meeting said, and the text is checked before it is
 * issued (domain paper §8.4, "After-meeting effects"). A change beyond what the meeting said is a new round of review.
 */
export const AFTER_MEETING_ACTS = {
	'meeting-text.submitted': {
		matter: { amending: 'post-check' },
		who: OWN_UNIT,
		asks: [
			'has-version',
			'version-is-submittable',
			'characters-are-seen',
			'reading-is-confirmed',
			'text-changed-since-meeting',
		],
		page: PAGE,
		told: ['reviewer', 'review-leads'],
		turn: { role: 'drafter', because: ['passed-in-principle'] },
	},
	'meeting-text.checked': {
		matter: { 'post-check': 'post-check' },
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'post-check-with-reviewer'],
		page: PAGE,
		told: ['signing-officers'],
		turn: { role: 'reviewer', because: ['meeting-text-came-in'] },
	},
	'meeting-text.sent-back': {
		matter: { 'post-check': 'amending' },
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'post-check-with-reviewer'],
		page: PAGE,
		told: ['drafter', 'head'],
		offered: 'elsewhere',
	},
	'meeting-text.reopened': {
		matter: { 'post-check': 'revising' },
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'post-check-with-reviewer'],
		page: PAGE,
		told: ['drafter', 'head', 'signing-officers'],
		offered: 'elsewhere',
	},
	'meeting-text.confirmed': {
		matter: { 'post-check': 'issuing' },
		who: SIGNER,
		isOwnHand: true,
		asks: ['recusal-is-not-open', 'post-check-awaits-signature'],
		page: PAGE,
		told: ['drafter', 'head', 'reviewer'],
		turn: { role: 'signing-officer', because: ['post-check-awaits-signature'] },
	},
	'meeting-text.refused': {
		matter: { 'post-check': 'amending' },
		who: SIGNER,
		asks: ['post-check-awaits-signature'],
		page: PAGE,
		told: ['drafter', 'head', 'reviewer'],
		offered: 'elsewhere',
	},
	// 其他: what the meeting has referred goes on as those say who decide it, with the effects of the same outcome.
	'ruling.recorded': {
		matter: {
			decided: {
				by: 'outcome',
				to: { passed: 'issuing', 'revise-and-resubmit': 'revising', 'not-passed': 'terminated' },
			},
		},
		who: [{ role: 'secretary', where: 'on-own-agenda' }],
		isOwnHand: true,
		page: '/matters/:matterId/ruling',
		told: ['drafter', 'head', 'reviewer', 'signer'],
		turn: { role: 'secretary', because: ['ruling-awaited'] },
	},
} as const satisfies Record<keyof AfterMeetingDetails, DoingDefinition>

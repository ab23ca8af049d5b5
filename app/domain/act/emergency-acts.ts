import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import type { DoingDefinition } from './definition.ts'
import { LEADER_ASKED_FOR_ORDER, OWN_HEAD, OWN_UNIT } from './who.ts'

type OnText = { readonly order: string; readonly contentSha256: string; readonly leader: string }
type Said = OnText & { readonly words: string; readonly ground: string }

/** What the trail keeps of each act on an emergency order, beside who, when and in which state. */
export type EmergencyDetails = {
	'emergency.asked': Said
	/** The days by which the review after it and the filing are due. */
	'emergency.ordered': Said & { readonly reviewBy: string; readonly fileBy: string }
	'emergency.declined': OnText & { readonly words: string }
	'emergency.amended': Said & { readonly former: string; readonly fileBy: string }
	'emergency.revoked': OnText & { readonly words: string }
	'emergency.filed': OnText & { readonly receivedOn: string; readonly receipt: string }
	'emergency.concluded': OnText & { readonly words: string }
}

/** Before its review has said anything: what was found wanting is not ordered into effect. */
const UNREVIEWED = {
	draft: 'draft',
	submitted: 'submitted',
	supplement: 'supplement',
	accepted: 'accepted',
	reviewing: 'reviewing',
} as const

/** Wherever a matter may be while its order has effect: an order may be revoked at any time. */
const NOT_OVER = {
	...UNREVIEWED,
	returned: 'returned',
	signoff: 'signoff',
	revising: 'revising',
	'not-passed': 'not-passed',
	recheck: 'recheck',
	cleared: 'cleared',
} as const

/** A filing is owed whatever became of the matter meanwhile. */
const EVER_AFTER = {
	...NOT_OVER,
	amending: 'amending',
	'post-check': 'post-check',
	decided: 'decided',
	issuing: 'issuing',
	registered: 'registered',
	numbered: 'numbered',
	issued: 'issued',
	filing: 'filing',
	published: 'published',
} as const

const PAGE = '/matters/:matterId/emergency'

/** Whether the filing of an order with the people's congress is still owed (突发事件应对法 art. 25). */
function owesFiling({ order, isOrderFiled }: TurnFacts): boolean {
	return order !== 'none' && !isOrderFiled
}

/**
 * 应急签发、补审、备案: a leader signs that a draft decision takes effect before its review, and what that leaves owed. The
 * review after it is the matter's own review, with its own periods, hands and papers; no order opens the gate.
 */
export const EMERGENCY_ACTS = {
	'emergency.asked': {
		matter: UNREVIEWED,
		who: OWN_HEAD,
		asks: [
			'is-a-decision',
			'has-version',
			'version-is-submittable',
			'characters-are-seen',
			'reading-is-confirmed',
			'no-order-in-force',
			'order-is-not-asked',
			'no-adverse-opinion',
		],
		page: PAGE,
		told: ['named'],
		offered: 'where-called-for',
	},
	'emergency.ordered': {
		matter: UNREVIEWED,
		who: LEADER_ASKED_FOR_ORDER,
		isOwnHand: true,
		asks: [
			'is-a-decision',
			'version-is-submittable',
			'characters-are-seen',
			'reading-is-confirmed',
			'order-is-asked',
			'no-adverse-opinion',
		],
		page: PAGE,
		told: ['drafter', 'head', 'review-leads'],
		offered: 'where-called-for',
		turn: {
			role: 'leader',
			because: ['order-asked'],
			beside: { 'order-asked': ({ orderAskedOf }) => orderAskedOf !== null },
		},
	},
	'emergency.declined': {
		matter: UNREVIEWED,
		who: LEADER_ASKED_FOR_ORDER,
		asks: ['order-is-asked'],
		page: PAGE,
		told: ['drafter', 'head'],
		offered: 'elsewhere',
	},
	// 补审 found that it must be revised: the leader puts the text that passed in the place of the one that was ordered.
	'emergency.amended': {
		matter: { cleared: 'cleared' },
		who: LEADER_ASKED_FOR_ORDER,
		isOwnHand: true,
		asks: ['order-in-force', 'order-is-of-another-text'],
		page: PAGE,
		told: ['drafter', 'head', 'reviewer'],
		offered: 'where-called-for',
		turn: {
			role: 'leader',
			because: ['order-to-be-amended'],
			beside: {
				'order-to-be-amended': ({ order, isOrderedText, state }) =>
					state === 'cleared' && order === 'in-force' && !isOrderedText,
			},
		},
	},
	'emergency.revoked': {
		matter: NOT_OVER,
		who: LEADER_ASKED_FOR_ORDER,
		isOwnHand: true,
		asks: ['order-in-force'],
		page: PAGE,
		told: ['drafter', 'head', 'reviewer', 'review-leads'],
		offered: 'where-called-for',
		turn: {
			role: 'leader',
			because: ['order-to-be-revoked'],
			beside: {
				'order-to-be-revoked': ({ order, state }) => state === 'not-passed' && order === 'in-force',
			},
		},
	},
	'emergency.filed': {
		matter: EVER_AFTER,
		who: OWN_UNIT,
		asks: ['order-is-to-be-filed'],
		page: PAGE,
		told: ['head'],
		offered: 'where-called-for',
		turn: {
			role: 'drafter',
			because: ['order-to-be-filed'],
			beside: { 'order-to-be-filed': owesFiling },
		},
	},
	'emergency.concluded': {
		matter: { cleared: 'concluded' },
		who: OWN_HEAD,
		asks: ['order-in-force', 'order-is-reviewed', 'order-is-filed', 'not-proposed'],
		page: PAGE,
		told: ['drafter', 'reviewer'],
		offered: 'where-called-for',
		turn: {
			role: 'department-head',
			because: ['order-to-be-concluded'],
			beside: {
				'order-to-be-concluded': ({ order, isOrderReviewed, isOrderFiled, agenda, state }) =>
					state === 'cleared' && order === 'in-force' && isOrderReviewed && isOrderFiled && agenda === null,
			},
		},
	},
} as const satisfies Record<keyof EmergencyDetails, DoingDefinition>

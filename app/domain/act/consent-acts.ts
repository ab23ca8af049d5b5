import type { DoingDefinition } from './definition.ts'
import { PROPOSABLE } from './drafting-acts.ts'
import { ASKED_LEADER, OWN_HEAD } from './who.ts'

type OnText = { readonly item: string; readonly contentSha256: string; readonly leader: string }

/** What the trail keeps of each act on a leader's consent, beside who, when and in which state. */
export type ConsentDetails = {
	'consent.asked': OnText
	'consent.filed': OnText & { readonly signedOn: string; readonly file: string; readonly sha256: string }
	'consent.given': OnText
	'consent.declined': OnText & { readonly words: string }
}

/** A leader consents to a text that passed its review: before that there is nothing to consent to. */
const CLEARED = { cleared: 'cleared', 'out-of-scope': 'out-of-scope' } as const

const PAGE = '/matters/:matterId/consent'

/**
 * 分管领导同意上会 [30]: the leader's own signature, or a signed paper that is attached and named as such. Whoever
 * proposes an item asks for it, and never says it for the leader.
 */
export const CONSENT_ACTS = {
	'consent.asked': {
		matter: PROPOSABLE,
		who: OWN_HEAD,
		asks: ['waits-for-another-organ'],
		page: PAGE,
		told: ['named'],
		offered: 'where-called-for',
		turn: {
			role: 'department-head',
			because: ['consent-missing'],
			beside: {
				'consent-missing': ({ consent, state }) => consent === 'missing' && state in CLEARED,
			},
		},
	},
	'consent.filed': {
		matter: PROPOSABLE,
		who: OWN_HEAD,
		asks: ['waits-for-another-organ'],
		page: PAGE,
		told: ['agenda-secretaries'],
		offered: 'elsewhere',
	},
	'consent.given': {
		matter: CLEARED,
		who: ASKED_LEADER,
		isOwnHand: true,
		asks: ['consent-is-asked'],
		page: PAGE,
		told: ['head', 'agenda-secretaries'],
		offered: 'where-called-for',
		turn: {
			role: 'leader',
			because: ['consent-asked'],
			beside: { 'consent-asked': ({ consent }) => consent === 'asked' },
		},
	},
	// Also takes back what was given, as long as the agenda is not fixed.
	'consent.declined': {
		matter: CLEARED,
		who: ASKED_LEADER,
		asks: ['consent-is-theirs'],
		page: PAGE,
		told: ['head', 'agenda-secretaries'],
		offered: 'elsewhere',
	},
} as const satisfies Record<keyof ConsentDetails, DoingDefinition>

import type { SignedFormat } from '#app/domain/audit-chain/signed-row.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import type { DoingDefinition } from './definition.ts'
import { ASSIGNED_REVIEWER, CHECKER, COUNSEL, LEAD, REGISTRAR, SIGNER } from './who.ts'

type WaiverDecision = {
	readonly version: number | null
	readonly contentSha256: string
	readonly words: string
}

/** What the trail keeps of each act of the review body and of counsel, beside who, when and in which state. */
export type ReviewDetails = {
	'waiver.granted': WaiverDecision
	'waiver.declined': WaiverDecision
	'matter.accepted': { readonly version: string | null; readonly workingDays: number }
	'supplement.requested': { readonly number: number; readonly items: readonly string[] }
	'matter.returned': { readonly reason: string; readonly words: string }
	'scope.excluded': {
		readonly reason: string
		readonly words: string
		/** What the signing officer said of the paper, each by a tick of its own. */
		readonly tests: {
			readonly staysInside: 'yes'
			readonly touchesNoRights: 'yes'
			readonly isAppliedOnce: 'yes'
		}
	}
	'reviewer.assigned': { readonly person: string; readonly before: string | null }
	'counsel.assigned': { readonly person: string }
	'counsel.released': { readonly release: string; readonly person: string; readonly words: string }
	'counsel-opinion.signed': {
		readonly counselOpinion: string
		readonly conclusion: string
		readonly version: string | null
		/** The format that it was signed in; entries of before say nothing of it. */
		readonly signed: SignedFormat
	}
	'counsel-hold.disposed': {
		readonly counselOpinion: string
		/** The second opinion that it rests on. */
		readonly second: string
		readonly words: string
	}
	'opinion.saved': {
		readonly part: string
		readonly items: number
		readonly conclusion: Conclusion | null
	}
	'opinion.sent-for-signature': { readonly body: string; readonly version: string | null }
	'opinion.checked': { readonly body: string }
	'opinion.sent-back': { readonly words: string }
	'opinion.signed': {
		readonly opinion: string
		readonly number: string
		readonly conclusion: Conclusion
		readonly contentSha256: string
		/** The format that it was signed in; entries of before say nothing of it. */
		readonly signed: SignedFormat
	}
}

/** The intake may let invisible characters stand in a text that is not submitted yet. */
const UNSUBMITTED = {
	draft: 'draft',
	returned: 'returned',
	'not-passed': 'not-passed',
	revising: 'revising',
	supplement: 'supplement',
	amending: 'amending',
} as const

/** Their recusal was granted, and nobody has come in their place. */
function lacksReviewer({ state, reviewerId, awaitingSignature }: TurnFacts): boolean {
	return reviewerId === null && (state === 'reviewing' || (state === 'recheck' && !awaitingSignature))
}

/** What a meeting passed without a review body's reviewer, or whose reviewer stepped back, waits for somebody who checks it. */
function lacksPostChecker({ state, reviewerId, awaitingSignature }: TurnFacts): boolean {
	return reviewerId === null && state === 'post-check' && !awaitingSignature
}

/** The acts of intake, review and signature. */
export const REVIEW_ACTS = {
	'waiver.granted': {
		matter: UNSUBMITTED,
		who: REGISTRAR,
		asks: ['waiver-is-open'],
		page: '/matters/:matterId/waiver',
		told: ['drafter', 'named'],
		offered: 'where-called-for',
		turn: { role: 'registrar', because: ['waiver-asked'] },
	},
	'waiver.declined': {
		matter: UNSUBMITTED,
		who: REGISTRAR,
		asks: ['waiver-is-open'],
		page: '/matters/:matterId/waiver',
		told: ['drafter', 'named'],
		offered: 'elsewhere',
	},
	'matter.accepted': {
		matter: { submitted: 'accepted' }, // [6]
		who: REGISTRAR,
		page: '/matters/:matterId/intake',
		told: ['review-leads', 'drafter', 'head'],
		turn: { role: 'registrar', because: ['came-in'] },
	},
	// What was found wanting is not out of scope: Decree 713 art. 25 bars it until it is reviewed again.
	'scope.excluded': {
		matter: { submitted: 'out-of-scope', accepted: 'out-of-scope' }, // [7]
		who: SIGNER,
		isOwnHand: true,
		asks: ['no-adverse-opinion', 'counsel-hold-disposed'],
		page: '/matters/:matterId/exclude',
		told: ['drafter', 'head'],
	},
	'reviewer.assigned': {
		// [8]; in review and re-check in place of one who is no longer there.
		matter: {
			accepted: 'reviewing',
			reviewing: 'reviewing',
			recheck: 'recheck',
			'post-check': 'post-check',
		},
		who: LEAD,
		asks: ['recusal-is-not-open'],
		page: '/matters/:matterId/assign',
		told: ['reviewer', 'named'],
		turn: {
			role: 'review-lead',
			because: ['accepted', 'reviewer-stepped-back', 'nobody-checks'],
			beside: {
				'reviewer-stepped-back': (facts) => lacksReviewer(facts),
				'nobody-checks': (facts) => lacksPostChecker(facts),
			},
		},
	},
	'counsel-hold.disposed': {
		matter: { reviewing: 'reviewing', signoff: 'signoff' },
		who: SIGNER,
		isOwnHand: true,
		asks: ['counsel-hold-open'],
		page: '/matters/:matterId/hold',
		told: ['reviewer', 'named'],
		turn: {
			role: 'signing-officer',
			because: ['counsel-hold'],
			beside: { 'counsel-hold': (facts) => facts.hasCounselHold },
		},
	},
	'counsel.assigned': {
		matter: { reviewing: 'reviewing' },
		who: LEAD,
		page: '/matters/:matterId/assign',
		told: ['named'],
		turn: {
			role: 'review-lead',
			because: ['counsel-stepped-back', 'counsel-missing'],
			beside: {
				'counsel-stepped-back': (facts) => facts.lacksSuccessor,
				'counsel-missing': (facts) => facts.lacksCounselOpinion && !facts.hasCounsel && !facts.lacksSuccessor,
			},
		},
	},
	// Of several counsel all are heard, or are let go with the reason: nobody is passed over in silence.
	'counsel.released': {
		matter: { reviewing: 'reviewing' },
		who: LEAD,
		asks: ['counsel-is-awaited'],
		page: '/matters/:matterId/assign',
		told: ['reviewer', 'named'],
		offered: 'elsewhere',
	},
	'counsel-opinion.signed': {
		matter: { reviewing: 'reviewing' }, // [13]
		who: COUNSEL,
		isOwnHand: true,
		page: '/matters/:matterId/counsel',
		told: ['reviewer', 'named'],
		turn: {
			role: 'counsel',
			because: ['counsel-asked'],
			beside: { 'counsel-asked': (facts) => facts.counselWaiting.length > 0 },
		},
	},
	'opinion.saved': {
		matter: { reviewing: 'reviewing' },
		who: ASSIGNED_REVIEWER,
		page: '/matters/:matterId/opinion',
		told: [],
		offered: 'elsewhere',
	},
	// Decree 713 art. 27 and 28; 国办发〔2018〕115号 (六).
	'opinion.sent-for-signature': {
		matter: { reviewing: 'signoff' }, // [14]
		who: ASSIGNED_REVIEWER,
		asks: [
			'recusal-is-not-open',
			'clock-runs',
			'pause-is-not-asked',
			'version-is-submittable',
			'characters-are-seen',
			'points-answered',
			'steps-judged',
			'items-complete',
			'conclusion-chosen',
			'risk-stated',
			'findings-agree',
			'counsel-heard',
			'counsel-complete',
		],
		page: '/matters/:matterId/opinion',
		told: ['checkers'],
		turn: { role: 'reviewer', because: ['in-review'] },
	},
	'supplement.requested': {
		matter: { submitted: 'supplement', reviewing: 'supplement' }, // [2]
		who: [...REGISTRAR, ...ASSIGNED_REVIEWER],
		asks: ['clock-runs', 'pause-is-not-asked'],
		page: '/matters/:matterId/intake',
		told: ['drafter', 'head'],
	},
	'matter.returned': {
		matter: { submitted: 'returned', reviewing: 'returned', supplement: 'returned' }, // [5], [4]
		who: [...REGISTRAR, ...SIGNER],
		page: '/matters/:matterId/intake',
		told: ['drafter', 'head', 'reviewer'],
	},
	'opinion.checked': {
		matter: { signoff: 'signoff' },
		who: CHECKER,
		isOwnHand: true,
		asks: ['recusal-is-not-open', 'opinion-not-yet-checked', 'findings-agree'],
		page: '/matters/:matterId/opinion/sign',
		told: ['signing-officers'],
		turn: { role: 'checker', because: ['awaits-check'] },
	},
	'opinion.sent-back': {
		matter: { signoff: 'reviewing' },
		who: [...CHECKER, ...SIGNER],
		page: '/matters/:matterId/opinion/sign',
		told: ['reviewer'],
	},
	'opinion.signed': {
		matter: {
			// [16], [17], [18], [19]
			signoff: {
				by: 'conclusion',
				to: { lawful: 'cleared', amend: 'revising', unlawful: 'not-passed', 'risk-flagged': 'cleared' },
			},
		},
		who: SIGNER,
		isOwnHand: true,
		asks: [
			'recusal-is-not-open',
			'counsel-heard',
			'counsel-hold-disposed',
			'opinion-checked',
			'conclusion-chosen',
			'risk-stated',
			'findings-agree',
		],
		page: '/matters/:matterId/opinion/sign',
		told: ['drafter', 'head', 'reviewer', 'checker'],
		turn: { role: 'signing-officer', because: ['awaits-signature'] },
	},
} as const satisfies Record<keyof ReviewDetails, DoingDefinition>

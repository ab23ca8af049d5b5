import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { RecheckVerdict } from '#app/domain/opinion/reply.ts'
import type { ActDefinition } from './definition.ts'
import { ASSIGNED_REVIEWER, CHECKER, COUNSEL, LEAD, REGISTRAR, SIGNER } from './who.ts'

type WaiverDecision = {
	readonly version: number | null
	readonly contentSha256: string
	readonly words: string
}
type Recheck = {
	readonly recheck: string
	readonly kind: string
	readonly items: readonly RecheckVerdict[]
}

/** What the trail keeps of each act of the review body and of counsel, beside who, when and in which state. */
export type ReviewDetails = {
	'waiver.granted': WaiverDecision
	'waiver.declined': WaiverDecision
	'matter.accepted': { readonly version: string | null; readonly workingDays: number }
	'supplement.requested': { readonly number: number; readonly items: readonly string[] }
	'matter.returned': { readonly reason: string; readonly words: string }
	'scope.excluded': { readonly reason: string; readonly words: string }
	'reviewer.assigned': { readonly person: string; readonly before: string | null }
	'counsel.assigned': { readonly person: string }
	'counsel-opinion.signed': {
		readonly counselOpinion: string
		readonly conclusion: string
		readonly version: string | null
	}
	'counsel-hold.disposed': { readonly counselOpinion: string; readonly words: string }
	'opinion.saved': {
		readonly part: string
		readonly items: number
		readonly conclusion: Conclusion | null
	}
	'match.corrected': {
		readonly from: number
		readonly to: number
		readonly old: string
		readonly new: readonly string[]
		readonly isWithdrawn?: true
	}
	'opinion.sent-for-signature': { readonly body: string; readonly version: string | null }
	'opinion.checked': { readonly body: string }
	'opinion.sent-back': { readonly words: string }
	'opinion.signed': {
		readonly opinion: string
		readonly number: string
		readonly conclusion: Conclusion
		readonly contentSha256: string
	}
	'opinion.revoked': {
		readonly opinion: string
		readonly number: string
		readonly reason: string
		readonly round: number
	}
	'clearance.reissued': {
		readonly former: string
		readonly clearance: string
		readonly number: string
	}
	'recheck.proposed': Recheck
	'recheck.failed': Recheck
	'round.opened': Recheck
	'recheck.signed': {
		readonly recheck: string
		readonly kind: string
		readonly explanation: string | null
	}
	'recheck.refused': { readonly recheck: string; readonly words: string }
}

/** The intake may let invisible characters stand in a text that is not submitted yet. */
const UNSUBMITTED = {
	draft: 'draft',
	returned: 'returned',
	'not-passed': 'not-passed',
	revising: 'revising',
	supplement: 'supplement',
} as const

/** The acts of intake, review, signature and re-check. */
export const REVIEW_ACTS = {
	'waiver.granted': {
		matter: UNSUBMITTED,
		who: REGISTRAR,
		asks: ['waiver-is-open'],
		page: '/matters/:matterId/waiver',
		offered: 'where-called-for',
		turn: { role: 'registrar', because: ['waiver-asked'] },
	},
	'waiver.declined': {
		matter: UNSUBMITTED,
		who: REGISTRAR,
		asks: ['waiver-is-open'],
		page: '/matters/:matterId/waiver',
		offered: 'elsewhere',
	},
	'matter.accepted': {
		matter: { submitted: 'accepted' }, // [6]
		who: REGISTRAR,
		page: '/matters/:matterId/intake',
		turn: { role: 'registrar', because: ['came-in'] },
	},
	// What was found wanting is not out of scope: Decree 713 art. 25 bars it until it is reviewed again.
	'scope.excluded': {
		matter: { submitted: 'out-of-scope', accepted: 'out-of-scope' }, // [7]
		who: SIGNER,
		asks: ['no-adverse-opinion', 'counsel-hold-disposed'],
		page: '/matters/:matterId/exclude',
	},
	'reviewer.assigned': {
		// [8]; in review and re-check in place of one who is no longer there.
		matter: { accepted: 'reviewing', reviewing: 'reviewing', recheck: 'recheck' },
		who: LEAD,
		page: '/matters/:matterId/assign',
		turn: { role: 'review-lead', because: ['accepted'] },
	},
	'counsel-hold.disposed': {
		matter: { reviewing: 'reviewing', signoff: 'signoff' },
		who: SIGNER,
		asks: ['counsel-hold-open'],
		page: '/matters/:matterId/hold',
		turn: { role: 'signing-officer', because: ['counsel-hold'], beside: (facts) => facts.hasCounselHold },
	},
	'counsel.assigned': {
		matter: { reviewing: 'reviewing' },
		who: LEAD,
		page: '/matters/:matterId/assign',
		turn: {
			role: 'review-lead',
			because: ['counsel-missing'],
			beside: (facts) => facts.lacksCounselOpinion && !facts.hasCounsel,
		},
	},
	'counsel-opinion.signed': {
		matter: { reviewing: 'reviewing' }, // [13]
		who: COUNSEL,
		page: '/matters/:matterId/counsel',
		turn: {
			role: 'counsel',
			because: ['counsel-asked'],
			beside: (facts) => facts.counselWaiting.length > 0,
		},
	},
	'opinion.saved': {
		matter: { reviewing: 'reviewing' },
		who: ASSIGNED_REVIEWER,
		page: '/matters/:matterId/opinion',
		offered: 'elsewhere',
	},
	// Decree 713 art. 27 and 28; 国办发〔2018〕115号 (六).
	'opinion.sent-for-signature': {
		matter: { reviewing: 'signoff' }, // [14]
		who: ASSIGNED_REVIEWER,
		asks: [
			'version-is-submittable',
			'characters-are-seen',
			'points-answered',
			'steps-judged',
			'items-complete',
			'conclusion-consistent',
			'counsel-heard',
		],
		page: '/matters/:matterId/opinion',
		turn: { role: 'reviewer', because: ['in-review'] },
	},
	'supplement.requested': {
		matter: { submitted: 'supplement', reviewing: 'supplement' }, // [2]
		who: [...REGISTRAR, ...ASSIGNED_REVIEWER],
		page: '/matters/:matterId/intake',
	},
	'matter.returned': {
		matter: { submitted: 'returned', reviewing: 'returned', supplement: 'returned' }, // [5], [4]
		who: [...REGISTRAR, ...SIGNER],
		page: '/matters/:matterId/intake',
	},
	'opinion.checked': {
		matter: { signoff: 'signoff' },
		who: CHECKER,
		asks: ['opinion-not-yet-checked'],
		page: '/matters/:matterId/opinion/sign',
		turn: { role: 'checker', because: ['awaits-check'] },
	},
	'opinion.sent-back': {
		matter: { signoff: 'reviewing' },
		who: [...CHECKER, ...SIGNER],
		page: '/matters/:matterId/opinion/sign',
	},
	'opinion.signed': {
		matter: {
			// [16], [17], [18]
			signoff: { by: 'conclusion', to: { lawful: 'cleared', amend: 'revising', unlawful: 'not-passed' } },
		},
		who: SIGNER,
		asks: ['counsel-heard', 'counsel-hold-disposed', 'opinion-checked', 'conclusion-consistent'],
		page: '/matters/:matterId/opinion/sign',
		turn: { role: 'signing-officer', because: ['awaits-signature'] },
	},
	// A void clearance never revives: the same bytes get a new one, in one step of the signing officer.
	'clearance.reissued': {
		matter: { revising: 'cleared' }, // [27] (a)
		who: SIGNER,
		asks: ['opinion-in-force', 'changed-after-clearance', 'text-as-cleared'],
		page: '/matters/:matterId/recheck/sign',
		turn: { role: 'signing-officer', because: ['text-restored'] },
	},
	// What the signing officer is deciding on stays as it was shown to them.
	'match.corrected': {
		matter: { reviewing: 'reviewing', recheck: 'recheck' },
		who: ASSIGNED_REVIEWER,
		asks: ['recheck-with-reviewer'],
		page: '/matters/:matterId/redline',
		offered: 'elsewhere',
	},
	'recheck.proposed': {
		matter: { recheck: 'recheck' },
		who: ASSIGNED_REVIEWER,
		asks: ['recheck-with-reviewer'],
		page: '/matters/:matterId/recheck',
		turn: { role: 'reviewer', because: ['revision-came-in'] },
	},
	'recheck.failed': {
		matter: { recheck: 'revising' }, // [23]
		who: ASSIGNED_REVIEWER,
		asks: ['recheck-with-reviewer'],
		page: '/matters/:matterId/recheck',
	},
	'round.opened': {
		matter: { recheck: 'reviewing' }, // [23]
		who: ASSIGNED_REVIEWER,
		asks: ['recheck-with-reviewer'],
		page: '/matters/:matterId/recheck',
	},
	'recheck.signed': {
		matter: { recheck: 'cleared' }, // [22], [24] (a), [27] (b)
		who: SIGNER,
		asks: ['recheck-awaits-signature', 'items-settled', 'counsel-hold-disposed'],
		page: '/matters/:matterId/recheck/sign',
		turn: { role: 'signing-officer', because: ['recheck-awaits-signature'] },
	},
	'recheck.refused': {
		matter: { recheck: 'revising' }, // [24] (b)
		who: SIGNER,
		asks: ['recheck-awaits-signature'],
		page: '/matters/:matterId/recheck/sign',
	},
	'opinion.revoked': {
		// [15]
		matter: {
			revising: 'reviewing',
			'not-passed': 'reviewing',
			recheck: 'reviewing',
			cleared: 'reviewing',
		},
		who: SIGNER,
		asks: ['opinion-in-force'],
		page: '/matters/:matterId/revoke',
	},
} as const satisfies Record<keyof ReviewDetails, ActDefinition>

import type { SignedFormat } from '#app/domain/audit-chain/signed-row.ts'
import type { RecheckVerdict } from '#app/domain/opinion/reply.ts'
import type { DoingDefinition } from './definition.ts'
import { CLEARANCE_HOLDERS } from './told.ts'
import { ASSIGNED_REVIEWER, COUNSEL, REVIEW_BODY, SIGNER } from './who.ts'

type Recheck = {
	readonly recheck: string
	readonly kind: string
	readonly items: readonly RecheckVerdict[]
}

/** What the trail keeps of each act on a text that an opinion was given on, beside who, when and in which state. */
export type RecheckDetails = {
	/** One sitting of one reader over one pair of versions. */
	'changes.seen': {
		readonly sitting: string
		readonly reader: string
		readonly name: string
		readonly from: number
		readonly to: number
		readonly oldSha256: string
		readonly newSha256: string
		/** How many changes the pair has, how many were ticked, and where. */
		readonly changes: number
		readonly seen: number
		readonly places: readonly string[]
	}
	'match.corrected': {
		readonly from: number
		readonly to: number
		readonly old: string
		readonly new: readonly string[]
		readonly isWithdrawn?: true
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
	'law.confirmed': { readonly clearance: string; readonly laws: readonly string[]; readonly words: string }
	'recheck.proposed': Recheck
	'recheck.failed': Recheck
	'round.opened': Recheck
	'recheck.signed': {
		readonly recheck: string
		readonly kind: string
		readonly explanation: string | null
		/** The format that it was signed in; entries of before say nothing of it. */
		readonly signed: SignedFormat
	}
	'recheck.refused': { readonly recheck: string; readonly words: string }
}

/** What may follow on a signed opinion: the re-check of a revised text, a new clearance, a new round, a revocation. */
export const RECHECK_ACTS = {
	// Whoever reviews ticks change by change what they have seen; the end of a sitting enters it. It decides nothing.
	'changes.seen': {
		who: [...REVIEW_BODY, ...COUNSEL],
		page: '/matters/:matterId/redline',
		told: [],
	},
	// A void clearance never revives: the same bytes get a new one, in one step of the signing officer.
	'clearance.reissued': {
		matter: { revising: 'cleared' }, // [27] (a)
		who: SIGNER,
		isOwnHand: true,
		asks: ['recusal-is-not-open', 'opinion-in-force', 'changed-after-clearance', 'text-as-cleared'],
		page: '/matters/:matterId/recheck/sign',
		told: [...CLEARANCE_HOLDERS, 'drafter'],
		turn: { role: 'signing-officer', because: ['text-restored'] },
	},
	// A law behind a cleared text changed: the signing officer says that it stands all the same, or revokes the opinion.
	'law.confirmed': {
		matter: { cleared: 'cleared' }, // [28]
		who: SIGNER,
		isOwnHand: true,
		asks: ['recusal-is-not-open'],
		page: '/matters/:matterId/law',
		told: ['reviewer', 'drafter', 'head', 'agenda-secretaries'],
		offered: 'elsewhere',
	},
	// What the signing officer is deciding on stays as it was shown to them.
	'match.corrected': {
		matter: { reviewing: 'reviewing', recheck: 'recheck' },
		who: ASSIGNED_REVIEWER,
		asks: ['recheck-with-reviewer'],
		page: '/matters/:matterId/redline',
		told: [],
		offered: 'elsewhere',
	},
	'recheck.proposed': {
		matter: { recheck: 'recheck' },
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'recheck-with-reviewer'],
		page: '/matters/:matterId/recheck',
		told: ['signing-officers'],
		turn: { role: 'reviewer', because: ['revision-came-in'] },
	},
	'recheck.failed': {
		matter: { recheck: 'revising' }, // [23]
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'recheck-with-reviewer'],
		page: '/matters/:matterId/recheck',
		told: ['drafter', 'head'],
	},
	'round.opened': {
		matter: { recheck: 'reviewing' }, // [23]
		who: ASSIGNED_REVIEWER,
		asks: ['recusal-is-not-open', 'recheck-with-reviewer'],
		page: '/matters/:matterId/recheck',
		told: ['drafter', 'head'],
	},
	'recheck.signed': {
		matter: { recheck: 'cleared' }, // [22], [24] (a), [27] (b)
		who: SIGNER,
		isOwnHand: true,
		asks: ['recusal-is-not-open', 'recheck-awaits-signature', 'items-settled', 'counsel-hold-disposed'],
		page: '/matters/:matterId/recheck/sign',
		told: [...CLEARANCE_HOLDERS, 'drafter'],
		turn: { role: 'signing-officer', because: ['recheck-awaits-signature'] },
	},
	'recheck.refused': {
		matter: { recheck: 'revising' }, // [24] (b)
		who: SIGNER,
		asks: ['recheck-awaits-signature'],
		page: '/matters/:matterId/recheck/sign',
		told: ['drafter', 'head', 'reviewer'],
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
		isOwnHand: true,
		asks: ['opinion-in-force'],
		page: '/matters/:matterId/revoke',
		told: [...CLEARANCE_HOLDERS, 'drafter'],
	},
} as const satisfies Record<keyof RecheckDetails, DoingDefinition>

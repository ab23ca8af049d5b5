import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'
import type { DoingDefinition } from './definition.ts'
import { CLEARANCE_HOLDERS } from './told.ts'
import { OWN_HEAD, OWN_UNIT } from './who.ts'

type Heading = {
	readonly title: string
	readonly tracks: readonly string[]
	/** Absent in entries from before the issuer was asked for. */
	readonly issuer?: Issuer
}

/** What the trail keeps of each act of the drafting side, beside who, when and in which state. */
export type DraftingDetails = {
	'matter.opened': Heading
	/** The heading, a step, papers of the file, or answers to a supplement list: each save is one of these. */
	'matter.edited':
		| Heading
		| { readonly step: Step; readonly answer: string }
		| { readonly materials: readonly { readonly item: string; readonly kind: string }[] }
		| { readonly supplement: number; readonly answered: readonly number[] }
	'version.uploaded': {
		readonly version: number
		readonly contentSha256: string
		readonly files: readonly {
			readonly role: string
			readonly name: string
			readonly sha256: string
			readonly secrecy: string
		}[]
	}
	'reading.confirmed': {
		readonly version: number
		readonly contentSha256: string
		/** The hash of what was read, and the reader that read it. */
		readonly readAs: string
		readonly reader: string
		/** The version of the rules of the pre-check, and how many places they spoke of; absent where none was made. */
		readonly precheck?: { readonly rules: string; readonly hits: number }
	}
	'waiver.requested': {
		readonly version: number
		readonly contentSha256: string
		readonly characters: readonly {
			readonly codePoint: string
			readonly line?: number
			readonly count: number
		}[]
		readonly words: string
	}
	'submission.prepared': { readonly version: number | null; readonly contentSha256: string | null }
	'submission.declined': { readonly words: string }
	'matter.submitted': {
		readonly caseNumber: string
		readonly round: number
		readonly version: string | null
	}
	'supplement.submitted': { readonly supplement: number | null }
	'reply.saved': { readonly item: number; readonly answer: ReplyAnswer }
	'revision.submitted': { readonly version: number | null; readonly contentSha256: string | null }
	'agenda.proposed': {
		readonly item: string
		readonly presenter: string
		readonly minutes: number
		/** What was typed of a consent, in entries of before: it was nobody's signature. */
		readonly consent?: string
		/** The leader who is asked to consent; null where a paper is to be attached, or where none is asked. */
		readonly leader?: string | null
	}
	'matter.withdrawn': { readonly reason: string; readonly words: string }
}

const HERE = {
	draft: 'draft',
	returned: 'returned',
	'not-passed': 'not-passed',
	revising: 'revising',
} as const
/** While the text is with the drafting unit it may be changed, and submitted once its head has signed [1]. */
const WITH_THE_DRAFTER = HERE satisfies Partial<Record<MatterState, MatterState>>
/** A text that lies before nobody may be changed, also while a supplement is awaited. */
const CHANGEABLE = { ...HERE, supplement: 'supplement' } as const
/** What is added when a meeting has passed a text in principle: the text alone may still change, not its file. */
const TEXT_CHANGEABLE = { ...CHANGEABLE, amending: 'amending' } as const
const SUBMITTED = {
	draft: 'submitted',
	returned: 'submitted',
	'not-passed': 'submitted',
	revising: 'submitted',
} as const
/** Any state before a decision [25]. */
const WITHDRAWN = {
	draft: 'withdrawn',
	returned: 'withdrawn',
	'not-passed': 'withdrawn',
	revising: 'withdrawn',
	submitted: 'withdrawn',
	supplement: 'withdrawn',
	accepted: 'withdrawn',
	reviewing: 'withdrawn',
	signoff: 'withdrawn',
	recheck: 'withdrawn',
	cleared: 'withdrawn',
	'out-of-scope': 'withdrawn',
} as const
/** [30] From acceptance on; the proposal waits in the pool until the gate opens. */
export const PROPOSABLE = {
	accepted: 'accepted',
	reviewing: 'reviewing',
	signoff: 'signoff',
	revising: 'revising',
	recheck: 'recheck',
	cleared: 'cleared',
	'out-of-scope': 'out-of-scope',
} as const

/** 送审稿 with its materials, signed by the head: Decree 713 art. 26; 规章制定程序条例 art. 18. */
const SOUND_TEXT = ['version-is-submittable', 'characters-are-seen', 'reading-is-confirmed'] as const
const READY = [
	'has-track',
	'has-version',
	...SOUND_TEXT,
	'version-is-new-since-opinion',
	'materials-complete',
	'steps-answered',
] as const

/** The acts of the drafting unit and its head. */
export const DRAFTING_ACTS = {
	'matter.opened': { who: [{ role: 'drafter', where: 'jurisdiction' }], page: '/matters/new', told: [] },
	'matter.edited': { matter: CHANGEABLE, who: OWN_UNIT, page: '/matters/:matterId/materials', told: [] },
	'version.uploaded': {
		// [27] Over a cleared text it ends the clearance at once.
		matter: { ...TEXT_CHANGEABLE, cleared: 'revising', 'out-of-scope': 'revising' },
		who: OWN_UNIT,
		asks: ['ordered-text-is-reviewed'],
		page: '/matters/:matterId/draft',
		told: [],
		pageOverCleared: '/matters/:matterId/replace',
	},
	// What is reviewed, compared and cleared is the text as it was read: the drafter has looked at it beside Word.
	'reading.confirmed': {
		matter: TEXT_CHANGEABLE,
		who: OWN_UNIT,
		asks: ['has-version', 'version-is-submittable', 'reading-is-not-confirmed'],
		page: '/matters/:matterId/reading',
		told: [],
		offered: 'where-called-for',
	},
	// Invisible characters stand in a text only where the review body's intake lets them, by name.
	'waiver.requested': {
		matter: TEXT_CHANGEABLE,
		who: OWN_UNIT,
		asks: ['has-version', 'version-is-submittable', 'characters-are-unseen', 'waiver-is-not-open'],
		page: '/matters/:matterId/waiver',
		told: ['registrars'],
		offered: 'where-called-for',
	},
	'submission.prepared': {
		matter: WITH_THE_DRAFTER,
		who: OWN_UNIT,
		asks: [...READY, 'head-was-not-asked'],
		page: '/matters/:matterId/confirm',
		told: ['drafting-heads'],
		turn: {
			role: 'drafter',
			because: ['not-submitted-yet', 'after-review-owed', 'returned', 'found-unlawful', 'scope-changed'],
		},
	},
	'submission.declined': {
		matter: WITH_THE_DRAFTER,
		who: OWN_HEAD,
		asks: ['head-was-asked'],
		page: '/matters/:matterId/confirm',
		told: ['drafter'],
	},
	'matter.submitted': {
		matter: SUBMITTED,
		who: OWN_HEAD,
		isOwnHand: true,
		asks: [...READY, 'head-was-asked'],
		page: '/matters/:matterId/confirm',
		told: ['registrars'],
		turn: { role: 'department-head', because: ['awaits-head'] },
	},
	'supplement.submitted': {
		matter: {
			supplement: { by: 'supplementFrom', to: { submitted: 'submitted', reviewing: 'reviewing' } }, // [3]
		},
		who: OWN_UNIT,
		asks: ['supplement-answered', ...SOUND_TEXT, 'materials-complete', 'steps-answered'],
		page: '/matters/:matterId/supplement',
		told: ['named'],
		turn: { role: 'drafter', because: ['supplement-asked'] },
	},
	// A text that was out of scope and changed has no opinion to answer or to reissue on: it is submitted anew.
	'reply.saved': {
		matter: { revising: 'revising' },
		who: OWN_UNIT,
		asks: ['opinion-in-force'],
		page: '/matters/:matterId/replies',
		told: [],
		offered: 'elsewhere',
	},
	'revision.submitted': {
		matter: { revising: 'recheck' }, // [21]
		who: OWN_UNIT,
		asks: [
			'opinion-in-force',
			'version-is-new-since-opinion',
			...SOUND_TEXT,
			'steps-answered',
			'items-answered',
		],
		page: '/matters/:matterId/replies',
		told: ['reviewer'],
		turn: { role: 'drafter', because: ['must-revise', 'text-changed'] },
	},
	'agenda.proposed': {
		matter: PROPOSABLE,
		who: OWN_HEAD,
		page: '/matters/:matterId/propose',
		told: ['named'],
		turn: { role: 'department-head', because: ['cleared'] },
	},
	'matter.withdrawn': {
		matter: WITHDRAWN,
		who: OWN_HEAD,
		asks: ['not-listed', 'order-is-settled'],
		page: '/matters/:matterId/withdraw',
		told: [...CLEARANCE_HOLDERS, 'drafter'],
	},
} as const satisfies Record<keyof DraftingDetails, DoingDefinition>

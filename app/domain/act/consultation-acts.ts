import type { CommentSource } from '#app/domain/consultation/comment-source.ts'
import type { AdoptionCounts } from '#app/domain/consultation/adoption-counts.ts'
import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'
import type { DoingDefinition } from './definition.ts'
import { OWN_HEAD, OWN_UNIT } from './who.ts'

/** What the trail keeps of a comment: not its words, which the row has. */
export type CommentDetail = {
	readonly consultation: string
	readonly comment: string
	readonly number: number
	readonly source: CommentSource
	readonly isLate: boolean
}

/** What the trail keeps of each act of a public consultation, beside who, when and in which state. */
export type ConsultationDetails = {
	'consultation.opened': {
		readonly consultation: string
		readonly version: number
		readonly contentSha256: string
		readonly from: string
		readonly to: string
		readonly days: number
		readonly shorterReason: string | null
	}
	'consultation.cancelled': { readonly consultation: string; readonly words: string }
	/** What a contact point collected, or a letter brought; never what it says, nor who said it. */
	'comment.entered': CommentDetail
	/** Which comments by their numbers; what is said of them and why stands in the row. */
	'comment.judged': {
		readonly consultation: string
		readonly entry: string
		readonly comments: readonly number[]
		readonly answer: ReplyAnswer
	}
	'adoption.closed': AdoptionCounts & { readonly consultation: string }
}

/** While the text is with the drafting unit: a consultation goes before the review, and stands for none of it. */
const WITH_THE_DRAFTER = {
	draft: 'draft',
	returned: 'returned',
	'not-passed': 'not-passed',
	revising: 'revising',
	supplement: 'supplement',
} as const

/** The acts of a public consultation (公开征求意见): Decree 713 art. 14 and 15; 国办发〔2018〕37号 (三). */
export const CONSULTATION_ACTS = {
	'consultation.opened': {
		matter: WITH_THE_DRAFTER,
		who: OWN_UNIT,
		asks: [
			'has-version',
			'version-is-submittable',
			'characters-are-seen',
			'reading-is-confirmed',
			'consultation-is-not-open',
		],
		page: '/matters/:matterId/consultation',
		told: ['drafting-heads'],
		offered: 'where-called-for',
	},
	'consultation.cancelled': {
		matter: WITH_THE_DRAFTER,
		who: [...OWN_UNIT, ...OWN_HEAD],
		asks: ['consultation-is-open'],
		page: '/matters/:matterId/consultation',
		told: ['drafter', 'drafting-heads'],
		offered: 'where-called-for',
	},
	'comment.entered': {
		matter: WITH_THE_DRAFTER,
		who: OWN_UNIT,
		asks: ['consultation-is-open'],
		page: '/matters/:matterId/consultation',
		told: [],
		offered: 'elsewhere',
	},
	'comment.judged': {
		matter: WITH_THE_DRAFTER,
		who: OWN_UNIT,
		asks: ['consultation-is-open'],
		page: '/matters/:matterId/consultation',
		told: [],
		offered: 'elsewhere',
	},
	'adoption.closed': {
		matter: WITH_THE_DRAFTER,
		who: OWN_UNIT,
		asks: ['consultation-is-open'],
		page: '/matters/:matterId/consultation',
		told: ['drafter', 'drafting-heads'],
		offered: 'where-called-for',
	},
} as const satisfies Record<keyof ConsultationDetails, DoingDefinition>

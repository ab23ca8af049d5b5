import { type Result, accept, refuse } from '#app/domain/result.ts'

/** The three conclusions of a review: 合法、应当予以修改、不合法 (国办发〔2018〕115号 (六)). */
export const CONCLUSIONS = ['lawful', 'amend', 'unlawful'] as const

export type Conclusion = (typeof CONCLUSIONS)[number]

/** 必须修改 or 建议: a mandatory item stands in the way of clearance, an advisory one does not. */
export const ITEM_KINDS = ['must', 'advice'] as const

export type ItemKind = (typeof ITEM_KINDS)[number]

/** Why a conclusion cannot stand beside its items. */
export type Inconsistency =
	| { code: 'lawful-with-mandatory-items'; items: number }
	| { code: 'lawful-with-rejected-steps'; steps: number }
	| { code: 'amend-without-items' }
	| { code: 'unlawful-without-ground' }

/**
 * Whether a conclusion can stand beside the opinion's items and findings.
 *
 * 合法 excludes every mandatory item and every rejected statutory step; 应当予以修改 needs something
 * to amend; 不合法 needs a mandatory item or a rejected step that says why (Decree 713 art. 27, 28).
 */
export function judgeConclusion(
	conclusion: Conclusion,
	items: readonly { kind: ItemKind }[],
	rejectedSteps: number,
): Result<Conclusion, Inconsistency> {
	const mandatory = items.filter((item) => item.kind === 'must').length
	if (conclusion === 'lawful') {
		if (mandatory > 0) return refuse({ code: 'lawful-with-mandatory-items', items: mandatory })
		if (rejectedSteps > 0) return refuse({ code: 'lawful-with-rejected-steps', steps: rejectedSteps })
		return accept(conclusion)
	}
	if (conclusion === 'amend' && mandatory === 0 && rejectedSteps === 0)
		return refuse({ code: 'amend-without-items' })
	if (conclusion === 'unlawful' && mandatory === 0 && rejectedSteps === 0)
		return refuse({ code: 'unlawful-without-ground' })
	return accept(conclusion)
}

/** What an expert declared of interest: none, or one. The law wants nobody with a direct interest (Decree 713 art. 19). */
export const EXPERT_INTERESTS = ['none', 'interested'] as const

/** Whether an expert's own opinion is there in writing and signed (art. 20). */
export const EXPERT_OPINIONS = ['written', 'not-written'] as const

/** How experts were heard (art. 19: 论证会、书面咨询、委托咨询论证等方式). */
export const EXPERT_WAYS = ['meeting', 'in-writing', 'commissioned'] as const

/** One expert or expert body that was asked. */
export type Expert = {
	readonly name: string
	/** The unit and the field. */
	readonly field: string
	readonly interest: (typeof EXPERT_INTERESTS)[number]
	readonly opinion: (typeof EXPERT_OPINIONS)[number]
}

/** So many experts a form takes. */
export const MOST_EXPERTS = 9

/** The experts of an answer, as stored; of an answer of an earlier release none is named. */
export function expertsIn(stored: unknown): readonly Expert[] {
	// Only the form of experts writes a list there.
	return Array.isArray(stored) ? (stored as readonly Expert[]) : []
}

/**
 * What stands in the way: nobody is named, one has an interest in the decision (art. 19: 不得选择与决策事项有直接利害关系的
 * 专家、专业机构), or one has not given their own opinion in writing (art. 20).
 */
export function expertsDefect(
	experts: readonly Expert[],
): 'experts-not-named' | 'expert-has-interest' | 'expert-opinion-not-written' | null {
	if (experts.length === 0) return 'experts-not-named'
	if (experts.some(({ interest }) => interest !== 'none')) return 'expert-has-interest'
	return experts.some(({ opinion }) => opinion !== 'written') ? 'expert-opinion-not-written' : null
}

/** How a member stands on an item: 同意、原则同意（须修改）、不同意、缓议、未表态. */
export const STANCES = ['agree', 'amend', 'disagree', 'postpone', 'none'] as const

export type Stance = (typeof STANCES)[number]

/** The words by which a secretary types each stance; the first is the one that the forms show. */
export const STANCE_WORDS: Readonly<Record<Stance, readonly string[]>> = {
	agree: ['同意', '赞成', 'agree'],
	amend: ['原则同意', '同意修改', '修改后同意', 'amend'],
	disagree: ['不同意', '反对', 'disagree'],
	postpone: ['缓议', '暂缓', '再议', 'postpone'],
	none: ['未表态', '弃权', 'none'],
}

/** The stance that a typed word means, or null. */
export function stanceOf(typed: string): Stance | null {
	return STANCES.find((stance) => STANCE_WORDS[stance].includes(typed.toLowerCase())) ?? null
}

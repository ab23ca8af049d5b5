/** How much comparing one redline may do: counted, never timed, so the same pair always gives the same answer. */
export type WorkBudget = {
	/** The edits that the next pair of paragraphs may have before it is shown as replaced. */
	readonly mostEdits: () => number
	/** Takes off what a pair with so many edits cost: its work grows with their square. */
	readonly spend: (edits: number) => void
}

const MOST_EDITS = 1200
/** Even when nothing is left, a paragraph with a few edits is compared. */
const LEAST_EDITS = 24
const STEPS = 6_000_000
const STEPS_PER_CHARACTER = 20

/** Opens the budget for two texts of this length together, in UTF-16 units. */
export function openWorkBudget(length: number): WorkBudget {
	let left = STEPS + STEPS_PER_CHARACTER * length
	return {
		mostEdits: () => Math.max(LEAST_EDITS, Math.min(MOST_EDITS, Math.floor(Math.sqrt(Math.max(0, left))))),
		spend: (edits) => {
			left -= edits * edits
		},
	}
}

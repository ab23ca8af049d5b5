import type { Hunk } from './shortest-script.ts'
import { wordsBeyondFormula } from './formula.ts'
import type { Sides } from './word-bounds.ts'

/** What stays between two changes and is no longer than this reads as noise: it joins them. */
const CRUMB = 2
/** What is longer joins larger changes, the more easily the less it says. */
const LONGEST_CRUMB = 6
const CHANGES_TO_CRUMB = 1.1
/** A mark between two short changes parts them. */
const SHORT_CHANGE = 3
const ENDS = /[。；\u2029\n]/
/** Joins changes between which hardly anything stays. A full stop parts what it stands between. */
export function joinCrumbs(hunks: readonly Hunk[], sides: Sides): Hunk[] {
	const out: Hunk[] = []
	for (const hunk of hunks) {
		const last = out.at(-1)
		if (last && isCrumb(last, hunk, sides))
			out[out.length - 1] = { ...last, oldEnd: hunk.oldEnd, newEnd: hunk.newEnd }
		else out.push(hunk)
	}
	return out
}

function isCrumb(before: Hunk, after: Hunk, sides: Sides): boolean {
	const { text, starts } = sides.old
	const kept = text.slice(starts[before.oldEnd], starts[after.oldStart])
	if (kept.length > LONGEST_CRUMB || ENDS.test(kept)) return false
	const least = Math.min(sizeOf(before, sides), sizeOf(after, sides))
	const most = Math.max(sizeOf(before, sides), sizeOf(after, sides))
	if (kept.length <= CRUMB) return kept !== '、' && (!/[，：]/.test(kept) || most > SHORT_CHANGE)
	return saidBy(kept) * CHANGES_TO_CRUMB <= least
}

/** How many characters say something; what stands in every rule counts for a third. */
function saidBy(kept: string): number {
	const rest = wordsBeyondFormula(kept).length
	return rest + (kept.length - rest) / 3
}

/** The longer side of a change, in characters. */
function sizeOf({ oldStart, oldEnd, newStart, newEnd }: Hunk, { old, fresh }: Sides): number {
	const length = (starts: readonly number[], from: number, to: number) =>
		(starts[to] ?? 0) - (starts[from] ?? 0)
	return Math.max(length(old.starts, oldStart, oldEnd), length(fresh.starts, newStart, newEnd))
}

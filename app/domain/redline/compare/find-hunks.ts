import type { Pieces } from '../writing/cut-pieces.ts'
import { type Hunk, shortestScript } from './shortest-script.ts'
import type { WorkBudget } from './work-budget.ts'

/**
 * The shortest script of parts that makes the old text the new one, or everything between the common beginning and
 * end as one hunk when that would take more edits than the budget has left.
 */
export function findHunks(
	old: Pieces,
	fresh: Pieces,
	budget: WorkBudget,
): { hunks: Hunk[]; bounded: boolean } {
	const head = commonHead(old.ids, fresh.ids)
	const tail = commonTail(old.ids, fresh.ids, head)
	const [oldEnd, newEnd] = [old.ids.length - tail, fresh.ids.length - tail]
	const whole = { oldStart: head, oldEnd, newStart: head, newEnd }
	if (head === oldEnd && head === newEnd) return { hunks: [], bounded: false }
	if (head === oldEnd || head === newEnd) return { hunks: [whole], bounded: false }
	const limit = budget.mostEdits()
	const hunks = shortestScript(
		{ ids: old.ids, from: head, to: oldEnd },
		{ ids: fresh.ids, from: head, to: newEnd },
		limit,
	)
	if (hunks === null) {
		budget.spend(limit)
		return { hunks: [whole], bounded: true }
	}
	budget.spend(
		hunks.reduce((sum, each) => sum + each.oldEnd - each.oldStart + each.newEnd - each.newStart, 0),
	)
	return { hunks, bounded: false }
}

function commonHead(old: readonly number[], fresh: readonly number[]): number {
	let head = 0
	while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1
	return head
}

function commonTail(old: readonly number[], fresh: readonly number[], head: number): number {
	const most = Math.min(old.length, fresh.length) - head
	let tail = 0
	while (tail < most && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1
	return tail
}

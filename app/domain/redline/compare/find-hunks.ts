import { diffArrays } from 'diff'
import type { Pieces } from '../writing/cut-pieces.ts'
import type { WorkBudget } from './work-budget.ts'

/** Parts of the old text, from and up to a place, in whose stead stand those of the new one. Between hunks both are the same. */
export type Hunk = {
	readonly oldStart: number
	readonly oldEnd: number
	readonly newStart: number
	readonly newEnd: number
}

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
	const changes = diffArrays(old.ids.slice(head, oldEnd), fresh.ids.slice(head, newEnd), {
		maxEditLength: limit,
	})
	if (!changes) {
		budget.spend(limit)
		return { hunks: [whole], bounded: true }
	}
	const hunks: Hunk[] = []
	let [a, b, edits] = [head, head, 0]
	let [oldStart, newStart] = [head, head]
	for (const { added, removed, count } of changes) {
		if (added) b += count
		else if (removed) a += count
		else {
			add(hunks, { oldStart, oldEnd: a, newStart, newEnd: b })
			a += count
			b += count
			oldStart = a
			newStart = b
			continue
		}
		edits += count
	}
	add(hunks, { oldStart, oldEnd: a, newStart, newEnd: b })
	budget.spend(edits)
	return { hunks, bounded: false }
}

function add(hunks: Hunk[], hunk: Hunk): void {
	if (hunk.oldEnd > hunk.oldStart || hunk.newEnd > hunk.newStart) hunks.push(hunk)
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

/** Parts of the old text, from and up to a place, in whose stead stand those of the new one. Between hunks both are the same. */
export type Hunk = {
	readonly oldStart: number
	readonly oldEnd: number
	readonly newStart: number
	readonly newEnd: number
}

/** A stretch of a text's parts, by their numbers: two with one number say the same. */
export type Stretch = { readonly ids: readonly number[]; readonly from: number; readonly to: number }

/**
 * The ways that were tried, one a node: the node before, the diagonal (old parts taken less new ones) and how many old
 * parts were taken, what both have in common after the edit included. Kept from one comparison to the next.
 */
const ways = { before: new Int32Array(1024), diagonal: new Int32Array(1024), taken: new Int32Array(1024) }

/**
 * The shortest script that makes the old parts the new ones (Myers 1986), or null where it takes more edits than
 * `most`. Of scripts of one length it is the one that takes old parts away first.
 */
export function shortestScript(old: Stretch, fresh: Stretch, most: number): Hunk[] | null {
	const [oldLength, newLength] = [old.to - old.from, fresh.to - fresh.from]
	const limit = Math.min(oldLength + newLength, most)
	/** The farthest way on each diagonal, from -limit - 1; 0 where there is none. */
	const best = new Int32Array(2 * limit + 3)
	const middle = limit + 1
	let [lowest, highest, count] = [-Infinity, Infinity, 1]
	const start = commonFrom(old, fresh, 0, 0)
	keepWay(count, 0, 0, start)
	best[middle] = count
	if (start >= oldLength && start >= newLength) return []
	for (let edits = 1; edits <= limit; edits += 1)
		for (let k = Math.max(lowest, -edits); k <= Math.min(highest, edits); k += 2) {
			const [going, coming] = [best[middle + k - 1] ?? 0, best[middle + k + 1] ?? 0]
			best[middle + k - 1] = 0
			const [gone, came] = [ways.taken[going] ?? 0, ways.taken[coming] ?? 0]
			const canCome = coming > 0 && came - k >= 1 && came - k <= newLength
			const canGo = going > 0 && gone < oldLength
			best[middle + k] = 0
			if (!canCome && !canGo) continue
			const isComing = !canGo || (canCome && gone < came)
			const at = isComing ? came : gone + 1
			const taken = at + commonFrom(old, fresh, at, at - k)
			count += 1
			keepWay(count, isComing ? coming : going, k, taken)
			if (taken >= oldLength && taken - k >= newLength) return hunksOf(count, old.from, fresh.from)
			best[middle + k] = count
			if (taken >= oldLength) highest = Math.min(highest, k - 1)
			if (taken - k >= newLength) lowest = Math.max(lowest, k + 1)
		}
	return null
}

/** How many parts are the same from two places on. */
function commonFrom(old: Stretch, fresh: Stretch, a: number, b: number): number {
	let [at, to] = [old.from + a, fresh.from + b]
	while (at < old.to && to < fresh.to && old.ids[at] === fresh.ids[to]) {
		at += 1
		to += 1
	}
	return at - old.from - a
}

function keepWay(way: number, before: number, diagonal: number, taken: number): void {
	if (way >= ways.taken.length)
		for (const key of ['before', 'diagonal', 'taken'] as const) {
			const longer = new Int32Array(2 * way)
			longer.set(ways[key])
			ways[key] = longer
		}
	ways.before[way] = before
	ways.diagonal[way] = diagonal
	ways.taken[way] = taken
}

/** The edits of a way, those without anything the same between them as one. */
function hunksOf(last: number, oldFrom: number, newFrom: number): Hunk[] {
	const hunks: Hunk[] = []
	let way = last
	while (true) {
		const before = ways.before[way] ?? 0
		if (before === 0) return hunks.reverse()
		const k = ways.diagonal[way] ?? 0
		const taken = ways.taken[way] ?? 0
		const start = ways.taken[before] ?? 0
		const isComing = (ways.diagonal[before] ?? 0) > k
		const oldEnd = oldFrom + (isComing ? start : start + 1)
		const edit = {
			oldStart: oldFrom + start,
			oldEnd,
			newStart: newFrom + start - (ways.diagonal[before] ?? 0),
			newEnd: newFrom + (isComing ? start : start + 1) - k,
		}
		const next = hunks[hunks.length - 1]
		const isNext = next !== undefined && taken + oldFrom === oldEnd && next.oldStart === oldEnd
		if (isNext) hunks[hunks.length - 1] = { ...edit, oldEnd: next.oldEnd, newEnd: next.newEnd }
		else hunks.push(edit)
		way = before
	}
}

import type { Hunk } from './shortest-script.ts'
import type { Sides } from './word-bounds.ts'
import { joinCrumbs } from './join-crumbs.ts'
import { wholeNames } from './whole-names.ts'

/** A change that could stand in several places is tried this far. */
const FARTHEST = 40

/** Makes changes readable: each stands where words begin and end, and what is too short to be read between them joins them. */
export function tidyHunks(hunks: readonly Hunk[], sides: Sides): Hunk[] {
	const slid: Hunk[] = []
	for (const [at, hunk] of hunks.entries()) slid.push(slide(hunk, slid[at - 1], hunks[at + 1], sides))
	return joinCrumbs(wholeNames(widen(slid, sides), sides), sides)
}

/** A pure insertion or deletion may stand further left or right; the place that begins and ends with words is taken. */
function slide(hunk: Hunk, before: Hunk | undefined, after: Hunk | undefined, sides: Sides): Hunk {
	const isInsertion = hunk.oldStart === hunk.oldEnd
	if (!isInsertion && hunk.newStart !== hunk.newEnd) return hunk
	const ids = isInsertion ? sides.fresh.ids : sides.old.ids
	const [start, end] = isInsertion ? [hunk.newStart, hunk.newEnd] : [hunk.oldStart, hunk.oldEnd]
	const least = Math.max(-FARTHEST, (before?.oldEnd ?? 0) - hunk.oldStart)
	const most = Math.min(FARTHEST, (after?.oldStart ?? sides.old.ids.length) - hunk.oldEnd)
	let left = 0
	while (left > least && ids[start + left - 1] === ids[end + left - 1]) left -= 1
	let right = 0
	while (right < most && ids[start + right] === ids[end + right]) right += 1
	if (left === right) return hunk
	let best = hunk
	let bestWorth = -1
	for (let by = left; by <= right; by += 1) {
		const moved = {
			oldStart: hunk.oldStart + by,
			oldEnd: hunk.oldEnd + by,
			newStart: hunk.newStart + by,
			newEnd: hunk.newEnd + by,
		}
		const worth = worthOf(moved, ids, isInsertion, sides)
		if (worth > bestWorth || (worth === bestWorth && by === 0)) {
			best = moved
			bestWorth = worth
		}
	}
	return best
}

/** A change between words is worth more than one within, and one that is a whole part of a sentence the most. */
function worthOf(hunk: Hunk, ids: readonly number[], isInsertion: boolean, sides: Sides): number {
	const [start, end] = isInsertion ? [hunk.newStart, hunk.newEnd] : [hunk.oldStart, hunk.oldEnd]
	const begins = isInsertion ? sides.beginsNew : sides.beginsOld
	const isWhole =
		begins(start) &&
		begins(end) &&
		(isInsertion ? sides.beginsOld(hunk.oldStart) : sides.beginsNew(hunk.newStart))
	const endsPart = start === 0 || isPunctuation(ids[start - 1])
	const holdsEnd = isPunctuation(ids[end - 1])
	const beginsWithMark = isPunctuation(ids[start])
	return (isWhole ? 4 : 0) + (endsPart && holdsEnd ? 2 : 0) + (beginsWithMark ? 1 : 0)
}

/**
 * Shrinks what stays between changes to where words begin on both sides; what then is empty is gone. A line that was
 * broken elsewhere changes no word: blanks alone are shown as they are.
 */
function widen(hunks: readonly Hunk[], sides: Sides): Hunk[] {
	const { old, fresh } = sides
	const out: Hunk[] = []
	let [oldStart, newStart] = [0, 0]
	let isTypeset = true
	for (const [at, hunk] of hunks.entries()) {
		isTypeset &&= isOfBlanks(hunk, sides)
		if (at === 0) {
			;[oldStart, newStart] = [hunk.oldStart, hunk.newStart]
			while (!isTypeset && oldStart > 0 && newStart > 0 && !areBounds(sides, oldStart, newStart)) {
				oldStart -= 1
				newStart -= 1
			}
		}
		const next = hunks[at + 1]
		const [oldLimit, newLimit] = [next?.oldStart ?? old.ids.length, next?.newStart ?? fresh.ids.length]
		let [oldEnd, newEnd] = [hunk.oldEnd, hunk.newEnd]
		while (!isTypeset && oldEnd < oldLimit && newEnd < newLimit && !areBounds(sides, oldEnd, newEnd)) {
			oldEnd += 1
			newEnd += 1
		}
		if (next && oldEnd === oldLimit) continue
		let [nextOld, nextNew] = [oldLimit, newLimit]
		const isNextBlank = next !== undefined && isOfBlanks(next, sides)
		while (next && !isNextBlank && nextOld > oldEnd && !areBounds(sides, nextOld, nextNew)) {
			nextOld -= 1
			nextNew -= 1
		}
		if (next && nextOld === oldEnd) continue
		out.push({ oldStart, oldEnd, newStart, newEnd })
		;[oldStart, newStart] = [nextOld, nextNew]
		isTypeset = true
	}
	return out
}

/** Whether words begin at these places of both texts. */
function areBounds({ beginsOld, beginsNew }: Sides, a: number, b: number): boolean {
	return beginsOld(a) && beginsNew(b)
}

function isOfBlanks({ oldStart, oldEnd, newStart, newEnd }: Hunk, { old, fresh }: Sides): boolean {
	for (let at = oldStart; at < oldEnd; at += 1) if (!isBlank(old.ids[at])) return false
	for (let at = newStart; at < newEnd; at += 1) if (!isBlank(fresh.ids[at])) return false
	return true
}

const [MARK, BLANK] = [1, 2]
const MARKS = new Uint8Array(0x10000)
for (let code = 0; code < MARKS.length; code += 1) {
	const sign = String.fromCharCode(code)
	MARKS[code] = /\s/.test(sign) ? BLANK : /\p{P}/u.test(sign) ? MARK : 0
}

/** The marks of Chinese and Latin sentences, and blanks. */
export function isPunctuation(id: number | undefined): boolean {
	return id !== undefined && (MARKS[id] ?? 0) > 0
}

function isBlank(id: number | undefined): boolean {
	return id !== undefined && MARKS[id] === BLANK
}

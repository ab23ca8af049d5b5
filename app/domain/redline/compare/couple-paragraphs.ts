import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'
import { overlap } from '../align/fingerprint.ts'
import type { Rival } from '../align/judge-groups.ts'
import { inReadingOrder } from '../order/reading-order.ts'
import type { RowRunnerUp } from '../redline.ts'
import { type JudgedGroup, alignParagraphs } from './align-paragraphs.ts'
import { shareAll } from './share-the-ends.ts'

/** A paragraph on each side, where it has a counterpart. */
export type Couple = {
	readonly old: Paragraph | null
	readonly new: Paragraph | null
	/** The couple is a part of a split or a merge. */
	readonly joined: 'split' | 'merged' | null
	readonly isMoved: boolean
	/** So surely the same paragraph that no other has a part in it. */
	readonly isFirm: boolean
	/** What else it might belong to, where that is not certain. */
	readonly runnerUp: RowRunnerUp | null
}

type Placing = Omit<Couple, 'old' | 'new' | 'isMoved' | 'runnerUp'> & {
	readonly rival: Rival | null
	readonly oldPlace: number | null
	readonly newPlace: number | null
	readonly mayMove: boolean
}

const FIRM = 0.8
/** A paragraph that begins and ends like the one in its place for so much of both, and less like those beside it, stayed there. */
const SURELY_IN_PLACE = 0.6

/** Puts the paragraphs of clauses that belong together side by side, in the order of the new text; each stands once. */
export function coupleParagraphs(left: readonly Paragraph[], right: readonly Paragraph[]): Couple[] {
	const [only, onlyNew] = [left[0], right[0]]
	if (only && onlyNew && left.length === 1 && right.length === 1)
		return [{ old: only, new: onlyNew, joined: null, isMoved: false, isFirm: true, runnerUp: null }]
	const most = Math.min(left.length, right.length)
	let head = 0
	while (head < most && left[head]?.body === right[head]?.body) head += 1
	let tail = 0
	while (tail < most - head && left.at(-1 - tail)?.body === right.at(-1 - tail)?.body) tail += 1
	const placings = [
		...left.slice(0, head).map((_, at) => place(at, at, null, true)),
		...placeMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail), head),
		...left
			.slice(left.length - tail)
			.map((_, at) => place(left.length - tail + at, right.length - tail + at, null, true)),
	]
	const couples = inReadingOrder(placings).map(({ each, isMoved }) => ({
		old: each.oldPlace === null ? null : (left[each.oldPlace] ?? null),
		new: each.newPlace === null ? null : (right[each.newPlace] ?? null),
		joined: each.joined,
		isMoved,
		isFirm: each.isFirm && !isMoved,
		runnerUp: runnerUpOf(each.rival, left, right),
	}))
	return couples.map((couple, at) => {
		const hasPart = couple.isFirm && [couples[at - 1], couples[at + 1]].some((each) => isPartOf(each, couple))
		return hasPart ? { ...couple, isFirm: false } : couple
	})
}

/** Whether a paragraph without a counterpart stands, word for word, in one of a couple: it may have been split off. */
function isPartOf(beside: Couple | undefined, { old, new: fresh }: Couple): boolean {
	if (!beside || !old || !fresh) return false
	if (beside.old === null) return holds(old, beside.new)
	return beside.new === null && holds(fresh, beside.old)
}

function holds(whole: Paragraph, part: Paragraph | null): boolean {
	return part !== null && part.body !== '' && whole.body.includes(part.body)
}

/** What is left between the paragraphs that are the same at the beginning and at the end. */
function placeMiddle(left: readonly Paragraph[], right: readonly Paragraph[], head: number): Placing[] {
	if (left.length === 1 && right.length === 1) return [place(head, head, null, true)]
	if (left.length === 0) return right.map((_, at) => place(null, head + at))
	if (right.length === 0) return left.map((_, at) => place(head + at, null))
	if (areInPlace(left, right)) return left.map((_, at) => place(head + at, head + at, null, true))
	return alignParagraphs(left, right).flatMap((group) => placeGroup(group, head))
}

/** Whether there are as many on both sides and each is the one in its place, or the only one between two that are. */
function areInPlace(left: readonly Paragraph[], right: readonly Paragraph[]): boolean {
	if (left.length !== right.length) return false
	const share = (a: number, b: number) => sharedEnds(left[a]?.body ?? '', right[b]?.body ?? '')
	const sure = left.map((_, at) => {
		const own = share(at, at)
		return (
			own >= SURELY_IN_PLACE && [at - 1, at + 1].every((by) => share(at, by) < own && share(by, at) < own)
		)
	})
	return sure.every((isSure, at) => isSure || sure[at + 1] !== false)
}

/** How much of the longer of two paragraphs both begin and end with, 0 to 1. */
function sharedEnds(before: string, after: string): number {
	const { head, tail } = shareAll(before, after)
	return (head + tail) / Math.max(1, before.length, after.length)
}

function place(
	oldPlace: number | null,
	newPlace: number | null,
	joined: Couple['joined'] = null,
	isFirm = false,
	rival: Rival | null = null,
): Placing {
	return { oldPlace, newPlace, joined, isFirm, mayMove: joined === null, rival }
}

/** Of a paragraph that was split the part that has the most of it stands beside it, the others alone. */
function placeGroup({ old, new: fresh, rival: found, likeness: like }: JudgedGroup, head: number): Placing[] {
	const rival = found && { ...found, index: found.index + head }
	const [only, onlyNew] = [old[0], fresh[0]]
	if (only && onlyNew && old.length === 1 && fresh.length === 1)
		return [place(head + only.index, head + onlyNew.index, null, like >= FIRM, rival)]
	const pairs = old.flatMap((a) => fresh.map((b) => ({ a, b, shared: overlap(a.print, b.print) })))
	const [first] = pairs.toSorted((x, y) => y.shared - x.shared)
	const joined = fresh.length > 1 ? 'split' : old.length > 1 ? 'merged' : null
	return [
		...(first ? [place(head + first.a.index, head + first.b.index, joined, false, rival)] : []),
		...old
			.filter((each) => each !== first?.a)
			.map((each) => place(head + each.index, null, joined, false, first ? null : rival)),
		...fresh
			.filter((each) => each !== first?.b)
			.map((each) => place(null, head + each.index, joined, false, first ? null : rival)),
	]
}

function runnerUpOf(
	rival: Rival | null,
	left: readonly Paragraph[],
	right: readonly Paragraph[],
): RowRunnerUp | null {
	const paragraph = rival && (rival.side === 'old' ? left : right)[rival.index]
	return paragraph ? { side: rival.side, anchor: paragraph.anchor, likeness: rival.likeness } : null
}

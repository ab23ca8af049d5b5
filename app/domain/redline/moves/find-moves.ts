import { appendAll } from '#app/domain/append-all.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { type Candidate, type Matchable, findCandidates, findTwins } from '../align/find-candidates.ts'
import { takeFingerprints } from '../align/fingerprint.ts'
import type { RedlineRow, Segment } from '../redline.ts'
import { recognised } from '../writing/fold-writing.ts'
import { compareCharacters } from '../compare/compare-characters.ts'
import { isRewritten } from '../compare/rewritten.ts'
import { hasChange, sideOf } from '../compare/settle-segments.ts'
import type { WorkBudget } from '../compare/work-budget.ts'
import {
	type Blocks,
	LEAST_CHANGED_SENTENCE,
	LEAST_LIKE,
	LEAST_LIKE_SENTENCE,
	LEAST_PARAGRAPH,
} from './moved-units.ts'
import { partExchanged } from './part-exchanged.ts'

/** Of sentences many are alike: none that is shorter is known again, nor one that was changed within its article. */
const LEAST_SENTENCE = 10
/** A longer paragraph is known by its sentences. */
const LONGEST_PARAGRAPH = 4000
const SENTENCE_END = /[。；！？]/g
const ENDS_SENTENCE = /[。；！？：]\s*$/

/** Words that went from one place to another: the rows where they stood and stand, by block and place in it. */
export type Move = {
	readonly from: { readonly block: number; readonly anchor: string }
	readonly to: { readonly block: number; readonly anchor: string }
	readonly unit: 'table' | 'paragraph' | 'sentence'
	readonly likeness: number
	readonly words: string
}

/** A stretch that only one side has: a whole paragraph of its side, or a sentence within one. */
type Unit = Matchable & {
	readonly block: number
	readonly row: number
	readonly segment: number
	readonly start: number
	readonly end: number
	readonly text: string
	readonly anchor: string
}

/**
 * Finds the 款, 项 and sentences that went from one article to another, or to another place of their own, among what the
 * comparison of articles left on one side only. The rows come back with these words marked as moved: they stand on
 * both sides, where they stood and where they stand, and only what was changed in them goes and comes.
 */
export function findMoves(blocks: Blocks, budget: WorkBudget): { blocks: Blocks; moves: Move[] } {
	const moves: Move[] = []
	let current = partExchanged(blocks)
	for (const unit of ['paragraph', 'sentence'] as const) {
		const changed = changedRows(current)
		const [old, fresh] = [unitsOf(changed, 'deleted', unit), unitsOf(changed, 'inserted', unit)]
		if (old.length === 0 || fresh.length === 0) continue
		const [left, right] = withPrints(old, fresh)
		const pairs = pairUnits(left, right, unit, (block) => standsOnBoth(current[block] ?? []))
		const changes = new Map<RedlineRow, Map<number, { start: number; end: number; put: Segment[] }[]>>()
		for (const { old: a, new: b, like } of pairs) {
			const [from, to] = [left[a], right[b]]
			if (!from || !to) continue
			const { segments, bounded } = compareCharacters(from.text, to.text, budget)
			if (bounded || (like < 1 && isRewritten(segments))) continue
			put(changes, current, from, movedSide(segments, 'deleted', to.anchor))
			put(changes, current, to, movedSide(segments, 'inserted', from.anchor))
			moves.push({ from, to, unit, likeness: like, words: from.text })
		}
		if (changes.size > 0)
			current = current.map((rows) =>
				rows.map((row) => (changes.has(row) ? rewritten(row, changes.get(row)) : row)),
			)
	}
	return { blocks: current, moves }
}

type ChangedRow = { readonly block: number; readonly row: number; readonly each: RedlineRow }

/** The rows of which any word came or went. */
function changedRows(blocks: Blocks): ChangedRow[] {
	const changed: ChangedRow[] = []
	for (let block = 0; block < blocks.length; block += 1) {
		const rows = blocks[block] ?? []
		for (let row = 0; row < rows.length; row += 1) {
			const each = rows[row]
			if (each && each.kind !== 'unchanged' && each.kind !== 'renumbered') changed.push({ block, row, each })
		}
	}
	return changed
}

function unitsOf(
	changed: readonly ChangedRow[],
	kind: 'deleted' | 'inserted',
	unit: Move['unit'],
): Omit<Unit, 'print'>[] {
	const units: Omit<Unit, 'print'>[] = []
	const least = unit === 'paragraph' ? LEAST_PARAGRAPH : LEAST_SENTENCE
	const add = (place: Omit<Unit, 'print' | 'index' | 'end' | 'body'>) => {
		const body = recognised(place.text)
		if (body.length < least) return
		units.push({ ...place, index: units.length, end: place.start + place.text.length, body })
	}
	const addFrom = unit === 'paragraph' ? addParagraph : addSentences
	for (const { block, row, each } of changed) addFrom(each, kind, { block, row }, add)
	return units
}

type AddUnit = (place: Omit<Unit, 'print' | 'index' | 'end' | 'body'>) => void

function addParagraph(
	row: RedlineRow,
	kind: 'deleted' | 'inserted',
	place: Pick<Unit, 'block' | 'row'>,
	add: AddUnit,
): void {
	const isOld = kind === 'deleted'
	const anchor = isOld ? row.oldAnchor : row.newAnchor
	const isAlone = (isOld ? row.new : row.old) === null && !(isOld ? row.oldContinues : row.newContinues)
	if (anchor === null || !isAlone) return
	const [only, more] = row.merged
	if (only?.kind === kind && !only.moved && !more && only.text.length <= LONGEST_PARAGRAPH)
		add({ ...place, segment: 0, start: 0, text: only.text, anchor })
}

function addSentences(
	row: RedlineRow,
	kind: 'deleted' | 'inserted',
	place: Pick<Unit, 'block' | 'row'>,
	add: AddUnit,
): void {
	const anchor = kind === 'deleted' ? row.oldAnchor : row.newAnchor
	if (anchor === null || !row.merged.some((each) => each.kind === kind)) return
	let before = ''
	for (const [segment, each] of row.merged.entries()) {
		if (each.kind === kind && !each.quiet && !each.moved)
			for (const [start, text] of sentencesIn(each.text, before))
				add({ ...place, segment, start, text, anchor })
		if (each.kind === 'same' || each.kind === kind) before = (before + each.text).slice(-4)
	}
}

/** The whole sentences of a stretch: the first only where a sentence, or the paragraph, begins with it. */
function sentencesIn(text: string, before: string): [number, string][] {
	const sentences: [number, string][] = []
	let from = before.trim() === '' || ENDS_SENTENCE.test(before) ? 0 : -1
	for (const { index } of text.matchAll(SENTENCE_END)) {
		if (from >= 0) sentences.push([from, text.slice(from, index + 1)])
		from = index + 1
	}
	return sentences
}

function withPrints(
	old: readonly Omit<Unit, 'print'>[],
	fresh: readonly Omit<Unit, 'print'>[],
): [Unit[], Unit[]] {
	const prints = takeFingerprints(
		[old, fresh].map((side) => side.map(({ body }) => ({ text: body, holders: 1, isSettled: false }))),
	)
	const side = (units: readonly Omit<Unit, 'print'>[], which: 0 | 1) =>
		units.map((unit, at): Unit => {
			const print = prints[which]?.[at]
			if (!print) throw new Error('every unit has a fingerprint')
			return { ...unit, print }
		})
	return [side(old, 0), side(fresh, 1)]
}

/** Whether an article stands in both texts: what is said in many articles proves nothing of one that came or went whole. */
function standsOnBoth(rows: readonly RedlineRow[]): boolean {
	return rows.some((row) => row.old !== null) && rows.some((row) => row.new !== null)
}

/** The most alike first; of what stands there more than once nobody knows which went where. */
function pairUnits(
	old: readonly Unit[],
	fresh: readonly Unit[],
	unit: Move['unit'],
	stayed: (block: number) => boolean,
) {
	const canMatch = (a: Unit, b: Unit) => unit === 'sentence' || a.block !== b.block
	const { twins } = findTwins(old, fresh, canMatch)
	const times = new Map<string, number>()
	for (const { body } of [...old, ...fresh]) times.set(body, (times.get(body) ?? 0) + 1)
	const sure = twins.filter((twin) => times.get(old[twin.old]?.body ?? '') === 2)
	const mayDiffer = ({ old: a, new: b, like }: Candidate) => {
		const [from, to] = [old[a], fresh[b]]
		if (unit === 'paragraph') return like >= LEAST_LIKE
		const isLong = from && to && Math.min(from.body.length, to.body.length) >= LEAST_CHANGED_SENTENCE
		const isElsewhere = isLong === true && from.block !== to.block && stayed(from.block) && stayed(to.block)
		return isElsewhere && like >= LEAST_LIKE_SENTENCE
	}
	const near = findCandidates(old, fresh, canMatch, []).filter(mayDiffer)
	const [takenOld, takenNew] = [new Set<number>(), new Set<number>()]
	return [...sure, ...near.toSorted((x, y) => y.like - x.like)].filter((each) => {
		if (takenOld.has(each.old) || takenNew.has(each.new)) return false
		takenOld.add(each.old)
		takenNew.add(each.new)
		return true
	})
}

/** One side of moved words: what stayed in them stands elsewhere, what did not goes or comes. */
function movedSide(segments: readonly Segment[], kind: 'deleted' | 'inserted', anchor: string): Segment[] {
	const moved = { anchor, place: placeLabel(anchor) }
	return sideOf(segments, kind === 'deleted' ? 'old' : 'new').map((segment) =>
		segment.kind === 'same' || segment.quiet ? { kind, text: segment.text, moved } : segment,
	)
}

type Changes = Map<RedlineRow, Map<number, { start: number; end: number; put: Segment[] }[]>>

function put(
	changes: Changes,
	blocks: Blocks,
	{ block, row, segment, start, end }: Unit,
	segments: Segment[],
): void {
	const of = blocks[block]?.[row]
	if (!of) return
	const bySegment = changes.get(of) ?? new Map<number, { start: number; end: number; put: Segment[] }[]>()
	bySegment.set(segment, [...(bySegment.get(segment) ?? []), { start, end, put: segments }])
	changes.set(of, bySegment)
}

function rewritten(
	row: RedlineRow,
	changes: Changes extends Map<unknown, infer Each> ? Each | undefined : never,
): RedlineRow {
	const merged = row.merged.flatMap((segment, at): Segment[] => {
		const here = (changes?.get(at) ?? []).toSorted((x, y) => x.start - y.start)
		if (here.length === 0) return [segment]
		const out: Segment[] = []
		let from = 0
		for (const { start, end, put: segments } of here) {
			out.push({ ...segment, text: segment.text.slice(from, start) })
			appendAll(out, segments)
			from = end
		}
		return [...out, { ...segment, text: segment.text.slice(from) }].filter(({ text }) => text !== '')
	})
	const isWhole = row.old === null || row.new === null
	const isMoved = isWhole && merged.some(({ moved }) => moved) && !merged.some((each) => each.kind === 'same')
	return {
		...row,
		kind: isMoved ? 'moved' : row.kind === 'unchanged' && hasChange(merged) ? 'modified' : row.kind,
		merged,
		old: row.old && sideOf(merged, 'old'),
		new: row.new && sideOf(merged, 'new'),
	}
}

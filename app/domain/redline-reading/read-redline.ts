import { countQuiet } from '#app/domain/redline/compare/settle-segments.ts'
import {
	type Redline,
	type RedlineBlock,
	type RedlineRow,
	BLOCK_KINDS,
	CHANGE_NATURES,
} from '#app/domain/redline/redline.ts'
import { fullNameOf, nameOf, namesOf } from './clause-names.ts'
import { cutIntoParts } from './cut-into-parts.ts'
import { AT_THE_TOP, leftPlaces } from './moved-places.ts'
import { isCounted, isQuiet, itemsAt, outsideOf } from './place-items.ts'
import { oldClausesOf } from './replaced-clauses.ts'
import { type ReaderLedger, ticksOf } from './reader-ledger.ts'
import {
	type BlockTicks,
	type Entry,
	type PlacedItem,
	type ReadBlock,
	type ReadEntry,
	type Reading,
	type ReadingChoice,
	type ReadingMark,
	type ReadingSummary,
	type ReadRow,
	READING_MARKS,
} from './reading.ts'
import { recordOf } from '#app/domain/record-of.ts'

/** A block with what is known of it before anything is chosen. */
type Seen = {
	readonly block: RedlineBlock
	readonly items: readonly PlacedItem[]
	readonly outside: ReadBlock['outside']
	readonly marks: readonly ReadingMark[]
	readonly ticks: BlockTicks | null
	/** Which change it is of those that are shown. */
	changeNo: number | null
}

/**
 * What a page shows of a comparison: the blocks that the reader chose, what lies between them folded or left out, the
 * places that moved clauses left, and of a long text the one part that was asked for. Counts are those of the whole.
 */
export function readRedline(
	redline: Redline,
	items: readonly PlacedItem[],
	choice: ReadingChoice,
	ledger: ReaderLedger | null = null,
): Reading {
	const oldOf = oldClausesOf(redline.blocks)
	const ticked = ticksOf(ledger)
	const seen = redline.blocks.map((block): Seen => {
		const outside = outsideOf(block, oldOf(block), items)
		const marks = marksOf(block, outside)
		const ticks = ticked.get(block.anchor) ?? null
		return { block, items: itemsAt(block, items), outside, marks, ticks, changeNo: null }
	})
	const isFiltered = isFilter(choice)
	const isWanted = (each: Seen) => (isFiltered ? fits(each, choice) : !isQuiet(each.block))
	const shown = shownAround(seen, isWanted, choice, isFiltered)
	const left = isFiltered ? new Map<string, readonly RedlineBlock[]>() : leftPlaces(redline.blocks)
	const entries: Entry<Seen>[] = (left.get(AT_THE_TOP) ?? []).map(stubOf)
	let changeNo = 0
	seen.forEach((each, at) => {
		if (isWanted(each) && !isQuiet(each.block)) each.changeNo = changeNo += 1
		put(entries, each, shown[at] === true, isFiltered)
		for (const moved of left.get(each.block.anchor) ?? []) entries.push(stubOf(moved))
	})
	const cut = cutIntoParts(entries, choice)
	const named = runnersUpOf(redline)
	return {
		...cut,
		summary: summaryOf(redline, seen),
		shownChanges: changeNo,
		entries: cut.entries.map((entry) => readEntry(entry, named)),
	}
}

function isFilter({ kind, nature, mark, seen = null }: ReadingChoice): boolean {
	return kind !== null || nature !== null || mark !== null || seen !== null
}

type Certain = RedlineBlock['certainty']

/** Names the runner-up of a block as every other clause is named: two sections may both have a （一）. */
function runnersUpOf({ blocks }: Redline): (certainty: Certain) => Certain {
	let names: Readonly<Record<'old' | 'new', ReadonlyMap<string, string>>> | null = null
	const namesIn = (side: 'old' | 'new') =>
		new Map(blocks.flatMap((block) => block[side].map((clause) => [clause.key, nameOf(clause)])))
	return (certainty) => {
		const { runnerUp } = certainty
		if (runnerUp === null) return certainty
		names ??= { old: namesIn('old'), new: namesIn('new') }
		const label = names[runnerUp.side].get(runnerUp.key) ?? runnerUp.label
		return { ...certainty, runnerUp: { ...runnerUp, label } }
	}
}

function readEntry(entry: Entry<Seen>, named: (certainty: Certain) => Certain): ReadEntry {
	const read = (each: Seen) => ({ ...readBlock(each), certainty: named(each.block.certainty) })
	if (entry.kind === 'block') return { kind: 'block', block: read(entry.block) }
	return entry.kind === 'fold' ? { kind: 'fold', blocks: entry.blocks.map(read) } : entry
}

function marksOf(block: RedlineBlock, outside: ReadBlock['outside']): ReadingMark[] {
	const has: Record<ReadingMark, boolean> = {
		reference: block.references.some((finding) => finding.status !== 'followed'),
		'look-alike': block.lookAlikes.length > 0,
		outside: outside.length > 0,
		uncertain: block.certainty.runnerUp !== null && !block.isCorrected,
		corrected: block.isCorrected,
	}
	return READING_MARKS.filter((mark) => has[mark])
}

function fits({ block, marks, ticks }: Seen, { kind, nature, mark, seen = null }: ReadingChoice): boolean {
	return (
		(seen === null || (ticks !== null && ticks.seen < ticks.count)) &&
		(kind === null || block.kind === kind) &&
		(nature === null || block.nature === nature) &&
		(mark === null || marks.includes(mark))
	)
}

/** Which blocks stand open: those wanted, the chosen number around each, what has a mark or an item, and the one asked for. */
function shownAround(
	seen: readonly Seen[],
	isWanted: (each: Seen) => boolean,
	{ around, at, quiet }: ReadingChoice,
	isFiltered: boolean,
): boolean[] {
	if (around === 'all' && !isFiltered) return seen.map(() => true)
	const reach = around === 'all' || isFiltered ? 0 : Number(around)
	const shown = seen.map(
		({ block, marks, items }) =>
			(!isFiltered && (marks.length > 0 || items.length > 0)) ||
			(at !== null && holds(block, at)) ||
			(quiet === 'shown' && !isFiltered && block.rows.some(({ merged }) => countQuiet(merged) > 0)),
	)
	seen.forEach((each, here) => {
		if (isWanted(each)) shown.fill(true, Math.max(0, here - reach), here + reach + 1)
	})
	return shown
}

function holds(block: RedlineBlock, anchor: string): boolean {
	return block.anchor === anchor || [...block.old, ...block.new].some((clause) => clause.anchor === anchor)
}

/** What is not shown is folded, so that it is there without another page; where a filter is on it is only counted. */
function put(entries: Entry<Seen>[], each: Seen, isShown: boolean, isFiltered: boolean): void {
	const last = entries[entries.length - 1]
	if (isShown) entries.push({ kind: 'block', block: each })
	else if (isFiltered) {
		if (last?.kind === 'left-out') entries[entries.length - 1] = { kind: 'left-out', count: last.count + 1 }
		else entries.push({ kind: 'left-out', count: 1 })
	} else if (last?.kind === 'fold') {
		// Made below, and handed out only when all blocks are put.
		const blocks = last.blocks as Seen[]
		blocks.push(each)
	} else entries.push({ kind: 'fold', blocks: [each] })
}

function readBlock({ block, items, outside, changeNo, ticks }: Seen): ReadBlock {
	return {
		...block,
		rows: block.rows.map(readRow),
		changeNo,
		ticks,
		itemIds: items.map((item) => item.id),
		outside,
		movedFrom:
			block.kind === 'moved' && block.old.length > 0 && block.new.length > 0
				? { anchor: stubAnchor(block), label: namesOf(block.old) }
				: null,
	}
}

function readRow({ old, new: fresh, ...row }: RedlineRow): ReadRow {
	return { ...row, hasOld: old !== null, hasNew: fresh !== null }
}

/** What stands where a moved clause was. */
function stubOf(moved: RedlineBlock): Extract<ReadEntry, { kind: 'moved-away' }> {
	return {
		kind: 'moved-away',
		anchor: stubAnchor(moved),
		label: namesOf(moved.old),
		to: { anchor: moved.anchor, label: fullNameOf(moved) },
	}
}

function stubAnchor(block: RedlineBlock): string {
	return `was-${block.old[0]?.anchor ?? ''}`
}

function summaryOf({ edits, quiet, bounded, identical }: Redline, seen: readonly Seen[]): ReadingSummary {
	const counted = seen.filter(({ block }) => isCounted(block))
	const count = (isOne: (each: Seen) => boolean) => counted.filter(isOne).length
	return {
		edits,
		quiet,
		bounded,
		identical,
		changes: count(({ block }) => !isQuiet(block)),
		counts: recordOf(BLOCK_KINDS, (kind) => count(({ block }) => block.kind === kind)),
		natures: recordOf(CHANGE_NATURES, (nature) => count(({ block }) => block.nature === nature)),
		marks: recordOf(READING_MARKS, (mark) => count(({ marks }) => marks.includes(mark))),
	}
}

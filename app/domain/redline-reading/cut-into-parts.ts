import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import { namesOf } from './clause-names.ts'
import type { Entry, PartName, Reading, ReadingChoice } from './reading.ts'

/**
 * About this many UTF-16 code units of text stand on one page. Measured: the server writes such a page, and a browser
 * takes it in, without a pause that anybody notices; see `bench/redline-pages/bench-redline-view.ts`.
 */
export const PART_SIZE = 24_000

/** Up to this size all parts may be asked for as one page, to print it; the papers serve what is longer. */
export const WHOLE_SIZE = 240_000

/** A block that may be shown: what is known of it is worked out for the part that is asked for only. */
type Shown = { readonly block: RedlineBlock }

/** Cuts what is to be shown into parts and picks the one that was asked for, by its number or by a place in it. */
export function cutIntoParts<Block extends Shown>(
	entries: readonly Entry<Block>[],
	{ part, at }: Pick<ReadingChoice, 'part' | 'at'>,
): Pick<Reading, 'part' | 'parts' | 'mayShowAll'> & { readonly entries: readonly Entry<Block>[] } {
	const parts = partsOf(entries)
	const mayShowAll = entries.reduce((sum, entry) => sum + sizeOf(entry), 0) <= WHOLE_SIZE
	const names = parts.map(nameOf)
	if (part === 'all' && mayShowAll) return { entries, part: 'all', parts: names, mayShowAll }
	const byPlace = at === null ? -1 : parts.findIndex((entry) => entry.some((each) => shows(each, at)))
	const wanted = byPlace >= 0 ? byPlace + 1 : typeof part === 'number' ? part : 1
	const current = Math.min(Math.max(1, wanted), parts.length)
	return { entries: parts[current - 1] ?? [], part: current, parts: names, mayShowAll }
}

function partsOf<Block extends Shown>(entries: readonly Entry<Block>[]): Entry<Block>[][] {
	const parts: Entry<Block>[][] = [[]]
	let size = 0
	for (const whole of entries)
		for (const entry of splitFold(whole)) {
			const more = sizeOf(entry)
			if (size > 0 && size + more > PART_SIZE) {
				parts.push([])
				size = 0
			}
			parts[parts.length - 1]?.push(entry)
			size += more
		}
	return parts
}

/** What is folded may itself be longer than a part. */
function splitFold<Block extends Shown>(entry: Entry<Block>): Entry<Block>[] {
	if (entry.kind !== 'fold' || sizeOf(entry) <= PART_SIZE / 2) return [entry]
	const folds: Block[][] = [[]]
	let size = 0
	for (const each of entry.blocks) {
		if (size > PART_SIZE / 2) {
			folds.push([])
			size = 0
		}
		folds[folds.length - 1]?.push(each)
		size += lengthOf(each.block)
	}
	return folds.map((blocks) => ({ kind: 'fold', blocks }))
}

function sizeOf(entry: Entry<Shown>): number {
	if (entry.kind === 'block') return lengthOf(entry.block.block)
	if (entry.kind === 'fold') return entry.blocks.reduce((sum, each) => sum + lengthOf(each.block), 0)
	return 0
}

/** A comparison is kept and read part by part: how long its blocks are is counted once. */
const lengths = new WeakMap<RedlineBlock, number>()

function lengthOf(block: RedlineBlock): number {
	const known = lengths.get(block)
	if (known !== undefined) return known
	let length = 0
	for (const row of block.rows) for (const segment of row.merged) length += segment.text.length
	lengths.set(block, length)
	return length
}

/** The blocks of an entry. */
export function blocksOf<Block>(entry: Entry<Block>): readonly Block[] {
	if (entry.kind === 'block') return [entry.block]
	return entry.kind === 'fold' ? entry.blocks : []
}

function shows(entry: Entry<Shown>, anchor: string): boolean {
	if (entry.kind === 'moved-away') return entry.anchor === anchor
	return blocksOf(entry).some(
		({ block }) =>
			block.anchor === anchor || [...block.new, ...block.old].some((clause) => clause.anchor === anchor),
	)
}

function nameOf(part: readonly Entry<Shown>[]): PartName {
	return { first: firstName(part), last: firstName([...part].reverse(), true) }
}

/** The name of the first block that has one, counted from either end. */
function firstName(part: readonly Entry<Shown>[], fromTheEnd = false): string {
	for (const entry of part) {
		const blocks = fromTheEnd ? [...blocksOf(entry)].reverse() : blocksOf(entry)
		for (const { block } of blocks) {
			const name = namesOf(block.new) || namesOf(block.old)
			if (name !== '') return name
		}
	}
	return ''
}

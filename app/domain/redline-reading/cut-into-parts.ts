import { namesOf } from './clause-names.ts'
import type { PartName, ReadBlock, ReadEntry, Reading, ReadingChoice } from './reading.ts'

/**
 * About this many UTF-16 code units of text stand on one page. Measured: the server writes such a page, and a browser
 * takes it in, without a pause that anybody notices; see `scripts/bench-redline-view.ts`.
 */
export const PART_SIZE = 24_000

/** Up to this size all parts may be asked for as one page, to print it; the papers serve what is longer. */
export const WHOLE_SIZE = 240_000

/** Cuts what is to be shown into parts and picks the one that was asked for, by its number or by a place in it. */
export function cutIntoParts(
	entries: readonly ReadEntry[],
	{ part, at }: Pick<ReadingChoice, 'part' | 'at'>,
): Pick<Reading, 'entries' | 'part' | 'parts' | 'mayShowAll'> {
	const parts = partsOf(entries)
	const mayShowAll = entries.reduce((sum, entry) => sum + sizeOf(entry), 0) <= WHOLE_SIZE
	const names = parts.map(nameOf)
	if (part === 'all' && mayShowAll) return { entries, part: 'all', parts: names, mayShowAll }
	const byPlace = at === null ? -1 : parts.findIndex((entry) => entry.some((each) => shows(each, at)))
	const wanted = byPlace >= 0 ? byPlace + 1 : typeof part === 'number' ? part : 1
	const current = Math.min(Math.max(1, wanted), parts.length)
	return { entries: parts[current - 1] ?? [], part: current, parts: names, mayShowAll }
}

function partsOf(entries: readonly ReadEntry[]): ReadEntry[][] {
	const parts: ReadEntry[][] = [[]]
	let size = 0
	for (const entry of entries.flatMap(splitFold)) {
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
function splitFold(entry: ReadEntry): ReadEntry[] {
	if (entry.kind !== 'fold' || sizeOf(entry) <= PART_SIZE / 2) return [entry]
	const folds: ReadBlock[][] = [[]]
	let size = 0
	for (const block of entry.blocks) {
		if (size > PART_SIZE / 2) {
			folds.push([])
			size = 0
		}
		folds[folds.length - 1]?.push(block)
		size += lengthOf(block)
	}
	return folds.map((blocks) => ({ kind: 'fold', blocks }))
}

function sizeOf(entry: ReadEntry): number {
	return blocksOf(entry).reduce((sum, block) => sum + lengthOf(block), 0)
}

function lengthOf(block: ReadBlock): number {
	return block.rows.reduce(
		(sum, row) => sum + row.merged.reduce((length, segment) => length + segment.text.length, 0),
		0,
	)
}

/** The blocks of an entry. */
export function blocksOf(entry: ReadEntry): readonly ReadBlock[] {
	if (entry.kind === 'block') return [entry.block]
	return entry.kind === 'fold' ? entry.blocks : []
}

function shows(entry: ReadEntry, anchor: string): boolean {
	if (entry.kind === 'moved-away') return entry.anchor === anchor
	return blocksOf(entry).some(
		(block) =>
			block.anchor === anchor || [...block.new, ...block.old].some((clause) => clause.anchor === anchor),
	)
}

function nameOf(part: readonly ReadEntry[]): PartName {
	const names = part.flatMap(blocksOf).map((block) => namesOf(block.new) || namesOf(block.old))
	const known = names.filter((name) => name !== '')
	return { first: known[0] ?? '', last: known[known.length - 1] ?? '' }
}

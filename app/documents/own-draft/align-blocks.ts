import type { Block, Table } from '#app/domain/document/document-tree.ts'
import { type Link, heaviestChain } from '#app/domain/redline/align/heaviest-chain.ts'
import { compareCharacters } from '#app/domain/redline/compare/compare-characters.ts'
import type { WorkBudget } from '#app/domain/redline/compare/work-budget.ts'
import type { Segment } from '#app/domain/redline/redline.ts'
import { likeness } from '#app/domain/redline/tables/likeness.ts'
import { NotCarried, type OwnDraft } from './own-draft.server.ts'
import { type Signs, type Stretch, stretchOf } from './stretch.ts'

/** A paragraph or a table of one draft. Text boxes belong to the paragraph that holds them. */
export type OwnBlock =
	| { readonly kind: 'paragraph'; readonly stretch: Stretch }
	| { readonly kind: 'table'; readonly table: Table; readonly text: string }

/** What stands at one place of both drafts; null where one of them has nothing there. */
export type Slot =
	| {
			readonly kind: 'paragraph'
			readonly old: Stretch | null
			readonly new: Stretch | null
			readonly segments: readonly Segment[]
	  }
	| { readonly kind: 'table'; readonly old: Table | null; readonly new: Table | null }

/** The blocks of a container, in order. */
export function blocksOf(draft: OwnDraft, blocks: readonly Block[], signs: Signs): OwnBlock[] {
	return blocks.flatMap((block): OwnBlock[] => {
		if (block.kind === 'text-box') return []
		if (block.kind === 'table') return [{ kind: 'table', table: block, text: JSON.stringify(wordsIn(block)) }]
		const origin = draft.trace.paragraphs.get(block.place)
		if (origin === undefined) throw new NotCarried(`no origin of ${block.place}`)
		return [{ kind: 'paragraph', stretch: stretchOf(origin, signs) }]
	})
}

function wordsIn(table: Table): string[] {
	return table.rows.flatMap((row) =>
		row.cells.flatMap((cell) =>
			cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
		),
	)
}

/** Puts the blocks of both drafts into one order. `known` are pairs that the comparison of the texts has found. */
export function alignBlocks(
	old: readonly OwnBlock[],
	fresh: readonly OwnBlock[],
	known: readonly Link[],
	budget: WorkBudget,
): Slot[] {
	const kept = heaviestChain(known.filter((link) => old[link.old]?.kind === fresh[link.new]?.kind))
	const pairs = withEnd(old, fresh, fillGaps(old, fresh, kept))
	const slots: Slot[] = []
	let [fromOld, fromNew] = [0, 0]
	for (const pair of [...pairs, { old: old.length, new: fresh.length }]) {
		for (const block of old.slice(fromOld, pair.old)) slots.push(slotOf(block, undefined, budget))
		for (const block of fresh.slice(fromNew, pair.new)) slots.push(slotOf(undefined, block, budget))
		const [a, b] = [old[pair.old], fresh[pair.new]]
		if (a !== undefined && b !== undefined) slots.push(slotOf(a, b, budget))
		fromOld = pair.old + 1
		fromNew = pair.new + 1
	}
	return slots
}

function slotOf(a: OwnBlock | undefined, b: OwnBlock | undefined, budget: WorkBudget): Slot {
	if (a?.kind === 'table' || b?.kind === 'table')
		return {
			kind: 'table',
			old: a?.kind === 'table' ? a.table : null,
			new: b?.kind === 'table' ? b.table : null,
		}
	const [old, fresh] = [a?.stretch ?? null, b?.stretch ?? null]
	return { kind: 'paragraph', old, new: fresh, segments: compareStretches(old, fresh, budget) }
}

/** A number is replaced whole. */
const NUMBER =
	/^[\s　]*(第[〇零一二三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、])/

function compareStretches(old: Stretch | null, fresh: Stretch | null, budget: WorkBudget): Segment[] {
	const [a, b] = [old?.words ?? '', fresh?.words ?? '']
	const [before, after] = [NUMBER.exec(a)?.[0] ?? '', NUMBER.exec(b)?.[0] ?? '']
	if (old === null || fresh === null || before === '' || after === '' || before === after)
		return compareCharacters(a, b, budget).segments
	return [
		{ kind: 'deleted', text: before },
		{ kind: 'inserted', text: after },
		...compareCharacters(a.slice(before.length), b.slice(after.length), budget).segments,
	]
}

type Pair = { readonly old: number; readonly new: number }

/** What stands between two pairs is paired where it is equal, or alike, or alone of its kind. */
function fillGaps(old: readonly OwnBlock[], fresh: readonly OwnBlock[], kept: readonly Link[]): Pair[] {
	const pairs: Pair[] = []
	let [fromOld, fromNew] = [0, 0]
	for (const pair of [...kept, { old: old.length, new: fresh.length }]) {
		const inside = pairGap(old.slice(fromOld, pair.old), fresh.slice(fromNew, pair.new))
		for (const { old: a, new: b } of inside) pairs.push({ old: a + fromOld, new: b + fromNew })
		if (pair.old < old.length) pairs.push(pair)
		fromOld = pair.old + 1
		fromNew = pair.new + 1
	}
	return pairs
}

/** Larger gaps are only searched for what is equal at their ends. */
const WIDEST = 4_000

function pairGap(old: readonly OwnBlock[], fresh: readonly OwnBlock[]): Pair[] {
	let head = 0
	while (head < old.length && head < fresh.length && textOf(old[head]) === textOf(fresh[head])) head += 1
	let tail = 0
	const most = Math.min(old.length, fresh.length) - head
	while (tail < most && textOf(old[old.length - 1 - tail]) === textOf(fresh[fresh.length - 1 - tail]))
		tail += 1
	const links: Link[] = []
	const [a, b] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)]
	if (a.length * b.length <= WIDEST)
		for (const [at, one] of a.entries())
			for (const [to, other] of b.entries()) {
				const weight = one.kind === other.kind ? weightOf(one, other) : 0
				if (weight > 0) links.push({ old: head + at, new: head + to, weight })
			}
	const ends = (count: number, fromOld: number, fromNew: number) =>
		Array.from({ length: count }, (_, at) => ({ old: fromOld + at, new: fromNew + at }))
	return [...ends(head, 0, 0), ...heaviestChain(links), ...ends(tail, old.length - tail, fresh.length - tail)]
}

/** Half of the words make two paragraphs one; two tables in the same gap are one even with less. */
function weightOf(one: OwnBlock, other: OwnBlock): number {
	const [a, b] = [textOf(one), textOf(other)]
	if (a === b) return 1 + a.length
	const share = likeness(a, b)
	if (one.kind === 'table') return share > 0.2 ? share * a.length : 0
	return share >= 0.5 ? share * Math.min(a.length, b.length) : 0
}

function textOf(block: OwnBlock | undefined): string {
	if (block === undefined) return ''
	return block.kind === 'table' ? `\u0000${block.text}` : block.stretch.words
}

/**
 * The last mark of a body or a cell can neither come nor go: where the blocks after the last table share no paragraph,
 * the last two become one. The same holds between two tables, for programs that join no paragraph to a table.
 */
function withEnd(old: readonly OwnBlock[], fresh: readonly OwnBlock[], pairs: readonly Pair[]): Pair[] {
	const lasting: Pair[] = []
	let [fromOld, fromNew] = [0, 0]
	const add = (untilOld: number, untilNew: number) => {
		const [a, b] = [untilOld - 1, untilNew - 1]
		const shared = lasting.some(
			(pair) => pair.old >= lastTable(old, untilOld) && pair.new >= lastTable(fresh, untilNew),
		)
		const free = a >= fromOld && b >= fromNew
		if (!shared && free && old[a]?.kind === 'paragraph' && fresh[b]?.kind === 'paragraph')
			lasting.push({ old: a, new: b })
	}
	for (const pair of pairs) {
		if (old[pair.old]?.kind === 'table') add(pair.old, pair.new)
		lasting.push(pair)
		fromOld = pair.old + 1
		fromNew = pair.new + 1
	}
	const isLast = (pair: Pair) => pair.old === old.length - 1 || pair.new === fresh.length - 1
	const before = lasting.length
	add(old.length, fresh.length)
	if (lasting.length > before || endsShared(old, fresh, lasting)) return lasting
	return [...lasting.filter((pair) => !isLast(pair)), { old: old.length - 1, new: fresh.length - 1 }]
}

function endsShared(old: readonly OwnBlock[], fresh: readonly OwnBlock[], pairs: readonly Pair[]): boolean {
	if (old.length === 0 || fresh.length === 0) return true
	const [a, b] = [lastTable(old, old.length), lastTable(fresh, fresh.length)]
	return pairs.some((pair) => pair.old >= a && pair.new >= b)
}

/** The first block after the last table before here. */
function lastTable(blocks: readonly OwnBlock[], until: number): number {
	let at = until
	while (at > 0 && blocks[at - 1]?.kind === 'paragraph') at -= 1
	return at
}

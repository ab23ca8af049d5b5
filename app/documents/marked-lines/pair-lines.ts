import { compareCharacters } from '#app/domain/redline/compare/compare-characters.ts'
import { type WorkBudget, openWorkBudget } from '#app/domain/redline/compare/work-budget.ts'
import type { Redline, RedlineRow, Segment } from '#app/domain/redline/redline.ts'
import { type Fate, type MarkedLine, type PlacedLine, labelSegments } from './placed-lines.ts'

/** Lines that became each other: one on each side, or several where one was split or some were merged. */
export type LinePair = {
	readonly old: number
	readonly new: number
	readonly oldEnd: number
	readonly newEnd: number
	readonly lines: readonly MarkedLine[]
	/** How many characters stayed, and one. */
	readonly weight: number
}

type Side = { readonly lines: readonly PlacedLine[]; readonly at: ReadonlyMap<string, number> }
type Sides = { readonly old: Side; readonly new: Side }

/** The lines that a redline puts beside each other. What does not give both of them back, word for word, is left out. */
export function pairLines(
	old: readonly PlacedLine[],
	fresh: readonly PlacedLine[],
	redline: Redline,
): LinePair[] {
	const sides = { old: sideOf(old), new: sideOf(fresh) }
	const budget = openWorkBudget(lengthOf(old) + lengthOf(fresh))
	return redline.blocks.flatMap(({ rows }) =>
		chainsOf(rows).flatMap((chain) => pairOf(chain, sides) ?? pairOfRow(chain, sides, budget) ?? []),
	)
}

function lengthOf(lines: readonly PlacedLine[]): number {
	return lines.reduce((sum, { paragraph }) => sum + paragraph.body.length, 0)
}

/** A row of a pasted table is one line, which is compared as a whole where its first cell has a counterpart. */
function pairOfRow(
	[row, ...others]: readonly RedlineRow[],
	sides: Sides,
	budget: WorkBudget,
): LinePair | null {
	const [at, to] = [sides.old.at.get(row?.oldAnchor ?? ''), sides.new.at.get(row?.newAnchor ?? '')]
	if (others.length > 0 || at === undefined || to === undefined) return null
	const [a, b] = [sides.old.lines[at], sides.new.lines[to]]
	if (a?.paragraph.kind !== 'cell' || b?.paragraph.kind !== 'cell') return null
	const body = compareCharacters(a.paragraph.body, b.paragraph.body, budget).segments
	const line: MarkedLine = { fate: 'kept', mark: 'kept', label: [], body, old: a, new: b }
	const weight = 1 + textOf(body, 'same').length
	return { old: at, new: to, oldEnd: at + 1, newEnd: to + 1, lines: [line], weight }
}

function sideOf(lines: readonly PlacedLine[]): Side {
	return { lines, at: new Map(lines.map((line, index) => [line.paragraph.anchor, index])) }
}

/** Rows that share paragraphs, together. */
function chainsOf(rows: readonly RedlineRow[]): RedlineRow[][] {
	const chains: RedlineRow[][] = []
	for (const row of rows) {
		const last = chains[chains.length - 1]
		if (last && (row.oldContinues || row.newContinues)) last.push(row)
		else chains.push([row])
	}
	return chains
}

function pairOf(rows: readonly RedlineRow[], sides: Sides): LinePair | null {
	const old = rangeOf(rows, 'old', sides.old)
	const fresh = rangeOf(rows, 'new', sides.new)
	if (!old || !fresh || rows.some((row) => row.oldContinues && row.newContinues)) return null
	const lines = rows.map((row, at): MarkedLine => {
		const a = row.oldContinues ? null : placeOf(row.oldAnchor, sides.old)
		const b = row.newContinues ? null : placeOf(row.newAnchor, sides.new)
		const body = row.merged.filter(({ text }) => text !== '')
		return { fate: 'kept', mark: markBefore(rows[at + 1]), label: labelSegments(a, b), body, old: a, new: b }
	})
	const weight = 1 + rows.reduce((sum, { merged }) => sum + textOf(merged, 'same').length, 0)
	return { old: old.from, new: fresh.from, oldEnd: old.until, newEnd: fresh.until, lines, weight }
}

/** A paragraph that goes on behind a mark was split there in the new text, or was not yet merged in the old one. */
function markBefore(row: RedlineRow | undefined): Fate {
	if (row?.oldContinues) return 'inserted'
	return row?.newContinues ? 'deleted' : 'kept'
}

/** The lines of one side that rows stand for, if they are neighbours and the rows have all of their words. */
function rangeOf(
	rows: readonly RedlineRow[],
	side: 'old' | 'new',
	{ lines, at }: Side,
): { from: number; until: number } | null {
	const [change, continues] =
		side === 'old' ? (['deleted', 'oldContinues'] as const) : (['inserted', 'newContinues'] as const)
	const anchors = rows.filter((row) => !row[continues]).map((row) => row[`${side}Anchor`])
	const from = at.get(anchors[0] ?? '')
	if (from === undefined || anchors.some((anchor, index) => at.get(anchor ?? '') !== from + index))
		return null
	const bodies: string[] = []
	for (const row of rows) {
		const words = textOf(row.merged, 'same', change)
		if (row[continues]) bodies[bodies.length - 1] += words
		else bodies.push(words)
	}
	const fits = bodies.every((body, index) => body === lines[from + index]?.paragraph.body)
	return fits ? { from, until: from + bodies.length } : null
}

function textOf(segments: readonly Segment[], ...kinds: readonly Segment['kind'][]): string {
	return segments
		.filter(({ kind }) => kinds.includes(kind))
		.map(({ text }) => text)
		.join('')
}

function placeOf(anchor: string | null, { lines, at }: Side): PlacedLine | null {
	return lines[at.get(anchor ?? '') ?? -1] ?? null
}

import type { Clause, Paragraph } from '#app/domain/legal-text/legal-text.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { heaviestChain } from '#app/domain/redline/align/heaviest-chain.ts'
import type { Redline, Segment } from '#app/domain/redline/redline.ts'

/** A line of a text with the clause that it stands in. */
export type PlacedLine = { readonly paragraph: Paragraph; readonly clause: Clause }

/** What becomes of a line, or of the mark at its end. */
export type Fate = 'kept' | 'inserted' | 'deleted'

/** A line of the marked-up draft: its number and its words, with what came and what went. */
export type MarkedLine = {
	readonly fate: Fate
	readonly label: readonly Segment[]
	readonly body: readonly Segment[]
	readonly old: PlacedLine | null
	readonly new: PlacedLine | null
}

type Pair = { readonly old: number; readonly new: number; readonly body: readonly Segment[] }

/**
 * Both texts in one sequence of lines, for whatever redline: the kept and inserted ones give back the new text, the kept
 * and deleted ones the old one, numbers included. A clause that moved goes where it stood and comes where it stands.
 */
export function markLines(oldText: string, newText: string, redline: Redline): MarkedLine[] {
	const old = placeLines(oldText)
	const fresh = placeLines(newText)
	const kept = heaviestChain(
		pairLines(old, fresh, redline).map((pair) => ({ ...pair, weight: 1 + lengthKept(pair.body) })),
	)
	// Every Word file has a last paragraph, which cannot be inserted or deleted: two lines have to share it.
	const pairs = kept.length > 0 ? kept : [lastOfBoth(old, fresh)]
	const lines: MarkedLine[] = []
	let fromOld = 0
	let fromNew = 0
	for (const pair of [...pairs, { old: old.length, new: fresh.length, body: [] }]) {
		for (const line of old.slice(fromOld, pair.old)) lines.push(oneSided(line, 'deleted'))
		for (const line of fresh.slice(fromNew, pair.new)) lines.push(oneSided(line, 'inserted'))
		const [a, b] = [old[pair.old], fresh[pair.new]]
		if (a && b) lines.push(bothSided(a, b, pair.body))
		fromOld = pair.old + 1
		fromNew = pair.new + 1
	}
	return lines
}

/** The lines of a text in their order, each with its clause. */
export function placeLines(text: string): PlacedLine[] {
	return parseLegalText(text).clauses.flatMap((clause) =>
		clause.paragraphs.map((paragraph) => ({ paragraph, clause })),
	)
}

function pairLines(old: readonly PlacedLine[], fresh: readonly PlacedLine[], redline: Redline): Pair[] {
	const [oldAt, newAt] = [old, fresh].map(
		(lines) => new Map(lines.map((line, index) => [line.paragraph.anchor, index])),
	)
	return redline.blocks.flatMap(({ rows }) =>
		rows.flatMap(({ oldAnchor, newAnchor, merged }): Pair[] => {
			const a = oldAt?.get(oldAnchor ?? '')
			const b = newAt?.get(newAnchor ?? '')
			if (a === undefined || b === undefined) return []
			const sides = [old[a]?.paragraph.body, fresh[b]?.paragraph.body]
			const fits = bodyOf(merged, 'deleted') === sides[0] && bodyOf(merged, 'inserted') === sides[1]
			return fits ? [{ old: a, new: b, body: merged }] : []
		}),
	)
}

/** One side of a comparison: what stayed, and what went or came. */
function bodyOf(segments: readonly Segment[], change: 'deleted' | 'inserted'): string {
	return segments
		.filter(({ kind }) => kind === 'same' || kind === change)
		.map(({ text }) => text)
		.join('')
}

function lastOfBoth(old: readonly PlacedLine[], fresh: readonly PlacedLine[]): Pair {
	const body = [
		{ kind: 'deleted' as const, text: old[old.length - 1]?.paragraph.body ?? '' },
		{ kind: 'inserted' as const, text: fresh[fresh.length - 1]?.paragraph.body ?? '' },
	]
	return { old: old.length - 1, new: fresh.length - 1, body }
}

function lengthKept(segments: readonly Segment[]): number {
	return segments.reduce((length, { kind, text }) => length + (kind === 'same' ? text.length : 0), 0)
}

function oneSided(line: PlacedLine, fate: 'inserted' | 'deleted'): MarkedLine {
	const whole = (text: string): Segment[] => (text === '' ? [] : [{ kind: fate, text }])
	return {
		fate,
		label: whole(line.paragraph.label),
		body: whole(line.paragraph.body),
		old: fate === 'deleted' ? line : null,
		new: fate === 'inserted' ? line : null,
	}
}

function bothSided(old: PlacedLine, fresh: PlacedLine, body: readonly Segment[]): MarkedLine {
	const label = labelSegments(old, fresh)
	return { fate: 'kept', label, body: body.filter(({ text }) => text !== ''), old, new: fresh }
}

/** The number of a line with what came and what went; a line that stands on one side only came or went whole. */
export function labelSegments(old: PlacedLine | null, fresh: PlacedLine | null): Segment[] {
	if (old && fresh) return compareLabels(old.paragraph.label, fresh.paragraph.label)
	const text = (old ?? fresh)?.paragraph.label ?? ''
	return text === '' ? [] : [{ kind: old ? 'deleted' : 'inserted', text }]
}

/** A number changes as a whole: 第九条 becomes 第十条. The blanks around it stay where both have them. */
function compareLabels(old: string, fresh: string): Segment[] {
	if (old === fresh) return old === '' ? [] : [{ kind: 'same', text: old }]
	const head = commonBlanks(old, fresh, /^\s*/)
	const tail = commonBlanks(old.slice(head.length), fresh.slice(head.length), /\s*$/)
	const middle = (label: string) => label.slice(head.length, label.length - tail.length)
	const segments: Segment[] = [
		{ kind: 'same', text: head },
		{ kind: 'deleted', text: middle(old) },
		{ kind: 'inserted', text: middle(fresh) },
		{ kind: 'same', text: tail },
	]
	return segments.filter(({ text }) => text !== '')
}

function commonBlanks(old: string, fresh: string, where: RegExp): string {
	const [a, b] = [old, fresh].map((label) => where.exec(label)?.[0] ?? '')
	return a !== undefined && a === b ? a : ''
}

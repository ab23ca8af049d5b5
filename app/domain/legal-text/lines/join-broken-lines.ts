import { appendAll } from '#app/domain/append-all.ts'
import { isAtEnd } from './at-end.ts'
import { type Line, isFootnote, isPageNumber } from './line-kind.ts'
import { endsSentence } from './sentence-end.ts'

/** A line of a text that was broken at the edge of a page has at least this length, and most have nearly the same. */
const SHORTEST_FULL = 15
const NEARLY = 0.8
/** So many lines, and such a share of all, have to end within a sentence before a text counts as broken throughout. */
const LEAST_BROKEN = 6
const LEAST_SHARE = 0.25
const CITATION = /^\s*第[^\s，。；]{1,14}[条條款項项]/
/** A line that ends so stops within a sentence, wherever the edge was. */
const UNFINISHED = /[，、,和与與及或并並由对對向在将將按经經]\s{0,4}$/
/** Cells of a row that was pasted. */
const ROW = /\t|\S[ \u3000]{2,}\S/

/** A line, and the lines that its sentence goes on in. */
type Group = { readonly line: Line; readonly texts: string[] }

/**
 * Puts the lines of a sentence together again that was broken over several: a line that goes on with a cited article,
 * a line that stops within its sentence, and, in a text taken from pages, every line that ran to the edge without ending
 * its sentence, also over the number of a page. The line ends stay in the text of the joined line.
 */
export function joinBrokenLines(lines: readonly Line[]): readonly Line[] {
	const first = lines.findIndex(({ begins }) => begins.kind !== 'plain' && begins.kind !== 'division')
	if (first < 0) return lines
	const edge = edgeOf(lines, first)
	const few = edge === null ? fewBroken(lines, first) : new Set<number>()
	if (edge === null && few.size === 0 && !lines.some(mayBeCited)) return lines
	const groups: Group[] = []
	/** The last group with words, and whether the number of a page came after it. */
	let [last, isOverPage] = [-1, false]
	for (const [at, line] of lines.entries()) {
		const before = groups[isOverPage ? last : groups.length - 1]
		const goesOn =
			at > first &&
			isText(line) &&
			line.begins.kind === 'plain' &&
			line.role === null &&
			before !== undefined &&
			canGoOn(before) &&
			(few.has(at) || isBrokenBefore(lines, at, before, edge))
		if (goesOn && !isPageNumber(line.text)) {
			const from = isOverPage ? last : groups.length - 1
			for (const { texts } of groups.splice(from + 1)) appendAll(before.texts, texts)
			before.texts.push(line.text)
		} else groups.push({ line, texts: [line.text] })
		if (!isText(line)) continue
		if (isPageNumber(line.text)) isOverPage = last >= 0
		else [last, isOverPage] = [goesOn ? last : groups.length - 1, false]
	}
	return groups.map(({ line, texts }) => (texts.length === 1 ? line : { ...line, text: texts.join('\n') }))
}

/** Whether a line may go on with the one before whatever the edge is. */
function mayBeCited({ begins, text }: Line): boolean {
	return begins.kind === 'plain' && CITATION.test(text)
}

function canGoOn({ line }: Group): boolean {
	return isText(line) && line.begins.kind !== 'division' && line.begins.kind !== 'part' && line.role === null
}

function isBrokenBefore(lines: readonly Line[], at: number, before: Group, edge: number | null): boolean {
	const end = before.texts[before.texts.length - 1] ?? ''
	const isBroken = edge !== null && !endsSentence(end) && end.trim().length >= edge
	return isBroken || (CITATION.test(lines[at]?.text ?? '') && !isAtEnd(lines, at))
}

/** The length from which a line that ends within a sentence was broken, or null when the text's lines are whole. */
function edgeOf(lines: readonly Line[], first: number): number | null {
	const long: number[] = []
	let count = 0
	for (let at = first; at < lines.length; at += 1) {
		const line = lines[at]
		if (!line || !isProse(line)) continue
		count += 1
		if (isOpen(line) && lengthOf(line) >= SHORTEST_FULL) long.push(lengthOf(line))
	}
	if (long.length < LEAST_BROKEN || long.length < LEAST_SHARE * count) return null
	long.sort((x, y) => x - y)
	const usual = long[Math.floor(long.length / 2)] ?? 0
	const full = long.filter((length) => length >= NEARLY * usual && length * NEARLY <= usual)
	return full.length >= NEARLY * long.length ? NEARLY * usual : null
}

/**
 * The lines that go on with the one before in a text of which few lines were broken: what goes on ends the sentence, and
 * the line before stops within it, or ran to the edge that no line of the text goes beyond.
 */
function fewBroken(lines: readonly Line[], first: number): ReadonlySet<number> {
	const prose: number[] = []
	let longest = 0
	for (let at = first; at < lines.length; at += 1) {
		const line = lines[at]
		if (!line || !isProse(line)) continue
		prose.push(at)
		longest = Math.max(longest, lengthOf(line))
	}
	const broken = new Set<number>()
	let run: number[] = []
	for (let place = 1; place < prose.length; place += 1) {
		const [from, at] = [prose[place - 1] ?? 0, prose[place] ?? 0]
		const [above, line] = [lines[from], lines[at]]
		const goesOn = line?.begins.kind === 'plain' && above && isOpen(above) && isUnfinished(above, longest)
		if (!line || !goesOn || isFootnote(line.text) || !isNear(lines, from, at)) {
			run = []
			continue
		}
		run.push(at)
		if (isOpen(line)) continue
		for (const each of run) broken.add(each)
		run = []
	}
	return broken
}

function isUnfinished({ text, begins }: Line, longest: number): boolean {
	if (ROW.test(text.slice(begins.label.length).trim())) return false
	const length = text.trim().length
	return length >= SHORTEST_FULL && (UNFINISHED.test(text.slice(-8)) || length >= NEARLY * longest)
}

/** Whether nothing but the number of a page stands between two lines. */
function isNear(lines: readonly Line[], from: number, to: number): boolean {
	if (to === from + 1) return true
	const between = lines.slice(from + 1, to)
	return between.some(({ text }) => isPageNumber(text))
}

function lengthOf(line: Line | undefined): number {
	return line?.text.trim().length ?? 0
}

/** A line of the text proper that holds words. */
function isProse(line: Line): boolean {
	const { kind } = line.begins
	return (
		line.role === null && kind !== 'division' && kind !== 'part' && isText(line) && !isPageNumber(line.text)
	)
}

function isText({ text }: Line): boolean {
	return text.trim() !== ''
}

function isOpen({ text }: Line): boolean {
	return !endsSentence(text)
}

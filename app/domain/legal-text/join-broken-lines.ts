import { type Line, isPageNumber } from './line-kind.ts'
import { endsSentence } from './sentence-end.ts'
import { isAtEnd } from './settle-articles.ts'

/** A line of a text that was broken at the edge of a page has at least this length, and most have nearly the same. */
const SHORTEST_FULL = 15
const NEARLY = 0.8
/** So many lines, and such a share of all, have to end within a sentence before a text counts as broken. */
const LEAST_BROKEN = 6
const LEAST_SHARE = 0.25
const CITATION = /^\s*第[^\s，。；]{1,14}[条款项]/

/**
 * Puts the lines of a sentence together again that was broken over several: a line that goes on with a cited article,
 * and, in a text taken from pages, every line that ran to the edge without ending its sentence. The line ends stay in
 * the text of the joined line.
 */
export function joinBrokenLines(lines: readonly Line[]): readonly Line[] {
	const first = lines.findIndex(({ begins }) => begins.kind !== 'plain' && begins.kind !== 'division')
	if (first < 0) return lines
	const edge = edgeOf(lines, first)
	const out: Line[] = []
	for (const [at, line] of lines.entries()) {
		const last = placeBefore(out)
		const before = out[last]
		const goesOn = before && at > first && isText(line) && line.begins.kind === 'plain' && isText(before)
		const isCitation = CITATION.test(line.text) && !isAtEnd(lines, at)
		const isBroken = before && edge !== null && isOpen(before) && lastLineOf(before).trim().length >= edge
		if (goesOn && before.begins.kind !== 'division' && !isPageNumber(line.text) && (isCitation || isBroken))
			out.splice(last, out.length, {
				...before,
				text: [...out.slice(last), line].map(({ text }) => text).join('\n'),
			})
		else out.push(line)
	}
	return out
}

/** The line that another one goes on with, over the number of a page and the empty lines around it. */
function placeBefore(lines: readonly Line[]): number {
	let [at, isOverPage] = [lines.length - 1, false]
	for (let line = lines[at]; line && (!isText(line) || isPageNumber(line.text)); line = lines[at]) {
		isOverPage ||= isText(line)
		at -= 1
	}
	return isOverPage ? at : lines.length - 1
}

function lastLineOf({ text }: Line): string {
	return text.slice(text.lastIndexOf('\n') + 1)
}

/** The length from which a line that ends within a sentence was broken, or null when the text's lines are whole. */
function edgeOf(lines: readonly Line[], first: number): number | null {
	const texts = lines.slice(first).filter((line) => isText(line) && line.begins.kind !== 'division')
	const open = texts.filter(isOpen).map((line) => line.text.trim().length)
	const long = open.filter((length) => length >= SHORTEST_FULL).sort((x, y) => x - y)
	if (long.length < LEAST_BROKEN || long.length < LEAST_SHARE * texts.length) return null
	const usual = long[Math.floor(long.length / 2)] ?? 0
	const full = long.filter((length) => length >= NEARLY * usual && length * NEARLY <= usual)
	return full.length >= NEARLY * long.length ? NEARLY * usual : null
}

function isText({ text }: Line): boolean {
	return text.trim() !== ''
}

function isOpen({ text }: Line): boolean {
	return !endsSentence(text)
}

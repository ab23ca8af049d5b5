import type { Line } from '../lines/line-kind.ts'
import type { ClosingLine } from './find-closings.ts'
import { isInstrument, readAnnexHead } from './part-words.ts'

/** What stands below a line, found in one walk, so that asking costs nothing. */
export type SightAhead = {
	/** Whether the text goes on below this head with the article after `last`: what stands between is a table in it. */
	readonly resumes: (at: number, last: number, isClosed: boolean) => boolean
	/** Whether articles below this head are the text, which a notice carries as its annex. */
	readonly carriesText: (at: number, hasSection: boolean) => boolean
	/** Whether this head only names annexes that come after the signature (附件说明). */
	readonly isNote: (at: number) => boolean
	/** Whether a signature comes before the next article. */
	readonly isSignedFirst: (at: number) => boolean
}

const IN_FORCE = /施行|生效|执行|執行|废止|廢止/
const LONGEST_NOTE = 60
const MOST_NOTES = 20

/** Says whether an article tells from when a text applies, as its last one does. */
export function isInForceClause(text: string): boolean {
	return IN_FORCE.test(text)
}

/** Looks from the end of a text upwards, once. */
export function sightAhead(lines: readonly Line[], closings: ReadonlyMap<number, ClosingLine>): SightAhead {
	const article = nextOf(lines, ({ begins }) => begins.kind === 'article' && !begins.cited)
	const closing = nextOf(lines, (_line, at) => closings.has(at))
	const head = nextOf(lines, ({ text, role }) => role === null && readAnnexHead(text) !== null)
	const words = nextOf(lines, ({ text }) => text.trim() !== '')
	const numberAt = (at: number | undefined) => {
		const begins = lines[at ?? -1]?.begins
		return begins?.kind === 'article' ? begins.number : 0
	}
	const isSignedFirst = (at: number) => (closing[at] ?? Infinity) < (article[at] ?? Infinity)
	return {
		resumes: (at, last, isClosed) => {
			const next = article[at]
			if (next === undefined || last === 0 || isClosed || numberAt(next) !== last + 1) return false
			return numberAt(article[next]) === last + 2 || isInForceClause(lines[next]?.text ?? '')
		},
		carriesText: (at, hasSection) => {
			const first = article[at]
			if (first === undefined || numberAt(first) !== 1) return false
			const second = article[first]
			const isWhole = numberAt(second) === 2 && numberAt(article[second ?? -1]) === 3
			const title = lines[words[at] ?? -1]?.text ?? ''
			return (
				isInstrument(readAnnexHead(lines[at]?.text ?? '')?.name ?? '') ||
				isInstrument(title) ||
				(!hasSection && isWhole)
			)
		},
		isNote: (at) => {
			const until = closing[at] ?? Infinity
			if (until - at > MOST_NOTES || head[until] === undefined) return false
			return lines
				.slice(at, until)
				.every(({ text }) => text.length <= LONGEST_NOTE && !/[。]\s{0,4}$/.test(text))
		},
		isSignedFirst,
	}
}

/** For each line the place of the next one below it that is meant. */
function nextOf(
	lines: readonly Line[],
	isMeant: (line: Line, at: number) => boolean,
): readonly (number | undefined)[] {
	const next: (number | undefined)[] = []
	let place: number | undefined
	for (let at = lines.length - 1; at >= 0; at -= 1) {
		next[at] = place
		const line = lines[at]
		if (line && isMeant(line, at)) place = at
	}
	return next
}

import type { TextProblem } from './legal-text.ts'
import { type Line, PLAIN } from './line-kind.ts'
import { endsSentence } from './sentence-end.ts'
import { withoutBlanks } from './without-blanks.ts'

type Candidate = {
	readonly line: Line
	readonly number: number
	readonly branch: number
	readonly firm: boolean
}

const PUNCTUATION = /[，。；：、《》,;:]/
/** A line that was broken is longer than this. */
const LONGEST_TITLE = 20

/**
 * Decides which lines that look like the beginning of an article are one, and what is odd about the numbers. The
 * longest rising chain of numbers is the text's order; a line off that chain is an article with a wrong number only
 * when the line before it was at an end, otherwise it is a citation in a line that was broken ("依照⏎第五十二条 以及").
 */
export function settleArticles(lines: readonly Line[]): {
	lines: readonly Line[]
	problems: readonly TextProblem[]
} {
	const candidates = lines.flatMap((line): Candidate[] =>
		line.begins.kind === 'article'
			? [{ line, number: line.begins.number, branch: line.begins.branch ?? 0, firm: line.begins.firm }]
			: [],
	)
	const mostlyTight = candidates.filter((each) => each.firm).length * 2 < candidates.length
	const chain = risingChain(candidates)
	const kept: Candidate[] = []
	let last = 0
	for (const each of candidates) {
		const follows = each.number === last + 1 || each.number === last
		const isTrusted = (each.firm || mostlyTight) && isAtEnd(lines, each.line.index)
		if (chain.has(each) ? !follows && !isTrusted && kept.length > 0 : !isTrusted) {
			chain.delete(each)
			continue
		}
		kept.push(each)
		if (chain.has(each)) last = each.number
	}
	const indexes = new Set(kept.map((each) => each.line.index))
	const settled = lines.map((line) =>
		line.begins.kind === 'article' && !indexes.has(line.index) ? { ...line, begins: PLAIN } : line,
	)
	return { lines: settled, problems: problemsOf(kept, chain) }
}

/** Whether the text before this line was at an end: a sentence closed, a heading or a short line like one, or nothing. */
export function isAtEnd(lines: readonly Line[], index: number): boolean {
	for (let at = index - 1; at >= 0; at -= 1) {
		const before = lines[at]
		if (!before || before.text.trim() === '') continue
		const words = before.text.slice(before.begins.label.length).trim()
		const isShort = words.length <= LONGEST_TITLE && !PUNCTUATION.test(words)
		return before.begins.kind === 'division' || isShort || endsSentence(words)
	}
	return true
}

function rank({ number, branch }: Candidate): number {
	return number * 1000 + branch
}

/** The longest chain of numbers that rises strictly; of a number that stands twice the first. */
function risingChain(candidates: readonly Candidate[]): Set<Candidate> {
	const tails: number[] = []
	const before: number[] = []
	for (const [at, candidate] of candidates.entries()) {
		let low = 0
		let high = tails.length
		while (low < high) {
			const middle = (low + high) >> 1
			const tail = candidates[tails[middle] ?? -1]
			if (tail && rank(tail) < rank(candidate)) low = middle + 1
			else high = middle
		}
		const tail = candidates[tails[low] ?? -1]
		if (tail && rank(tail) === rank(candidate)) continue
		before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1
		tails[low] = at
	}
	const chain = new Set<Candidate>()
	for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) {
		const candidate = candidates[at]
		if (candidate) chain.add(candidate)
	}
	return chain
}

function problemsOf(kept: readonly Candidate[], chain: ReadonlySet<Candidate>): TextProblem[] {
	const problems: TextProblem[] = []
	const seen = new Set<number>()
	const ranks = new Set([...chain].map(rank))
	let last = 0
	for (const each of kept) {
		const { number, line } = each
		const label = withoutBlanks(line.begins.label)
		if (seen.has(rank(each))) problems.push({ code: 'duplicate-article', label, line: line.index })
		else if (!ranks.has(rank(each))) problems.push({ code: 'out-of-order', label, line: line.index })
		else if (chain.has(each) && number > last + 1)
			problems.push({ code: 'missing-article', after: last, found: number, line: line.index })
		seen.add(rank(each))
		if (chain.has(each)) last = number
	}
	return problems
}

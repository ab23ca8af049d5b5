import { isAtEnd } from './at-end.ts'
import type { TextProblem } from '../legal-text.ts'
import { type Line, PLAIN } from './line-kind.ts'
import { withoutBlanks } from '../without-blanks.ts'

type Candidate = {
	readonly line: Line
	readonly at: number
	readonly number: number
	readonly branch: number
	readonly firm: boolean
	readonly cited: boolean
}

/** 第三条规定的情形除外。 is what the paragraph before left out, and no rule of its own. */
const EXCEPTION = /(?:除外|不在此限)。?$/

/**
 * Decides which lines that look like the beginning of an article are one, and what is odd about the numbers. The
 * longest rising chain of numbers is the text's order; a line off that chain is an article with a wrong number only
 * when the line before it was at an end, otherwise it is a citation in a line that was broken ("依照⏎第五十二条 以及").
 * A line that reads like a citation (第四条规定的…) is an article where that number is next and no other line has it.
 */
export function settleArticles(lines: readonly Line[]): {
	lines: readonly Line[]
	problems: readonly TextProblem[]
} {
	const all = candidatesOf(lines)
	const candidates = all.filter((each) => !each.cited)
	const mostlyTight = candidates.filter((each) => each.firm).length * 2 < candidates.length
	const chain = risingChain(candidates)
	const next = nextOnChain(all, chain)
	const kept: Candidate[] = []
	let last = 0
	for (const [at, each] of all.entries()) {
		if (each.cited) {
			if (!isNext(each, last, next[at], kept.length === 0) || !isAtEnd(lines, each.at)) continue
			chain.add(each)
			kept.push(each)
			last = each.number
			continue
		}
		const follows = each.number === last + 1 || each.number === last
		const isTrusted = (each.firm || mostlyTight) && isAtEnd(lines, each.at)
		if (chain.has(each) ? !follows && !isTrusted && kept.length > 0 : !isTrusted) {
			chain.delete(each)
			continue
		}
		kept.push(each)
		if (chain.has(each)) last = each.number
	}
	const places = new Set(kept.map((each) => each.at))
	const settled = lines.map((line, at) =>
		line.begins.kind === 'article' && !places.has(at) ? { ...line, begins: PLAIN } : line,
	)
	return { lines: settled, problems: problemsOf(kept, chain) }
}

function candidatesOf(lines: readonly Line[]): Candidate[] {
	return lines.flatMap((line, at): Candidate[] => {
		const { begins } = line
		if (begins.kind !== 'article') return []
		const { number, branch, firm, cited } = begins
		return [{ line, at, number, branch: branch ?? 0, firm, cited }]
	})
}

/** For each candidate the next one after it that stands on the chain. */
function nextOnChain(
	all: readonly Candidate[],
	chain: ReadonlySet<Candidate>,
): readonly (Candidate | undefined)[] {
	const next: (Candidate | undefined)[] = []
	let following: Candidate | undefined
	for (let at = all.length - 1; at >= 0; at -= 1) {
		next[at] = following
		const each = all[at]
		if (each && chain.has(each)) following = each
	}
	return next
}

/** Whether a line that reads like a citation has the number that comes next here. */
function isNext(each: Candidate, last: number, next: Candidate | undefined, isFirst: boolean): boolean {
	if (each.branch > 0 || EXCEPTION.test(each.line.text.trimEnd())) return false
	if (next && next.number <= each.number) return false
	return each.number === last + 1 || (isFirst && next?.number === each.number + 1)
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

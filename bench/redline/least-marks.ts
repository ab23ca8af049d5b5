/**
 * How few characters any comparison could mark: over all scripts that make an old text the new one, not only those that
 * some method finds. What it gives is a bound, so it knows nothing of words, crumbs and paragraphs.
 */
import { foldWriting } from '#app/domain/redline/writing/fold-writing.ts'

/** Characters that came or went, and the runs that they stand in, of all articles together. */
export type Marks = { readonly marked: number; readonly hunks: number }

/**
 * The script of the least marked characters and `price` for each run of marks, summed over pairs of texts. What is only
 * written otherwise (half and full width, blanks) is no mark.
 */
export function cheapestMarks(pairs: readonly (readonly [string, string])[], price: number): Marks {
	let [marked, hunks] = [0, 0]
	for (const [old, fresh] of pairs) {
		const found = cheapest([...plain(old)], [...plain(fresh)], price)
		marked += found.marked
		hunks += found.hunks
	}
	return { marked, hunks }
}

/**
 * The fewest characters that scripts of at most `mostHunks` runs an article can mark, an article: whatever the price of
 * a run, no script of so few runs marks less than the cheapest one less what its runs cost.
 */
export function leastMarked(pairs: readonly (readonly [string, string])[], mostHunks: number): number {
	const bounds = PRICES.map((price) => {
		const { marked, hunks } = cheapestMarks(pairs, price)
		return (marked + price * hunks) / pairs.length - price * mostHunks
	})
	return Math.max(...bounds)
}

const PRICES = [0, 2, 4, 6, 8, 10]

function plain(text: string): string {
	return foldWriting(text).replaceAll(/\s/g, '')
}

/**
 * Two lines of a table (Gotoh 1982): of each place the cheapest way that ends with a character that stayed, and with one
 * that was marked; each with what it marked and in how many runs.
 */
function cheapest(old: readonly string[], fresh: readonly string[], price: number): Marks {
	let above = firstLine(fresh.length)
	for (let at = 1; at <= old.length; at += 1) {
		const line = firstLine(fresh.length)
		line.kept.fill(NO_WAY)
		line.open[0] = at
		line.runs[0] = 1
		for (let to = 1; to <= fresh.length; to += 1) {
			const before = old[at - 1] === fresh[to - 1] ? bestOf(above, to - 1, price) : null
			line.kept[to] = before?.marked ?? NO_WAY
			line.keptRuns[to] = before?.runs ?? 0
			let [least, marked, runs] = [Number.POSITIVE_INFINITY, NO_WAY, 0]
			for (const [from, place] of [
				[above, to],
				[line, to - 1],
			] as const) {
				const going = (from.open[place] ?? 0) + 1
				const goingRuns = from.runs[place] ?? 0
				if (going + price * goingRuns < least)
					[least, marked, runs] = [going + price * goingRuns, going, goingRuns]
				const starting = (from.kept[place] ?? 0) + 1
				const startingRuns = (from.keptRuns[place] ?? 0) + 1
				if (starting + price * startingRuns < least)
					[least, marked, runs] = [starting + price * startingRuns, starting, startingRuns]
			}
			line.open[to] = marked
			line.runs[to] = runs
		}
		above = line
	}
	const { marked, runs } = bestOf(above, fresh.length, price)
	return { marked, hunks: runs }
}

/** More than any text has characters. */
const NO_WAY = 1e9

type Line = Readonly<Record<'kept' | 'keptRuns' | 'open' | 'runs', Float64Array>>

/** Before any old character: nothing stayed but at the very beginning, and what came is one run. */
function firstLine(length: number): Line {
	const kept = new Float64Array(length + 1).fill(NO_WAY)
	kept[0] = 0
	const open = Float64Array.from({ length: length + 1 }, (_, to) => (to === 0 ? NO_WAY : to))
	const runs = new Float64Array(length + 1).fill(1)
	return { kept, keptRuns: new Float64Array(length + 1), open, runs }
}

function bestOf(line: Line, place: number, price: number): { marked: number; runs: number } {
	const [kept, keptRuns] = [line.kept[place] ?? NO_WAY, line.keptRuns[place] ?? 0]
	const [open, runs] = [line.open[place] ?? NO_WAY, line.runs[place] ?? 0]
	return kept + price * keptRuns <= open + price * runs
		? { marked: kept, runs: keptRuns }
		: { marked: open, runs }
}

/**
 * `npm run -s bench:redline-thresholds`: how right the alignment is on a pair that its thresholds were not chosen with.
 * For each pair the thresholds are chosen on all others from a grid, and scored on the one held back.
 */
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { pairClauses } from '#app/domain/redline/align/pair-clauses.ts'
import { type Thresholds, THRESHOLDS } from '#app/domain/redline/align/thresholds.ts'
import { type Mapping, type Pair, type Score, addScore, emptyScore, f1, readPairs } from './true-pairs.ts'

const STEPS: { readonly [Name in keyof Thresholds]: readonly number[] } = {
	inOrder: [0.12, 0.18, 0.24, 0.3, 0.36],
	between: [0.08, 0.14, 0.2],
	moved: [0.4, 0.5, 0.6],
	movedNear: [0.2, 0.3, 0.4],
	part: [0.3, 0.4, 0.5],
}

/** What each choice of thresholds scores on one pair, in the order of the grid. */
type Scored = { readonly pair: Pair; readonly scores: readonly Score[] }

const laws = process.env['LAW_TEXTS_DIR'] ?? ''
if (laws === '') console.log('LAW_TEXTS_DIR is not set: there are no pairs with known correspondences')
else report(readPairs(laws).filter((pair) => pair.truth !== null))

function report(pairs: readonly Pair[]): void {
	const grid = gridOf()
	const all = pairs.map((pair): Scored => ({ pair, scores: scoresOf(pair, grid) }))
	console.log(`${pairs.length} pairs, ${grid.length} choices of thresholds`)
	const heldBack = all.map(({ pair, scores }, index) => {
		const chosen = choose(
			grid,
			all.filter((_, at) => at !== index),
		)
		const score = scores[chosen] ?? emptyScore()
		console.log(`  ${pair.name}: chosen on the others ${written(grid[chosen])}; held back: ${inWords(score)}`)
		return score
	})
	const inUse = grid.findIndex((each) => written(each) === written(THRESHOLDS))
	const sums = grid.map((_, at) => sumOf(all.map(({ scores }) => scores[at] ?? emptyScore())))
	const links = sums.map(linkF1).toSorted((x, y) => x - y)
	console.log(`held back, all pairs together: ${inWords(sumOf(heldBack))}`)
	console.log(`in use ${written(THRESHOLDS)}: ${inWords(sums[inUse] ?? emptyScore())}`)
	const [least, middle, most] = [links[0], links[links.length >> 1], links[links.length - 1]]
	console.log(
		`link F1 over the grid: ${least?.toFixed(4)} at least, ${middle?.toFixed(4)} in the middle, ${most?.toFixed(4)} at most`,
	)
}

function gridOf(): Thresholds[] {
	let grid: Thresholds[] = [THRESHOLDS]
	for (const name of Object.keys(STEPS) as (keyof Thresholds)[])
		grid = grid.flatMap((each) => STEPS[name].map((value) => ({ ...each, [name]: value })))
	return grid
}

/** Many choices give the same links, which are scored once. */
function scoresOf(pair: Pair, grid: readonly Thresholds[]): Score[] {
	const [old, fresh] = [parseLegalText(pair.oldText).clauses, parseLegalText(pair.newText).clauses]
	const known = new Map<string, Score>()
	return grid.map((thresholds) => {
		const links = pairClauses(old, fresh, [], thresholds)
			.filter((pairing) => (pairing.old[0] ?? pairing.new[0])?.kind === 'article')
			.map((pairing): Mapping => ({
				old: pairing.old.map((clause) => clause.key),
				new: pairing.new.map((clause) => clause.key),
			}))
		const written = JSON.stringify(links)
		const score = known.get(written) ?? emptyScore()
		if (!known.has(written)) addScore(score, pair, links)
		known.set(written, score)
		return score
	})
}

/** The best choice for these pairs; of equally good ones that in the midst of them, which is the least extreme. */
function choose(grid: readonly Thresholds[], pairs: readonly Scored[]): number {
	const worth = grid.map((_, at) => {
		const sum = sumOf(pairs.map(({ scores }) => scores[at] ?? emptyScore()))
		return linkF1(sum) + changedF1(sum)
	})
	const best = Math.max(...worth)
	const equal = grid.flatMap((_, at) => ((worth[at] ?? 0) >= best - 1e-9 ? [at] : []))
	const places = equal.map((at) => placeOf(grid[at] ?? THRESHOLDS))
	const midst = (places[0] ?? []).map(
		(_, which) => places.reduce((sum, place) => sum + (place[which] ?? 0), 0) / places.length,
	)
	const distances = places.map((place) =>
		place.reduce((sum, each, which) => sum + (each - (midst[which] ?? 0)) ** 2, 0),
	)
	return equal[distances.indexOf(Math.min(...distances))] ?? 0
}

/** Where on the grid a choice stands, from 0 to 1 along each threshold. */
function placeOf(thresholds: Thresholds): number[] {
	return (Object.keys(STEPS) as (keyof Thresholds)[]).map(
		(name) => STEPS[name].indexOf(thresholds[name]) / (STEPS[name].length - 1),
	)
}

function sumOf(scores: readonly Score[]): Score {
	const sum = emptyScore()
	for (const score of scores) for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key]
	return sum
}

function linkF1({ right, wrong, missed }: Score): number {
	return f1(right, wrong, missed)
}

function changedF1({ changedRight, changedWrong, changedMissed }: Score): number {
	return f1(changedRight, changedWrong, changedMissed)
}

function inWords(score: Score): string {
	const exact = (score.exact / score.articles).toFixed(4)
	return (
		`link F1 ${linkF1(score).toFixed(4)}, changed ${changedF1(score).toFixed(4)}, exact ${exact} ` +
		`(${score.wrong} wrong, ${score.missed} missed)`
	)
}

function written(thresholds: Thresholds | undefined): string {
	return thresholds === undefined ? '' : Object.values(thresholds).join('/')
}

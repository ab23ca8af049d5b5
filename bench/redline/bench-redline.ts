/**
 * `npm run -s bench:redline`: how right and how fast the redline is, beside simple methods and other libraries in the
 * same run. Real texts are read from LAW_TEXTS_DIR; without it only texts of our own are measured.
 */
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { editSizes } from './edit-sizes.ts'
import { SIMPLE_METHODS } from './simple-methods.ts'
import { type Times, time, timeGit, timeInTurns, writePair } from './rivals.ts'
import {
	manyInOwnWordsIntoOne,
	manyIntoOne,
	nearlyAlike,
	noise,
	revision,
	tinyArticles,
	unrelated,
} from './made-texts.ts'
import { type Pair, addScore, emptyScore, f1, readPairs } from './true-pairs.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''
const LONG = 8_000
const ROUNDS = 5

if (LAWS === '') console.log('LAW_TEXTS_DIR is not set: accuracy, edit sizes and real pairs are skipped')
else {
	const pairs = readPairs(LAWS)
	printAccuracy(pairs)
	printEditSizes(pairs)
	printRealPairs(pairs)
}
printSizes()
printHardCases()
printManyArticles()

function printAccuracy(pairs: readonly Pair[]): void {
	console.log(`\nalignment, ${pairs.filter((pair) => pair.truth).length} pairs with truth`)
	console.log('  link F1  changed F1  exact set  method')
	const ours = { name: 'this redline', align: (a: string, b: string) => compareTexts(a, b).links }
	const scores = [...SIMPLE_METHODS, ours].map(({ name, align }) => {
		const score = emptyScore()
		for (const pair of pairs) if (pair.truth) addScore(score, pair, align(pair.oldText, pair.newText))
		const row = {
			name,
			links: f1(score.right, score.wrong, score.missed),
			changed: f1(score.changedRight, score.changedWrong, score.changedMissed),
			exact: score.exact / score.articles,
		}
		console.log(
			`  ${row.links.toFixed(4)}   ${row.changed.toFixed(4)}      ${row.exact.toFixed(4)}     ${name}`,
		)
		return row
	})
	const last = scores.at(-1)
	if (!last) return
	say(last.links >= 0.996, `link F1 ${last.links.toFixed(4)} (aim ≥ 0.996)`)
	say(last.changed >= 0.985, `F1 on changed articles ${last.changed.toFixed(4)} (aim ≥ 0.985)`)
	say(last.exact >= 0.991, `exact set per article ${last.exact.toFixed(4)} (aim ≥ 0.991)`)
}

function printEditSizes(pairs: readonly Pair[]): void {
	console.log('\nscripts inside aligned articles, code points')
	const sum = { shortest: 0, raw: 0, shown: 0 }
	for (const pair of pairs) {
		if (!pair.truth) continue
		const sizes = editSizes(pair)
		for (const key of ['shortest', 'raw', 'shown'] as const) sum[key] += sizes[key]
		console.log(
			`  ${pair.name}: shortest ${sizes.shortest}, before tidying ${sizes.raw}, shown ${sizes.shown}`,
		)
	}
	const [raw, shown] = [sum.raw / sum.shortest, sum.shown / sum.shortest]
	say(raw <= 1.08, `before tidying ${raw.toFixed(3)} × the shortest (aim ≤ 1.08)`)
	say(shown <= 1.2, `shown ${shown.toFixed(3)} × the shortest (aim ≤ 1.20)`)
}

function printRealPairs(pairs: readonly Pair[]): void {
	console.log(
		'\nreal pairs of 8,000 characters and more, milliseconds, the quickest warm run (– : not within 30 s)',
	)
	const sums = { words: [0, 0], matcher: [0, 0] } as Record<'words' | 'matcher', [number, number]>
	let [isFasterEach, isFasterThanMatcher] = [true, true]
	for (const { name, oldText, newText } of pairs) {
		if (Math.max(oldText.length, newText.length) < LONG) continue
		const paths = writePair(name, oldText, newText)
		const ours = time('ours', paths)?.best ?? Number.POSITIVE_INFINITY
		const words = time('diff-words', paths)?.best ?? null
		const matcher = time('diff-match-patch', paths)?.best ?? null
		const myers = time('fast-myers-diff', paths)?.best ?? null
		console.log(
			`  ${name}: ours ${ms(ours)}, diffWords ${ms(words)}, diff-match-patch ${ms(matcher)}, ` +
				`fast-myers-diff ${ms(myers)}, git ${ms(timeGit(paths).best)}`,
		)
		add(sums.words, ours, words)
		add(sums.matcher, ours, matcher)
		isFasterEach &&= words === null || ours < words
		isFasterThanMatcher &&= matcher === null || ours < matcher
	}
	const ratio = ([ours, theirs]: [number, number]) => theirs / ours
	say(ratio(sums.words) >= 20, `${ratio(sums.words).toFixed(1)} × faster than diffWords, summed (aim ≥ 20)`)
	say(
		ratio(sums.matcher) > 1,
		`${ratio(sums.matcher).toFixed(1)} × faster than diff-match-patch, summed (aim > 1)`,
	)
	say(isFasterEach, 'faster than diffWords on each pair')
	say(isFasterThanMatcher, 'faster than diff-match-patch on each pair')
}

/** A rival that did not end counts in no sum. */
function add(sum: [number, number], ours: number, theirs: number | null): void {
	if (theirs === null) return
	sum[0] += ours
	sum[1] += theirs
}

function printSizes(): void {
	console.log(
		'\nrevisions of our own texts (three in ten articles changed, renumbered), warm, in turns with git',
	)
	const timings = [100_000, 1_000_000].map((characters) => {
		const { oldText, newText } = revision(characters)
		const timed = timeInTurns(writePair(`revision-${characters}`, oldText, newText), ROUNDS)
		const articles = oldText.split('\n').filter((line) => line.startsWith('第')).length
		if (!timed) {
			say(false, `${characters} characters: not within 30 s`)
			return null
		}
		const { ours, git } = timed
		console.log(
			`  ${characters} characters, ${articles} articles: ours ${written(ours)}, ` +
				`${ours.peak} MB, bounded ${ours.bounded}, git ${written(git)}`,
		)
		return timed
	})
	const [small, large] = timings
	if (!small || !large) return
	const timesGit = (which: keyof Times) => small.ours[which] / small.git[which]
	say(
		timesGit('best') <= 2,
		`100,000 characters ${timesGit('best').toFixed(2)} × git (aim ≤ 2); by medians ` +
			`${timesGit('median').toFixed(2)} ×, by processor time ${timesGit('processor').toFixed(2)} ×`,
	)
	const largeTimesGit = large.ours.best / large.git.best
	say(largeTimesGit <= 3, `1,000,000 characters ${largeTimesGit.toFixed(2)} × git (aim ≤ 3)`)
	say(large.ours.best <= 3000, `1,000,000 characters ${(large.ours.best / 1000).toFixed(2)} s (aim ≤ 3)`)
	say(large.ours.peak <= 400, `1,000,000 characters ${large.ours.peak} MB at most (aim ≤ 400)`)
	const growth = large.ours.best / small.ours.best
	say(growth <= 15, `ten times the text ${growth.toFixed(1)} × the time (aim ≤ 15)`)
}

function printHardCases(): void {
	console.log('\n100,000 characters that are no revision of each other')
	/** What only lost its end is compared to the end; the others are given up as too much work, and say so. */
	const cases: [string, string, string, boolean][] = [
		['two unrelated texts', unrelated(100_000, 1), unrelated(100_000, 3), true],
		['one repeated character', '一'.repeat(100_000), '二'.repeat(100_000), true],
		['one repeated character, fewer', '一'.repeat(100_000), '一'.repeat(90_000), false],
		['random characters', noise(100_000, 1), noise(100_000, 2), true],
	]
	for (const [index, [name, before, after, bounded]] of cases.entries()) {
		const ours = time('ours', writePair(`hard-${index}`, before, after))
		const isReached = ours !== null && ours.best <= 1000 && ours.bounded === bounded
		say(
			isReached,
			`${name}: ${ms(ours?.best ?? null)} ms, ${ours?.peak ?? '–'} MB, bounded ${ours?.bounded ?? '–'} ` +
				`(aim ≤ 1000 ms, bounded ${bounded})`,
		)
	}
}

function printManyArticles(): void {
	console.log('\nmany articles')
	const cases: [string, readonly [string, string]][] = [
		['3,000 articles nearly alike, each changed', nearlyAlike(3_000)],
		['2,000 articles merged into one', manyIntoOne(2_000)],
		['2,000 articles in words of their own merged into one', manyInOwnWordsIntoOne(2_000)],
		['20,000 tiny articles', tinyArticles(20_000)],
	]
	for (const [index, [name, [before, after]]] of cases.entries()) {
		const ours = time('ours', writePair(`many-${index}`, before, after))
		say(ours !== null && ours.best <= 2000, `${name}: ${ms(ours?.best ?? null)} ms (aim ≤ 2000 ms)`)
	}
}

function written({ best, median, processor }: Times): string {
	return `${ms(best)} ms (median ${ms(median)}, processor ${ms(processor)})`
}

function ms(time: number | null): string {
	return time === null ? '–' : time < 10 ? time.toFixed(1) : time.toFixed(0)
}

function say(isReached: boolean, sentence: string): void {
	console.log(`${isReached ? 'reached' : 'MISSED '} ${sentence}`)
}

/**
 * Compares two files in one way and prints the processor time that took, for `bench:redline`, which starts it as a
 * process of its own: so it can be stopped, and its memory is its own. Processor time, all threads together, bears a
 * busy machine; on a quiet one the clock shows no more. Usage: METHOD OLD NEW
 */
import { readFileSync } from 'node:fs'
import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { diff as myers } from 'fast-myers-diff'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'

/** Runs are repeated until they have taken this long together, at least twice and at most this often. */
const LONG_ENOUGH = 1500
const MOST_RUNS = 30

const METHODS: Readonly<Record<string, (before: string, after: string) => boolean>> = {
	ours: (before, after) => compareTexts(before, after).bounded,
	'diff-words': (before, after) => diffWords(before, after).length < 0,
	'diff-match-patch': (before, after) => {
		const matcher = new DiffMatchPatch.diff_match_patch()
		matcher.Diff_Timeout = 0
		return matcher.diff_main(before, after).length < 0
	},
	'fast-myers-diff': (before, after) => [...myers([...before], [...after])].length < 0,
}

const [method = '', oldFile = '', newFile = ''] = process.argv.slice(2)
const run = METHODS[method]
if (!run) throw new Error(`no method ${method}`)
const [before, after] = [readFileSync(oldFile, 'utf8'), readFileSync(newFile, 'utf8')]
let [best, spent, bounded] = [Number.POSITIVE_INFINITY, 0, false]
for (let runs = 0; runs < 1 || (runs < MOST_RUNS && spent < LONG_ENOUGH); runs += 1) {
	const begun = process.cpuUsage()
	bounded = run(before, after)
	const { user, system } = process.cpuUsage(begun)
	const took = (user + system) / 1000
	best = Math.min(best, took)
	spent += took
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ ms: Math.round(best * 10) / 10, peak, bounded }))

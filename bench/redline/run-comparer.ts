/**
 * Compares two files in one way and prints what the clock showed, for `bench:redline`, which starts it as a process of
 * its own: so it can be stopped, and its memory is its own. Each run reads both files, as git does. The processor time
 * of all threads together is told beside, for a machine on which others work too. Usage: METHOD OLD NEW
 */
import { readFileSync } from 'node:fs'
import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { diff as myers } from 'fast-myers-diff'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'

/** Runs are repeated until they are so many, after which a program is warm, or have taken this long together. */
const MOST_RUNS = 60
const LONG_ENOUGH = 10_000

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
const times: { clock: number; processor: number }[] = []
let [spent, bounded] = [0, false]
while (times.length < MOST_RUNS && spent < LONG_ENOUGH) {
	const [begun, used] = [performance.now(), process.cpuUsage()]
	bounded = run(readFileSync(oldFile, 'utf8'), readFileSync(newFile, 'utf8'))
	const { user, system } = process.cpuUsage(used)
	const clock = performance.now() - begun
	times.push({ clock, processor: (user + system) / 1000 })
	spent += clock
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ times, peak, bounded }))

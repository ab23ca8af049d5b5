/** `npm run -s bench:redline-script`: the processor time of jsdiff for a paragraph's script, as a multiple of ours. */
import { diffArrays } from 'diff'
import { shortestScript } from '#app/domain/redline/compare/shortest-script.ts'

const SIZES = [
	{ parts: 30, changed: 4 },
	{ parts: 100, changed: 8 },
	{ parts: 400, changed: 30 },
	{ parts: 1000, changed: 200 },
]
const ROUNDS = 9

for (const { parts, changed } of SIZES) {
	const [old, fresh] = pairOf(parts, changed)
	const times = Math.ceil(40_000 / (parts + changed * changed))
	const ratios = Array.from({ length: ROUNDS }, () => {
		const ours = timeOf(times, () =>
			shortestScript({ ids: old, from: 0, to: parts }, { ids: fresh, from: 0, to: parts }, Infinity),
		)
		return timeOf(times, () => diffArrays(old, fresh)) / ours
	})
	const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
	console.log(`${parts} parts, ${changed} changed: jsdiff takes ${middle.toFixed(1)} times ours`)
}

/** Parts with repetitions, as words have them, and the same with some exchanged for others. */
function pairOf(parts: number, changed: number): [number[], number[]] {
	const old = Array.from({ length: parts }, (_, at) => (at * 7919) % 97)
	const fresh = [...old]
	for (let each = 0; each < changed; each += 1) fresh[Math.floor((each * parts) / changed)] = 200 + each
	return [old, fresh]
}

/** Microseconds of this process for so many calls. */
function timeOf(times: number, work: () => unknown): number {
	const before = process.cpuUsage().user
	for (let each = 0; each < times; each += 1) work()
	return Math.max(1, process.cpuUsage().user - before)
}

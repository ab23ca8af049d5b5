import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
/** Collects what runs before have left, or the next run would pay for it. */
const collectGarbage = runInNewContext('gc') as () => void

/** A run may be twice as long for so many times the work; more than that grows faster than the input. */
export const MOST_GROWTH = 2.6
/** Below this, in milliseconds of the processor, what is measured is noise. */
const FLOOR_MS = 20
/** `npm run test:growth` measures at the sizes that are written down; a run among the other tests at half of them. */
const SCALE = process.env['GROWTH'] === 'long' ? 1 : 0.5
/** What else the machine does can only add to a time: the least of several is the nearest to the truth. */
const MOST_RUNS = 12

type Measured = { readonly growth: number; readonly times: readonly number[] }

/**
 * How many times as much processor time the work takes each time its size is doubled, at most. `prepare` makes the work
 * for a size and is not measured. Where the answer is above the limit it is measured again, and then with two and four times
 * the largest size: a step, as where what is kept outgrows the young part of the heap, is over by then, and what grows
 * grows on.
 */
export async function growthOf(
	written: readonly number[],
	prepare: (size: number) => () => unknown,
): Promise<Measured> {
	const sizes = written.map((size) => size * SCALE)
	const measured = await measure(sizes, prepare)
	if (measured.growth <= MOST_GROWTH) return measured
	// Of the sizes as they are written, in a short run too: a step may lie between the halves and the whole.
	const largest = Math.max(...written)
	const beyond = await measure([2 * largest, 4 * largest], prepare)
	return { growth: beyond.growth, times: [...measured.times, ...beyond.times] }
}

async function measure(
	sizes: readonly number[],
	prepare: (size: number) => () => unknown,
): Promise<Measured> {
	const works = sizes.map(prepare)
	const times = works.map(() => Infinity)
	let growth = Infinity
	for (let run = 0; run < MOST_RUNS && growth > MOST_GROWTH; run += 1) {
		for (const [at, work] of works.entries()) {
			// Only where the first answer is above the limit: among the tests of a whole run, this takes longer than the work.
			if (run > 0) collectGarbage()
			times[at] = Math.min(times[at] ?? Infinity, await processorTime(work))
		}
		growth = largestGrowth(times)
	}
	return { growth, times }
}

function largestGrowth(times: readonly number[]): number {
	const steady = times.map((time) => Math.max(time, FLOOR_MS))
	return steady.reduce((most, time, at) => Math.max(most, at === 0 ? 0 : time / (steady[at - 1] ?? time)), 0)
}

/** Milliseconds of this process, its collector of garbage included. */
async function processorTime(work: () => unknown): Promise<number> {
	const begun = process.cpuUsage()
	await work()
	const { user, system } = process.cpuUsage(begun)
	return (user + system) / 1000
}

/** Times the ways to compare two texts, each in a process of its own, by the clock. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one way took, in milliseconds: by the clock the quickest run and the one in the middle, and the least processor time. */
export type Times = { readonly best: number; readonly median: number; readonly processor: number }
export type Timing = Times & { readonly peak: number; readonly bounded: boolean }

type Run = { readonly clock: number; readonly processor: number }

const LONGEST = 30_000
const GIT_RUNS = 7

const folder = mkdtempSync(join(tmpdir(), 'yiqian-bench-redline-'))

/** Writes two texts where the rivals read them. */
export function writePair(name: string, oldText: string, newText: string): [string, string] {
	const paths = [join(folder, `${name}.old.txt`), join(folder, `${name}.new.txt`)] as [string, string]
	writeFileSync(paths[0], oldText)
	writeFileSync(paths[1], newText)
	return paths
}

/** Times one way; null where it does not end within half a minute. */
export function time(method: string, paths: readonly [string, string]): Timing | null {
	const script = join(import.meta.dirname, 'run-comparer.ts')
	const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, method, ...paths], {
		encoding: 'utf8',
		timeout: LONGEST + 5_000,
	})
	if (status !== 0) return null
	const { times, peak, bounded } = JSON.parse(stdout) as { times: Run[]; peak: number; bounded: boolean }
	const found = timesOf(times)
	return found.best <= LONGEST ? { ...found, peak, bounded } : null
}

/** What git's comparison by characters takes, without its start, which two empty files tell. */
export function timeGit(paths: readonly [string, string]): Times {
	const start = runsOfGit(writePair('empty', '', '\n'))
	const whole = runsOfGit(paths)
	return {
		best: Math.max(1, whole.best - start.best),
		median: Math.max(1, whole.median - start.median),
		processor: Math.max(1, whole.processor - start.processor),
	}
}

/**
 * Times ours and git in turns, so that whatever else the machine does falls on both: of all rounds the quickest run
 * of each, and the median of the rounds' medians.
 */
export function timeInTurns(
	paths: readonly [string, string],
	rounds: number,
): { ours: Timing; git: Times } | null {
	const ours: Timing[] = []
	const git: Times[] = []
	for (let round = 0; round < rounds; round += 1) {
		const timing = time('ours', paths)
		if (!timing) return null
		ours.push(timing)
		git.push(timeGit(paths))
	}
	const together = (all: readonly Times[]): Times => ({
		best: Math.min(...all.map((each) => each.best)),
		median: medianOf(all.map((each) => each.median)),
		processor: Math.min(...all.map((each) => each.processor)),
	})
	const peak = Math.max(...ours.map((each) => each.peak))
	return {
		ours: { ...together(ours), peak, bounded: ours.some((each) => each.bounded) },
		git: together(git),
	}
}

function medianOf(numbers: readonly number[]): number {
	return numbers.toSorted((x, y) => x - y)[numbers.length >> 1] ?? Number.POSITIVE_INFINITY
}

function timesOf(runs: readonly Run[]): Times {
	return {
		best: Math.min(...runs.map((run) => run.clock)),
		median: medianOf(runs.map((run) => run.clock)),
		processor: Math.min(...runs.map((run) => run.processor)),
	}
}

function runsOfGit(paths: readonly [string, string]): Times {
	const command =
		'TIMEFORMAT=\'%3R %3U %3S\'; time git diff --no-index --word-diff=porcelain --word-diff-regex=. "$@" >/dev/null; true'
	const runs = Array.from({ length: GIT_RUNS }, (): Run => {
		const { stderr, status } = spawnSync('bash', ['-c', command, 'bash', ...paths], {
			encoding: 'utf8',
			env: { ...process.env, LC_ALL: 'C.UTF-8' },
		})
		const told = /^([\d.]+) ([\d.]+) ([\d.]+)$/m.exec(stderr)
		if (status !== 0 || !told) throw new Error(`git diff: ${stderr}`)
		return { clock: Number(told[1]) * 1000, processor: (Number(told[2]) + Number(told[3])) * 1000 }
	})
	return timesOf(runs)
}

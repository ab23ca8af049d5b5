/** Times the ways to compare two texts, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one way took; null where it did not end in time. */
export type Timing = { readonly ms: number; readonly peak: number; readonly bounded: boolean }

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

export function time(method: string, paths: readonly [string, string], longest = LONGEST): Timing | null {
	const script = join(import.meta.dirname, 'bench-redline-run.ts')
	const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, method, ...paths], {
		encoding: 'utf8',
		timeout: longest + 5_000,
	})
	const timing = status === 0 ? (JSON.parse(stdout) as Timing) : null
	return timing && timing.ms <= longest ? timing : null
}

let start: number | null = null

/** What git's comparison by characters takes, without its start. */
export function timeGit(paths: readonly [string, string]): number {
	start ??= bestOf(writePair('empty', '', '\n'))
	return Math.max(1, bestOf(paths) - start)
}

/** The processor time of the quickest of some runs, as the shell tells it. */
function bestOf(paths: readonly [string, string]): number {
	let best = Number.POSITIVE_INFINITY
	for (let runs = 0; runs < GIT_RUNS; runs += 1) {
		const { stderr, status } = spawnSync(
			'bash',
			[
				'-c',
				`TIMEFORMAT='%3U %3S'; time git diff --no-index --word-diff=porcelain --word-diff-regex=. "$1" "$2" >/dev/null; true`,
				'bash',
				...paths,
			],
			{ encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
		)
		const spent = /^([\d.]+) ([\d.]+)$/m.exec(stderr)
		if (status !== 0 || !spent) throw new Error(`git diff: ${stderr}`)
		best = Math.min(best, (Number(spent[1]) + Number(spent[2])) * 1000)
	}
	return best
}

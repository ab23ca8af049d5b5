import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { SURVIVORS } from './mutation-survivors.ts'

/** The share of planted faults that the tests must notice, in per cent. */
const GOAL = 95

type Mutant = {
	readonly mutatorName: string
	readonly replacement?: string
	readonly status: string
	readonly location: { readonly start: { readonly line: number } }
}
type Report = {
	readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

/** Plants faults in the domain one at a time, runs the domain's tests on each, and names every one that none noticed. */
function main(): number {
	const isReadOnly = process.argv.includes('--last')
	const run = isReadOnly ? null : spawnSync('npx', ['stryker', 'run'], { stdio: 'inherit' })
	if (run && run.status !== 0) return run.status ?? 1
	const report = JSON.parse(readFileSync('.stryker/report.json', 'utf8')) as Report
	const all = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
		mutants.map((mutant) => ({ file, line: lineOf(source, mutant), ...mutant })),
	)
	const judged = all.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError')
	const survivors = judged.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
	const score = judged.length === 0 ? 0 : (100 * (judged.length - survivors.length)) / judged.length
	const unexplained = survivors.filter((survivor) => reasonOf(survivor) === null)
	for (const survivor of survivors)
		console.log(
			`${survivor.file}:${survivor.location.start.line} ${survivor.mutatorName} → ${survivor.replacement ?? ''}\n` +
				`    ${survivor.line}\n    ${reasonOf(survivor) ?? 'NO REASON GIVEN in scripts/mutation-survivors.ts'}`,
		)
	console.log(
		`${judged.length} faults, ${survivors.length} unnoticed: ${score.toFixed(1)} % (goal ${GOAL} %); ${unexplained.length} without a reason`,
	)
	return score >= GOAL && unexplained.length === 0 ? 0 : 1
}

function lineOf(source: string, { location }: Mutant): string {
	return (source.split('\n')[location.start.line - 1] ?? '').trim()
}

type Unnoticed = Mutant & { readonly file: string; readonly line: string }

function reasonOf({ file, line, replacement }: Unnoticed): string | null {
	const known = SURVIVORS.find(
		(each) => each.file === file && each.line === line && (each.replacement ?? replacement) === replacement,
	)
	return known?.reason ?? null
}

process.exitCode = main()

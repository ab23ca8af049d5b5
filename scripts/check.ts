/** `npm run check`: format, lint, boundaries, dead code, types, build. Every one runs, so one run names all faults. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { buildPagesWhenNeeded } from '#app/server/build-pages.server.ts'
import { generateClients } from './generate-clients.ts'

/** The types first: they take as long as all others together, and those run beside them. */
const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
	['types', 'tsc', '--noEmit'],
	['format', 'oxfmt', '--check', '.'],
	['lint', 'oxlint', '--type-aware', '--deny-warnings', '.'],
	['boundaries', 'depcruise', '--config', '.dependency-cruiser.cjs', 'app', 'seeds', 'scripts', 'bench'],
	['dead code', 'knip'],
]

/** The types take 3.1 GB, most of it the data client's; Node would give up at 4, and a few more tables are no reason to. */
const WITH_ROOM = {
	...process.env,
	NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-old-space-size=8192`.trim(),
}

generateClients()
const failed: string[] = []
const waiting = [...CHECKS]
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runNext))
console.log('== build')
await buildPagesWhenNeeded().catch((error: unknown) => {
	console.error(error)
	failed.push('build')
})
console.log(failed.length === 0 ? 'All checks hold.' : `These do not hold: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Runs what waits, one after the other, until nothing does; what a check says is printed when it has ended. */
async function runNext(): Promise<void> {
	for (let check = waiting.shift(); check; check = waiting.shift()) {
		const [name, command, ...args] = check
		const { status, said } = await run(command, args)
		console.log(`== ${name}\n${said}`)
		if (status !== 0) failed.push(name)
	}
}

function run(command: string, args: readonly string[]): Promise<{ status: number | null; said: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn('npx', ['--no-install', command, ...args], { env: WITH_ROOM })
		let said = ''
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (words: string) => (said += words))
		child.once('error', reject)
		child.once('close', (status) => resolve({ status, said: said.trimEnd() }))
	})
}

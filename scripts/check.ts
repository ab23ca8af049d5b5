/** `npm run check`: format, lint, boundaries, dead code, types, build. Every one runs, so one run names all faults. */
import { spawnSync } from 'node:child_process'
import { buildPagesWhenNeeded } from '#app/server/build-pages.server.ts'
import { generateClients } from './generate-clients.ts'

const CHECKS = [
	['format', 'oxfmt', '--check', '.'],
	['lint', 'oxlint', '--type-aware', '--deny-warnings', '.'],
	['boundaries', 'depcruise', '--config', '.dependency-cruiser.cjs', 'app', 'seeds', 'scripts', 'bench'],
	['dead code', 'knip'],
	['types', 'tsc', '--noEmit'],
] as const

/** The types take 3.1 GB, most of it the data client's; Node would give up at 4, and a few more tables are no reason to. */
const WITH_ROOM = {
	...process.env,
	NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-old-space-size=8192`.trim(),
}

generateClients()
const failed: string[] = []
for (const [name, command, ...args] of CHECKS) {
	console.log(`== ${name}`)
	if (spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit', env: WITH_ROOM }).status !== 0)
		failed.push(name)
}
console.log('== build')
await buildPagesWhenNeeded().catch((error: unknown) => {
	console.error(error)
	failed.push('build')
})
console.log(failed.length === 0 ? 'All checks hold.' : `These do not hold: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

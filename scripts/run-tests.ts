/** `npm test`: every suite on SQLite, then the services suite from the same files on PostgreSQL. */
import { spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { buildPagesWhenNeeded } from '#app/server/build-pages.server.ts'
import { generateClients } from './generate-clients.ts'

generateClients()
// Several tests start the real server; two of them must not build its pages at once.
await buildPagesWhenNeeded()
const arguments_ = process.argv.slice(2)
const sqlite = vitest(arguments_, {})
const postgresql =
	arguments_.length > 0 ? 0 : vitest(['tests/services', 'tests/db'], { TEST_DATABASE: 'postgresql' })
process.exitCode = sqlite || postgresql

function vitest(args: readonly string[], environment: Readonly<Record<string, string>>): number {
	const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
		stdio: 'inherit',
		env: { ...process.env, TMPDIR: folderForTests(), ...environment },
	})
	return run.status ?? 1
}

/**
 * Where the tests make their databases: in memory where the system offers enough of it. They are thrown away, and what
 * a power cut would leave is asked of the real disk by `npm run test:kill`.
 */
function folderForTests(): string {
	const memory = '/dev/shm'
	const enough = 2 ** 31
	try {
		const { bavail, bsize } = statfsSync(memory)
		return bavail * bsize >= enough ? memory : tmpdir()
	} catch {
		return tmpdir()
	}
}

/** `npm test`: every suite on SQLite, then the services suite from the same files on PostgreSQL. */
import { spawnSync } from 'node:child_process'
import { buildPagesWhenNeeded } from '#app/server/build-pages.server.ts'
import { folderForTests } from './folder-for-tests.ts'
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

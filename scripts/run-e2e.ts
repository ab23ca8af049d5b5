/** `npm run test:e2e`: drives the main job and every page in Chromium; builds the pages where they are older than their sources. */
import { spawnSync } from 'node:child_process'
import { buildPagesWhenNeeded } from '#app/server/build-pages.server.ts'
import { folderForTests } from './folder-for-tests.ts'
import { generateClients } from './generate-clients.ts'

generateClients()
await buildPagesWhenNeeded()
const run = spawnSync(
	process.execPath,
	['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)],
	{ stdio: 'inherit', env: { ...process.env, TMPDIR: folderForTests() } },
)
process.exitCode = run.status ?? 1

/** `npm run test:e2e`: builds the pages and drives the main job in Chromium. */
import { spawnSync } from 'node:child_process'
import { generateClients } from './generate-clients.ts'

generateClients()
for (const ssr of [[], ['--ssr']]) {
	const built = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', ...ssr, '--logLevel', 'warn'],
		{ stdio: 'inherit' },
	)
	if (built.status !== 0) process.exit(built.status ?? 1)
}
const run = spawnSync(
	process.execPath,
	['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)],
	{ stdio: 'inherit' },
)
process.exitCode = run.status ?? 1

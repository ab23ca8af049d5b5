/**
 * `npm run test:office`: opens the papers in LibreOffice and settles their tracked changes there. Where LibreOffice or
 * its bridge to Python is not installed, it says so and passes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The bridge belongs to the Python of the system, whatever other one comes first. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const hasBridge = spawnSync(PYTHON, ['-c', 'import uno']).status === 0
if (hasOffice && hasBridge) {
	const run = spawnSync(
		process.execPath,
		[
			'node_modules/vitest/vitest.mjs',
			'run',
			'--config',
			'vitest.office.config.ts',
			...process.argv.slice(2),
		],
		{ stdio: 'inherit', env: { ...process.env, OFFICE_PYTHON: PYTHON } },
	)
	process.exitCode = run.status ?? 1
} else {
	const missing = hasOffice ? 'python3-uno' : 'LibreOffice (soffice)'
	console.log(`Skipped: ${missing} is not installed, so the papers were not opened in an office program.`)
}

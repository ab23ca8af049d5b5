import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isRefused } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** Runs `npm run audit:verify` on the database of a test. */
function verify(shell: Pick<TestShell, 'url' | 'directory'>) {
	const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify-audit-chain.ts'], {
		encoding: 'utf8',
		env: { ...process.env, DATABASE_URL: shell.url, YIQIAN_DATA_DIR: shell.directory },
	})
	return { status: run.status, out: run.stdout, err: run.stderr }
}

test('the command says that all holds, and then names the first entry that somebody changed', async () => {
	const shell = await openTestShell()
	const { matterId } = await clearedProposal(shell, await seedOrganisation(shell))
	expect(verify(shell)).toMatchObject({ status: 0, out: expect.stringMatching(/ 1 clearances: all hold\n$/) })
	const forgery = `drop trigger audit_entry_refuses_update; update audit_entry set kind = 'x' where stream = 'matter/${matterId}' and seq = 2`
	expect(await isRefused(shell.url, 'library, foreign keys off', forgery)).toBe(false)
	const found = verify(shell)
	expect(found.status).toBe(1)
	expect(found.out).toMatch(new RegExp(`^BROKEN matter/${matterId} .* entry 2 does not hold: columns$`, 'm'))
})

test('where there is no database the command says so and makes none', async () => {
	const shell = await openTestShell()
	const missing = join(shell.directory, 'nothing.db')
	const run = verify({ url: `file:${missing}`, directory: shell.directory })
	expect(run).toMatchObject({ status: 1, err: expect.stringContaining(missing) })
})

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgeClearance } from '#tests/support/forge-clearance.ts'
import { clearedProposal, listedItem } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** Runs `npm run verify` on the database of a test. */
function verify(shell: Pick<TestShell, 'url' | 'directory'>) {
	const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify.ts'], {
		encoding: 'utf8',
		env: { ...process.env, DATABASE_URL: shell.url, YIQIAN_DATA_DIR: shell.directory },
	})
	return { status: run.status, out: run.stdout, err: run.stderr }
}

// Three processes of their own, which on a busy machine take their time.

test('the command says that all holds, and then names the first entry that somebody changed', async () => {
	const shell = await openTestShell()
	const { matterId } = await clearedProposal(shell, await seedOrganisation(shell))
	expect(verify(shell)).toMatchObject({
		status: 0,
		out: expect.stringMatching(/ 1 clearances: all hold\n\d+ files: all hold\n$/),
	})
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update audit_entry set kind = 'x' where stream = 'matter/${matterId}' and seq = 2`)
	const found = verify(shell)
	expect(found.status).toBe(1)
	expect(found.out).toMatch(new RegExp(`^BROKEN matter/${matterId} .* entry 2 does not hold: columns$`, 'm'))
})

test('the command names a clearance that was forged with everything that belongs to it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId } = await listedItem(shell, org)
	const { number, clearanceId } = await forgeClearance(shell, org, meetingId)
	const found = verify(shell)
	expect(found.status).toBe(1)
	expect(found.out).toContain(`FORGED clearance ${number} (${clearanceId}): no valid signature`)
	expect(found.out).toMatch(/: 0 streams broken, 1 clearances forged, \d+ rows not as the trail left them$/m)
})

test('O23 T48 pages that cannot be read are said, without a stack of calls', async () => {
	const shell = await openTestShell()
	await clearedProposal(shell, await seedOrganisation(shell))
	const file = shell.url.slice('file:'.length)
	await runRaw(shell.url, 'PRAGMA wal_checkpoint(TRUNCATE)')
	const bytes = readFileSync(file)
	const damaged = join(shell.directory, 'damaged.db')
	writeFileSync(damaged, bytes.fill(0x5a, 4096 * 10, bytes.length - 4096))
	const { status, out, err } = verify({ url: `file:${damaged}`, directory: shell.directory })
	expect(status).toBe(1)
	expect(out + err).toMatch(/DAMAGED pages|Not verified to the end/)
	expect(out + err).not.toMatch(/^\s+at /m)
})

test('where there is no database the command says so and makes none', async () => {
	const shell = await openTestShell()
	const missing = join(shell.directory, 'nothing.db')
	const run = verify({ url: `file:${missing}`, directory: shell.directory })
	expect(run).toMatchObject({ status: 1, err: expect.stringContaining(missing) })
})

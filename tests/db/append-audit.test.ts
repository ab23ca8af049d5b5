import { expect, test } from 'vitest'
import { appendAudit, sealTrail } from '#app/db/append-audit.server.ts'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('entries that begin a stream at the same moment stand one after the other, each on the one before', async () => {
	const shell = await openTestShell()
	const { jurisdictionId } = (await seedOrganisation(shell)).actors.drafter
	const append = (command: string) =>
		inTransaction(shell.db, async (tx) => {
			await appendAudit(tx, {
				jurisdictionId,
				stream: 'sign-ins-of-the-test',
				at: shell.now(),
				actor: null,
				kind: 'gate.wall-fired',
				outcome: 'done',
				detail: { command },
			})
			return sealTrail(tx)
		})
	const commands = Array.from({ length: 12 }, (_, at) => `try.${at}`)
	const receipts = await Promise.all(commands.map(append))
	const entries = await shell.db.auditEntry.findMany({
		where: { jurisdictionId, stream: 'sign-ins-of-the-test' },
		orderBy: { seq: 'asc' },
	})
	expect(entries.map((entry) => entry.seq)).toEqual(commands.map((_, at) => at + 1))
	const found = entries.map((entry) => openEntry(entry.leaf).detail)
	expect(new Set(found)).toEqual(new Set(commands.map((command) => ({ command }))))
	expect(new Set(entries.map((entry) => entry.hash))).toEqual(new Set(receipts.flat().map((one) => one.hash)))
	for (const [at, entry] of entries.entries()) if (at > 0) expect(entry.prev).toBe(entries[at - 1]?.hash)
})

test('time never runs backwards in a stream: where the clock was set back, the last time is repeated', async () => {
	const shell = await openTestShell()
	const { jurisdictionId } = (await seedOrganisation(shell)).actors.drafter
	const start = shell.now().getTime()
	const stream = 'a-clock-of-the-test'
	const append = (at: number) =>
		inTransaction(shell.db, (tx) =>
			appendAudit(tx, {
				jurisdictionId,
				stream,
				at: new Date(start + at),
				actor: null,
				kind: 'gate.wall-fired',
				outcome: 'done',
				detail: { command: `at ${at}` },
			}),
		)
	for (const at of [1000, 0, 999, 1000, 2000]) await append(at)
	const entries = await shell.db.auditEntry.findMany({
		where: { jurisdictionId, stream },
		orderBy: { seq: 'asc' },
	})
	expect(entries.map((entry) => entry.at.getTime() - start)).toEqual([1000, 1000, 1000, 1000, 2000])
	for (const entry of entries) expect(entry.leaf).toContain(`"at":"${entry.at.toISOString()}"`)
})

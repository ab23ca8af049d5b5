import { expect, test } from 'vitest'
import { addDays, instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { sweepTrail } from '#app/services/trail/sweep-trail.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { openRawSnapshot } from '#tests/support/raw-snapshot.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const FIRST = parsePlainDate('2026-11-24')

async function onDay(shell: TestShell, days: number): Promise<number> {
	shell.setNow(instantOf(addDays(FIRST, days), '02:00'))
	return sweepTrail(shell)
}

const watches = async (shell: TestShell) =>
	(await shell.db.auditEntry.findMany({ where: { stream: 'trail-watch' }, orderBy: { seq: 'asc' } })).map(
		({ kind, actorId }) => [kind, actorId],
	)

const told = async (shell: TestShell, person: Actor) =>
	(await readNotices(shell, person)).filter(({ kind }) => kind.startsWith('trail.')).map(({ kind }) => kind)

/** Ways to bend what was entered, by the numbers of the findings; each with every wall of the database torn down. */
const BENT: Readonly<Record<string, (matterId: string) => string>> = {
	'T15 an entry in the middle gone': (matterId) =>
		`DELETE FROM audit_entry WHERE stream = 'matter/${matterId}' AND seq = 5`,
	'T16 the words of an entry changed, its hash left': (matterId) =>
		`UPDATE audit_entry SET leaf = replace(leaf, '2026', '2025') WHERE stream = 'matter/${matterId}' AND seq = 3`,
	'T18 the kind of an entry changed in its column only': (matterId) =>
		`UPDATE audit_entry SET kind = 'opinion.saved' WHERE stream = 'matter/${matterId}' AND kind = 'clearance.issued'`,
	'T41 a clearance with a copied signature': () =>
		`INSERT INTO clearance SELECT jurisdiction_id, 'zz', matter_id, version_id, content_sha256, kind, opinion_id, number || '-2', signed_by, post_id, issued_at, expires_at, explanation, key_id, signature FROM clearance`,
}

test('the house verifies its trail once a day, and says nothing where all of it holds', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await clearedProposal(shell, org)
	expect(await onDay(shell, 0)).toBe(0)
	expect(await onDay(shell, 0)).toBe(0)
	expect(await onDay(shell, 1)).toBe(0)
	expect(await watches(shell)).toEqual([
		['trail.held', null],
		['trail.held', null],
	])
	expect(await told(shell, org.actors.auditAdministrator)).toEqual([])
})

test.each(Object.entries(BENT))('%s is told to the audit administrator, nobody asking', async (_, bend) => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await clearedProposal(shell, org)
	expect(await onDay(shell, 0)).toBe(0)
	const raw = await openRawSnapshot(shell.url)
	expect(await raw.attack([bend(matterId)])).toBeNull()
	await raw.keep()
	await raw.close()
	expect(await onDay(shell, 1)).toBe(1)
	expect(await onDay(shell, 1)).toBe(0)
	expect(await told(shell, org.actors.auditAdministrator)).toEqual(['trail.bent'])
	expect(await told(shell, org.actors.systemAdministrator)).toEqual([])
	expect(await onDay(shell, 2)).toBe(1)
})

test('T19 a matter that is gone with all that bears its id, its stream too, is told', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await clearedProposal(shell, org)
	await onDay(shell, 0)
	const raw = await openRawSnapshot(shell.url)
	expect(await raw.attack(await everythingOf(shell, matterId))).toBeNull()
	await raw.keep()
	await raw.close()
	expect(await onDay(shell, 1)).toBe(1)
	expect(await told(shell, org.actors.auditAdministrator)).toEqual(['trail.bent'])
})

/** Deletes from every table what bears a matter's id, and its stream. */
async function everythingOf(shell: TestShell, matterId: string): Promise<string[]> {
	const tables = await shell.db.$queryRawUnsafe<{ name: string }[]>(
		shell.url.startsWith('file:')
			? `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'matter_id' WHERE m.type = 'table'`
			: `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
				WHERE column_name = 'matter_id' AND table_schema = 'public' AND table_type = 'BASE TABLE'`,
	)
	const held = await Promise.all(
		tables.map(async ({ name }) => {
			const [row] = await shell.db.$queryRawUnsafe<{ count: bigint }[]>(
				`SELECT count(*) AS count FROM "${name}" WHERE matter_id = '${matterId}'`,
			)
			return Number(row?.count) > 0 ? [name] : []
		}),
	)
	return [
		...held.flat().map((name) => `DELETE FROM "${name}" WHERE matter_id = '${matterId}'`),
		`DELETE FROM audit_stream WHERE stream = 'matter/${matterId}'`,
		`DELETE FROM matter WHERE id = '${matterId}'`,
	]
}

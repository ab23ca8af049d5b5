import { expect, test } from 'vitest'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { revokeOpinion } from '#app/services/revoke-opinion.server.ts'
import { verifyTrail } from '#app/services/verify-trail.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isRefused } from '#tests/support/raw-sql.ts'
import { PASSWORD } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** A shell with one cleared matter, and the stream of its trail. */
async function clearedGround() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await clearedProposal(shell, org)
	return { shell, org, matterId, stream: `matter/${matterId}` }
}

/** What keeps the rows of a table as they are. */
const TRIGGERS = {
	audit_entry: ['refuses_update', 'refuses_delete'],
	clearance: ['refuses_update', 'refuses_delete'],
	clearance_state: ['ends_once', 'ends_after_its_live_row'],
} as const

/** Writes past every trigger, as somebody does who has all rights on the database. */
async function forge(shell: TestShell, table: keyof typeof TRIGGERS, sql: string): Promise<void> {
	const [way, torn] = shell.url.startsWith('file:')
		? ([
				'library, foreign keys off',
				TRIGGERS[table].map((trigger) => `drop trigger ${table}_${trigger}`).join(';'),
			] as const)
		: (['client', `alter table ${table} disable trigger all`] as const)
	expect(await isRefused(shell.url, way, `${torn}; ${sql}`), sql).toBe(false)
}

test('what the services wrote holds: every stream to its head, every clearance to its signature and entry', async () => {
	const { shell } = await clearedGround()
	const report = await verifyTrail(shell)
	expect(report.streams.length).toBeGreaterThan(0)
	expect(report.streams.filter((stream) => stream.fault)).toEqual([])
	expect(report.streams.reduce((sum, stream) => sum + stream.entries, 0)).toBe(
		await shell.db.auditEntry.count(),
	)
	expect(report.forged).toEqual([])
})

const SECOND = (stream: string) => `stream = '${stream}' and seq = 2`

test.each([
	[
		'a column of the trail',
		(at: string) => `update audit_entry set kind = 'matter.read' where ${at}`,
		2,
		'columns',
	],
	[
		'which matter it counts to',
		(at: string) => `update audit_entry set matter_id = null where ${at}`,
		2,
		'columns',
	],
	['who did it', (at: string) => `update audit_entry set actor_id = 'nobody' where ${at}`, 2, 'columns'],
	[
		'when it was',
		(at: string) => `update audit_entry set at = '2026-11-01T00:00:00.000Z' where ${at}`,
		2,
		'columns',
	],
	[
		'the sealed text',
		(at: string) => `update audit_entry set leaf = replace(leaf, '"seq":2', '"seq":9') where ${at}`,
		2,
		'hash',
	],
	['that there was an entry', (at: string) => `delete from audit_entry where ${at}`, 3, 'sequence'],
] as const)('who changes %s past the triggers is found out', async (_what, sql, seq, problem) => {
	const { shell, stream } = await clearedGround()
	await forge(shell, 'audit_entry', sql(SECOND(stream)))
	const faults = (await verifyTrail(shell)).streams.filter((each) => each.fault)
	expect(faults).toMatchObject([{ stream, fault: { seq, problem } }])
})

test('who cuts off the end of a stream is found out by its head', async () => {
	const { shell, stream } = await clearedGround()
	const last = (await shell.db.auditEntry.count({ where: { stream } })) - 1
	await forge(shell, 'audit_entry', `delete from audit_entry where stream = '${stream}' and seq > ${last}`)
	const faults = (await verifyTrail(shell)).streams.filter((each) => each.fault)
	expect(faults).toMatchObject([{ stream, fault: { seq: last, problem: 'head' } }])
})

test('a clearance that lives again after its end is named, though its signature is good', async () => {
	const { shell, org, matterId } = await clearedGround()
	const given = { reason: '依据引用有误。', password: PASSWORD }
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), given))
	expect((await verifyTrail(shell)).forged).toEqual([])
	await forge(shell, 'clearance_state', `update clearance_state set state = 'valid'`)
	expect((await verifyTrail(shell)).forged).toMatchObject([{ problem: 'revived' }])
	const matter = await matterOf(shell, org, matterId)
	const { clearance } = await loadDossier(shell.db, shell.clearanceKey.verify, matter, shell.now())
	expect(clearance).toMatchObject({ state: 'valid', isSignatureGood: true, isInTrail: false })
})

test('a clearance that was changed past the triggers is named, since its signature is of another one', async () => {
	const { shell } = await clearedGround()
	await forge(shell, 'clearance', `update clearance set number = '青司审通〔2026〕99号'`)
	const { forged } = await verifyTrail(shell)
	expect(forged).toMatchObject([{ number: '青司审通〔2026〕99号', problem: 'signature' }])
})

import { expect, test } from 'vitest'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { PASSWORD } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** A shell with one cleared matter, and the stream of its trail. */
async function clearedGround() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId } = await clearedProposal(shell, org)
	return { shell, org, matterId, stream: `matter/${matterId}` }
}

/** Writes past every wall, as somebody does who has all rights on the database. */
async function forge(shell: TestShell, sql: string): Promise<void> {
	await tearDownWalls(shell.url)
	await runRaw(shell.url, sql)
}

test('what the services wrote holds: every stream to its head, every clearance to its signature and entry', async () => {
	const { shell } = await clearedGround()
	const report = await verifyTrail(shell)
	expect(report.streams).toBe(await shell.db.auditStream.count())
	expect(report.broken).toEqual([])
	expect(report.entries).toBe(await shell.db.auditEntry.count())
	expect(report.clearances).toBe(await shell.db.clearance.count())
	expect(report.forged).toEqual([])
})

/** What somebody with all rights may write over each column of an entry, and what the verification says of it. */
const FORGED_COLUMNS = {
	jurisdiction_id: [`'elsewhere'`, 'sequence'],
	stream: [`'elsewhere'`, 'sequence'],
	seq: ['900', 'sequence'],
	prev: [`'${'f'.repeat(64)}'`, 'prev'],
	hash: [`'${'f'.repeat(64)}'`, 'hash'],
	leaf: [`replace(leaf, '"seq":2', '"seq":9')`, 'hash'],
	at: [`'2026-11-01T00:00:00.000Z'`, 'columns'],
	kind: [`'matter.read'`, 'columns'],
	outcome: [`'refused'`, 'columns'],
	actor_id: [`'nobody'`, 'columns'],
	matter_id: ['null', 'columns'],
	mac: [`'of somebody else'`, 'mark'],
} as const

/** The columns of a table as the database has them. */
async function columnsOf(shell: TestShell, table: 'audit_entry' | 'clearance'): Promise<string[]> {
	const rows =
		table === 'clearance'
			? await shell.db.$queryRaw<object[]>`SELECT * FROM clearance LIMIT 1`
			: await shell.db.$queryRaw<object[]>`SELECT * FROM audit_entry LIMIT 1`
	return Object.keys(rows[0] ?? {}).sort()
}

test('whoever changes any column of an entry past the triggers is found out, at the first entry that does not hold', async () => {
	const { shell, stream } = await clearedGround()
	expect(await columnsOf(shell, 'audit_entry')).toEqual(Object.keys(FORGED_COLUMNS).sort())
	const kept = `create table kept as select * from audit_entry where stream = '${stream}' and seq = 2`
	await forge(shell, kept)
	const it = 'hash = (select hash from kept) or leaf = (select leaf from kept)'
	for (const [column, [value, problem]] of Object.entries(FORGED_COLUMNS)) {
		await forge(shell, `update audit_entry set ${column} = ${value} where ${it}`)
		const fault = (await verifyTrail(shell)).broken.find((each) => each.stream === stream)
		expect(fault, column).toMatchObject({ seq: problem === 'sequence' ? 3 : 2, problem })
		await forge(shell, `update audit_entry set ${column} = (select ${column} from kept) where ${it}`)
		expect((await verifyTrail(shell)).broken).toEqual([])
	}
})

test('whoever changes the number or the hash of a stream’s head is found out', async () => {
	const { shell, stream } = await clearedGround()
	for (const change of ['seq = seq - 1', `hash = '${'f'.repeat(64)}'`]) {
		await forge(shell, `update audit_stream set ${change} where stream = '${stream}'`)
		const faults = (await verifyTrail(shell)).broken
		expect(faults).toMatchObject([{ stream, problem: 'head' }])
	}
})

test('who removes an entry, or a whole stream’s head, is found out', async () => {
	const { shell, stream } = await clearedGround()
	await forge(shell, `delete from audit_entry where stream = '${stream}' and seq = 2`)
	expect((await verifyTrail(shell)).broken).toMatchObject([{ stream, seq: 3, problem: 'sequence' }])
	const other = await clearedGround()
	await forge(other.shell, `delete from audit_stream where stream = '${other.stream}'`)
	expect((await verifyTrail(other.shell)).broken).toMatchObject([
		{ stream: other.stream, seq: 1, problem: 'head' },
	])
})

/** Another value for each column of a clearance; a hash or an id that is not there needs the foreign keys off, as here. */
const OTHER_CLEARANCE = {
	jurisdiction_id: `'elsewhere'`,
	id: `'other'`,
	matter_id: `'other'`,
	version_id: `'other'`,
	content_sha256: `'${'f'.repeat(64)}'`,
	kind: `'emergency'`,
	opinion_id: `'other'`,
	number: `'青司审通〔2026〕99号'`,
	signed_by: `'other'`,
	post_id: `'other'`,
	issued_at: `'2026-11-01T00:00:00.000Z'`,
	expires_at: `'2099-01-01T00:00:00.000Z'`,
	explanation: `'保留'`,
	key_id: `'other'`,
	signature: `'AAAA'`,
}

test('a clearance of which any column was changed past the triggers is named, since its signature is of another one', async () => {
	const { shell } = await clearedGround()
	expect(await columnsOf(shell, 'clearance')).toEqual(Object.keys(OTHER_CLEARANCE).sort())
	await forge(shell, 'create table kept as select * from clearance')
	for (const [column, value] of Object.entries(OTHER_CLEARANCE)) {
		await forge(shell, `update clearance set ${column} = ${value}`)
		expect((await verifyTrail(shell)).forged, column).toMatchObject([{ problem: 'signature' }])
		await forge(shell, `update clearance set ${column} = (select ${column} from kept)`)
		expect((await verifyTrail(shell)).forged).toEqual([])
	}
})

test('a clearance that was ended without an entry is named by its state', async () => {
	const { shell } = await clearedGround()
	await forge(shell, `delete from clearance_live; update clearance_state set state = 'void'`)
	expect((await verifyTrail(shell)).forged).toMatchObject([{ problem: 'state' }])
})

test('who cuts off the end of a stream is found out by its head', async () => {
	const { shell, stream } = await clearedGround()
	const last = (await shell.db.auditEntry.count({ where: { stream } })) - 1
	await forge(shell, `delete from audit_entry where stream = '${stream}' and seq > ${last}`)
	const faults = (await verifyTrail(shell)).broken
	expect(faults).toMatchObject([{ stream, seq: last, problem: 'head' }])
})

test('a clearance that lives again after its end is named, though its signature is good', async () => {
	const { shell, org, matterId } = await clearedGround()
	const given = { reason: '依据引用有误。', password: PASSWORD }
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), given))
	expect((await verifyTrail(shell)).forged).toEqual([])
	await forge(shell, `update clearance_state set state = 'valid'`)
	expect((await verifyTrail(shell)).forged).toMatchObject([{ problem: 'revived' }])
	const matter = await matterOf(shell, org, matterId)
	const { clearance } = await loadDossier(shell.db, shell.clearanceKey.verify, matter, shell.now())
	expect(clearance).toMatchObject({ state: 'valid', isSignatureGood: true, isInTrail: false })
})

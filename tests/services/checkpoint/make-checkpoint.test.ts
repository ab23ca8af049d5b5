import { expect, test } from 'vitest'
import { checkpointFingerprint, openCheckpoint, originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { rootOf } from '#app/domain/checkpoint/merkle-tree.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { openedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function house() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	return { shell, org, id: org.jurisdictionId, matterId }
}

test('a checkpoint signs the root over every entry there is, each once, in the order of their time', async () => {
	const { shell, id } = await house()
	expect(await makeCheckpoint(shell, id)).toBe('made')
	const entries = await shell.db.auditEntry.findMany()
	const leaves = await shell.db.checkpointLeaf.findMany({ orderBy: { position: 'asc' } })
	expect(leaves.map(({ position }) => position)).toEqual(entries.map((_, at) => at))
	expect(new Set(leaves.map(({ hash }) => hash))).toEqual(new Set(entries.map(({ hash }) => hash)))
	const [checkpoint] = await shell.db.checkpoint.findMany()
	const expected = {
		origin: originOf(id),
		size: entries.length,
		root: rootOf(leaves.map(({ hash }) => hash)),
	}
	const key = shell.checkpoints.key.asNoteKey(originOf(id))
	expect(openCheckpoint(checkpoint?.note ?? '', [key])).toEqual(expected)
	expect(checkpoint).toMatchObject({
		size: expected.size,
		root: expected.root,
		fingerprint: checkpointFingerprint(expected),
	})
})

test('where nothing came since, none is made; what came since stands behind what was there', async () => {
	const { shell, org, id } = await house()
	await makeCheckpoint(shell, id)
	expect(await makeCheckpoint(shell, id)).toBe('nothing-new')
	const before = await shell.db.checkpointLeaf.findMany({ orderBy: { position: 'asc' } })
	await openedMatter(shell, org)
	expect(await makeCheckpoint(shell, id)).toBe('made')
	const after = await shell.db.checkpointLeaf.findMany({ orderBy: { position: 'asc' } })
	expect(after.slice(0, before.length)).toEqual(before)
	expect(after.length).toBeGreaterThan(before.length)
	expect(await shell.db.checkpoint.count()).toBe(2)
})

test('another process goes on from the list, and what both have made verifies', async () => {
	const { shell, org, id } = await house()
	await makeCheckpoint(shell, id)
	await openedMatter(shell, org)
	const other = await openTestShell()
	const started = { ...shell, checkpoints: { ...other.checkpoints, key: shell.checkpoints.key } }
	expect(await makeCheckpoint(started, id)).toBe('made')
	const report = await verifyTrail(shell)
	expect(report).toMatchObject({ checkpoints: 2, faultyCheckpoints: 0, brokenStreams: 0, faultyRows: 0 })
	expect(report.leaves).toBe(await shell.db.auditEntry.count())
})

test('the public keys stand in a list with the day from which they are used, once', async () => {
	const { shell, org, id } = await house()
	await makeCheckpoint(shell, id)
	await openedMatter(shell, org)
	await makeCheckpoint(shell, id)
	const keys = await shell.db.signingKey.findMany({ orderBy: { use: 'asc' } })
	expect(keys).toMatchObject([
		{ use: 'checkpoint', publicKey: shell.checkpoints.key.publicKey, fromAt: shell.now() },
		{ use: 'clearance', id: shell.clearanceKey.keyId },
	])
	expect(await shell.db.auditEntry.count({ where: { kind: 'key.introduced' } })).toBe(2)
})

test('a list whose leaf was exchanged is signed no more, and verification names the checkpoint', async () => {
	const { shell, org, id } = await house()
	await makeCheckpoint(shell, id)
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update checkpoint_leaf set hash = '${'f'.repeat(64)}' where position = 0`)
	await openedMatter(shell, org)
	const other = await openTestShell()
	const started = { ...shell, checkpoints: { ...other.checkpoints, key: shell.checkpoints.key } }
	expect(await makeCheckpoint(started, id)).toBe('list-changed')
	const report = await verifyTrail(shell)
	expect(report.checkpointFaults).toMatchObject([{ problem: 'root' }])
	expect(report.broken).toMatchObject([{ problem: 'leaf' }])
})

test('a checkpoint that was written past the product is named', async () => {
	const { shell, id } = await house()
	await makeCheckpoint(shell, id)
	await runRaw(
		shell.url,
		`insert into checkpoint (jurisdiction_id, size, root, fingerprint, note, key_id, made_at)
			select jurisdiction_id, 1, root, 'x', note, key_id, made_at from checkpoint`,
	)
	const report = await verifyTrail(shell)
	expect(report.checkpointFaults).toMatchObject([{ problem: 'signature', size: 1 }])
})

test('entries of earlier releases have no mark and are taken up once; later ones without it never', async () => {
	const { shell, org, id, matterId } = await house()
	await tearDownWalls(shell.url)
	await runRaw(shell.url, 'update audit_entry set mac = null')
	expect((await verifyTrail(shell)).broken).toEqual([])
	await makeCheckpoint(shell, id)
	expect((await verifyTrail(shell)).broken).toEqual([])
	await openedMatter(shell, org)
	await runRaw(
		shell.url,
		`update audit_entry set mac = null where stream not like 'matter/${matterId}' and stream like 'matter/%'`,
	)
	const size = (await shell.db.checkpoint.findFirstOrThrow()).size
	await makeCheckpoint(shell, id)
	const taken = await shell.db.checkpointLeaf.findMany({ where: { position: { gte: size } } })
	expect(taken.filter(({ stream }) => stream.startsWith('matter/'))).toEqual([])
	expect((await verifyTrail(shell)).broken).toMatchObject([{ problem: 'mark' }])
})

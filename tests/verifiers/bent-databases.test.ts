import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { receiptNote } from '#app/domain/checkpoint/receipt.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { takeEvidence } from '#app/services/evidence/take-evidence.server.ts'
import { openCheckpoints } from '#app/storage/checkpoints.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { byPython, byTypeScript, evidenceOf, scratch } from '#tests/support/evidence-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** A cleared matter under a checkpoint that was laid down elsewhere. */
async function signedHouse() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	await makeCheckpoint(shell, org.jurisdictionId)
	return { shell, org, matterId, stream: `matter/${matterId}`, ...(await exported(shell)) }
}

type House = Awaited<ReturnType<typeof signedHouse>>

async function exported(shell: TestShell) {
	const { note, size } = await shell.db.checkpoint.findFirstOrThrow({ orderBy: { size: 'desc' } })
	return { held: given('--checkpoint', note), size }
}

function given(option: string, note: string): readonly string[] {
	const file = join(scratch(), 'note.txt')
	writeFileSync(file, note)
	return [option, file]
}

/** Somebody takes the evidence away, which is an act like any other, and keeps the receipt of it. */
async function actWithReceipt({ shell, org, matterId, stream }: House) {
	must(await takeEvidence(shell, org.actors.signer, matterId))
	const { seq, hash } = await shell.db.auditStream.findFirstOrThrow({ where: { stream } })
	const origin = originOf(org.jurisdictionId)
	const receipt = { origin, stream, seq, hash, at: shell.now().toISOString(), checkpointSize: 0 }
	const { key } = shell.checkpoints
	return { seq, receipt: given('--receipt', receiptNote(receipt, key.signReceipt(receipt))) }
}

/** Takes away every entry behind one of a stream, and every leaf and checkpoint behind a size; the head is set back. */
async function cut({ shell, stream, size }: House, behind: number): Promise<TestShell> {
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		[
			`delete from audit_entry where stream = '${stream}' and seq > ${behind}`,
			`delete from checkpoint_leaf where position >= ${size}`,
			`delete from checkpoint where size > ${size}`,
			`update audit_stream set seq = ${behind}, hash = (select hash from audit_entry e where e.stream = '${stream}' and e.seq = ${behind}) where stream = '${stream}'`,
		].join(';'),
	)
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	// A process that has just started: it knows nothing but what the database says.
	return { ...shell, checkpoints: openCheckpoints(shell.checkpoints.key, []) }
}

/** What both verifiers say, which has to be the same. */
function verdictOf(archive: Uint8Array, held: readonly string[] = []): string {
	const said = byTypeScript(archive, held)
	expect(byPython([{ archive, held }])).toEqual([said])
	return said.verdict
}

test('9 a tail that was under no checkpoint yet is missed only by the receipt of who acted', async () => {
	const house = await signedHouse()
	const { seq, receipt } = await actWithReceipt(house)
	const started = await cut(house, seq - 1)
	const archive = await evidenceOf(started, house.org.actors.signer, house.matterId)
	expect(verdictOf(archive, house.held)).toBe('VERDICT holds')
	expect(verdictOf(archive, receipt)).toBe(`VERDICT fails receipt-differs ${seq}`)
})

test('17 a tail that was wiped after the last export and signed anew with the key, likewise', async () => {
	const house = await signedHouse()
	const { seq, receipt } = await actWithReceipt(house)
	expect(await makeCheckpoint(house.shell, house.org.jurisdictionId)).toBe('made')
	const started = await cut(house, seq - 1)
	const archive = await evidenceOf(started, house.org.actors.signer, house.matterId)
	expect(verdictOf(archive, house.held)).toBe('VERDICT holds')
	expect(verdictOf(archive, receipt)).toBe(`VERDICT fails receipt-differs ${seq}`)
})

test('15 a database that was rolled back with its own checkpoint is shorter than the one that lies elsewhere', async () => {
	const house = await signedHouse()
	const { seq, receipt } = await actWithReceipt(house)
	for (let more = 0; more < 3; more += 1) await actWithReceipt(house)
	await makeCheckpoint(house.shell, house.org.jurisdictionId)
	const later = await exported(house.shell)
	const started = await cut(house, seq - 1)
	const archive = await evidenceOf(started, house.org.actors.signer, house.matterId)
	expect(verdictOf(archive)).toBe('VERDICT holds')
	expect(verdictOf(archive, later.held)).toBe(`VERDICT fails held-longer ${later.size}`)
	expect(verdictOf(archive, receipt)).toBe(`VERDICT fails receipt-differs ${seq}`)
})

test('8 a tail under the checkpoint that was cut off in the database is missing in what the house hands out', async () => {
	const house = await signedHouse()
	const { shell, org, matterId, stream } = house
	const { seq } = await shell.db.auditStream.findFirstOrThrow({ where: { stream } })
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		`delete from audit_entry where stream = '${stream}' and seq > ${seq - 2};
		update audit_stream set seq = ${seq - 2}, hash = (select hash from audit_entry e where e.stream = '${stream}' and e.seq = ${seq - 2}) where stream = '${stream}'`,
	)
	const evidence = must(await takeEvidence(shell, org.actors.signer, matterId))
	const chunks: Uint8Array[] = []
	for await (const chunk of evidence?.chunks ?? []) chunks.push(chunk)
	expect(verdictOf(Buffer.concat(chunks))).toBe(`VERDICT fails entry-hash ${seq - 1}`)
})

test('14 a row that was changed past the product is handed out as it is, and named', async () => {
	const { shell, org, matterId } = await signedHouse()
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update matter set title = '改过的标题' where id = '${matterId}'`)
	const archive = await evidenceOf(shell, org.actors.signer, matterId)
	expect(verdictOf(archive)).toMatch(/^VERDICT fails row-differs \d+$/)
})

test('a clearance that says more than was signed, past the product, is not what was signed', async () => {
	const { shell, org, matterId } = await signedHouse()
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update clearance set explanation = '另有说明。' where matter_id = '${matterId}'`)
	const archive = await evidenceOf(shell, org.actors.signer, matterId)
	expect(verdictOf(archive)).toBe('VERDICT fails signed-signature 1')
})

test('a paper whose sealed words were changed past the product is missing in what the house hands out', async () => {
	const { shell, org, matterId } = await signedHouse()
	const entry = await shell.db.auditEntry.findFirstOrThrow({
		where: { matterId, leaf: { contains: '"papers":[{' } },
	})
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update sealed_paper set content = '{}' where matter_id = '${matterId}'`)
	const archive = await evidenceOf(shell, org.actors.signer, matterId)
	expect(verdictOf(archive)).toBe(`VERDICT fails paper-missing ${entry.seq}`)
})

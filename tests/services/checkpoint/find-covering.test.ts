import { expect, test } from 'vitest'
import { type Paper, sentencesOf } from '#app/domain/paper/paper.ts'
import { findCovering } from '#app/services/checkpoint/find-covering.server.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { readReceiptNote, readReceipts } from '#app/services/account/read-receipts.server.ts'
import { openedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function house() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await openedMatter(shell, org)
	await makeCheckpoint(shell, org.jurisdictionId)
	const first = await shell.db.checkpoint.findFirstOrThrow()
	await signedMatter(shell, org)
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'opinion' } })
	return { shell, org, id: org.jurisdictionId, first, paper }
}

test('an opinion prints the last checkpoint before it, with the row that it comes from', async () => {
	const { first, paper } = await house()
	const said = sentencesOf(JSON.parse(paper.content) as Paper).find(({ says }) => says === 'checkpoint')
	expect(said?.text).toContain(first.fingerprint)
	expect(said?.from.map(({ row }) => row)).toContain(`checkpoint/${first.size}`)
})

test('its code leads to the first checkpoint after it, once there is one', async () => {
	const { shell, org, id, first, paper } = await house()
	expect(await findCovering(shell, paper.code)).toMatchObject({
		paper: { position: null },
		checkpoint: null,
		holds: true,
	})
	await makeCheckpoint(shell, id)
	await openedMatter(shell, org)
	await makeCheckpoint(shell, id)
	const [, second] = await shell.db.checkpoint.findMany({ orderBy: { size: 'asc' } })
	const found = await findCovering(shell, paper.code)
	expect(found).toMatchObject({
		checkpoint: { size: second?.size, fingerprint: second?.fingerprint, isSigned: true, isCosigned: false },
		holds: true,
	})
	expect(found?.paper?.position).toBeGreaterThanOrEqual(first.size)
})

test('a leaf that was exchanged is said, and a checkpoint is found by its own fingerprint', async () => {
	const { shell, id, first, paper } = await house()
	await makeCheckpoint(shell, id)
	expect(await findCovering(shell, first.fingerprint)).toMatchObject({
		paper: null,
		checkpoint: { size: first.size, isSigned: true },
		holds: true,
	})
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		`update checkpoint_leaf set hash = '${'f'.repeat(64)}' where position >= ${first.size}`,
	)
	expect(await findCovering(shell, paper.code)).toMatchObject({ holds: false })
	expect(await findCovering(shell, 'ABCD-ABCD-ABCD-ABCD')).toBeNull()
})

test('whoever acted takes the signed receipt home, and nobody else gets it', async () => {
	const { shell, org, id, first } = await house()
	const { receipts } = await readReceipts(shell, org.actors.signer, null)
	const signed = receipts.find(({ command }) => command === 'opinion.signed')
	expect(signed).toMatchObject({ isDone: true, isSigned: true })
	const note = await readReceiptNote(shell, org.actors.signer, signed?.key ?? '')
	expect(note?.split('\n').slice(0, 4)).toEqual([
		'yiqian-receipt/1',
		`yiqian.local/${id}`,
		signed?.stream,
		String(signed?.seq),
	])
	expect(note?.split('\n')[6]).toBe(String(first.size))
	expect(await readReceiptNote(shell, org.actors.drafter, signed?.key ?? '')).toBeNull()
})

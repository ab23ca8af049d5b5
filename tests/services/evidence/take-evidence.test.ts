import { expect, test } from 'vitest'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { takeEvidence, takeEvidenceByCommand } from '#app/services/evidence/take-evidence.server.ts'
import { must, openedMatter } from '#tests/support/drafting-steps.ts'
import { byTypeScript, evidenceOf } from '#tests/support/evidence-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry } from '#tests/support/trail-reading.ts'

async function house() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('the trail names who took the evidence, and the archive holds that entry', async () => {
	const { shell, org } = await house()
	const matterId = await signedMatter(shell, org)
	const archive = await evidenceOf(shell, org.actors.signer, matterId)
	const stream = `matter/${matterId}`
	expect(await lastEntry(shell, stream)).toMatchObject({ kind: 'evidence.taken', detail: { by: 'person' } })
	const { actorId, outcome } = await shell.db.auditEntry.findFirstOrThrow({
		where: { stream },
		orderBy: { seq: 'desc' },
	})
	expect({ actorId, outcome }).toEqual({ actorId: org.actors.signer.personId, outcome: 'done' })
	expect(archive.includes(Buffer.from('"act":"evidence.taken"'))).toBe(true)
	expect(byTypeScript(archive).verdict).toBe('VERDICT holds')
})

test('who may not read the working papers of the review body may not take its words away', async () => {
	const { shell, org } = await house()
	const matterId = await signedMatter(shell, org)
	const { drafter, head, secretary, auditAdministrator, otherDrafter } = org.actors
	const refused = { ok: false, reason: { code: 'not-permitted', act: 'evidence.read' } }
	for (const actor of [drafter, head]) expect(await takeEvidence(shell, actor, matterId)).toEqual(refused)
	for (const actor of [otherDrafter, secretary, auditAdministrator])
		expect(await takeEvidence(shell, actor, matterId)).toEqual({ ok: false, reason: { code: 'not-found' } })
	expect(await entryKinds(shell, `matter/${matterId}`)).not.toContain('evidence.taken')
})

test('of a database that is behind a deposit no evidence is handed over', async () => {
	const { shell, org } = await house()
	const matterId = await signedMatter(shell, org)
	const behind = { problem: 'older', target: 'folder', size: 1, deposited: 2, missing: [] } as const
	shell.checkpoints.behind.set(org.jurisdictionId, behind)
	const refused = { ok: false, reason: { code: 'not-found' } }
	expect(await takeEvidence(shell, org.actors.signer, matterId)).toEqual(refused)
	expect(await takeEvidenceByCommand(shell, matterId)).toBeNull()
})

test('where nothing is under a checkpoint yet there is nothing to hand over, and nothing is said to be taken', async () => {
	const { shell, org } = await house()
	const matterId = await signedMatter(shell, org)
	expect(must(await takeEvidence(shell, org.actors.signer, matterId))).toBeNull()
	expect(await takeEvidenceByCommand(shell, matterId)).toBeNull()
	expect(await entryKinds(shell, `matter/${matterId}`)).not.toContain('evidence.taken')
})

test('the command takes it by the case number, with what the newest checkpoint has', async () => {
	const { shell, org } = await house()
	const matterId = await signedMatter(shell, org)
	await makeCheckpoint(shell, org.jurisdictionId)
	const { caseNumber } = await shell.db.matter.findFirstOrThrow({ where: { id: matterId } })
	const evidence = await takeEvidenceByCommand(shell, caseNumber ?? '')
	const chunks: Uint8Array[] = []
	for await (const chunk of evidence?.chunks ?? []) chunks.push(chunk)
	const archive = Buffer.concat(chunks)
	expect(byTypeScript(archive).verdict).toBe('VERDICT holds')
	expect(archive.includes(Buffer.from('"act":"evidence.taken"'))).toBe(false)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'evidence.taken',
		detail: { by: 'command' },
	})
	expect(await takeEvidenceByCommand(shell, 'no such matter')).toBeNull()
})

test('an upload that nobody has submitted has its evidence for nobody: it is the drafting unit’s own', async () => {
	const { shell, org } = await house()
	const matterId = await openedMatter(shell, org)
	expect(await takeEvidence(shell, org.actors.signer, matterId)).toMatchObject({ ok: false })
})

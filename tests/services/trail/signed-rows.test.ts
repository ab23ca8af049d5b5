import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findSigningKeys } from '#app/db/find-signing-keys.server.ts'
import { recheckBodySha256 } from '#app/domain/opinion/recheck-body.ts'
import { isWhole } from '#app/long-reads/trail-report.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { confirmedMatter } from '#tests/support/after-meeting-steps.ts'
import { publishedMatter } from '#tests/support/issue-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { registered } from '#tests/support/register-steps.ts'
import { recheckedMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** A house in which a text went all the way, and an old document was brought in. */
async function house(withStrangeKey = false) {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const strange = openClearanceKey(join(shell.directory, 'strange'))
	const acting = withStrangeKey
		? {
				...shell,
				clearanceKey: { ...shell.clearanceKey, signRow: strange.signRow, signCheck: strange.signCheck },
			}
		: shell
	const matterId = await confirmedMatter(acting, org)
	return { shell, acting, org, matterId }
}

test('opinions, outcomes, checks after a meeting and documents of the register are signed, and verified', async () => {
	const { shell, org, matterId } = await house()
	await publishedMatter(shell, org, matterId)
	await registered(shell, org)
	const signed = { where: { signature: { not: null }, keyId: shell.clearanceKey.keyId } }
	expect([
		await shell.db.counselOpinion.count(signed),
		await shell.db.opinion.count(signed),
		await shell.db.agendaOutcome.count(signed),
		await shell.db.meetingCheckDecision.count(signed),
		await shell.db.publishedDocument.count(signed),
	]).toEqual([1, 1, 1, 1, 2])
	const { faulty, ...report } = await verifyTrail(shell)
	expect(faulty).toEqual([])
	expect(isWhole({ faulty, ...report })).toBe(true)
	expect(isWhole(await shell.longReads.verifyTrail(org.jurisdictionId))).toBe(true)
})

test('a house that has signed an opinion and cleared nothing yet knows its key, so that it starts under no other', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	expect(await findSigningKeys(shell.db)).toEqual([])
	await signedMatter(shell, org, 'amend')
	expect(await shell.db.clearance.count()).toBe(0)
	expect(await findSigningKeys(shell.db)).toEqual([shell.clearanceKey.keyId])
})

test('what another key has signed is named, though the trail has the row', async () => {
	const { shell, org } = await house(true)
	const { faulty } = await verifyTrail(shell, org.jurisdictionId)
	const named = faulty.map(({ table, problem }) => `${table} ${problem}`)
	expect(named.sort()).toEqual([
		'agenda_outcome signature',
		'counsel_opinion signature',
		'meeting_check_decision signature',
		'opinion signature',
	])
	expect((await shell.longReads.verifyTrail(org.jurisdictionId)).faulty).toEqual(faulty)
})

test('a re-check is signed with the hash of its verdicts; one that another key signed is named', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await recheckedMatter(shell, org)
	const row = await shell.db.recheck.findFirstOrThrow()
	expect(row).toMatchObject({ keyId: shell.clearanceKey.keyId, decision: 'signed' })
	expect(shell.clearanceKey.verifyRow('recheck', row)).toBe(true)
	for (const part of ['note', 'bodySha256', 'decisionText', 'decidedBy', 'contentSha256'])
		expect(shell.clearanceKey.verifyRow('recheck', { ...row, [part]: 'another' })).toBe(false)
	expect(row.bodySha256).toBe(
		recheckBodySha256(
			await shell.db.recheckItem.findMany({ orderBy: { opinionItemId: 'desc' } }),
			await shell.db.recheckStep.findMany(),
		),
	)
	expect((await verifyTrail(shell)).faulty).toEqual([])
})

import { expect, test } from 'vitest'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { confirmedMatter } from '#tests/support/after-meeting-steps.ts'
import { byPython, byTypeScript, evidenceOf } from '#tests/support/evidence-steps.ts'
import { publishedMatter } from '#tests/support/issue-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { recheckedMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('the evidence of a matter up to its publication holds for both verifiers', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await confirmedMatter(shell, org)
	await publishedMatter(shell, org, matterId)
	const archive = await evidenceOf(shell, org.actors.signer, matterId)
	const said = byTypeScript(archive)
	const [python, own] = [...byPython([{ archive }]), ...byPython([{ archive }], true)]
	expect(said.verdict).toBe('VERDICT holds')
	// The opinion of counsel, the opinion, the clearance, the outcome, the check after the meeting, and the document of the register.
	expect(said.lines.join('\n')).toContain('6 signatures hold and are what the trail says')
	expect(python).toEqual(said)
	expect(own).toEqual(said)
})

test('a re-check is signed with its verdicts, and both verifiers name one whose words were exchanged', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await recheckedMatter(shell, org)
	await makeCheckpoint(shell, org.jurisdictionId)
	const archive = await evidenceOf(shell, org.actors.signer, matterId)
	const said = byTypeScript(archive)
	expect(said.verdict).toBe('VERDICT holds')
	// The opinion of counsel, the opinion, the re-check, the clearance.
	expect(said.lines.join('\n')).toContain('4 signatures hold and are what the trail says')
	expect(byPython([{ archive }])).toEqual([said])
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update recheck set note = '改过的话。' where matter_id = '${matterId}'`)
	const bent = await evidenceOf(shell, org.actors.signer, matterId)
	expect(byTypeScript(bent).verdict).toMatch(/^VERDICT fails signed-signature \d+$/)
	expect(byPython([{ archive: bent }])).toEqual([byTypeScript(bent)])
})

test('the opinion of counsel with other words is named by both verifiers', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update counsel_opinion set text = '改过的话。' where matter_id = '${matterId}'`)
	const bent = await evidenceOf(shell, org.actors.signer, matterId)
	expect(byTypeScript(bent).verdict).toMatch(/^VERDICT fails signed-signature \d+$/)
	expect(byPython([{ archive: bent }])).toEqual([byTypeScript(bent)])
})

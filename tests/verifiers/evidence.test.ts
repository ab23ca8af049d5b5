import { expect, test } from 'vitest'
import { confirmedMatter } from '#tests/support/after-meeting-steps.ts'
import { byPython, byTypeScript, evidenceOf } from '#tests/support/evidence-steps.ts'
import { publishedMatter } from '#tests/support/issue-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
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
	// The opinion, the clearance, the outcome, the check after the meeting, and the document of the register.
	expect(said.lines.join('\n')).toContain('5 signatures hold and are what the trail says')
	expect(python).toEqual(said)
	expect(own).toEqual(said)
})

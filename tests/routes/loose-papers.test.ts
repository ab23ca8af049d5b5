import { expect, test } from 'vitest'
import { loader } from '#app/routes/compare/$comparisonId.papers.$paper.tsx'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('who asks for a paper of texts that are forgotten comes to the page that says so', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const reviewer = await signInAs(shell, org.actors.reviewer)
	const comparisonId = shell.newId()
	const path = `/compare/${comparisonId}`
	const asked = reviewer.get(`${path}/papers/marked-draft`, { comparisonId, paper: 'marked-draft' })
	expect((await answerOf(() => loader(asked))).location).toBe(path)
})

import { expect, test } from 'vitest'
import { withdrawMatter } from '#app/services/submission/withdraw-matter.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('a period that has ended keeps its end and the days that were left, whatever ends later', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	const before = (await matterOf(shell, org, matterId)).deadlines
	const ended = before.filter((deadline) => deadline.endedAt !== null)
	expect(ended.length).toBeGreaterThan(0)
	expect(before.length).toBeGreaterThan(ended.length)
	const later = new Date(shell.now().getTime() + 2 * 86_400_000)
	shell.setNow(later)
	const reason = { reasonCode: 'not-pursued', words: '不再需要。' }
	must(await withdrawMatter(shell, org.actors.head, orderOn(shell, matterId), reason))
	const after = (await matterOf(shell, org, matterId)).deadlines
	expect(after.filter((each) => ended.some(({ id }) => id === each.id))).toEqual(ended)
	expect(after.every((deadline) => deadline.endedAt !== null)).toBe(true)
	expect(after.filter((deadline) => deadline.endedAt?.getTime() === later.getTime())).toHaveLength(
		before.length - ended.length,
	)
})

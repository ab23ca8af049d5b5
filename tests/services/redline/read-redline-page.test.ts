import { expect, test } from 'vitest'
import { readRedlinePage } from '#app/services/redline/read-redline-page.server.ts'
import { DRAFT_TEXT, must, openedMatter, uploadText } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { recheckMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const CHOICE = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
const NO_CHOICE = { from: null, to: null, with: null, choice: CHOICE, correct: null }

test('without a choice the newest version is compared with the one that the opinion was on, its items beside', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await recheckMatter(shell, org)
	const page = must(await readRedlinePage(shell, org.actors.drafter, matterId, NO_CHOICE))
	expect(page).toMatchObject({ from: { versionNo: 1 }, to: { versionNo: 2 }, items: [{ place: '第三条' }] })
	expect(page.comparison?.reading.summary.identical).toBe(false)
})

test('two chosen versions are compared either way round, and without items where no opinion was on the older', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	for (const text of [DRAFT_TEXT, `${DRAFT_TEXT}\n第五条　解释。`, `${DRAFT_TEXT}\n第五条　说明。`])
		must(await uploadText(shell, org, matterId, text))
	const page = must(
		await readRedlinePage(shell, org.actors.drafter, matterId, { ...NO_CHOICE, from: 3, to: 1 }),
	)
	expect(page).toMatchObject({ from: { versionNo: 3 }, to: { versionNo: 1 }, items: [] })
	expect(page.comparison?.reading.summary.counts.deleted).toBe(1)
	const latest = must(await readRedlinePage(shell, org.actors.drafter, matterId, NO_CHOICE))
	expect(latest).toMatchObject({ from: { versionNo: 2 }, to: { versionNo: 3 } })
})

test('one version alone has nothing to be compared with, and a version that is not there is not found', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	expect(must(await readRedlinePage(shell, org.actors.reviewer, matterId, NO_CHOICE))).toMatchObject({
		from: null,
		to: { versionNo: 1 },
		comparison: null,
	})
	expect(
		await readRedlinePage(shell, org.actors.reviewer, matterId, { ...NO_CHOICE, from: 1, to: 9 }),
	).toEqual({
		ok: false,
		reason: { code: 'not-found' },
	})
	expect(await readRedlinePage(shell, org.actors.otherCounsel, matterId, NO_CHOICE)).toEqual({
		ok: false,
		reason: { code: 'not-found' },
	})
})

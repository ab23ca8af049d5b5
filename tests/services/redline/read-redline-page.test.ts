import { expect, test } from 'vitest'
import { readRedlinePage } from '#app/services/redline/read-redline-page.server.ts'
import { withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { DRAFT_TEXT, must, openedMatter, uploadText } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PUBLISHED_TEXT, registered } from '#tests/support/register-steps.ts'
import { recheckMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const CHOICE = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
const NO_CHOICE = { from: null, to: null, other: null, find: null, choice: CHOICE, correct: null }

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

test('a draft is compared with a published document, of which the one with a name like its own is offered first', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter } = org.actors
	const other = await registered(shell, org, {
		title: '青禾区公厕管理办法',
		documentNumber: '青政规〔2023〕2号',
	})
	const matterId = await openedMatter(shell, org)
	must(await uploadText(shell, org, matterId, `${PUBLISHED_TEXT}\n第三条　本办法自公布之日起施行。`))
	const without = must(await readRedlinePage(shell, drafter, matterId, NO_CHOICE))
	expect(without.published).toMatchObject([{ id: other }])
	const title = '青禾区高素质农民认定管理暂行办法'
	const document = await registered(shell, org, { title, publishedOn: '2022-03-01' })
	const page = must(await readRedlinePage(shell, drafter, matterId, { ...NO_CHOICE, other: { document } }))
	expect(page.published).toMatchObject([{ id: document }, { id: other }])
	expect(page).toMatchObject({
		from: { versionNo: null, title: `${title}（青政规〔2024〕5号）` },
		to: { versionNo: 1 },
		items: [],
		mayCorrect: false,
	})
	expect(page.comparison?.reading.summary.counts).toMatchObject({ added: 1, modified: 0, deleted: 0 })
})

test('documents are found by the words that a reader gives, and one whose registration was withdrawn is not there', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, secretary } = org.actors
	const document = await registered(shell, org)
	const matterId = await openedMatter(shell, org)
	must(await uploadText(shell, org, matterId, DRAFT_TEXT))
	const find = async (words: string) => {
		const page = must(await readRedlinePage(shell, drafter, matterId, { ...NO_CHOICE, find: words }))
		return page.published.map(({ id }) => id)
	}
	expect(await find('农民 2024')).toEqual([document])
	expect(await find('公厕')).toEqual([])
	const order = { documentId: document, key: shell.newId() }
	must(await withdrawRegistration(shell, secretary, order, { reason: '登记错误。' }))
	expect(await find('农民')).toEqual([])
	expect(await readRedlinePage(shell, drafter, matterId, { ...NO_CHOICE, other: { document } })).toEqual({
		ok: false,
		reason: { code: 'not-found' },
	})
})

import { expect, test } from 'vitest'
import { instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { fileDocument } from '#app/services/issue/file-document.server.ts'
import { readIssuingPage } from '#app/services/issue/read-issuing-page.server.ts'
import { sweepReminders } from '#app/services/reminders/sweep-reminders.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { countOpenMatters, readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { file, filedMatter, matterToBe, publish, publishedMatter } from '#tests/support/issue-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

const on = (shell: TestShell, day: string) => shell.setNow(instantOf(parsePlainDate(day), '09:00'))

const lines = async (shell: TestShell, org: SampleOrganisation, matterId: string) =>
	must(await readIssuingPage(shell, org.actors.secretary, matterId)).filings

const turn = async (shell: TestShell, org: SampleOrganisation, matterId: string) =>
	(await readWorklist(shell, org.actors.secretary, null)).items.find((item) => item.matterId === matterId)

test('37号 (十) a document of the government is filed with the government above and the people’s congress, and is then done', async () => {
	const { shell, org } = await desk()
	const matterId = await publishedMatter(shell, org)
	expect(await turn(shell, org, matterId)).toMatchObject({
		state: 'filing',
		turn: { act: 'text.filed', reason: 'to-be-filed', path: `/register/issuing/${matterId}` },
		dueOn: '2026-12-08',
		period: { startsOn: '2026-11-23', days: 15, isInCalendarDays: true },
	})
	must(await file(shell, org, matterId, 'upper-government'))
	expect(await turn(shell, org, matterId)).toMatchObject({ turn: { act: 'text.filed' }, dueOn: '2026-12-08' })
	must(await file(shell, org, matterId, 'peoples-congress', { reportNumber: '青府文备[2026]2号' }))
	expect(await turn(shell, org, matterId)).toBeUndefined()
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'published',
		dueOn: null,
		filings: [
			{ filedWith: 'upper-government', reportNumber: '青府文备〔2026〕1号', receipt: '市备收〔2026〕8号' },
			{ filedWith: 'peoples-congress', reportNumber: '青府文备〔2026〕2号', filedOn: '2026-11-23' },
		],
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'text.filed' })
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('what is filed for good waits for nobody: no list counts the document any more', async () => {
	const { shell, org } = await desk()
	const { secretary } = org.actors
	await filedMatter(shell, org)
	expect(await countOpenMatters(shell, secretary)).toBe(0)
	await publishedMatter(shell, org)
	expect(await countOpenMatters(shell, secretary)).toBe(1)
})

test('the document is in force from its publication on, whatever becomes of its filing', async () => {
	const { shell, org } = await desk()
	const matterId = await publishedMatter(shell, org)
	on(shell, '2027-02-01')
	const page = must(await readIssuingPage(shell, org.actors.secretary, matterId))
	expect(page.document).toMatchObject({ publishedOn: '2026-11-23', effectiveOn: '2026-12-25' })
	expect(page.filings.map(({ isLate }) => isLate)).toEqual([true, true])
	expect((await matterOf(shell, org, matterId)).state).toBe('filing')
})

test('a filing is due for 15 days as they come: on the last it is due, on the day after overdue, for both organs', async () => {
	const { shell, org } = await desk()
	const matterId = await publishedMatter(shell, org)
	for (const [day, group, isLate] of [
		['2026-12-03', 'later', false],
		['2026-12-08', 'today', false],
		['2026-12-09', 'overdue', true],
	] as const) {
		on(shell, day)
		expect((await turn(shell, org, matterId))?.group, day).toBe(group)
		expect(await lines(shell, org, matterId), day).toMatchObject([
			{ organ: 'upper-government', dueOn: '2026-12-08', isLate, filed: null },
			{ organ: 'peoples-congress', dueOn: '2026-12-08', isLate, filed: null },
		])
	}
	// What comes late still comes, and says that it was late.
	must(await file(shell, org, matterId, 'upper-government', { filedOn: '2026-12-09' }))
	must(await file(shell, org, matterId, 'peoples-congress', { filedOn: '2026-12-08' }))
	expect(await lines(shell, org, matterId)).toMatchObject([{ isLate: true }, { isLate: false }])
	const { deadlines } = await matterOf(shell, org, matterId)
	expect(deadlines.filter(({ kind }) => kind.startsWith('filing-'))).toMatchObject([
		{ periodDays: 15, daysLeft: -1 },
		{ periodDays: 15, daysLeft: -1 },
	])
})

test('the secretary is reminded of a filing on its day and after it, and no reminder ends it', async () => {
	const { shell, org } = await desk()
	const matterId = await publishedMatter(shell, org)
	must(await file(shell, org, matterId, 'upper-government'))
	await shell.db.notice.deleteMany()
	for (const day of ['2026-12-08', '2026-12-09', '2026-12-10']) {
		on(shell, day)
		await sweepReminders(shell)
	}
	const told = await shell.db.notice.findMany({
		where: { matterId, personId: org.actors.secretary.personId },
		orderBy: { id: 'asc' },
	})
	expect(told.map(({ kind }) => kind)).toEqual(['reminder.due', 'reminder.overdue'])
	expect((await matterOf(shell, org, matterId)).state).toBe('filing')
})

test('nothing is filed twice, with an organ to which nothing is owed, before the publication or with a day to come', async () => {
	const { shell, org } = await desk()
	const matterId = await publishedMatter(shell, org)
	const refused = (field: string, problem: string) => ({ ok: false, reason: { field, problem } })
	expect(await file(shell, org, matterId, 'own-government')).toMatchObject(
		refused('filedWith', 'not-to-be-filed'),
	)
	expect(await file(shell, org, matterId, 'upper-government', { filedOn: '2026-11-22' })).toMatchObject(
		refused('filedOn', 'filed-before-publication'),
	)
	expect(await file(shell, org, matterId, 'upper-government', { filedOn: '2026-11-24' })).toMatchObject(
		refused('filedOn', 'in-the-future'),
	)
	expect(await file(shell, org, matterId, 'upper-government', { reportNumber: '备案' })).toMatchObject(
		refused('reportNumber', 'not-a-document-number'),
	)
	expect(await file(shell, org, matterId, 'upper-government', { receipt: ' ' })).toMatchObject(
		refused('receipt', 'missing'),
	)
	must(await file(shell, org, matterId, 'upper-government'))
	expect(await file(shell, org, matterId, 'upper-government')).toMatchObject(
		refused('filedWith', 'not-to-be-filed'),
	)
	expect(await shell.db.textFiling.count()).toBe(1)
})

test('the intake of the review body may file, and the drafter may not', async () => {
	const { shell, org } = await desk()
	const matterId = await publishedMatter(shell, org)
	const given = { filedWith: 'upper-government', filedOn: '2026-11-23', receipt: '收文8号' }
	const report = { ...given, reportNumber: '青府文备〔2026〕1号' }
	const order = () => orderOn(shell, matterId)
	expect(await fileDocument(shell, org.actors.drafter, order(), report)).toMatchObject({
		ok: false,
		reason: { code: 'not-permitted' },
	})
	must(await fileDocument(shell, org.actors.registrar, order(), report))
})

test('nothing is filed before it is published', async () => {
	const { shell, org } = await desk()
	const matterId = await matterToBe(shell, org, 'published')
	expect(await file(shell, org, matterId, 'upper-government')).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused' },
	})
	expect(await lines(shell, org, matterId)).toEqual([])
	must(await publish(shell, org, matterId))
	expect(await lines(shell, org, matterId)).toHaveLength(2)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOwnTasks, countWork } from '#app/services/worklist/count-work.server.ts'
import { mattersEverywhere } from '#tests/support/matters-everywhere.ts'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import {
	markNoticesRead,
	readDoneList,
	readMeetingTasks,
	readNotices,
} from '#app/services/worklist/read-own-record.server.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import {
	countTurns,
	groupOf,
	readWaitingList,
	readWorklist,
} from '#app/services/worklist/read-worklist.server.ts'
import { must, openedMatter, submittedMatter } from '#tests/support/drafting-steps.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readMeetings } from '#app/services/meeting/read-meetings.server.ts'
import { cancelMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import {
	PRESENT,
	clearedProposal,
	heldMeeting,
	listedItem,
	openedMeeting,
	orderAt,
	proposed,
	record,
} from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { recheckMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('a matter is on the list of whoever’s turn it is, and waits on the others’', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	const mine = await readWorklist(shell, org.actors.registrar, null)
	expect(mine.items).toMatchObject([
		{
			matterId,
			turn: { act: 'matter.accepted', reason: 'came-in' },
			group: 'this-week',
			daysLeft: 2,
			period: { days: 2 },
		},
	])
	expect(await countTurns(shell, org.actors.registrar)).toBe(1)
	expect((await readWorklist(shell, org.actors.drafter, null)).items).toEqual([])
	const waiting = await readWaitingList(shell, org.actors.drafter, null)
	expect(waiting.items).toMatchObject([{ matterId, turn: { role: 'registrar', organ: '青禾区司法局' } }])
	for (const stranger of ['otherDrafter', 'secretary', 'systemAdministrator'] as const)
		expect((await readWaitingList(shell, org.actors[stranger], null)).items, stranger).toEqual([])
})

test('a named reviewer’s turn is not another reviewer’s', async () => {
	const { shell, org } = await desk()
	const matterId = await recheckMatter(shell, org)
	expect((await readWorklist(shell, org.actors.reviewer, null)).items).toMatchObject([
		{ matterId, turn: { who: 'reviewer' } },
	])
	expect((await readWorklist(shell, org.actors.otherReviewer, null)).items).toEqual([])
})

test('lists go on where they ended, with nothing twice and nothing left out', async () => {
	const { shell, org } = await desk()
	for (let count = 0; count < 53; count += 1) await openedMatter(shell, org)
	const first = await readWorklist(shell, org.actors.drafter, null)
	const second = await readWorklist(shell, org.actors.drafter, first.next)
	const seen = [...first.items, ...second.items].map((item) => item.matterId)
	expect([first.items.length, second.items.length, second.next]).toEqual([50, 3, null])
	expect(new Set(seen).size).toBe(53)
	const none = { state: null, track: null, organId: null, words: '' }
	const page = await readMatters(shell, org.actors.drafter, none, null)
	const next = await readMatters(shell, org.actors.drafter, none, page.next)
	expect(new Set([...page.matters, ...next.matters].map((matter) => matter.id)).size).toBe(53)
	for (const stranger of ['otherDrafter', 'systemAdministrator', 'auditAdministrator'] as const)
		expect((await readMatters(shell, org.actors[stranger], none, null)).matters, stranger).toEqual([])
	expect(
		(await readMatters(shell, org.actors.drafter, { ...none, words: '没有这个' }, null)).matters,
	).toEqual([])
	expect((await readMatters(shell, org.actors.drafter, { ...none, state: 'cleared' }, null)).matters).toEqual(
		[],
	)
})

test('the groups follow the calendar: late, today, until Sunday, later', () => {
	const monday = '2026-11-23' as PlainDate
	expect(groupOf('2026-11-22', monday)).toBe('overdue')
	expect(groupOf('2026-11-23', monday)).toBe('today')
	expect(groupOf('2026-11-29', monday)).toBe('this-week')
	expect(groupOf('2026-11-30', monday)).toBe('later')
	expect(groupOf(null, monday)).toBe('later')
	const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
	const order = ['overdue', 'today', 'this-week', 'later']
	fc.assert(
		fc.property(days, days, days, (today, a, b) => {
			const [day, earlier, later] = [today, ...[a, b].sort((x, y) => x.getTime() - y.getTime())].map((date) =>
				date.toISOString().slice(0, 10),
			)
			const rank = (due: string | undefined) => order.indexOf(groupOf(due ?? null, day as PlainDate))
			expect(rank(earlier)).toBeLessThanOrEqual(rank(later))
		}),
	)
})

test('a meeting waits for its secretary from the first listing to the close', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await heldMeeting(shell, org)
	expect(await readMeetingTasks(shell, org.actors.secretary)).toMatchObject([
		{ id: meetingId, task: 'attend' },
	])
	must(await recordAttendance(shell, org.actors.secretary, orderAt(shell, meetingId), PRESENT))
	expect(await readMeetingTasks(shell, org.actors.secretary)).toMatchObject([{ task: 'record' }])
	must(await record(shell, org, meetingId, itemId, 'passed'))
	expect(await readMeetingTasks(shell, org.actors.secretary)).toMatchObject([{ task: 'close' }])
	expect(await readMeetingTasks(shell, org.actors.leader)).toEqual([])
})

test('a proposal leads to its line at the next meeting, and to the list of meetings that says what is missing', async () => {
	const { shell, org } = await desk()
	const { itemId } = await clearedProposal(shell, org)
	const { secretary, leader } = org.actors
	const paths = async () => (await readWorklist(shell, secretary, null)).items.map(({ turn }) => turn.path)
	expect(await paths()).toEqual(['/meetings'])
	expect(must(await readMeetings(shell, secretary, null)).waiting).toBe(1)
	expect(must(await readMeetings(shell, leader, null)).waiting).toBe(0)
	const later = await openedMeeting(shell, org, '2026-12-25')
	const next = await openedMeeting(shell, org, '2026-12-18')
	expect(await paths()).toEqual([`/meetings/${next}?item=${itemId}#item-${itemId}`])
	expect(must(await readMeetings(shell, secretary, null)).waiting).toBe(0)
	must(await cancelMeeting(shell, secretary, orderAt(shell, next), '改期'))
	expect(await paths()).toEqual([`/meetings/${later}?item=${itemId}#item-${itemId}`])
})

test('the list of meetings and the page of one count the same items', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	await clearedProposal(shell, org)
	const counted = async () =>
		must(await readMeetings(shell, org.actors.secretary, null)).meetings.map(({ items }) => items)
	const page = must(await readMeetingPage(shell, org.actors.secretary, meetingId))
	expect(page.agenda).toHaveLength(1)
	expect(await counted()).toEqual([1])
})

test('the turn of a leader begins when they are asked, not when the matter was cleared', async () => {
	const { shell, org } = await desk()
	const matterId = await signedMatter(shell, org)
	const clearedAt = shell.now()
	shell.setNow(new Date(clearedAt.getTime() + 86_400_000))
	await proposed(shell, org, matterId)
	const [line] = (await readWorklist(shell, org.actors.leader, null)).items
	expect(line?.turn).toMatchObject({ reason: 'consent-asked', since: shell.now().toISOString() })
})

test('notices are read up to the newest that was seen, and what one has done is on one’s own list', async () => {
	const { shell, org } = await desk()
	await clearedProposal(shell, org)
	const notices = await readNotices(shell, org.actors.secretary)
	expect(notices.map((notice) => notice.kind)).toEqual(['agenda.proposed'])
	await markNoticesRead(shell, org.actors.secretary, notices[0]?.id ?? '')
	expect(await readNotices(shell, org.actors.secretary)).toEqual([])
	const done = await readDoneList(shell, org.actors.head, null)
	expect(done.entries.map((entry) => entry.kind).sort()).toEqual(['agenda.proposed', 'matter.submitted'])
})

test('the figures in the bar and beside the tabs are the lines behind them, for everybody and on every tab', async () => {
	const { shell, org } = await desk()
	await mattersEverywhere(shell, org)
	for (const [name, actor] of Object.entries(org.actors)) {
		const list = await readWorklist(shell, actor, null)
		const waiting = await readWaitingList(shell, actor, null)
		const meetings = (await readMeetingTasks(shell, actor)).length
		const done = await readDoneList(shell, actor, null)
		const counts = await countWork(shell, actor, null)
		expect(counts, name).toEqual({
			mine: list.items.length + meetings,
			isMoreMine: false,
			waiting: waiting.items.length,
			isMoreWaiting: false,
			done: done.next === null ? done.entries.length : counts.done,
		})
		expect(await countWork(shell, actor, { list, besides: meetings })).toEqual(counts)
		expect(await countOwnTasks(shell, actor), name).toBe(counts.mine)
	}
})

import { expect, test } from 'vitest'
import type { Role } from '#app/domain/permission/role.ts'
import AccountRoute from '#app/routes/_account/account.tsx'
import MeetingsRoute from '#app/routes/meetings/_index.tsx'
import WorkRoute from '#app/routes/work.tsx'
import { READER, renderRoute } from '#tests/support/render-page.tsx'

const as = (role: Role) => ({ ...READER, person: READER.person && { ...READER.person, roles: [role] } })

const COUNTS = { mine: 0, isMoreMine: false, waiting: 0, isMoreWaiting: false, done: 0 }
const WORK = {
	key: 'k',
	tab: 'mine',
	counts: COUNTS,
	done: null,
	list: { today: '2026-11-30', items: [], next: null },
	notices: [],
	meetings: [],
	tasks: [],
	recoveries: [],
	delegations: [],
	steps: null,
}

test('the work list leads to what waits for others whoever may see a matter, and no administrator', async () => {
	for (const role of ['drafter', 'reviewer'] as const)
		expect(await renderRoute(WorkRoute, WORK, as(role)), role).toContain('href="/work?tab=waiting"')
	for (const role of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) {
		const html = await renderRoute(WorkRoute, WORK, as(role))
		expect(html, role).toContain('没有轮到您的事')
		expect(html, role).not.toContain('tab=waiting')
	}
})

test('a reminder of a task names the task and leads to it', async () => {
	const notice = {
		id: 'n1',
		kind: 'reminder.due',
		matterId: null,
		title: '',
		at: '2026-11-30T01:00:00.000Z',
		turnedAway: null,
		dueOn: '2026-11-30',
		overdue: null,
		about: '',
		task: { what: '十二月底前印发。', meetingId: 'meeting-1' },
	}
	const html = await renderRoute(WorkRoute, { ...WORK, notices: [notice] })
	expect(html).toMatch(/href="\/meetings\/meeting-1\/follow-ups"[^>]*>十二月底前印发。</)
})

test('a session is named by its browser and its system; what the browser said of itself is only its title', async () => {
	const userAgent =
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0'
	const at = '2026-11-30T01:00:00.000Z'
	const session = { address: '10.1.2.3', userAgent, createdAt: at, lastSeenAt: at, isHere: true }
	const html = await renderRoute(AccountRoute, {
		name: '周某某',
		loginName: 'zhou',
		staffCode: '1',
		passwordSetAt: null,
		posts: [],
		sessions: [session],
	})
	expect(html).toContain('Edge 浏览器，Windows 电脑')
	expect(html).toContain(`title="${userAgent}"`)
	expect(html).not.toContain(`>${userAgent}<`)
})

test('proposals that wait while no agenda is prepared are told with what to do', async () => {
	const page = { meetings: [], next: null, mayCreate: true, waiting: 2 }
	expect(await renderRoute(MeetingsRoute, page)).toContain('有 2 个申报的议题等着列入')
	expect(await renderRoute(MeetingsRoute, { ...page, waiting: 0 })).not.toContain('等着列入')
})

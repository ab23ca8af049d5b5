import type { Desk } from './browser.ts'

/** Who has a hand in a meeting: its secretary, a second one who closes it, and the leader who presides. */
export type MeetingHands = { readonly secretary: Desk; readonly second: Desk; readonly leader: Desk }

/** A meeting from its opening to its closing by a second person, with the one matter that is called so on its agenda. */
export async function holdMeeting(hands: MeetingHands, title: string, password: string): Promise<void> {
	const { secretary, second } = hands
	const { page } = secretary
	await secretary.go('/meetings/new')
	const form = page.locator('main form:has([name=place])').first()
	await form.locator('[name=title]').fill(`常务会议：${title}`)
	await form.locator('[name=day]').fill(nextMonth())
	await form.locator('[name=time]').fill('09:00')
	await form.locator('[name=place]').fill('区政府三楼会议室')
	await secretary.send(form)
	await page.waitForURL(/\/meetings\/[0-9a-f]{8}-/)
	const meeting = /\/meetings\/[0-9a-f-]+/.exec(page.url())?.[0] ?? ''
	await secretary.send(page.locator(`main form:has(button[value=list][aria-label*="${title}"])`).first())
	await approve(hands, meeting, password)
	await secretary.go(meeting)
	const fixing = await secretary.form('fix')
	await fixing.locator('[name=sure]').check()
	await secretary.send(fixing)
	await secretary.go(`${meeting}/packet`)
	if (!(await page.locator('main').innerText()).includes(title))
		throw new Error('the packet does not have the item')
	if (!(await page.locator('main').innerText()).includes('在系统内签署审定'))
		throw new Error('the printed agenda does not say who approved it')
	await secretary.go(meeting)
	await finish(secretary, 'hold')
	await secretary.go(`${meeting}/outcomes`)
	const attendance = await secretary.form('record-attendance')
	await attendance.locator('[name=total]').fill('1')
	await attendance.locator('[name=member]').fill('高远山 区人民政府')
	await secretary.send(attendance)
	const discussion = await secretary.form('record-discussion')
	await discussion.locator('[name=presenters]').fill('刘丰年 区农业农村局')
	await discussion.locator('[name=attending]').fill('郑立本 区司法局')
	await discussion.locator('[name=opinions]').fill('高远山 同意 由区农业农村局印发。')
	await discussion.locator('[name=head]').fill('高远山')
	await secretary.send(discussion)
	const outcome = await secretary.form('record-outcome')
	await outcome.locator('[name=outcome][value=passed]').check()
	await outcome.locator('[name=decisionText]').fill('会议通过该办法，由区农业农村局印发。')
	await secretary.send(outcome)
	await second.go(meeting)
	await finish(second, 'close')
}

/** The secretary lays the agenda before the leader, who approves it. */
async function approve(
	{ secretary, leader }: MeetingHands,
	meeting: string,
	password: string,
): Promise<void> {
	await secretary.go(`${meeting}/approve`)
	const asking = await secretary.form('ask')
	const leaders = asking.locator('select[name=leaderId]')
	if ((await leaders.count()) > 0) await leaders.selectOption({ index: 1 })
	await secretary.send(asking)
	await leader.go(`${meeting}/approve`)
	const approving = await leader.form('approve')
	await approving.locator('[name=read]').check()
	await approving.locator('[name=password]').fill(password)
	await leader.send(approving)
}

async function finish(desk: Desk, intent: 'hold' | 'close'): Promise<void> {
	const form = await desk.form(intent)
	await form.locator('[name=sure]').check()
	await desk.send(form)
}

function nextMonth(): string {
	return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
}

import { expect, test } from 'vitest'
import { AppBar } from '#app/components/frame/app-bar.tsx'
import { PageHead, TurnBar } from '#app/components/frame/page.tsx'
import { PhoneBar } from '#app/components/frame/phone-bar.tsx'
import { Timeline } from '#app/components/frame/timeline.tsx'
import { READER, renderPage } from '#tests/support/render-page.tsx'

const bars = (
	<>
		<AppBar frame={READER} />
		<PageHead title="待我办理" />
		<PhoneBar frame={READER} />
	</>
)

test('no page carries a style or a script that its headers would stop', async () => {
	const page = await renderPage(bars)
	expect(page).not.toMatch(/ style="/)
	expect(page).not.toMatch(/ on[a-z]+="/)
	for (const [tag] of page.matchAll(/<script[^>]*>/g)) expect(tag).toContain('nonce="nonce-of-the-request"')
})

test('the bar says who one is and marks where one is', async () => {
	const page = await renderPage(bars, { path: '/matters/1/replies' })
	expect(page).toContain('周某某')
	expect(page).toMatch(/aria-current="page"[^>]* href="\/matters"/)
	expect(page).not.toMatch(/aria-current="page"[^>]* href="\/work"/)
})

test('a visitor sees no entries, and may still choose language and type size', async () => {
	const visitor = { ...READER, person: null }
	const page = await renderPage(
		<>
			<AppBar frame={visitor} />
			<PhoneBar frame={visitor} />
		</>,
		{ frame: visitor },
	)
	expect(page).not.toContain('href="/work"')
	expect(page).toContain('value="en"')
	expect(page).toContain('大字号')
})

test('the choice of language is a form that works without script and comes back to the page', async () => {
	const page = await renderPage(<AppBar frame={READER} />, { path: '/matters/1?view=side' })
	expect(page).toMatch(/<form[^>]* action="\/preferences"/)
	expect(page).toContain('<input type="hidden" name="back" value="/matters/1?view=side"/>')
})

test('how many tasks wait stands at the foot of a phone as in the bar on top, and nothing where there are none', async () => {
	const idle = { ...READER, person: READER.person && { ...READER.person, turns: 0 } }
	for (const [Bar, name] of [
		[AppBar, 'bar'],
		[PhoneBar, 'foot'],
	] as const) {
		const work = async (frame: typeof READER) =>
			/href="\/work"[\s\S]*?<\/a>/.exec(await renderPage(<Bar frame={frame} />))?.[0]
		expect(await work(READER), name).toMatch(/>6<\/span>/)
		expect(await work(idle), name).not.toMatch(/>\d+<\/span>/)
	}
})

test('a turn bar says whose turn it is', async () => {
	expect(await renderPage(<TurnBar kind="mine" what="复核修改稿" />)).toContain('轮到您')
	expect(await renderPage(<TurnBar kind="other" who="区农业农村局 王某某" what="答复意见" />)).toContain(
		'轮到 区农业农村局 王某某',
	)
	expect(await renderPage(<TurnBar kind="nobody" what="已归档" />)).toContain('没有要办的事')
})

test('a trail is told under the days of China, to the second', async () => {
	const page = await renderPage(
		<Timeline
			entries={[
				{ key: 2, at: '2026-11-23T16:00:01.000Z', children: '列入议程' },
				{ key: 1, at: '2026-11-23T15:59:59.000Z', children: '报送修改稿' },
			]}
		/>,
	)
	expect(page.match(/<h2 class="border-b/g)).toHaveLength(2)
	expect(page.indexOf('2026年11月24日（周二）')).toBeLessThan(page.indexOf('2026年11月23日（周一）'))
	expect(page).toMatch(/dateTime="2026-11-23T16:00:01.000Z"[^>]*>00:00:01</)
})

import { Desk, launchChromium } from '#tests/e2e/browser.ts'
const origin = 'http://127.0.0.1:4391'
const b = await launchChromium()
for (const [login, title, path, name] of [
	['chenaj', '农村自建房', '/draft', 'draft'],
	['chenaj', '农村自建房', '/reading', 'reading'],
	[process.argv[2]!, process.argv[3]!, '/opinion', 'opinion'],
] as const) {
	const d = await Desk.open(b, origin, { language: 'zh-CN', hasScripts: true })
	await d.signIn(login, 'Qinghe-2026')
	await d.page.goto(origin + '/matters')
	const href = await d.page.locator(`a:has-text("${title}")`).first().getAttribute('href')
	await d.page.goto(origin + href + path)
	await d.page.screenshot({ path: `/dev/shm/pre/${name}.png`, fullPage: true })
	await d.page.setViewportSize({ width: 390, height: 844 })
	await d.page.screenshot({ path: `/dev/shm/pre/${name}-390.png`, fullPage: true })
	await d.page.setViewportSize({ width: 1366, height: 900 })
	if (name === 'opinion') {
		const l = d.page.locator('#precheck a:has-text("带入意见")').first()
		console.log(await d.page.locator('#precheck').innerText())
		await l.click()
		await d.page.waitForTimeout(800)
		await d.page.screenshot({ path: `/dev/shm/pre/carry.png` })
		console.log(
			await d.page
				.locator('#item-form textarea')
				.evaluateAll((xs) => xs.map((x) => (x as HTMLTextAreaElement).value)),
		)
	} else console.log(name, (await d.page.locator('#precheck').innerText()).slice(0, 1500))
	console.log(d.faults)
}
await b.close()

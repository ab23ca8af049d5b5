import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { Desk, launchChromium } from './browser.ts'
import { demoOrigin } from './demo-origin.ts'

const origin = demoOrigin()
let browser: Browser

beforeAll(async () => {
	browser = await launchChromium()
})

afterAll(() => browser?.close())

/** The re-check of the demo that waits for its reviewer. */
async function openRecheck(): Promise<Desk> {
	const reviewer = await Desk.open(browser, origin, { language: 'zh-CN', hasScripts: true })
	await reviewer.signIn('zhoumy', DEMO_PASSWORD, '/matters')
	const path = await reviewer.page
		.locator('main a[href^="/matters/"]', { hasText: '高素质农民' })
		.first()
		.getAttribute('href')
	await reviewer.go(`${path}/recheck`)
	return reviewer
}

test('a reviewer judges the items of a re-check by keys, sees how many are left, and only those on demand', async () => {
	const reviewer = await openRecheck()
	const { page } = reviewer
	const items = page.locator('[data-verdict-of]')
	const count = await items.count()
	expect(count).toBeGreaterThan(1)
	await page.getByText(`${count} 条意见，已判 0 条`).waitFor()

	await page.keyboard.press('i')
	await page.keyboard.press('1')
	await page.getByText(`${count} 条意见，已判 1 条`).waitFor()
	const judged = items.filter({ has: page.locator(':checked') })
	expect(await judged.count()).toBe(1)
	expect(await judged.locator(':checked').getAttribute('value')).toBe('settled')
	const id = await judged.getAttribute('data-verdict-of')
	await page.locator(`[data-item="${id}"]`).getByText('已落实').waitFor()

	await page.keyboard.press('2')
	expect(await items.locator(':checked').count()).toBeGreaterThan(0)
	await page.getByRole('button', { name: /^未判 / }).click()
	expect(await page.locator(`[data-verdict-of="${id}"]`).isVisible()).toBe(false)
	await page.getByRole('button', { name: '全部', exact: true }).click()
	expect(await page.locator(`[data-verdict-of="${id}"]`).isVisible()).toBe(true)

	const note = page.locator(`[data-verdict-of="${id}"] textarea`)
	const before = await page.locator(`[data-verdict-of="${id}"] :checked`).getAttribute('value')
	await note.focus()
	await page.keyboard.type('131')
	expect(await note.inputValue()).toBe('131')
	expect(await page.locator(`[data-verdict-of="${id}"] :checked`).getAttribute('value')).toBe(before)
	expect(reviewer.faults).toEqual([])
	await reviewer.close()
})

test('what was ticked by a key is still ticked when the reviewer comes back, and the second reader has seen nothing', async () => {
	const reviewer = await openRecheck()
	const { page } = reviewer
	const counts = page.getByText(/处改动，已看 \d+ 处/).first()
	expect(await counts.textContent()).toMatch(/已看 0 处/)
	await page.keyboard.press('n')
	await page.keyboard.press('x')
	await page
		.getByText(/处改动，已看 [1-9]\d* 处/)
		.first()
		.waitFor()
	const told = await counts.textContent()
	await page.waitForLoadState('networkidle')
	await page.reload()
	expect(await counts.textContent()).toBe(told)
	if (process.env['PICTURES'])
		await page.screenshot({ path: `${process.env['PICTURES']}/recheck.png`, fullPage: true })
	const path = new URL(page.url()).pathname

	const signer = await Desk.open(browser, origin, { language: 'zh-CN', hasScripts: true })
	await signer.signIn('linbg', DEMO_PASSWORD, path)
	await signer.page
		.getByText(/处改动，已看 0 处/)
		.first()
		.waitFor()
	await signer.close()
	await reviewer.close()
})

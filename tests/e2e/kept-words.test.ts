import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { Desk, launchChromium } from './browser.ts'
import { demoOrigin } from './demo-origin.ts'

const TITLE = '青禾区集市管理若干规定'
const origin = demoOrigin()
let browser: Browser

beforeAll(async () => {
	browser = await launchChromium()
})

afterAll(() => browser?.close())

async function deskAt(path: string, login = 'sunyue'): Promise<Desk> {
	const desk = await Desk.open(browser, origin, { language: 'zh-CN', hasScripts: true })
	await desk.signIn(login, DEMO_PASSWORD, path)
	await desk.go(path)
	return desk
}

function title(page: Page): Locator {
	return page.locator('main [name=title]')
}

/** Types and waits until it is kept. */
async function type(page: Page, words: string): Promise<void> {
	await page.waitForTimeout(800)
	await title(page).fill(words)
	await page.waitForFunction(
		(typed) => Object.values({ ...localStorage }).some((kept) => String(kept).includes(typed)),
		words,
	)
}

async function expectBack(page: Page): Promise<void> {
	await page.locator('[data-kept=restored]').waitFor()
	expect(await title(page).inputValue()).toBe(TITLE)
}

test('what is typed comes back after a reload, after another page, and in the history', async () => {
	const desk = await deskAt('/meetings/new')
	await type(desk.page, TITLE)
	await desk.go('/meetings/new')
	await expectBack(desk.page)
	await desk.go('/work')
	await desk.go('/meetings/new')
	await expectBack(desk.page)
	await desk.page.locator('header nav a').first().click()
	await desk.page.waitForURL('**/work')
	await desk.page.goBack()
	await expectBack(desk.page)
	await desk.close()
})

test('what is typed comes back after the session ended, for that person and nobody else', async () => {
	const desk = await deskAt('/meetings/new')
	await type(desk.page, TITLE)
	await desk.page.context().clearCookies()
	await desk.signIn('wangxh', DEMO_PASSWORD, '/matters/new')
	await desk.go('/matters/new')
	await desk.page.waitForTimeout(1000)
	expect(await title(desk.page).inputValue()).toBe('')
	await desk.page.context().clearCookies()
	await desk.signIn('sunyue', DEMO_PASSWORD, '/meetings/new')
	await expectBack(desk.page)
	await desk.close()
})

test('two windows that disagree say so, and each can take the other’s words or keep its own', async () => {
	const desk = await deskAt('/meetings/new')
	const second = await desk.page.context().newPage()
	await second.goto(`${origin}/meetings/new`)
	await type(desk.page, TITLE)
	const differs = second.locator('[data-kept=differs]')
	await differs.waitFor()
	expect(await differs.innerText()).toContain(TITLE)
	await second.getByRole('button', { name: '改用那个窗口的' }).click()
	expect(await title(second).inputValue()).toBe(TITLE)
	await type(second, '另一个名称')
	await desk.page.locator('[data-kept=differs]').waitFor()
	await desk.page.getByRole('button', { name: '保留本窗口的' }).click()
	expect(await title(desk.page).inputValue()).toBe(TITLE)
	await desk.close()
})

test('what was sent and done does not come back, and no password is ever kept', async () => {
	const desk = await deskAt('/matters/new', 'wangxh')
	await type(desk.page, TITLE)
	await desk.page.locator('[name=tracks]').first().check()
	await desk.page.locator('main form input[type=radio]').first().check()
	await desk.press(desk.page.locator('main form button').last())
	await desk.page.waitForURL(/\/draft/)
	await desk.go('/matters/new')
	await desk.page.waitForTimeout(1000)
	expect(await title(desk.page).inputValue()).toBe('')
	await desk.go('/account')
	for (const field of await desk.page.locator('main input[type=password]').all())
		await field.fill('a-password-9')
	await desk.page.waitForTimeout(800)
	expect(await desk.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('a-password-9')
	await desk.close()
})

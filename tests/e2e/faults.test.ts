import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { Desk, launchChromium } from './browser.ts'
import { demoOrigin } from './demo-origin.ts'
import { FaultProxy } from './fault-proxy.ts'
import {
	AFTER,
	BEFORE,
	commandForms,
	fillIn,
	giveUp,
	letItArrive,
	sendInto,
	type Toll,
	wordsIn,
} from './form-under-fault.ts'

let browser: Browser
let proxy: FaultProxy

beforeAll(async () => {
	browser = await launchChromium()
	proxy = await FaultProxy.open(demoOrigin())
})

afterAll(async () => {
	await browser?.close()
	proxy?.close()
})

async function deskOf(login: string): Promise<Desk> {
	const desk = await Desk.open(browser, proxy.origin, { language: 'zh-CN', hasScripts: true })
	await desk.signIn(login, DEMO_PASSWORD)
	return desk
}

const none = (): Toll => ({ lost: [], untrue: [], twice: [] })

/** Forms of one field and of many, with files and without, of a drafter, a secretary and an administrator. */
const FORMS: readonly (readonly [string, string])[] = [
	['wangxh', '/matters/new'],
	['wangxh', '/compare'],
	['sunyue', '/meetings/new'],
	['zhaoqi', '/admin/people'],
	['zhaoqi', '/admin/people/organs'],
]

test.each(FORMS)(
	'O2, O3, O11: %s loses no word on %s, is told nothing untrue, and does nothing twice',
	{ timeout: 120_000 },
	async (login, path) => {
		const toll = none()
		const desk = await deskOf(login)
		await desk.go(path)
		const form = commandForms(desk).first()
		await fillIn(desk, form)
		for (const fault of BEFORE) {
			await sendInto(desk, proxy, fault, form, toll)
			await giveUp(desk)
		}
		for (const fault of AFTER) {
			await desk.go(path)
			await fillIn(desk, form)
			await sendInto(desk, proxy, fault, form, toll)
			await letItArrive(desk, proxy, toll)
		}
		expect(toll).toEqual(none())
		expect(desk.faults.filter((fault) => !/^50[234] /.test(fault))).toEqual([])
		await desk.close()
	},
)

test('O1: an opinion that is written while the line is away stays on the page and is saved once it is back', async () => {
	const desk = await deskOf('zhoumy')
	await desk.go('/work')
	await desk.page
		.getByRole('link', { name: /便民早夜市/ })
		.first()
		.click()
	await desk.page.waitForURL(/\/matters\//)
	const matter = /\/matters\/[0-9a-f-]+/.exec(desk.page.url())?.[0] ?? ''
	await desk.go(`${matter}/opinion`)
	const area = desk.page.locator('main form textarea').first()
	await desk.unfold(area)
	proxy.isDown = true
	await area.fill('断网时写下的意见')
	await desk.page.getByText('还没有确认保存').waitFor()
	expect(await area.inputValue()).toBe('断网时写下的意见')
	proxy.isDown = false
	await desk.page.getByText(/ 已保存$/).waitFor({ timeout: 30_000 })
	await desk.page.locator('[data-outbox]').waitFor({ state: 'detached' })
	await desk.go(`${matter}/opinion`)
	expect(await area.inputValue()).toBe('断网时写下的意见')
	await desk.close()
})

test('a page that does not come leaves the present one, and comes once it can', async () => {
	const desk = await deskOf('wangxh')
	await desk.go('/matters/new')
	await fillIn(desk, commandForms(desk).first())
	proxy.isDown = true
	await desk.page.locator('header nav a').first().click()
	await desk.page.getByText('页面还没有打开').waitFor()
	expect(Object.values(await wordsIn(commandForms(desk).first()))).toContain('青禾区便民服务若干规定')
	proxy.isDown = false
	await desk.page.waitForURL((url) => url.pathname === '/work')
	await desk.close()
})

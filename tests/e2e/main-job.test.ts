import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { type Manner, Desk, launchChromium } from './browser.ts'
import { demoOrigin } from './demo-origin.ts'
import { playMainJob } from './main-job.ts'

const CAST = {
	drafter: 'wangxh',
	head: 'liufn',
	registrar: 'wudk',
	lead: 'zhenglb',
	reviewer: 'fengsq',
	reviewerName: '冯思齐',
	counselName: '顾言',
	counsel: 'guyan',
	checker: 'xuyan',
	signer: 'linbg',
	secretary: 'sunyue',
	leader: 'gaoys',
	second: 'hemin',
} as const

const origin = demoOrigin()
let browser: Browser

beforeAll(async () => {
	browser = await launchChromium()
})

afterAll(() => browser?.close())

const MANNERS: [string, Manner][] = [
	['in Chinese', { language: 'zh-CN', hasScripts: true }],
	['in English', { language: 'en', hasScripts: true }],
	['in Chinese, without JavaScript', { language: 'zh-CN', hasScripts: false }],
]

test.each(MANNERS)(
	'from a Word draft to a closed meeting, %s',
	{ timeout: 300_000 },
	async (_name, manner) => {
		const matter = await playMainJob(browser, origin, manner, CAST, DEMO_PASSWORD)
		const supervisor = await Desk.open(browser, origin, manner)
		await supervisor.signIn('yanming', DEMO_PASSWORD)
		await supervisor.go(matter)
		expect(await supervisor.page.locator('main').innerText()).toContain(
			manner.language === 'en' ? 'Being issued' : '印发办理',
		)
		await supervisor.close()
	},
)

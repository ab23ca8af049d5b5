import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import type { ServerProcess } from '../../scripts/server-process.ts'
import { startServer, stopServer } from '../../scripts/server-process.ts'
import type { Manner } from './browser.ts'
import { Desk, launchChromium } from './browser.ts'
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
	second: 'hemin',
} as const

let folder: string
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'yiqian-e2e-'))
	browser = await launchChromium()
	server = await startServer('demo', join(folder, 'data'))
}, 240_000)

afterAll(async () => {
	await browser?.close()
	if (server) await stopServer(server)
	rmSync(folder, { recursive: true, force: true })
})

const MANNERS: [string, Manner][] = [
	['in Chinese', { language: 'zh-CN', hasScripts: true }],
	['in English', { language: 'en', hasScripts: true }],
	['in Chinese, without JavaScript', { language: 'zh-CN', hasScripts: false }],
]

test.each(MANNERS)(
	'from a Word draft to a closed meeting, %s',
	{ timeout: 300_000 },
	async (_name, manner) => {
		const matter = await playMainJob(browser, server.origin, manner, CAST, DEMO_PASSWORD)
		const supervisor = await Desk.open(browser, server.origin, manner)
		await supervisor.signIn('yanming', DEMO_PASSWORD)
		await supervisor.go(matter)
		expect(await supervisor.page.locator('main').innerText()).toContain(
			manner.language === 'en' ? 'Being issued' : '印发办理',
		)
		await supervisor.close()
	},
)

const PAGES: [string, string][] = [
	['wangxh', '/work'],
	['wangxh', '/matters'],
	['wangxh', '/matters/new'],
	['zhoumy', '/work'],
	['sunyue', '/meetings'],
	['sunyue', '/meetings/new'],
]

test.each(PAGES)(
	'%s sees %s without a serious finding of axe, at desk and phone width',
	{ timeout: 60_000 },
	async (login, path) => {
		const desk = await Desk.open(browser, server.origin, { language: 'zh-CN', hasScripts: true })
		await desk.signIn(login, DEMO_PASSWORD)
		for (const width of [1366, 390]) {
			await desk.page.setViewportSize({ width, height: 900 })
			await desk.go(path)
			const { violations } = await new AxeBuilder({ page: desk.page }).analyze()
			const serious = violations.filter(
				(violation) => violation.impact === 'serious' || violation.impact === 'critical',
			)
			expect(serious.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
		}
		await desk.close()
	},
)

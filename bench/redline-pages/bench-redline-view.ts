/**
 * `npm run bench:redline-view`: how a long comparison feels in a browser. A pair of a million characters is scrolled from
 * end to end, part by part, under Chromium's trace: no task of the page may take over 200 ms. The first paint of a pair
 * of 100,000 characters is to come within 1.5 s.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright-core'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { largePair } from './large-texts.ts'
import { startServer, stopServer } from '#scripts/server-process.ts'
import { untilCompared, uploadPair } from './upload-pair.ts'
import { WebClient } from '#scripts/web-client.ts'

const LOGIN = 'wangxh'
const LONGEST_TASK_MS = 200
const FIRST_PAINT_MS = 1500
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const folder = mkdtempSync(join(tmpdir(), 'yiqian-bench-'))
const server = await startServer('demo', folder, { LOG_LEVEL: 'silent', NODE_ENV: 'production' })
const browser = await chromium.launch({
	executablePath: process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place)) ?? '',
	args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})
try {
	const client = new WebClient(server.origin)
	await client.signIn(LOGIN, DEMO_PASSWORD)
	const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
	const cookies = client
		.cookieHeader()
		.split('; ')
		.map((pair) => pair.split('=') as [string, string])
	await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.origin })))
	const page = await context.newPage()

	const medium = await compared(client, 100_000)
	const paints: number[] = []
	for (let times = 0; times < 5; times += 1) paints.push(await firstPaint(page, medium))
	const paint = Math.max(...paints)
	console.log(`100,000 characters: first paint ${paints.map((ms) => ms.toFixed(0)).join(', ')} ms`)
	verdict('the slowest first paint', paint, FIRST_PAINT_MS)

	const long = await compared(client, 1_000_000)
	const { parts, scrolling, loading } = await readEndToEnd(browser, page, `${long}?around=all`)
	console.log(`1,000,000 characters, the whole text side by side in ${parts} parts`)
	for (const [when, task] of [
		['while scrolling', scrolling],
		['while a part comes in', loading],
	] as const) {
		verdict(`the longest task ${when}, of the processor`, task.processor, LONGEST_TASK_MS)
		console.log(`        by the clock, with what else the machine does: ${task.clock.toFixed(0)} ms`)
	}
} finally {
	await browser.close()
	await stopServer(server)
	rmSync(folder, { recursive: true, force: true })
}

async function compared(client: WebClient, characters: number): Promise<string> {
	const path = await uploadPair(server.origin, client, largePair(characters))
	await untilCompared(client, path)
	return path
}

async function firstPaint(page: Page, path: string): Promise<number> {
	await page.goto('about:blank')
	await page.goto(server.origin + path, { waitUntil: 'load' })
	await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
	return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
}

/** Goes through all parts, each loaded and scrolled to its end; gives the longest tasks of the page's main thread. */
async function readEndToEnd(from: Browser, page: Page, path: string) {
	let parts = 0
	let scrolling: Longest = { clock: 0, processor: 0 }
	let loading = scrolling
	for (let next: string | null = path; next !== null; parts += 1) {
		const address: string = server.origin + next
		loading = longer(loading, await longestTask(from, page, () => page.goto(address, { waitUntil: 'load' })))
		scrolling = longer(scrolling, await longestTask(from, page, () => page.evaluate(scrollToEnd)))
		next = await page.evaluate(
			() => document.querySelector('a[data-part="next"]')?.getAttribute('href') ?? null,
		)
	}
	return { parts, scrolling, loading }
}

/** In the page: two thirds of a window each frame, until its end. */
async function scrollToEnd(): Promise<void> {
	while (innerHeight + scrollY < document.documentElement.scrollHeight - 2) {
		scrollBy(0, innerHeight * 0.66)
		await new Promise(requestAnimationFrame)
	}
}

/** The longest task by the clock, and the longest by the time that it had the processor. */
type Longest = { readonly clock: number; readonly processor: number }

function longer(a: Longest, b: Longest): Longest {
	return { clock: Math.max(a.clock, b.clock), processor: Math.max(a.processor, b.processor) }
}

type TraceEvent = {
	name: string
	ph: string
	pid: number
	tid: number
	dur?: number
	tdur?: number
	args?: { name?: string }
}

async function longestTask(from: Browser, page: Page, work: () => Promise<unknown>): Promise<Longest> {
	await from.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
	await work()
	// What the page does after it was loaded belongs to it: the script takes it over.
	await page.waitForTimeout(600)
	const { traceEvents } = JSON.parse((await from.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
	const main = new Set(
		traceEvents
			.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
			.map((event) => `${event.pid}/${event.tid}`),
	)
	const tasks = traceEvents.filter(
		(event) => /RunTask$/.test(event.name) && event.ph === 'X' && main.has(`${event.pid}/${event.tid}`),
	)
	if (tasks.length === 0) throw new Error('the trace has no tasks')
	return tasks.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 })).reduce(longer)
}

function verdict(what: string, ms: number, limit: number): void {
	console.log(`${ms <= limit ? 'reached' : 'MISSED '} ${what}: ${ms.toFixed(0)} ms, at most ${limit} ms`)
}

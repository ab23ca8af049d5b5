import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import type { ServerProcess } from '#scripts/server-process.ts'
import { WebClient } from '#scripts/web-client.ts'
import { CLIENTS, print, printTimes, ROUNDS, SECONDS, WARM_SECONDS } from './bench-figures.ts'
import { type Load, runLoad, sumOfLoads } from './server-load.ts'

/**
 * The pages that people wait for most, beside the plain page of a former commit: `/about`, signed out, the same layout,
 * one paragraph, no query. The two servers run at the same time and take turns, so that what else the machine does
 * weighs on both; the figure is the processor time of the plain page divided by that of the page.
 */
export async function benchPages(server: ServerProcess, former: ServerProcess): Promise<void> {
	const secretary = new WebClient(server.origin)
	await secretary.signIn('sunyue', DEMO_PASSWORD)
	const reviewer = new WebClient(server.origin)
	await reviewer.signIn('zhoumy', DEMO_PASSWORD)
	const meeting = /\/meetings\/[0-9a-f-]{36}/.exec((await secretary.get('/meetings')).text)?.[0]
	const matter = /\/matters\/[0-9a-f-]{36}/.exec((await reviewer.get('/matters')).text)?.[0]
	if (!meeting || !matter) throw new Error('the demo shows no meeting or no matter')
	await load(former, '/about', '', WARM_SECONDS)
	for (const [name, path, browser, target] of [
		['plain page', '/about', null, 1],
		['work list', '/work', reviewer, 0.6],
		['agenda page', meeting, secretary, 0.45],
		['matter page', matter, reviewer, 0.5],
	] as const) {
		const cookie = browser?.cookieHeader() ?? ''
		await load(server, path, cookie, WARM_SECONDS)
		const own: Load[] = []
		const plain: Load[] = []
		for (let round = 0; round < ROUNDS; round += 1) {
			plain.push(await load(former, '/about', '', SECONDS / ROUNDS))
			own.push(await load(server, path, cookie, SECONDS / ROUNDS))
		}
		const page = sumOfLoads(own)
		const { service } = sumOfLoads(plain)
		print(`former plain page / ${name}, processor time`, service / page.service, target)
		printTimes(page, `p95 ${page.p95.toFixed(0)} ms`)
		console.log(`        the former plain page: ${service.toFixed(2)} ms of the processor`)
	}
}

function load(server: ServerProcess, path: string, cookie: string, seconds: number): Promise<Load> {
	const headers: Record<string, string> = cookie === '' ? {} : { Cookie: cookie }
	return runLoad(
		server,
		CLIENTS,
		seconds,
		() => ({ path, headers }),
		(status) => status === 200,
	)
}

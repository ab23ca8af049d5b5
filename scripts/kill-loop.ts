/**
 * `npm run test:kill [kills]`: kills the real server with SIGKILL in the middle of commands, again and again, and looks
 * whether anything that was answered with "done" is lost, half done or doubled, and whether the trail still verifies.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { randomUUID } from 'node:crypto'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { startServer, stopServer } from './server-process.ts'
import { hiddenFields, WebClient } from './web-client.ts'

export type KillReport = {
	kills: number
	acknowledged: number
	lost: string[]
	doubled: string[]
	faults: string[]
}

/** How long the server goes on, once it has answered as often as there are clients, before it is killed, in milliseconds: anything between these. */
const WORK_MS = [50, 900] as const
/** How long those answers may take on a slow machine, in milliseconds; then the kill comes without them. */
const ANSWERS_MS = 60_000
const CLIENTS = 4

/** Runs so many kills on a copy of a demo and reports what it found. */
export async function killLoop(kills: number): Promise<KillReport> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-kill-'))
	try {
		await stopServer(await startServer('demo', join(folder, 'data')))
		const acknowledged = new Map<string, string>()
		const report: KillReport = { kills: 0, acknowledged: 0, lost: [], doubled: [], faults: [] }
		for (; report.kills < kills; report.kills += 1) {
			await workUntilKilled(join(folder, 'data'), acknowledged)
			await inspect(join(folder, 'data'), acknowledged, report)
		}
		return { ...report, acknowledged: acknowledged.size }
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

/** Clients open matters under keys of their own until the server is shot under them. What it acknowledged is noted outside. */
async function workUntilKilled(data: string, acknowledged: Map<string, string>): Promise<void> {
	const server = await startServer('demo', data)
	let isOver = false
	const enough = acknowledged.size + CLIENTS
	let sayAtWork = () => {}
	const atWork = new Promise<void>((resolve) => (sayAtWork = resolve))
	const client = async () => {
		const browser = new WebClient(server.origin)
		await browser.signIn('wangxh', DEMO_PASSWORD)
		const hidden = hiddenFields((await browser.get('/matters/new')).text)
		while (!isOver) {
			const key = randomUUID()
			const title = `断电试验 ${key}`
			const answer = await browser.post('/matters/new', {
				...hidden,
				key,
				title,
				tracks: 'normative-document',
				issuer: 'government',
			})
			if (answer.status !== 302 || !answer.location.includes('/matters/')) continue
			acknowledged.set(key, title)
			if (acknowledged.size >= enough) sayAtWork()
		}
	}
	const clients = Array.from({ length: CLIENTS }, () => client().catch(() => undefined))
	const [least, most] = WORK_MS
	await Promise.race([atWork, wait(ANSWERS_MS, undefined, { ref: false })])
	await wait(least + Math.random() * (most - least))
	await stopServer(server, 'SIGKILL')
	isOver = true
	await Promise.all(clients)
}

async function inspect(
	data: string,
	acknowledged: ReadonlyMap<string, string>,
	report: KillReport,
): Promise<void> {
	const shell = await openShell({ ...readSettings({ YIQIAN_DATA_DIR: data }), logLevel: 'silent' })
	try {
		const receipts = new Set(
			(await shell.db.commandReceipt.findMany({ select: { key: true } })).map(({ key }) => key),
		)
		const titles = (await shell.db.matter.findMany({ select: { title: true } })).map(({ title }) => title)
		const count = new Map<string, number>()
		for (const title of titles) count.set(title, (count.get(title) ?? 0) + 1)
		for (const [key, title] of acknowledged)
			if (!receipts.has(key) || !count.has(title)) report.lost.push(key)
		for (const [title, times] of count) if (times > 1) report.doubled.push(title)
		const trail = await verifyTrail(shell)
		for (const { stream, seq, problem } of trail.broken) report.faults.push(`${stream} ${seq} ${problem}`)
		const [integrity] = await shell.db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`
		if (integrity?.integrity_check !== 'ok') report.faults.push(`integrity: ${integrity?.integrity_check}`)
	} finally {
		await shell.db.$disconnect()
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const report = await killLoop(Number(process.argv[2] ?? 50))
	console.log(`${report.kills} kills, ${report.acknowledged} commands acknowledged`)
	console.log(`${report.lost.length} lost, ${report.doubled.length} doubled, ${report.faults.length} faults`)
	for (const fault of report.faults) console.log(fault)
	process.exitCode = report.lost.length + report.doubled.length + report.faults.length === 0 ? 0 : 1
}

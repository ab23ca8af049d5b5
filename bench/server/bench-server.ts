/**
 * `npm run bench`: the figures of the README, each a ratio of two rates measured in this run. The load generator works
 * on the same cores as the server, which the ratios bear and absolute numbers would not.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { GENESIS, sealEntry } from '#app/domain/audit-chain/entry.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { actorByLogin } from '#seeds/demo/found-district.ts'
import { type Load, runLoad, sumOfLoads } from './server-load.ts'
import { type ServerProcess, startServer, stopServer } from '#scripts/server-process.ts'
import { hiddenFields, WebClient } from '#scripts/web-client.ts'

const CLIENTS = 16
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)

/** Before it is measured, a way is gone until the engine has compiled it; the first hundred requests say little. */
const WARM_SECONDS = SECONDS / 3
/** A page and the plain page take turns, so that what else the machine does weighs on both. */
const ROUNDS = 6

const folder = mkdtempSync(join(tmpdir(), 'yiqian-bench-'))
try {
	const data = join(folder, 'data')
	const server = await startServer('demo', data, { LOG_LEVEL: 'silent' })
	const pages = await benchPages(server)
	const command = await benchCommand(server, join(folder, 'bare.db'))
	await stopServer(server)
	print('one command over HTTP / bare better-sqlite3 rows', command.perSecond / command.bare, 0.06)
	printTimes(command, `p99 ${command.p99.toFixed(0)} ms`)
	for (const page of pages) {
		print(`${page.name} / plain page`, page.perSecond / page.plain.perSecond, page.target)
		printTimes(page, `p95 ${page.p95.toFixed(0)} ms`)
		console.log(`        the plain page: ${page.plain.service.toFixed(1)} ms of the processor`)
	}
	await printWhereTimeGoes(data)
} finally {
	rmSync(folder, { recursive: true, force: true })
}

/** The pages that people wait for most, beside a page with the same layout, signed out, one paragraph and no query. */
async function benchPages(server: ServerProcess) {
	const secretary = new WebClient(server.origin)
	await secretary.signIn('sunyue', DEMO_PASSWORD)
	const reviewer = new WebClient(server.origin)
	await reviewer.signIn('zhoumy', DEMO_PASSWORD)
	const meeting = /\/meetings\/[0-9a-f-]{36}/.exec((await secretary.get('/meetings')).text)?.[0]
	const matter = /\/matters\/[0-9a-f-]{36}/.exec((await reviewer.get('/matters')).text)?.[0]
	if (!meeting || !matter) throw new Error('the demo shows no meeting or no matter')
	const load = (path: string, cookie: string, seconds: number) =>
		runLoad(
			server,
			CLIENTS,
			seconds,
			() => ({ path, headers: cookie === '' ? {} : { Cookie: cookie } }),
			(status) => status === 200,
		)
	await load('/about', '', WARM_SECONDS)
	const pages = []
	for (const [name, path, browser, target] of [
		['work list', '/work', reviewer, 0.25],
		['agenda page', meeting, secretary, 0.25],
		['matter page', matter, reviewer, 0.18],
	] as const) {
		await load(path, browser.cookieHeader(), WARM_SECONDS)
		const own: Load[] = []
		const plain: Load[] = []
		for (let round = 0; round < ROUNDS; round += 1) {
			plain.push(await load('/about', '', SECONDS / ROUNDS))
			own.push(await load(path, browser.cookieHeader(), SECONDS / ROUNDS))
		}
		pages.push({ name, target, ...sumOfLoads(own), plain: sumOfLoads(plain) })
	}
	return pages
}

/** The whole way of a command: session, form, permission, rows, trail, receipt; in turns with its bare rows. */
async function benchCommand(server: ServerProcess, bareFile: string) {
	const { origin } = server
	const browser = new WebClient(origin)
	await browser.signIn('wangxh', DEMO_PASSWORD)
	const hidden = hiddenFields((await browser.get('/matters/new')).text)
	const headers = {
		Cookie: browser.cookieHeader(),
		Origin: origin,
		'Content-Type': 'application/x-www-form-urlencoded',
	}
	const make = () => {
		const fields = { ...hidden, key: randomUUID(), title: '量测', tracks: 'normative-document' }
		return { path: '/matters/new', method: 'POST', headers, body: new URLSearchParams(fields).toString() }
	}
	const load = (seconds: number) => runLoad(server, CLIENTS, seconds, make, (status) => status === 302)
	await load(WARM_SECONDS)
	const bare = openBareRows(bareFile)
	const loads: Load[] = []
	const rates: number[] = []
	for (let round = 0; round < ROUNDS; round += 1) {
		loads.push(await load(SECONDS / ROUNDS))
		rates.push(bare.rate(SECONDS / ROUNDS))
	}
	bare.close()
	return { ...sumOfLoads(loads), bare: rates.reduce((sum, rate) => sum + rate, 0) / ROUNDS }
}

/** The same rows in the same tables, one synchronous transaction each: what SQLite itself can do here. */
function openBareRows(file: string) {
	const database = new BetterSqlite3(file)
	database.pragma('journal_mode = WAL')
	database.pragma('synchronous = FULL')
	const text = (columns: number) => Array.from({ length: columns }, (_, at) => `c${at} TEXT`).join(', ')
	const marks = (columns: number) => Array.from({ length: columns }, () => '?').join(', ')
	const tables = { matter: 30, matter_track: 3, audit_stream: 4, audit_entry: 11, command_receipt: 10 }
	for (const [table, columns] of Object.entries(tables))
		database.exec(`CREATE TABLE ${table} (id TEXT PRIMARY KEY, ${text(columns)})`)
	const inserts = Object.entries(tables).map(([table, columns]) => ({
		statement: database.prepare(`INSERT INTO ${table} VALUES (?, ${marks(columns)})`),
		values: Array.from({ length: columns }, () => '0123456789abcdef0123456789abcdef'),
	}))
	const head = database.prepare('UPDATE audit_stream SET c1 = ? WHERE id = ?')
	const one = database.transaction((id: string) => {
		for (const { statement, values } of inserts) statement.run(id, ...values)
		head.run(id, id)
	})
	const rate = (seconds: number) => {
		const begun = performance.now()
		const until = begun + seconds * 1000
		let count = 0
		for (; performance.now() < until; count += 1) one.immediate(randomUUID())
		return (count / (performance.now() - begun)) * 1000
	}
	return { rate, close: () => database.close() }
}

/** The parts of a command, each alone, in microseconds. */
async function printWhereTimeGoes(data: string): Promise<void> {
	const shell = await openShell({ ...readSettings({ YIQIAN_DATA_DIR: data }), logLevel: 'silent' })
	const actor = await actorByLogin(shell, 'wangxh')
	const session = await shell.db.session.findFirstOrThrow()
	const { findSession } = await import('#app/services/account/find-session.server.ts')
	const body = {
		log: 'j',
		stream: 's',
		seq: 1,
		prev: GENESIS,
		at: shell.now().toISOString(),
		cmd: 'k',
		actor: null,
		act: 'matter.opened',
		outcome: 'done',
		detail: { title: '量测' },
		pre: null,
		post: 'draft',
		blob: [],
	} as const
	const parts: [string, () => unknown][] = [
		['session and posts (one read)', () => findSession(shell, session.id)],
		['permission', () => permit(actor, 'matter.opened', { jurisdictionId: actor.jurisdictionId })],
		['sealing the entry (canonical text, hash)', () => sealEntry({ ...body, blob: [] })],
		[
			'begin and commit alone',
			() => inTransaction(shell.db, (tx) => tx.$executeRaw`UPDATE installation SET value = value`),
		],
		[
			'the whole service, without HTTP',
			() => openMatter(shell, actor, { key: randomUUID(), title: '量测', tracks: ['normative-document'] }),
		],
	]
	console.log('\nwhere the time of a command goes (microseconds, each part alone, one after the other)')
	for (const [name, part] of parts) {
		for (let warm = 0; warm < 20; warm += 1) await part()
		const begun = performance.now()
		let count = 0
		for (; count < 20_000 && performance.now() - begun < 1500; count += 1) await part()
		console.log(`  ${name}: ${(((performance.now() - begun) / count) * 1000).toFixed(1)}`)
	}
	await shell.db.$disconnect()
}

function print(name: string, ratio: number, target: number): void {
	console.log(
		`${ratio >= target ? 'reached' : 'MISSED '} ${name}: ${(ratio * 100).toFixed(1)} % (target ${(target * 100).toFixed(0)} %)`,
	)
}

type Summary = ReturnType<typeof sumOfLoads>

/** The longest waits, and what one request takes of the processor: sixteen who never pause wait sixteen times that. */
function printTimes({ service, errors }: Summary, longest: string): void {
	console.log(
		`        ${longest} (target 150 ms), ${service.toFixed(1)} ms of the processor a request, ${errors} errors (target 0)`,
	)
}

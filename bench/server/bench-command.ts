import { randomUUID } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import type { ServerProcess } from '#scripts/server-process.ts'
import { hiddenFields, WebClient } from '#scripts/web-client.ts'
import { CLIENTS, print, printTimes, ROUNDS, SECONDS, WARM_SECONDS } from './bench-figures.ts'
import { type Load, runLoad, sumOfLoads } from './server-load.ts'

/** The tables that the command writes, and how many columns each has beside its key. */
const TABLES = { matter: 30, matter_track: 3, audit_stream: 4, audit_entry: 11, command_receipt: 10 }

const VALUE = '0123456789abcdef0123456789abcdef'

/** Rows in the same tables without anything else: how many commands' worth of them a second. */
type BareRows = {
	readonly rate: (seconds: number) => number | Promise<number>
	readonly close: () => unknown
}

/** The whole way of a command on SQLite: session, form, permission, rows, trail, receipt; in turns with its bare rows. */
export async function benchCommand(server: ServerProcess, bareFile: string): Promise<void> {
	const command = await inTurns(server, CLIENTS, sqliteRows(bareFile))
	print('one command over HTTP / bare better-sqlite3 rows', command.ratio, 0.25)
	printTimes(command, `p99 ${command.p99.toFixed(0)} ms, ${command.perSecond.toFixed(0)} a second`)
}

/** The same on PostgreSQL, for so many clients; the bare rows are written over as many connections. */
export async function benchPostgresql(server: ServerProcess, address: string, clients: number) {
	const command = await inTurns(server, clients, await postgresqlRows(address, clients))
	print(`one command over HTTP / bare rows, PostgreSQL, ${clients} clients`, command.ratio, 0.15)
	printTimes(command, `p99 ${command.p99.toFixed(0)} ms, ${command.perSecond.toFixed(0)} a second`)
}

async function inTurns(server: ServerProcess, clients: number, bare: BareRows) {
	const make = await openingForms(server)
	const load = (seconds: number) => runLoad(server, clients, seconds, make, (status) => status === 302)
	await load(WARM_SECONDS)
	await bare.rate(WARM_SECONDS / 2)
	const loads: Load[] = []
	const rates: number[] = []
	for (let round = 0; round < ROUNDS; round += 1) {
		loads.push(await load(SECONDS / ROUNDS))
		rates.push(await bare.rate(SECONDS / ROUNDS))
	}
	await bare.close()
	const sum = sumOfLoads(loads)
	return { ...sum, ratio: sum.perSecond / (rates.reduce((total, rate) => total + rate, 0) / ROUNDS) }
}

/** Forms that open a matter, each under a key of its own. */
async function openingForms({ origin }: ServerProcess) {
	const browser = new WebClient(origin)
	await browser.signIn('wangxh', DEMO_PASSWORD)
	const hidden = hiddenFields((await browser.get('/matters/new')).text)
	const headers = {
		Cookie: browser.cookieHeader(),
		Origin: origin,
		'Content-Type': 'application/x-www-form-urlencoded',
	}
	return () => {
		const fields = {
			...hidden,
			key: randomUUID(),
			title: '量测',
			tracks: 'normative-document',
			issuer: 'government',
		}
		return { path: '/matters/new', method: 'POST', headers, body: new URLSearchParams(fields).toString() }
	}
}

/** One synchronous transaction for each, `synchronous=FULL`: what SQLite itself can do here. */
function sqliteRows(file: string): BareRows {
	const database = new BetterSqlite3(file)
	database.pragma('journal_mode = WAL')
	database.pragma('synchronous = FULL')
	for (const statement of tableStatements()) database.exec(statement)
	const inserts = Object.entries(TABLES).map(([table, columns]) => ({
		statement: database.prepare(`INSERT INTO ${table} VALUES (?, ${marks(columns, () => '?')})`),
		values: Array.from({ length: columns }, () => VALUE),
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

/** One transaction for each by prepared statements, in a database of its own beside the server's. */
async function postgresqlRows(address: string, clients: number): Promise<BareRows> {
	const pool = new pg.Pool({ connectionString: address, max: clients })
	for (const statement of tableStatements())
		await pool.query(statement.replace('CREATE TABLE', 'CREATE TABLE IF NOT EXISTS'))
	const one = async (client: pg.PoolClient, id: string) => {
		await client.query('BEGIN')
		for (const [table, columns] of Object.entries(TABLES)) {
			const text = `INSERT INTO ${table} VALUES ($1, ${marks(columns, (at) => `$${at + 2}`)})`
			await client.query({ name: table, text, values: [id, ...Array.from({ length: columns }, () => VALUE)] })
		}
		await client.query({ name: 'head', text: 'UPDATE audit_stream SET c1 = $1 WHERE id = $1', values: [id] })
		await client.query('COMMIT')
	}
	const rate = async (seconds: number) => {
		const begun = performance.now()
		const until = begun + seconds * 1000
		let count = 0
		const writer = async () => {
			const client = await pool.connect()
			for (; performance.now() < until; count += 1) await one(client, randomUUID())
			client.release()
		}
		await Promise.all(Array.from({ length: clients }, writer))
		return (count / (performance.now() - begun)) * 1000
	}
	return { rate, close: () => pool.end() }
}

function tableStatements(): string[] {
	return Object.entries(TABLES).map(
		([table, columns]) =>
			`CREATE TABLE ${table} (id TEXT PRIMARY KEY, ${marks(columns, (at) => `c${at} TEXT`)})`,
	)
}

function marks(count: number, mark: (at: number) => string): string {
	return Array.from({ length: count }, (_, at) => mark(at)).join(', ')
}

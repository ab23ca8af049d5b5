/**
 * `npm run bench:data-access`: what one read or write costs through Prisma, through our reading of trees, and through
 * Kysely (its query built anew at each call, and built once and kept), on the demo's rows and one connection, in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { findTrees } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadSession } from '#app/db/load-actor.server.ts'
import { TURN_PARTS } from '#app/db/matter-parts.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { writeRows } from '#app/db/statements.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { startServer, stopServer } from '#scripts/server-process.ts'
import { WebClient } from '#scripts/web-client.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { linesQuery, insertQuery, sessionQuery } from './kysely-reads.ts'

const ROUNDS = 12
const ROUND_MS = Number(process.env['BENCH_SECONDS'] ?? 6) * 20
const LINES = 20

/** The ways to do one thing, by their names. */
type Ways = Readonly<Record<string, () => unknown>>

/** What was compiled, by its text. */
const statements = new Map<string, BetterSqlite3.Statement>()

const folder = mkdtempSync(join(tmpdir(), 'yiqian-access-'))
try {
	const data = join(folder, 'data')
	const server = await startServer('demo', data, { LOG_LEVEL: 'silent' })
	await new WebClient(server.origin).signIn('zhoumy', DEMO_PASSWORD)
	await stopServer(server)
	const shell = await openShell({ ...readSettings({ YIQIAN_DATA_DIR: data }), logLevel: 'silent' })
	const own = new BetterSqlite3(join(data, 'yiqian.db'), { readonly: true })
	await compare('a session with its account, person and posts', await sessionWays(shell, own))
	await compare(`${LINES} lines of a work list, with what hangs on them`, await lineWays(shell, own))
	await inTransaction(shell.db, (tx) => compare('one insert inside a command', writeWays(shell, tx)))
	own.close()
	await shell.longReads.close()
	await shell.db.$disconnect()
} finally {
	rmSync(folder, { recursive: true, force: true })
}

async function sessionWays(shell: Shell, own: BetterSqlite3.Database): Promise<Ways> {
	const { id } = await shell.db.session.findFirstOrThrow()
	const once = sessionQuery(id)
	const kept = keep(own, once)
	return {
		'our trees': () => loadSession(shell.db, id, plainDateIn(shell.now())),
		Prisma: () =>
			shell.db.session.findMany({
				where: { id },
				include: {
					account: {
						include: {
							jurisdiction: { select: { name: true } },
							person: { include: { posts: { where: { state: 'active' }, include: { organ: true } } } },
						},
					},
				},
			}),
		'Kysely, built anew': () => ask(own, sessionQuery(id)),
		'Kysely, built once': () => kept(once.parameters),
	}
}

async function lineWays(shell: Shell, own: BetterSqlite3.Database): Promise<Ways> {
	const { id: jurisdictionId } = await shell.db.jurisdiction.findFirstOrThrow()
	const words = {
		where: { jurisdictionId },
		orderBy: { id: 'asc' },
		take: LINES,
		include: TURN_PARTS.include,
	} as const
	const once = linesQuery(jurisdictionId, LINES)
	const kept = keep(own, once)
	return {
		'our trees': () => findTrees(shell.db, 'matter', words),
		Prisma: () => shell.db.matter.findMany(words),
		'Kysely, built anew': () => ask(own, linesQuery(jurisdictionId, LINES)),
		'Kysely, built once': () => kept(once.parameters),
	}
}

/** Rows under keys of their own, all in one transaction. Kysely's statement goes the way of ours. */
function writeWays(shell: Shell, tx: Tx): Ways {
	const row = () => ({ name: shell.newId(), value: 'x' })
	return {
		'our insert': () => insertRows(tx, 'installation', [row()]),
		Prisma: () => tx.installation.createMany({ data: [row()] }),
		'Kysely, built anew': () => {
			const { sql, parameters } = insertQuery('installation', row())
			return writeRows(tx, { sql, text: sql, values: [...parameters] } as never)
		},
	}
}

/** Runs each way in turns, and prints microseconds a call and what that is of the first way's. */
async function compare(what: string, ways: Ways): Promise<void> {
	const spent = new Map<string, { calls: number; ms: number }>()
	for (let round = -2; round < ROUNDS; round += 1)
		for (const [name, way] of Object.entries(ways)) {
			const begun = process.cpuUsage()
			let calls = 0
			for (const until = performance.now() + ROUND_MS; performance.now() < until; calls += 1) await way()
			const { user, system } = process.cpuUsage(begun)
			// The first two rounds are the compiler's.
			if (round < 0) continue
			const sum = spent.get(name) ?? { calls: 0, ms: 0 }
			spent.set(name, { calls: sum.calls + calls, ms: sum.ms + (user + system) / 1000 })
		}
	console.log(`\n${what}: microseconds of the processor a call, and the share of the first way`)
	const [first] = [...spent.values()].map(({ calls, ms }) => (ms * 1000) / calls)
	for (const [name, { calls, ms }] of spent)
		console.log(
			`  ${name}: ${((ms * 1000) / calls).toFixed(0)} (${((ms * 1000) / calls / (first ?? 1)).toFixed(2)})`,
		)
}

function ask(own: BetterSqlite3.Database, { sql, parameters }: CompiledQuery): unknown[] {
	return keep(own, { sql } as CompiledQuery)(parameters)
}

/** A statement that is compiled once, and its rows with the JSON in them read. */
function keep(
	own: BetterSqlite3.Database,
	{ sql }: CompiledQuery,
): (values: readonly unknown[]) => unknown[] {
	const statement = statements.get(sql) ?? own.prepare(sql)
	statements.set(sql, statement)
	return (values) => (statement.all(...values) as Record<string, unknown>[]).map(read)
}

/** JSON as Kysely's plugin reads it: by how a text begins. */
function read(row: Record<string, unknown>): Record<string, unknown> {
	for (const [name, value] of Object.entries(row))
		if (typeof value === 'string' && /^[[{]/.test(value)) row[name] = JSON.parse(value)
	return row
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openLargeSqlite } from '#bench/scale/open-large-district.ts'
import { PAGES_OF_SCALE } from '#bench/scale/pages.ts'
import { actorWith } from '#bench/scale/read-actors.ts'
import { type Database, openDatabase } from '#app/db/open-database.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

/** Ten years of a district; `npm run bench:scale` goes on to 100,000 matters. */
const MATTERS = 3470
const NOW = new Date('2026-11-28T02:00:00.000Z')

/** Tables that do not grow with the work: the organisation, the reference data, the kept counts. */
const STANDING = new Set(['reference_entry', 'organ', 'unit', 'person', 'post', 'session', 'refusal_count'])

/** A statement costs no more than finding so many rows one by one. */
const MOST_ROWS = 1500

const onSqlite = inject('postgresql') === ''
const folder = mkdtempSync(join(tmpdir(), 'yiqian-large-'))
let url = ''
let db: Database

beforeAll(async () => {
	if (!onSqlite) return
	;({ url } = await openLargeSqlite(folder, MATTERS, NOW))
	db = openDatabase(url)
})

afterAll(async () => {
	await db?.$disconnect()
	rmSync(folder, { recursive: true, force: true })
})

type Statement = BetterSqlite3.Statement & { readonly source: string }
type Asked = { readonly sql: string; readonly values: readonly unknown[] }

/** The statements that SQLite is asked while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<Asked[]> {
	const prototype = Object.getPrototypeOf(new BetterSqlite3(':memory:').prepare('SELECT 1')) as {
		all: (this: Statement, ...values: unknown[]) => unknown
	}
	const { all } = prototype
	const asked: Asked[] = []
	prototype.all = function (...values) {
		asked.push({ sql: this.source, values })
		return all.apply(this, values)
	}
	try {
		await work()
	} finally {
		prototype.all = all
	}
	return asked
}

/** How long it takes to find a thousand rows one by one by their keys: what the cost of a statement is told in. */
function thousandRows(database: BetterSqlite3.Database): number {
	const keys = database
		.prepare('SELECT jurisdiction_id, stream, seq FROM audit_entry LIMIT 1000')
		.raw()
		.all() as unknown[][]
	const find = database.prepare(
		'SELECT * FROM audit_entry WHERE jurisdiction_id = ? AND stream = ? AND seq = ?',
	)
	const start = performance.now()
	for (const key of keys) find.get(...key)
	return performance.now() - start
}

/**
 * What a plan reads more of than it needs: a whole table, or all of a jurisdiction. Going over a jurisdiction in the
 * order of the list is no fault where the list is of the whole jurisdiction and has an end: it stops with the page.
 */
function loosePlan(database: BetterSqlite3.Database, sql: string, values: readonly unknown[]): string[] {
	const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]
	const tableOf = database.prepare('SELECT tbl_name FROM sqlite_schema WHERE name = ?').pluck()
	// What was found already and is gone over once more is no table.
	const found = new Set(
		plan.flatMap(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []),
	)
	const isSorted = plan.some(({ detail }) => detail.startsWith('USE TEMP B-TREE FOR ORDER BY'))
	return plan.flatMap(({ detail }) => {
		const [, how, name] = /^(SCAN|SEARCH) (\S+)/.exec(detail) ?? []
		if (!how || !name) return []
		const index = / INDEX (\S+)/.exec(detail)?.[1]
		const alias = new RegExp(`"(\\w+)" (?:AS )?"${name}"`).exec(sql)?.[1]
		const table = (index ? (tableOf.get(index) as string | undefined) : alias) ?? name.replace(/^main\./, '')
		const isTable = tableOf.get(table) !== undefined
		if (!isTable || STANDING.has(table) || (!index && found.has(name))) return []
		if (how === 'SCAN') return [detail]
		const isWhole = / \(jurisdiction_id=\?\)$/.test(detail)
		const isPage = !isSorted && /\bLIMIT\b|\bmin\(/.test(sql)
		return isWhole && !isPage ? [detail] : []
	})
}

test.runIf(onSqlite).each(PAGES_OF_SCALE)(
	'$name: reads what it shows, and no more',
	async ({ role, read }) => {
		const shell = await openTestShell()
		// In one thread, so that its statements are seen.
		const inPlace: Shell = { ...shell, db, now: () => NOW, longReads: { ...shell.longReads, db } }
		const actor = await actorWith(db, role)
		await read(inPlace, actor)
		const asked = await statementsOf(() => read(inPlace, actor))
		expect(asked.length).toBeGreaterThan(0)
		const database = new BetterSqlite3(url.slice('file:'.length), { readonly: true })
		const unit = Math.min(...Array.from({ length: 5 }, () => thousandRows(database))) / 1000
		for (const { sql, values } of asked) {
			if (!/^\s*(SELECT|WITH)/.test(sql)) continue
			expect(loosePlan(database, sql, values), sql.slice(-400)).toEqual([])
			expect(
				Math.min(...Array.from({ length: 3 }, () => timeOf(database, sql, values))) / unit,
				sql.slice(-400),
			).toBeLessThan(MOST_ROWS)
		}
		database.close()
	},
)

function timeOf(database: BetterSqlite3.Database, sql: string, values: readonly unknown[]): number {
	const statement = database.prepare(sql).raw()
	const start = performance.now()
	statement.all(...values)
	return performance.now() - start
}

import { createPublicKey } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, inject, onTestFinished, test } from 'vitest'
import { restoreRelease } from '#bench/scale/open-large-district.ts'
import type { VerifyClearance } from '#app/db/load-dossier.server.ts'
import { migrate } from '#app/db/migrate.server.ts'
import { openDatabase } from '#app/db/open-database.server.ts'
import { verifyClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { adoptRows } from '#app/services/trail/adopt-rows.server.ts'
import { MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'

/** The demo as releases left it, with what its trail held; the first signed clearances without post and key. */
const RELEASES = [
	['of-2026-11-23', { clearances: 5 }],
	['at-first-release', { entries: 447, clearances: 5 }],
	['of-2026-11-28', { clearances: 5 }],
] as const

/** The rows of every table of a file, and what stands around them. */
function contentOf(file: string) {
	const database = new BetterSqlite3(file, { readonly: true })
	const names = (type: string) =>
		database
			.prepare(
				`SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`,
			)
			.pluck()
			.all(type) as string[]
	const rows = Object.fromEntries(
		names('table').map((table) => [
			table,
			database.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[],
		]),
	)
	const sql = database
		.prepare(
			`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`,
		)
		.all()
	const broken = database.pragma('foreign_key_check') as unknown[]
	const integrity = database.pragma('integrity_check', { simple: true })
	database.close()
	return { rows, sql, broken, integrity }
}

/** A row without what was dropped since, because other rows say it: the opinion in force, and that a check is owed. */
function lasting(table: string, row: Record<string, unknown>) {
	const { opinion_id: _opinion, post_meeting_check: _check, ...rest } = row
	return table === 'matter' ? rest : row
}

type Rows = ReturnType<typeof contentOf>['rows']

/** The newest opinion on a matter that was not revoked; the fixture holds no revoked one. */
function newestOpinion({ opinion = [], opinion_revocation }: Rows, matter: Record<string, unknown>) {
	expect(opinion_revocation).toEqual([])
	return opinion.findLast((row) => row['matter_id'] === matter['id'])?.['id'] ?? null
}

test.runIf(inject('postgresql') === '').for(RELEASES)(
	'O4 a data folder of the release %s is brought up to date: every row kept, every wall there, the trail whole',
	async ([release, held]) => {
		const folder = mkdtempSync(join(tmpdir(), 'yiqian-upgrade-'))
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
		const file = join(folder, 'yiqian.db')
		restoreRelease(file, `tests/fixtures/demo-${release}.sql.gz`)
		const before = contentOf(file)
		const applied = await migrate(`file:${file}`)
		const after = contentOf(file)
		expect(applied.length).toBeGreaterThan(0)
		expect(after).toMatchObject({ broken: [], integrity: 'ok' })
		for (const [table, rows] of Object.entries(before.rows)) {
			const kept = rows.map((row) => lasting(table, row))
			// A later release knows more codes, and forgets none.
			const expected = table.endsWith('_code') ? expect.arrayContaining(kept) : kept
			expect(after.rows[table], table).toMatchObject(expected)
		}
		expect(before.rows['matter']?.map((matter) => matter['opinion_id'])).toEqual(
			before.rows['matter']?.map((matter) => newestOpinion(before.rows, matter)),
		)
		const copies = readdirSync(folder).filter((name) => name.includes('before-upgrade-from'))
		expect(copies).toHaveLength(1)
		expect(contentOf(join(folder, copies[0]!))).toEqual(before)

		const fresh = await openTestShell()
		expect(after.sql).toEqual(contentOf(fresh.url.slice('file:'.length)).sql)

		const publicKey = createPublicKey(readFileSync(`tests/fixtures/demo-${release}.key.pem`))
		const db = openDatabase(`file:${file}`)
		const verify: VerifyClearance = (clearance, signature) => verifyClearance(clearance, signature, publicKey)
		expect(await adoptRows({ db, now: () => MONDAY })).toBeGreaterThan(300)
		expect(await adoptRows({ db, now: () => MONDAY })).toBe(0)
		const report = await verifyTrail({ db, clearanceKey: { verify } })
		expect(report).toMatchObject({ clearances: held.clearances, broken: [], forged: [], faulty: [] })
		const own = await db.auditEntry.count({ where: { kind: { not: 'trail.adopted' } } })
		expect(report.entries).toBeGreaterThan(own)
		if ('entries' in held) expect(own).toBe(held.entries)
		await db.$disconnect()
	},
)

import { createPublicKey } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { VerifyClearance } from '#app/db/load-dossier.server.ts'
import { migrate } from '#app/db/migrate.server.ts'
import { openDatabase } from '#app/db/open-database.server.ts'
import { SEALED_TABLES } from '#app/db/sealed-tables.ts'
import { verifyClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { adoptRows } from '#app/services/trail/adopt-rows.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { openedMatter } from '#tests/support/drafting-steps.ts'
import { MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'
import { openRawSnapshot } from '#tests/support/raw-snapshot.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { openSealedDistrict, ownMigrations } from '#tests/support/sealed-district.ts'

const publicKey = createPublicKey(readFileSync('tests/fixtures/district-of-2026-11-29.key.pem'))
const verify: VerifyClearance = (clearance, signature) => verifyClearance(clearance, signature, publicKey)

async function upgraded(url: string) {
	await migrate(url)
	const db = openDatabase(url)
	onTestFinished(() => db.$disconnect())
	return db
}

async function rowsOf(url: string, sql: string): Promise<readonly (readonly unknown[])[]> {
	const raw = await openRawSnapshot(url)
	const rows = await raw.snapshot.rows(sql)
	await raw.close()
	return rows
}

test('O4 every row answers to the trail after an upgrade that has changed rows', async () => {
	const url = await openSealedDistrict()
	const db = await upgraded(url)
	expect(await adoptRows({ db, now: () => MONDAY })).toBe(0)
	const report = await verifyTrail({ db, clearanceKey: { verify } })
	expect(report).toMatchObject({
		clearances: 5,
		broken: [],
		forged: [],
		faulty: [],
	})
	expect(report.rows).toBeGreaterThan(390)
	expect(await rowsOf(url, 'SELECT "state" FROM "matter" ORDER BY "state"')).toEqual(
		['amending', 'cleared', 'issuing', 'published', 'terminated'].map((state) => [state]),
	)
	const entries = await db.auditEntry.findMany({
		where: { kind: 'trail.adopted' },
		orderBy: { seq: 'asc' },
	})
	expect(entries.map(({ stream, leaf }) => [stream, JSON.parse(leaf).detail])).toEqual([
		[
			'adopted',
			{
				rows: 5,
				isLast: false,
				migration: '20261129144100_check_after_the_meeting',
			},
		],
		[
			'adopted',
			{
				rows: 1,
				isLast: false,
				migration: '20261129150900_register_before_issue',
			},
		],
	])
})

test('a row that somebody had changed before an upgrade differs after it, and the others do not', async () => {
	const url = await openSealedDistrict()
	const raw = await openRawSnapshot(url)
	const [[held], [passed]] = (await raw.snapshot.rows(
		`SELECT "id" FROM "matter" WHERE "state" IN ('cleared', 'issuing') ORDER BY "state", "id"`,
	)) as [[string], [string]]
	await raw.attack([
		`UPDATE "matter" SET "title" = 'another text' WHERE "id" = '${held}'`,
		`UPDATE "matter" SET "state" = 'cleared' WHERE "id" = '${passed}'`,
	])
	await raw.keep()
	await raw.close()
	const db = await upgraded(url)
	const { faulty } = await verifyTrail({ db, clearanceKey: { verify } })
	expect(faulty.map(({ table, key, problem }) => [table, key, problem]).sort()).toEqual(
		[held, passed].map((id) => ['matter', id, 'differs']).sort(),
	)
})

test('an entry that takes up rows has the mark of the house; without its key nothing is changed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await openedMatter(shell, org)
	expect(await makeCheckpoint(shell, org.jurisdictionId)).toBe('made')
	const root = ownMigrations()
	const name = '20991231000000_end_titles_with_a_stop'
	for (const engine of ['sqlite', 'postgresql']) {
		mkdirSync(join(root, engine, name))
		writeFileSync(join(root, engine, name, 'migration.sql'), `UPDATE "matter" SET "title" = "title" || '。';`)
	}
	writeFileSync(join(root, 'changed-rows.json'), JSON.stringify({ [name]: ['matter'] }))

	await expect(migrate(shell.url, { root })).rejects.toThrow('no key marks the entry')
	const whole = { broken: [], forged: [], faulty: [] }
	const { key } = shell.checkpoints
	const verifier = {
		db: shell.db,
		clearanceKey: shell.clearanceKey,
		checkpoints: { key },
	}
	expect(await verifyTrail(verifier)).toMatchObject(whole)
	expect(await migrate(shell.url, { root, openMark: () => key.mark })).toEqual([name])
	expect(await verifyTrail(verifier)).toMatchObject(whole)
	expect(await rowsOf(shell.url, `SELECT count(*) FROM "matter" WHERE "title" LIKE '%。'`)).toEqual([
		[expect.toSatisfy((count: unknown) => Number(count) === 1)],
	])
})

/** The migration since which rows answer to the trail. */
const SINCE = '20261129100000_seal_rows'

/** What changes rows that are there: the table comes after it. */
const CHANGES = [
	/^UPDATE "(\w+)"/gm,
	/^DELETE FROM "(\w+)"/gm,
	/^ALTER TABLE "(\w+)" DROP COLUMN/gm,
	/^ALTER TABLE "(\w+)" ADD COLUMN .*NOT NULL/gm,
]

test.for(['sqlite', 'postgresql'])(
	'every table that a migration of %s changes rows of is named',
	(engine) => {
		const named = JSON.parse(readFileSync('prisma/migrations/changed-rows.json', 'utf8'))
		const folder = join('prisma/migrations', engine)
		for (const name of readdirSync(folder).filter((each) => each > SINCE)) {
			const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
			const found = CHANGES.flatMap((change) => [...sql.matchAll(change)].map(([, table]) => table ?? ''))
			const changed = [...new Set(found)].filter((table) => SEALED_TABLES.has(table))
			expect([...(named[name] ?? [])].sort(), name).toEqual(changed.sort())
		}
	},
)

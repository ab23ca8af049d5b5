import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { findSession } from '#app/services/account/find-session.server.ts'
import { uploadVersion } from '#app/services/drafting/upload-version.server.ts'
import { openBlobStore } from '#app/storage/blob-store.server.ts'
import { DRAFT_TEXT, matterOf, must, openedMatter, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** A draft that does not fit into the free pages of any database. */
const LONG_TEXT = DRAFT_TEXT + '\n第五条　区农业农村局应当公布认定结果。'.repeat(20_000)

/** What goes wrong with a SQLite file, and how it is put right again. */
const TROUBLES = {
	locked: async (shell: TestShell) => {
		const other = new BetterSqlite3(shell.url.slice('file:'.length))
		onTestFinished(() => void other.close())
		other.exec('BEGIN IMMEDIATE')
		return async () => void other.exec('ROLLBACK')
	},
	full: async (shell: TestShell) => {
		const [pages] = await shell.db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
		await shell.db.$queryRawUnsafe(`PRAGMA max_page_count=${Number(pages?.page_count)}`)
		return async () => void (await shell.db.$queryRawUnsafe('PRAGMA max_page_count=1000000'))
	},
	'read-only': async (shell: TestShell) => {
		await shell.db.$executeRawUnsafe('PRAGMA query_only=ON')
		return async () => void (await shell.db.$executeRawUnsafe('PRAGMA query_only=OFF'))
	},
} as const

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const main = { kind: 'pasted', text: LONG_TEXT, secrecy: 'internal' } as const
	const given = { main, annexes: [], keptAnnexes: [], typedTitle: null }
	const order = orderOn(shell, matterId)
	const upload = (by: TestShell = shell) => uploadVersion(by, org.actors.drafter, order, given)
	return { shell, org, matterId, upload }
}

test.for(Object.keys(TROUBLES) as (keyof typeof TROUBLES)[])(
	'while the database is %s a command is refused as such, does nothing, and works afterwards under its key',
	async (cause, { skip }) => {
		const { shell, org, matterId, upload } = await ground()
		if (!shell.url.startsWith('file:')) skip('these are the ways of a SQLite file')
		const entries = await shell.db.auditEntry.count()
		const mend = await TROUBLES[cause](shell)
		expect(await upload()).toEqual({ ok: false, reason: { code: 'not-writable', cause } })
		await mend()
		expect(await shell.db.auditEntry.count()).toBe(entries)
		expect((await matterOf(shell, org, matterId)).currentVersionId).toBeNull()
		expect(must(await upload()).value.versionNo).toBe(1)
	},
)

test('while the folder of the files cannot be written an upload is refused as such, and works afterwards', async () => {
	const { shell, upload } = await ground()
	// Nobody, the superuser included, may make a folder here.
	const answer = await upload({ ...shell, blobs: openBlobStore('/sys/yiqian-files') })
	expect(answer).toEqual({ ok: false, reason: { code: 'not-writable', cause: 'read-only' } })
	expect(must(await upload()).value.versionNo).toBe(1)
})

test('while the database cannot be written whoever is signed in still reads', async ({ skip }) => {
	const { shell, org } = await ground()
	if (!shell.url.startsWith('file:')) skip('these are the ways of a SQLite file')
	const { jurisdictionId, accountId } = org.actors.drafter
	const seen = { createdAt: shell.now(), lastSeenAt: shell.now(), address: '127.0.0.1', userAgent: 'test' }
	await shell.db.session.create({ data: { id: 'a-session', jurisdictionId, accountId, ...seen } })
	shell.setNow(new Date(shell.now().getTime() + 120_000))
	await TROUBLES['read-only'](shell)
	expect((await findSession(shell, 'a-session'))?.isLive).toBe(true)
})

import BetterSqlite3 from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import {
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { restoreRelease } from '#bench/scale/open-large-district.ts'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { startHouse } from '#app/server/start-house.server.ts'
import { startSentence } from '#app/server/start-sentence.server.ts'
import { claimInstallation } from '#app/services/account/claim-installation.server.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { freePort, startServer, stopServer } from '#scripts/server-process.ts'

/** What an operator reads when the start is refused. */
type Ended = { readonly said: string }

/** Somebody who owns nothing: the superuser may write what is read-only. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** A process of its own takes some five seconds to load the program; what it says and its status are asked of one below. */
async function start(mode: 'demo' | 'start', environment: Readonly<Record<string, string>>): Promise<Ended> {
	const own = { PORT: String(await freePort()), LOG_LEVEL: 'silent', ...environment }
	const error = await startHouse(mode, own).then(
		async (stop) => stop(),
		(refusal: unknown) => refusal,
	)
	return { said: startSentence(error) ?? `no sentence for ${String(error)}` }
}

/** The same as an operator does it, as another user of the system. */
function startAs(mode: string, environment: Readonly<Record<string, string>>, user: object) {
	const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/server/main.ts', mode], {
		encoding: 'utf8',
		env: { ...process.env, LOG_LEVEL: 'error', ...environment },
		...user,
	})
	return { status, said: stderr.trim() }
}

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-start-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** A data folder that `demo` or `start` has made. */
async function folderOf(madeBy: 'demo' | 'start'): Promise<string> {
	const folder = newFolder()
	const shell = await openShell(readSettings({ YIQIAN_DATA_DIR: folder, LOG_LEVEL: 'silent' }))
	await claimInstallation(shell, madeBy)
	await shell.db.$disconnect()
	return folder
}

/** One sentence, never a stack. */
function expectRefused({ said }: Ended, sentence: RegExp): void {
	expect(said).toMatch(sentence)
	expect(said.split('\n')).toHaveLength(1)
}

test('the demo never touches a folder of a real house, and a real house none of the demo', async () => {
	const [real, demo] = [await folderOf('start'), await folderOf('demo')]
	const before = readFileSync(join(real, 'yiqian.db'))
	expectRefused(
		await start('demo', { YIQIAN_DATA_DIR: real }),
		/made by "npm run start"\. The demo will not touch it/,
	)
	expect(readFileSync(join(real, 'yiqian.db')).equals(before)).toBe(true)
	expectRefused(await start('start', { YIQIAN_DATA_DIR: demo }), /holds the demo\. Choose another/)
})

test('T04 T13 a wall that was taken out of the database is said, and what somebody added is not', async () => {
	const folder = await folderOf('start')
	const database = new BetterSqlite3(join(folder, 'yiqian.db'))
	database.exec('CREATE INDEX "own" ON "matter" ("title")')
	await (await openShell(readSettings({ YIQIAN_DATA_DIR: folder, LOG_LEVEL: 'silent' }))).db.$disconnect()
	database.exec('DROP TRIGGER "clearance_refuses_update"')
	database.close()
	expectRefused(
		await start('start', { YIQIAN_DATA_DIR: folder }),
		/^Not started\b.* beside the product: trigger clearance_refuses_update missing\. Restore/,
	)
})

test('a database that another program holds locked is said to be', async () => {
	const folder = await folderOf('start')
	const other = new BetterSqlite3(join(folder, 'yiqian.db'))
	onTestFinished(() => void other.close())
	other.exec('BEGIN IMMEDIATE')
	expectRefused(
		await start('start', { YIQIAN_DATA_DIR: folder }),
		/^Not started\b.* holds the database locked/,
	)
})

test('a database that may only be read is said to be', async (context) => {
	const folder = await folderOf('start')
	const sees = spawnSync(process.execPath, ['-e', `fs.accessSync('package.json')`], NOBODY)
	if (sees.status !== 0) return context.skip('nobody else may read this checkout')
	chmodSync(join(folder, 'yiqian.db'), 0o444)
	chmodSync(folder, 0o555)
	const ended = startAs('start', { YIQIAN_DATA_DIR: folder }, NOBODY)
	chmodSync(folder, 0o755)
	expectRefused(ended, /^Not started\b.* cannot be written; check the rights/)
	expect(ended.status).toBe(1)
})

test('a file that is no database, or half of one, is said to be', async () => {
	const folder = await folderOf('start')
	const half = newFolder()
	cpSync(folder, half, { recursive: true })
	writeFileSync(join(folder, 'yiqian.db'), 'a note, and no database at all\n'.repeat(100))
	truncateSync(join(half, 'yiqian.db'), 9000)
	for (const at of [folder, half])
		expectRefused(
			await start('start', { YIQIAN_DATA_DIR: at }),
			/^Not started\b.* not a database, or a damaged one/,
		)
})

/** Runs statements on the database of a data folder. */
function change(folder: string, statements: string): void {
	const database = new BetterSqlite3(join(folder, 'yiqian.db'))
	database.pragma('foreign_keys = OFF')
	database.exec(statements)
	database.close()
}

/** The demo as the first release left it, in a data folder without its keys. */
function folderOfFirstRelease(): string {
	const folder = newFolder()
	restoreRelease(join(folder, 'yiqian.db'), 'tests/fixtures/demo-of-2026-11-23.sql.gz')
	mkdirSync(join(folder, 'blobs', 'sha256', 'ab'), { recursive: true })
	return folder
}

test('O5 T45 clearances without their key are said, and no key is made', async () => {
	const folder = folderOfFirstRelease()
	expectRefused(await start('demo', { YIQIAN_DATA_DIR: folder }), /^Not started\b.* key file .* is not there/)
	expect(readdirSync(join(folder, 'keys'))).toEqual([])
})

test('T44 another key than the one that signed is said', async () => {
	const folder = folderOfFirstRelease()
	openClearanceKey(join(folder, 'keys'))
	expectRefused(
		await start('demo', { YIQIAN_DATA_DIR: folder }),
		/^Not started\b.* another key than the one that signed/,
	)
})

test('a database of a newer release is said to need it', async () => {
	const folder = await folderOf('start')
	change(
		folder,
		`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_of_a_newer_release', '2999-01-01')`,
	)
	expectRefused(await start('start', { YIQIAN_DATA_DIR: folder }), /start the newer one\. \(29990101/)
})

test('a changed DATABASE_URL begins no empty house beside the data of another', async () => {
	const folder = await folderOf('start')
	const elsewhere = `postgres://yiqian@127.0.0.1:${await freePort()}/yiqian`
	const beside = `file:${join(newFolder(), 'other.db')}`
	for (const DATABASE_URL of [elsewhere, beside])
		expectRefused(
			await start('start', { YIQIAN_DATA_DIR: folder, DATABASE_URL }),
			/^Not started\b.* (holds a database of its own|database is not there)/,
		)
	rmSync(join(folder, 'house'))
	for (const DATABASE_URL of [elsewhere, beside])
		expectRefused(
			await start('start', { YIQIAN_DATA_DIR: folder, DATABASE_URL }),
			/holds a database of its own/,
		)
})

test('the files of a house without its database, or with that of another house, are said to be', async () => {
	const [one, other] = [await folderOf('start'), await folderOf('start')]
	cpSync(join(one, 'yiqian.db'), join(other, 'yiqian.db'))
	expectRefused(await start('start', { YIQIAN_DATA_DIR: other }), /belongs to another database/)
	rmSync(join(one, 'yiqian.db'))
	expectRefused(await start('start', { YIQIAN_DATA_DIR: one }), /its database is not there/)
	expect(readdirSync(one)).not.toContain('yiqian.db')
})

test('O7 a database that names files beside a folder without any is said to be incomplete', async () => {
	const folder = folderOfFirstRelease()
	rmSync(join(folder, 'blobs'), { recursive: true })
	expectRefused(
		await start('demo', { YIQIAN_DATA_DIR: folder }),
		/holds none of the files that the database names/,
	)
})

test('O23 T48 damaged pages inside the file are said at the start, and nothing is changed', async () => {
	const folder = await folderOf('start')
	change(folder, 'PRAGMA wal_checkpoint(TRUNCATE)')
	const file = join(folder, 'yiqian.db')
	const bytes = readFileSync(file)
	bytes.fill(0x5a, 4096 * 20, 4096 * 40)
	writeFileSync(file, bytes)
	expectRefused(await start('start', { YIQIAN_DATA_DIR: folder }), /^Not started\b.* damaged/)
	expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a data folder that is a file is said to be', async () => {
	const file = join(newFolder(), 'data')
	writeFileSync(file, '')
	expectRefused(
		await start('start', { YIQIAN_DATA_DIR: file }),
		/^Not started: the data folder is not a folder/,
	)
})

test('a database server that is not there is said not to answer, without the password', async () => {
	const address = `postgres://yiqian:a-password@127.0.0.1:${await freePort()}/yiqian`
	const ended = await start('start', { YIQIAN_DATA_DIR: newFolder(), DATABASE_URL: address })
	expectRefused(ended, /^Not started\b.* database server does not answer/)
	expect(ended.said).not.toContain('a-password')
})

test('a port in use is said to be', async () => {
	const other = createServer()
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => void other.close())
	const { port } = other.address() as AddressInfo
	const ended = await start('start', { YIQIAN_DATA_DIR: newFolder(), PORT: String(port) })
	expectRefused(ended, /^Not started: the port is in use/)
})

test('a Node that is too old is told which one is needed, before anything of it is read', () => {
	const asOf = (version: string) =>
		spawnSync(
			process.execPath,
			[
				'--import',
				`data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`,
				'scripts/check-node.mjs',
			],
			{ encoding: 'utf8' },
		)
	for (const version of ['18.20.4', '20.18.3', '21.7.3', '22.4.0']) {
		const { status, stderr } = asOf(version)
		expect(stderr.trim()).toBe(`Yiqian needs Node 20.19, or 22.12 and newer; this is Node ${version}.`)
		expect(status).toBe(1)
	}
	for (const version of ['20.19.0', '20.20.2', '22.12.0', '24.1.0']) expect(asOf(version).status).toBe(0)
})

test('without https the server is there for this machine only, stops when told, and finds its data again', async () => {
	const folder = newFolder()
	const first = await startServer('start', folder)
	const port = new URL(first.origin).port
	// The whole of 127/8 is this machine: a server that listened to everybody would answer here as well.
	await expect(fetch(`http://127.0.0.2:${port}/healthz`)).rejects.toThrow('fetch failed')
	expect(first.output()).toMatch(/\/setup\/[\w-]{20,}/)
	expect(await stopServer(first, 'SIGINT')).toBe(0)
	const again = await startServer('start', folder)
	expect(await stopServer(again)).toBe(0)
})

test('O14 pages that are older than the code are said to be, where this account may not build them', () => {
	const folder = newFolder()
	mkdirSync(join(folder, 'build', 'server'), { recursive: true })
	writeFileSync(join(folder, 'build', 'server', 'index.js'), '')
	mkdirSync(join(folder, 'app'))
	writeFileSync(join(folder, 'app', 'root.tsx'), '')
	utimesSync(join(folder, 'build', 'server', 'index.js'), 1, 1)
	for (const owned of [folder, join(folder, 'build')]) chmodSync(owned, 0o555)
	const module = join(process.cwd(), 'app/server/build-pages.server.ts')
	const code = `import { buildPagesWhenNeeded } from ${JSON.stringify(module)}
		process.chdir(${JSON.stringify(folder)})
		await buildPagesWhenNeeded().catch((error) => console.error(error.constructor.name, error.message))`
	const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
		encoding: 'utf8',
		...NOBODY,
	})
	for (const owned of [folder, join(folder, 'build')]) chmodSync(owned, 0o755)
	expect(stderr.trim()).toMatch(/^BuildRefused The pages are older than the code, .* may not write/)
})

test('O18 of two first starts at once on one empty folder each finds the house, and the last link is good', async () => {
	const folder = newFolder()
	const servers = await Promise.all([startServer('start', folder), startServer('start', folder)])
	onTestFinished(async () => void (await Promise.all(servers.map((server) => stopServer(server)))))
	const links = servers.map(({ output }) => /http\S*(\/setup\/\S+)/.exec(output())?.[1] ?? '')
	const statuses = await Promise.all(
		links.map(async (link) => (await fetch(servers[0].origin + link)).status),
	)
	expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 410])
})

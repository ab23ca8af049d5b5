import BetterSqlite3 from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { startHouse } from '#app/server/start-house.server.ts'
import { freePort } from '#scripts/server-process.ts'

test('a start that fails after its door was opened shuts it again, and lets go of its folder', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-failed-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	await (await openShell(readSettings({ YIQIAN_DATA_DIR: folder, LOG_LEVEL: 'silent' }))).db.$disconnect()
	const database = new BetterSqlite3(join(folder, 'yiqian.db'))
	// The first link cannot be written: somebody else's trigger, which no start compares.
	database.exec(
		`CREATE TRIGGER "own" BEFORE INSERT ON "one_time_link" BEGIN SELECT RAISE(ABORT, 'no link here'); END`,
	)
	database.close()
	const port = await freePort()
	const own = { YIQIAN_DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' }
	await expect(startHouse('start', own)).rejects.toThrow('oneTimeLink.create')
	await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed')
	const held = (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd') : []).flatMap((fd) => {
		try {
			return [readlinkSync(join('/proc/self/fd', fd))]
		} catch {
			return []
		}
	})
	expect(held.filter((path) => path.startsWith(folder))).toEqual([])
})

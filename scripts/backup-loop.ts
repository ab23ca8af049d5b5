/**
 * `npm run test:backup [backups]`: takes backups of a server at work, one after the other, restores and verifies each, and
 * looks whether everything that was answered with "done" before a backup began is in it, and nothing by half.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openSqliteReader } from '#app/db/read-snapshot.server.ts'
import { readSettings } from '#app/env.server.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { restoreBackup } from './restore-backup.ts'
import { startServer, stopServer } from './server-process.ts'
import { holds, reportLines } from './verify-house.ts'
import { hiddenFields, WebClient } from './web-client.ts'
import { writeBackup } from './write-backup.ts'

type BackupReport = {
	backups: number
	acknowledged: number
	files: number
	lost: string[]
	half: string[]
	faults: string[]
}

const CLIENTS = 4

/** How long clients work between two backups, in milliseconds. */
const BETWEEN_MS = 200

/** Takes so many backups of a demo at work and reports what was found in them. */
export async function backupLoop(backups: number): Promise<BackupReport> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-backup-'))
	const data = join(folder, 'data')
	const server = await startServer('demo', data)
	const acknowledged = new Map<string, string>()
	const work = openMatters(server.origin, acknowledged)
	const report: BackupReport = { backups: 0, acknowledged: 0, files: 0, lost: [], half: [], faults: [] }
	try {
		for (; report.backups < backups; report.backups += 1) {
			await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
			await keepAndRestore(data, folder, new Map(acknowledged), report)
		}
		return { ...report, acknowledged: acknowledged.size }
	} finally {
		await work.stop()
		await stopServer(server)
		rmSync(folder, { recursive: true, force: true })
	}
}

/** Clients open matters under keys of their own; what was acknowledged is noted outside of the server. */
function openMatters(origin: string, acknowledged: Map<string, string>) {
	let isOver = false
	const client = async () => {
		const browser = new WebClient(origin)
		await browser.signIn('wangxh', DEMO_PASSWORD)
		const hidden = hiddenFields((await browser.get('/matters/new')).text)
		while (!isOver) {
			const key = randomUUID()
			const title = `备份试验 ${key}`
			const fields = { ...hidden, key, title, tracks: 'normative-document', issuer: 'government' }
			const answer = await browser.post('/matters/new', fields)
			if (answer.status === 302 && answer.location.includes('/matters/')) acknowledged.set(key, title)
		}
	}
	const clients = Array.from({ length: CLIENTS }, client)
	return {
		stop: async () => {
			isOver = true
			await Promise.all(clients)
		},
	}
}

async function keepAndRestore(
	data: string,
	folder: string,
	before: ReadonlyMap<string, string>,
	report: BackupReport,
): Promise<void> {
	const [backup, target] = [join(folder, 'backup'), join(folder, 'restored')]
	const { damaged } = await writeBackup(readSettings({ YIQIAN_DATA_DIR: data }), backup, { withKeys: false })
	const restored = await restoreBackup(backup, target)
	report.faults.push(...damaged, ...restored.missing)
	if (!holds(restored.report)) report.faults.push(...reportLines(restored.report))
	report.files = restored.report.files.files
	const database = openSqliteReader(join(target, 'yiqian.db'))
	const all = (sql: string) => new Set(database.prepare(sql).pluck().all() as string[])
	const keys = all('SELECT "key" FROM command_receipt')
	const titles = all(`SELECT title FROM matter WHERE title LIKE '备份试验 %'`)
	database.close()
	for (const [key, title] of before) if (!keys.has(key) || !titles.has(title)) report.lost.push(key)
	for (const title of titles) if (!keys.has(title.slice('备份试验 '.length))) report.half.push(title)
	rmSync(backup, { recursive: true })
	rmSync(target, { recursive: true })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const report = await backupLoop(Number(process.argv[2] ?? 200))
	console.log(
		`${report.backups} backups of ${report.files} files, ${report.acknowledged} commands acknowledged meanwhile`,
	)
	console.log(`${report.lost.length} lost, ${report.half.length} by half, ${report.faults.length} faults`)
	for (const fault of report.faults) console.log(fault)
	process.exitCode = report.lost.length + report.half.length + report.faults.length === 0 ? 0 : 1
}

import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { restoreBackup } from '#scripts/restore-backup.ts'
import { holds, reportLines, verifyHouse } from '#scripts/verify-house.ts'
import { writeBackup } from '#scripts/write-backup.ts'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** A house with a cleared matter, whose draft and papers are files. */
async function openHouse() {
	const shell = await openTestShell()
	const { matterId } = await clearedProposal(shell, await seedOrganisation(shell))
	return {
		shell,
		matterId,
		backup: join(shell.directory, 'backup'),
		target: join(shell.directory, 'restored'),
	}
}

function settingsOf(shell: TestShell, environment: Readonly<Record<string, string>> = {}) {
	return readSettings({ DATABASE_URL: shell.url, YIQIAN_DATA_DIR: shell.directory, ...environment })
}

function houseOf(shell: TestShell) {
	return {
		databaseUrl: shell.url,
		dataDirectory: shell.directory,
		publicKey: shell.clearanceKey.publicKey,
		checkpointKey: shell.checkpoints.key,
	}
}

/** The files of a store, by their paths. */
function blobsIn(folder: string): string[] {
	const root = join(folder, 'blobs', 'sha256')
	return (readdirSync(root, { recursive: true }) as string[])
		.filter((name) => /[0-9a-f]{64}$/.test(name))
		.map((name) => join(root, name))
		.sort()
}

test('O7 a backup holds database and files, and no key; restored, all of it verifies', async () => {
	const { shell, backup, target } = await openHouse()
	const { manifest, damaged } = await writeBackup(settingsOf(shell), backup, { withKeys: false })
	expect(damaged).toEqual([])
	expect(manifest.keys).toMatchObject({ areInside: false, ids: [shell.clearanceKey.keyId] })
	expect(readdirSync(backup)).not.toContain('keys')
	expect(manifest.held.commands).toBe(await shell.db.commandReceipt.count())
	expect(manifest.held.entries).toBe(await shell.db.auditEntry.count())

	const restored = await restoreBackup(backup, target)
	expect(restored.missing).toEqual([])
	expect(holds(restored.report)).toBe(true)
	expect(restored.report).toMatchObject({
		pages: 'ok',
		trail: { entries: manifest.held.entries, clearances: 1 },
		files: { files: manifest.files.count },
	})
	expect(manifest.files.count).toBeGreaterThan(0)
	expect(blobsIn(target).map((file) => readFileSync(file))).toEqual(
		blobsIn(shell.directory).map((file) => readFileSync(file)),
	)
})

test('keys are in a backup only where somebody asked for them', async () => {
	const { shell, backup, target } = await openHouse()
	await writeBackup(settingsOf(shell), backup, { withKeys: true })
	await restoreBackup(backup, target)
	const key = 'keys/clearance-ed25519.pem'
	expect(readFileSync(join(target, key))).toEqual(readFileSync(join(shell.directory, key)))
})

test('O7 a copy of the database alone, and a backup that was broken off, are said to be incomplete', async () => {
	const { shell, backup, target } = await openHouse()
	const alone = join(shell.directory, 'alone')
	mkdirSync(alone)
	cpSync(shell.url.slice('file:'.length), join(alone, 'yiqian.db'))
	await expect(restoreBackup(alone, target)).rejects.toThrow(/is incomplete: it has no manifest/)
	await writeBackup(settingsOf(shell), backup, { withKeys: false })
	rmSync(join(backup, 'manifest.json'))
	await expect(restoreBackup(backup, target)).rejects.toThrow(/is incomplete: it has no manifest/)
	expect(existsSync(target)).toBe(false)
})

test('O7 files that were kept before the database are recognised: what came between is named', async () => {
	const { shell, backup, target } = await openHouse()
	const early = join(shell.directory, 'early')
	cpSync(join(shell.directory, 'blobs'), join(early, 'blobs'), { recursive: true })
	await clearedProposal(shell, await seedOrganisation(shell, '后来'))
	await writeBackup(settingsOf(shell), backup, { withKeys: false })
	rmSync(join(backup, 'blobs'), { recursive: true })
	cpSync(join(early, 'blobs'), join(backup, 'blobs'), { recursive: true })
	const { missing, report } = await restoreBackup(backup, target)
	expect(missing).toHaveLength(blobsIn(shell.directory).length - blobsIn(early).length)
	expect(report.files.lost.map(({ problem }) => problem)).toEqual(missing.map(() => 'missing'))
})

test('a backup whose database or file was changed is not taken for the one that was kept', async () => {
	const { shell, backup, target } = await openHouse()
	await writeBackup(settingsOf(shell), backup, { withKeys: false })
	const [file = ''] = blobsIn(backup)
	chmodSync(file, 0o600)
	writeFileSync(file, 'other bytes')
	const { missing, report } = await restoreBackup(backup, target)
	expect(missing).toEqual([`the file ${file.slice(-64)} is not there as it was kept`])
	expect(holds(report)).toBe(false)
	rmSync(target, { recursive: true })
	writeFileSync(join(backup, 'yiqian.db'), 'another database', { flag: 'a' })
	await expect(restoreBackup(backup, target)).rejects.toThrow(/its database is not the one that was kept/)
})

test('nothing is kept or restored over what is there', async () => {
	const { shell, backup, target } = await openHouse()
	await writeBackup(settingsOf(shell), backup, { withKeys: false })
	await expect(writeBackup(settingsOf(shell), backup, { withKeys: false })).rejects.toThrow(/is not empty/)
	mkdirSync(target)
	writeFileSync(join(target, 'note'), '')
	await expect(restoreBackup(backup, target)).rejects.toThrow(/is not empty/)
})

test('on PostgreSQL the backup says what keeps it, and writes nothing', async () => {
	const { shell, backup } = await openHouse()
	const settings = settingsOf(shell, { DATABASE_URL: 'postgres://yiqian@127.0.0.1/yiqian' })
	await expect(writeBackup(settings, backup, { withKeys: false })).rejects.toThrow(/pg_dump/)
	expect(existsSync(backup)).toBe(false)
})

test('O6 T42 T43 a file that was overwritten and one that was removed are named with matter and name', async () => {
	const { shell, matterId } = await openHouse()
	expect(holds(await verifyHouse(houseOf(shell)))).toBe(true)
	const files = await shell.db.material.findMany({ where: { matterId, NOT: { sha256: null } } })
	const draft = await shell.db.versionFile.findFirstOrThrow({ where: { role: 'main' } })
	const [first] = files
	const pathOf = (sha256: string) => blobsIn(shell.directory).find((path) => path.endsWith(sha256))!
	chmodSync(pathOf(draft.sha256), 0o600)
	writeFileSync(pathOf(draft.sha256), 'other words')
	rmSync(pathOf(first!.sha256!))
	const report = await verifyHouse(houseOf(shell))
	expect(holds(report)).toBe(false)
	const lines = reportLines(report)
	expect(lines).toContain(
		`LOST file ${draft.name} (${draft.sha256}) of matter ${matterId}: holds other bytes than were put`,
	)
	expect(lines).toContain(`LOST file ${first!.name} (${first!.sha256}) of matter ${matterId}: is not there`)
})

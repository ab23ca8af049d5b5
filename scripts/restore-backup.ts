import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkpointKeyFile, openCheckpointKey } from '#app/storage/checkpoint-key.server.ts'
import { openBlobStore } from '#app/storage/blob-store.server.ts'
import { hashOfFile, type Manifest, PARTS, readManifest } from './backup-manifest.ts'
import { BackupRefused } from './write-backup.ts'
import { type HouseReport, verifyHouse } from './verify-house.ts'

/** What was restored, what of the backup is missing or differs, and what verification found of the result. */
type Restored = {
	readonly manifest: Manifest
	readonly missing: readonly string[]
	readonly report: HouseReport
}

/**
 * Restores a backup into an empty folder, and verifies everything that it put there. What is missing is named; what is
 * there is restored all the same, since half of the files are more than none.
 *
 * @throws BackupRefused where the folder is not empty, or what should be a backup is none or has no whole database
 */
export async function restoreBackup(backup: string, target: string): Promise<Restored> {
	if (existsSync(target) && readdirSync(target).length > 0)
		throw new BackupRefused(`${target} is not empty. A backup is restored into a folder of its own.`)
	const manifest = await assertBackup(backup)
	mkdirSync(target, { recursive: true, mode: 0o700 })
	cpSync(join(backup, PARTS.database), join(target, PARTS.database))
	if (existsSync(join(backup, PARTS.house))) cpSync(join(backup, PARTS.house), join(target, PARTS.house))
	if (existsSync(join(backup, PARTS.keys)))
		cpSync(join(backup, PARTS.keys), join(target, PARTS.keys), { recursive: true })
	const missing = await restoreFiles(backup, target, manifest)
	const keys = join(target, PARTS.keys)
	const report = await verifyHouse({
		databaseUrl: `file:${join(target, PARTS.database)}`,
		dataDirectory: target,
		publicKey: manifest.keys.publicKey,
		checkpointKey: existsSync(checkpointKeyFile(keys))
			? openCheckpointKey(keys, checkpointKeyFile(keys))
			: null,
	})
	return { manifest, missing, report }
}

/** A database file alone, or a folder whose backup was broken off, has no manifest: nobody knows what should be there. */
async function assertBackup(backup: string): Promise<Manifest> {
	const manifest = readManifest(backup)
	if (!manifest)
		throw new BackupRefused(
			`${backup} is incomplete: it has no manifest, as after a backup that was broken off, or a copy of the database file or of the folder. Nothing says what should be there. Take a backup that "npm run backup" has finished.`,
		)
	const database = join(backup, PARTS.database)
	if (!existsSync(database) || (await hashOfFile(database)) !== manifest.database.sha256)
		throw new BackupRefused(
			`${backup} is incomplete: its database is not the one that was kept. Take another backup.`,
		)
	return manifest
}

async function restoreFiles(backup: string, target: string, manifest: Manifest): Promise<string[]> {
	const from = openBlobStore(join(backup, PARTS.blobs))
	mkdirSync(join(target, PARTS.blobs), { recursive: true, mode: 0o700 })
	const to = openBlobStore(join(target, PARTS.blobs))
	const list = join(backup, PARTS.files)
	const lines = existsSync(list) ? readFileSync(list, 'utf8') : ''
	const missing: string[] = []
	if (createHash('sha256').update(lines).digest('hex') !== manifest.files.sha256)
		missing.push(`the list ${PARTS.files} is not the one that was kept`)
	for (const line of lines.split('\n').filter(Boolean)) {
		const sha256 = line.split(' ')[0] ?? ''
		if (await from.verify(sha256)) await to.put(await from.read(sha256))
		else missing.push(`the file ${sha256} is not there as it was kept`)
	}
	return missing
}

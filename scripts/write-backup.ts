import BetterSqlite3 from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNamedFiles } from '#app/db/read-named-files.server.ts'
import { openSqliteReader, readSnapshot } from '#app/db/read-snapshot.server.ts'
import type { Settings } from '#app/env.server.ts'
import { BlobDamaged, openBlobStore } from '#app/storage/blob-store.server.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { hashOfFile, type Manifest, PARTS } from './backup-manifest.ts'

/** A backup that cannot be made, or not there; the command prints the sentence. */
export class BackupRefused extends Error {}

/** What was kept, and which files the database names that the store does not have whole: those no backup can keep. */
type Kept = { readonly manifest: Manifest; readonly damaged: readonly string[] }

/**
 * Writes a backup of a house on SQLite into an empty folder, also while it is at work: the database as it was at one
 * moment first, then the files that it names, which never change, then the manifest. Keys stay apart unless asked for.
 *
 * @throws BackupRefused
 */
export async function writeBackup(
	settings: Settings,
	target: string,
	{ withKeys }: { readonly withKeys: boolean },
): Promise<Kept> {
	const source = sqliteFileOf(settings)
	if (existsSync(target) && readdirSync(target).length > 0)
		throw new BackupRefused(`${target} is not empty. A backup takes a folder of its own.`)
	mkdirSync(target, { recursive: true, mode: 0o700 })
	const database = join(target, PARTS.database)
	await copyDatabase(source, database)
	const { lines, damaged } = await copyFiles(settings, target)
	const files = lines.map((line) => `${line}\n`).join('')
	writeFileSync(join(target, PARTS.files), files, { mode: 0o600, flush: true })
	const keysInside = withKeys && copyKeys(settings, target)
	const house = join(settings.dataDirectory, PARTS.house)
	if (existsSync(house)) cpSync(house, join(target, PARTS.house))
	const { held, ids } = whatIsHeld(database)
	const manifest: Manifest = {
		format: 'yiqian-backup/1',
		madeAt: new Date().toISOString(),
		database: { sha256: await hashOfFile(database), size: statSync(database).size },
		files: { count: lines.length, sha256: createHash('sha256').update(files).digest('hex') },
		held,
		keys: { ids, publicKey: publicKeyOf(settings), areInside: keysInside },
	}
	const text = `${JSON.stringify(manifest, null, '\t')}\n`
	writeFileSync(join(target, PARTS.manifest), text, { mode: 0o600, flush: true })
	return { manifest, damaged }
}

function sqliteFileOf({ databaseUrl }: Settings): string {
	if (!databaseUrl.startsWith('file:'))
		throw new BackupRefused(
			'This database is PostgreSQL. Keep it with pg_dump of its own version first, then copy the folder "blobs" of the data folder: files never change, so those that come after the dump do no harm. "npm run verify" says of a restored house whether all of it is there.',
		)
	const file = databaseUrl.slice('file:'.length)
	if (!existsSync(file)) throw new BackupRefused(`There is no database at ${file}; set YIQIAN_DATA_DIR.`)
	return file
}

/** One reading transaction: what is committed while it runs is not in it, and nobody waits for it. */
async function copyDatabase(source: string, target: string): Promise<void> {
	const database = new BetterSqlite3(source, { fileMustExist: true })
	try {
		database.pragma('busy_timeout = 10000')
		database.prepare('VACUUM INTO ?').run(target)
	} finally {
		database.close()
	}
	chmodSync(target, 0o600)
}

async function copyFiles({ dataDirectory }: Settings, target: string) {
	const from = openBlobStore(join(dataDirectory, PARTS.blobs))
	const to = openBlobStore(join(target, PARTS.blobs))
	mkdirSync(join(target, PARTS.blobs), { recursive: true, mode: 0o700 })
	const sizes = new Map<string, number>()
	const damaged: string[] = []
	await readSnapshot(`file:${join(target, PARTS.database)}`, async (snapshot) => {
		for await (const batch of readNamedFiles(snapshot))
			for (const { sha256, name } of batch) {
				if (sizes.has(sha256)) continue
				try {
					sizes.set(sha256, (await to.put(await from.read(sha256))).size)
				} catch (error) {
					if (!(error instanceof BlobDamaged)) throw error
					damaged.push(`${name} (${sha256})`)
				}
			}
	})
	const lines = [...sizes].map(([sha256, size]) => `${sha256} ${size}`).sort()
	return { lines, damaged }
}

/** The folder's keys, those of the sessions too; a key that CLEARANCE_KEY_FILE names is kept by whoever put it there. */
function copyKeys({ dataDirectory }: Settings, target: string): boolean {
	cpSync(join(dataDirectory, PARTS.keys), join(target, PARTS.keys), { recursive: true })
	chmodSync(join(target, PARTS.keys), 0o700)
	return true
}

function publicKeyOf({ dataDirectory, clearanceKeyFile }: Settings): string | null {
	const file = clearanceKeyFile ?? join(dataDirectory, PARTS.keys, 'clearance-ed25519.pem')
	return existsSync(file) ? openClearanceKey(join(dataDirectory, PARTS.keys), file).publicKey : null
}

function whatIsHeld(file: string): { held: Manifest['held']; ids: string[] } {
	const database = openSqliteReader(file)
	try {
		const one = (sql: string) => database.prepare(sql).pluck().get()
		return {
			held: {
				commands: Number(one('SELECT count(*) FROM command_receipt')),
				entries: Number(one('SELECT count(*) FROM audit_entry')),
				lastEntryAt: (one('SELECT max("at") FROM audit_entry') as string | null) ?? null,
			},
			ids: database.prepare('SELECT DISTINCT key_id FROM clearance').pluck().all() as string[],
		}
	} finally {
		database.close()
	}
}

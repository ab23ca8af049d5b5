import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { openReader } from '#app/documents/reader/reader.server.ts'
import { openComparer } from '#app/comparison/comparer.server.ts'
import { openLooseTexts } from '#app/comparison/loose-texts.ts'
import { openOfficeConverter } from '#app/documents/convert-to-word.server.ts'
import { findCheckpointKeys, findSigningKeys } from '#app/db/find-signing-keys.server.ts'
import { assertWalls } from '#app/db/compare-schema.server.ts'
import { migrate } from '#app/db/migrate.server.ts'
import { type Database, markEntriesWith, openDatabase } from '#app/db/open-database.server.ts'
import { openLongReads } from '#app/long-reads/open-long-reads.server.ts'
import type { Settings } from '#app/env.server.ts'
import { openLog } from '#app/log.server.ts'
import { openCheckpoints } from '#app/storage/checkpoints.server.ts'
import { openDeposits } from '#app/services/checkpoint/open-deposits.server.ts'
import { adoptRows } from '#app/services/trail/adopt-rows.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { openBlobStore } from '#app/storage/blob-store.server.ts'
import { openCheckpointKey, openMarkFrom } from '#app/storage/checkpoint-key.server.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { assertRows } from './assert-rows.server.ts'
import { assertFolderFits, claimFolder } from './fit-data-folder.server.ts'

/**
 * Brings the database up to date and opens everything that services need.
 *
 * @throws DataFolderRefused, MigrationRefused, SchemaRefused, RowsRefused, ClearanceKeyRefused or CheckpointKeyRefused where a start would hide that something is missing
 */
export async function openShell(settings: Settings): Promise<Shell> {
	const keys = join(settings.dataDirectory, 'keys')
	assertFolderFits(settings.dataDirectory, settings.databaseUrl)
	mkdirSync(keys, { recursive: true, mode: 0o700 })
	const openMark = openMarkFrom(keys, settings.checkpointKeyFile)
	const applied = await migrate(settings.databaseUrl, { openMark })
	const areWallsHeld = await assertWalls(settings.databaseUrl)
	const db = openDatabase(settings.databaseUrl)
	return openOn(db, settings, { applied, areWallsHeld }).catch(async (error: unknown) => {
		await db.$disconnect()
		throw error
	})
}

/** Stops the threads of a shell and lets go of its database. */
export async function closeShell({ comparer, reader, longReads, db }: Shell): Promise<void> {
	await Promise.all([comparer.close(), reader.close(), longReads.close()])
	await db.$disconnect()
}

async function openOn(
	db: Database,
	settings: Settings,
	{ applied, areWallsHeld }: { readonly applied: readonly string[]; readonly areWallsHeld: boolean },
): Promise<Shell> {
	const keys = join(settings.dataDirectory, 'keys')
	await claimFolder(db, settings.dataDirectory, settings.databaseUrl, newId)
	const clearanceKey = openClearanceKey(keys, settings.clearanceKeyFile, await findSigningKeys(db))
	const checkpointKey = openCheckpointKey(keys, settings.checkpointKeyFile, await findCheckpointKeys(db))
	markEntriesWith(db, checkpointKey.mark)
	const log = openLog(settings.logLevel)
	if (!areWallsHeld)
		log.warn(
			{ ownerRuns: 'npm run verify' },
			'the walls were not compared: this database role may not make a schema',
		)
	if (applied.length > 0) log.info({ applied }, 'brought the database up to date')
	const now = () => new Date()
	const adopted = await adoptRows({ db, now })
	if (adopted > 0) log.info({ adopted }, 'took the rows of an earlier release into the trail')
	await assertRows({ db, log })
	return {
		db,
		now,
		newId: () => newId(),
		blobs: openBlobStore(join(settings.dataDirectory, 'blobs')),
		clearanceKey,
		checkpoints: openCheckpoints(checkpointKey, openDeposits(settings.deposits, checkpointKey)),
		comparer: openComparer(),
		reader: openReader(),
		looseTexts: openLooseTexts(),
		longReads: openLongReads(db, { clearances: clearanceKey.publicKey, checkpoints: checkpointKey }),
		converter: settings.converter === 'libreoffice' ? openOfficeConverter() : null,
		log,
	}
}

/** The secrets that sign cookies: those of the settings, else one made once and kept in the data folder. */
export function sessionSecrets(settings: Settings): readonly string[] {
	if (settings.sessionSecrets) return settings.sessionSecrets
	const file = join(settings.dataDirectory, 'keys', 'session-secret')
	if (!existsSync(file))
		writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
	return [readFileSync(file, 'utf8').trim()]
}

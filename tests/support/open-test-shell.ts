import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { v7 as newId } from 'uuid'
import { readFile } from '#app/documents/reader/read-file.ts'
import type { Reader } from '#app/documents/reader/reader.server.ts'
import { openComparer } from '#app/comparison/comparer.server.ts'
import { openLooseTexts } from '#app/comparison/loose-texts.ts'
import { markEntriesWith } from '#app/db/open-database.server.ts'
import { openLongReads } from '#app/long-reads/open-long-reads.server.ts'
import { openCheckpoints } from '#app/storage/checkpoints.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { openBlobStore } from '#app/storage/blob-store.server.ts'
import { precheckReading } from '#app/documents/reader/precheck-reading.ts'
import { openCheckpointKey } from '#app/storage/checkpoint-key.server.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { openTestDatabase, type TestRole } from './open-test-database.ts'

/** A shell on a real database, real files and a real key; its clock stands still until the test moves it. */
export type TestShell = Shell & {
	readonly url: string
	readonly setNow: (instant: Date) => void
	readonly directory: string
}

/** Reads files in this thread: starting one for each test would take longer than the test. */
export const READER_IN_PLACE: Reader = {
	read: readFile,
	precheck: async (asked) => precheckReading(asked),
	close: async () => {},
}

/** A Monday morning in Shanghai, outside every holiday. */
export const MONDAY = new Date('2026-11-23T01:30:00.000Z')

/** Opens a shell for one test, or a copy of one that was kept in a folder, and closes it when the test ends. */
export async function openTestShell(now: Date = MONDAY, role?: TestRole, kept?: string): Promise<TestShell> {
	const directory = mkdtempSync(join(tmpdir(), 'yiqian-test-'))
	if (kept) cpSync(join(kept, 'files'), directory, { recursive: true })
	const database = await openTestDatabase(role, kept && join(kept, 'yiqian.db'))
	onTestFinished(async () => {
		await comparer.close()
		await longReads.close()
		await database.close()
		rmSync(directory, { recursive: true, force: true })
	})
	const comparer = openComparer()
	const clearanceKey = openClearanceKey(join(directory, 'keys'))
	const checkpointKey = openCheckpointKey(join(directory, 'keys'))
	markEntriesWith(database.db, checkpointKey.mark)
	const longReads = openLongReads(database.db, {
		clearances: clearanceKey.publicKey,
		checkpoints: checkpointKey,
	})
	let clock = now
	return {
		db: database.db,
		url: database.url,
		directory,
		now: () => clock,
		setNow: (instant) => {
			clock = instant
		},
		newId: () => newId(),
		blobs: openBlobStore(join(directory, 'blobs')),
		clearanceKey,
		checkpoints: openCheckpoints(checkpointKey, []),
		comparer,
		reader: READER_IN_PLACE,
		looseTexts: openLooseTexts(),
		longReads,
		converter: null,
		log: { info: () => {}, warn: () => {}, error: () => {} },
	}
}

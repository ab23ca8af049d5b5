/**
 * Verifies the house that the settings name: `npm run verify` (and by its older name, `npm run audit:verify`): every page
 * of the database, every chain of the trail, every clearance, every file, every checkpoint, also those that lie outside;
 * and receipts that people have kept: `npm run verify -- receipt-….txt`. Prints each fault by name; the exit status is 1
 * when there is one.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { storageTrouble, TROUBLE_SENTENCES } from '#app/db/storage-trouble.server.ts'
import { readSettings, SettingRefused, type Settings } from '#app/env.server.ts'
import {
	CheckpointKeyRefused,
	checkpointKeyFile,
	openCheckpointKey,
} from '#app/storage/checkpoint-key.server.ts'
import { ClearanceKeyRefused, openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { holds, reportLines, verifyHouse } from './verify-house.ts'
import { receiptLines, verifyReceipts } from './verify-receipts.ts'

/** Whoever only looks makes nothing: a missing database or key is said, never created. */
function whatIsMissing(settings: Settings, keyFile: string): string | null {
	const file = settings.databaseUrl.startsWith('file:') ? settings.databaseUrl.slice('file:'.length) : null
	if (file !== null && !existsSync(file))
		return `There is no database at ${file}; set YIQIAN_DATA_DIR or DATABASE_URL.`
	if (!existsSync(keyFile)) return `There is no key at ${keyFile}; without it no clearance can be verified.`
	return null
}

async function verify(settings: Settings): Promise<number> {
	const keys = join(settings.dataDirectory, 'keys')
	const keyFile = settings.clearanceKeyFile ?? join(keys, 'clearance-ed25519.pem')
	const missing = whatIsMissing(settings, keyFile)
	if (missing) {
		console.error(missing)
		return 1
	}
	const { publicKey } = openClearanceKey(keys, keyFile)
	const { databaseUrl, dataDirectory, deposits } = settings
	const checkpointFile = settings.checkpointKeyFile ?? checkpointKeyFile(keys)
	const checkpointKey = existsSync(checkpointFile) ? openCheckpointKey(keys, checkpointFile) : null
	if (!checkpointKey)
		console.error(
			`There is no key at ${checkpointFile}: neither marks of entries nor checkpoints were verified.`,
		)
	const report = await verifyHouse({ databaseUrl, dataDirectory, publicKey, checkpointKey, deposits })
	const receipts = checkpointKey
		? await verifyReceipts(databaseUrl, checkpointKey, process.argv.slice(2))
		: []
	for (const line of [...receiptLines(receipts), ...reportLines(report)]) console.log(line)
	return holds(report) && checkpointKey && receipts.length === 0 ? 0 : 1
}

try {
	process.exitCode = await verify(readSettings(process.env))
} catch (error) {
	const trouble = storageTrouble(error)
	if (trouble) console.error(`Not verified to the end. ${TROUBLE_SENTENCES[trouble]} (${String(error)})`)
	else if (
		[SettingRefused, ClearanceKeyRefused, CheckpointKeyRefused].some((known) => error instanceof known)
	)
		console.error((error as Error).message)
	else throw error
	process.exitCode = 1
}

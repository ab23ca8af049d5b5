import { SchemaRefused } from '#app/db/compare-schema.server.ts'
import { MigrationRefused } from '#app/db/migrate.server.ts'
import { storageTrouble, TROUBLE_SENTENCES } from '#app/db/storage-trouble.server.ts'
import { SettingRefused } from '#app/env.server.ts'
import { CheckpointKeyRefused } from '#app/storage/checkpoint-key.server.ts'
import { ClearanceKeyRefused } from '#app/storage/clearance-key.server.ts'
import { errorCode } from '#app/storage/error-code.ts'
import { RowsRefused } from './assert-rows.server.ts'
import { BuildRefused } from './build-pages.server.ts'
import { DataFolderRefused } from './fit-data-folder.server.ts'
import { InstallationRefused } from './start-house.server.ts'

/** What stopped the start, as a sentence where it is something that a person can mend. */
export function startSentence(error: unknown): string | null {
	if (!(error instanceof Error)) return null
	if (
		[
			SettingRefused,
			ClearanceKeyRefused,
			CheckpointKeyRefused,
			DataFolderRefused,
			SchemaRefused,
			RowsRefused,
			BuildRefused,
			InstallationRefused,
		].some((known) => error instanceof known)
	)
		return `Not started. ${error.message}`
	if (error instanceof MigrationRefused) return `Not started, the database was not changed. ${error.message}`
	const code = errorCode(error)
	if (code === 'EADDRINUSE')
		return 'Not started: the port is in use. Choose another with PORT, or stop the other program.'
	if (code === 'ENOTDIR' || code === 'EEXIST')
		return `Not started: the data folder is not a folder (${error.message}). Choose another with YIQIAN_DATA_DIR.`
	const trouble = storageTrouble(error)
	if (trouble) return `Not started. ${TROUBLE_SENTENCES[trouble]}`
	if (/bindings file|better_sqlite3\.node|NODE_MODULE_VERSION/.test(error.message))
		return 'Not started: better-sqlite3 was not built for this Node. It needs a C++ compiler and python3; then run "npm rebuild better-sqlite3".'
	return null
}

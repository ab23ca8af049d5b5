/** Brings the database of the settings up to date: `npm run migrate`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '#app/env.server.ts'
import { migrate, MigrationRefused } from '#app/db/migrate.server.ts'
import { openMarkFrom } from '#app/storage/checkpoint-key.server.ts'

const settings = readSettings(process.env)
mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 })
try {
	const openMark = openMarkFrom(join(settings.dataDirectory, 'keys'), settings.checkpointKeyFile)
	const applied = await migrate(settings.databaseUrl, { openMark })
	console.log(
		applied.length === 0
			? 'The database is up to date.'
			: applied.map((name) => `applied ${name}`).join('\n'),
	)
} catch (error) {
	if (!(error instanceof MigrationRefused)) throw error
	console.error(`The database was not changed. ${error.message}`)
	process.exitCode = 1
}

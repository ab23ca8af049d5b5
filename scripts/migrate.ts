/** Brings the database of the settings up to date: `npm run migrate`. */
import { mkdirSync } from 'node:fs'
import { readSettings } from '#app/env.server.ts'
import { migrate, MigrationRefused } from '#app/db/migrate.server.ts'

const settings = readSettings(process.env)
mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 })
try {
	const applied = await migrate(settings.databaseUrl)
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

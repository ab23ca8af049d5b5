/**
 * Restores a backup into an empty data folder and verifies everything in it: `npm run restore -- BACKUP FOLDER`. Says
 * what the house is, and what is missing; the exit status is 1 when something is.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { restoreBackup } from './restore-backup.ts'
import { holds, reportLines } from './verify-house.ts'
import { BackupRefused } from './write-backup.ts'

const [backup, folder, ...more] = process.argv.slice(2)

async function run(from: string, to: string): Promise<number> {
	const { manifest, missing, report } = await restoreBackup(from, to)
	for (const each of missing) console.error(`MISSING ${each}`)
	for (const line of reportLines(report)) console.log(line)
	const { held, keys, madeAt } = manifest
	console.log(
		`restored as of ${madeAt}: ${held.commands} commands, last entry of the trail at ${held.lastEntryAt ?? 'none'}`,
	)
	const key = join(to, 'keys', 'clearance-ed25519.pem')
	if (keys.ids.length > 0 && !existsSync(key))
		console.log(
			`The keys are not in the backup: put the one that signed (${keys.ids.join(', ')}) at ${key}, mode 0600, before you start.`,
		)
	return missing.length === 0 && holds(report) ? 0 : 1
}

if (backup === undefined || folder === undefined || more.length > 0) {
	console.error('Say from where and into which empty folder: npm run restore -- BACKUP FOLDER')
	process.exitCode = 2
} else
	try {
		process.exitCode = await run(resolve(backup), resolve(folder))
	} catch (error) {
		if (!(error instanceof BackupRefused)) throw error
		console.error(error.message)
		process.exitCode = 1
	}

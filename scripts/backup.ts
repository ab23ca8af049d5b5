/**
 * Keeps the house that the settings name in an empty folder: `npm run backup -- FOLDER`, also while the server works.
 * Keys stay apart, since who holds a backup with its keys can sign; `--with-keys` puts them in.
 */
import { resolve } from 'node:path'
import { readSettings, SettingRefused } from '#app/env.server.ts'
import { ClearanceKeyRefused } from '#app/storage/clearance-key.server.ts'
import { BackupRefused, writeBackup } from './write-backup.ts'

const arguments_ = process.argv.slice(2)
const [folder, ...more] = arguments_.filter((each) => !each.startsWith('--'))
const options = arguments_.filter((each) => each.startsWith('--'))

async function run(target: string): Promise<number> {
	const withKeys = options.includes('--with-keys')
	const { manifest, damaged } = await writeBackup(readSettings(process.env), target, { withKeys })
	const { held, files, keys } = manifest
	console.log(
		`kept ${held.commands} commands, ${held.entries} entries of the trail up to ${held.lastEntryAt ?? 'none'}, ${files.count} files`,
	)
	console.log(
		withKeys
			? 'The keys are inside: keep this backup as you keep the keys.'
			: `The keys are not inside. Keep the folder "keys" of the data folder elsewhere${keys.ids.length > 0 ? `; clearances were signed by ${keys.ids.join(', ')}` : ''}.`,
	)
	for (const name of damaged) console.error(`NOT KEPT, the store does not have it whole: ${name}`)
	return damaged.length === 0 ? 0 : 1
}

if (folder === undefined || more.length > 0 || options.some((each) => each !== '--with-keys')) {
	console.error('Say where to: npm run backup -- FOLDER [--with-keys]')
	process.exitCode = 2
} else
	try {
		process.exitCode = await run(resolve(folder))
	} catch (error) {
		const isSaid = [BackupRefused, SettingRefused, ClearanceKeyRefused].some(
			(known) => error instanceof known,
		)
		if (!isSaid || !(error instanceof Error)) throw error
		console.error(error.message)
		process.exitCode = 1
	}

/**
 * Writes the evidence of one matter into a file: `npm run -s evidence -- MATTER [FILE.zip]`, also while the server works. The
 * matter is named by its id or its case number. The trail says that the command took it.
 */
import { open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readSettings, SettingRefused } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { findBehind } from '#app/services/checkpoint/find-behind.server.ts'
import { takeEvidenceByCommand } from '#app/services/evidence/take-evidence.server.ts'
import { CheckpointKeyRefused } from '#app/storage/checkpoint-key.server.ts'
import { ClearanceKeyRefused } from '#app/storage/clearance-key.server.ts'

const [matter, file = 'evidence.zip', ...more] = process.argv.slice(2)

async function write(named: string, target: string): Promise<number> {
	const shell = await openShell(readSettings(process.env))
	try {
		for (const { id } of await shell.db.jurisdiction.findMany({ select: { id: true } }))
			await findBehind(shell, id)
		// A file that cannot be written is found out before the trail says that the evidence was taken.
		const file = await open(target, 'wx', 0o600)
		const evidence = await takeEvidenceByCommand(shell, named)
		if (!evidence) {
			await file.close()
			await rm(target)
			console.error(
				`There is no evidence of ${named}: no such matter, none of its entries under a checkpoint, or a database that is behind a deposit.`,
			)
			return 1
		}
		await pipeline(Readable.from(evidence.chunks), file.createWriteStream())
		console.log(`wrote ${target}`)
		return 0
	} finally {
		await Promise.all([shell.longReads.close(), shell.comparer.close(), shell.reader.close()])
		await shell.db.$disconnect()
	}
}

if (matter === undefined || more.length > 0) {
	console.error('Say of which matter: npm run -s evidence -- MATTER [FILE.zip]')
	process.exitCode = 2
} else
	try {
		process.exitCode = await write(matter, resolve(file))
	} catch (error) {
		const isSaid = [SettingRefused, ClearanceKeyRefused, CheckpointKeyRefused].some(
			(known) => error instanceof known,
		)
		const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
		if (!isThere && (!isSaid || !(error instanceof Error))) throw error
		console.error(isThere ? `${resolve(file)} is there already.` : (error as Error).message)
		process.exitCode = 1
	}

/**
 * Verifies every chain of the trail and every clearance of the database that the settings name: `npm run audit:verify`.
 * Prints each fault with its stream and the first entry that does not hold; the exit status is 1 when there is one.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#app/db/open-database.server.ts'
import { readSettings, SettingRefused, type Settings } from '#app/env.server.ts'
import { type TrailReport, isWhole } from '#app/long-reads/trail-report.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { ClearanceKeyRefused, openClearanceKey } from '#app/storage/clearance-key.server.ts'

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
	const db = openDatabase(settings.databaseUrl)
	try {
		const report = await verifyTrail({ db, clearanceKey: openClearanceKey(keys, keyFile) })
		for (const line of reportLines(report)) console.log(line)
		return isWhole(report) ? 0 : 1
	} finally {
		await db.$disconnect()
	}
}

const FORGERIES = {
	signature: 'no valid signature',
	trail: 'no entry in the trail',
	revived: 'the trail has its end, and it lives',
	state: 'its state is not the one in the trail',
} as const

function reportLines(report: TrailReport): string[] {
	const broken = report.broken.map(
		({ jurisdictionId, stream, seq, problem }) =>
			`BROKEN ${stream} (jurisdiction ${jurisdictionId}): entry ${seq} does not hold: ${problem}`,
	)
	const forged = report.forged.map(
		({ clearanceId, number, problem }) =>
			`FORGED clearance ${number} (${clearanceId}): ${FORGERIES[problem]}`,
	)
	const { streams, entries, clearances, brokenStreams, forgedClearances } = report
	const totals = `${streams} streams, ${entries} entries, ${clearances} clearances: `
	return [
		...broken,
		...forged,
		totals +
			(isWhole(report)
				? 'all hold'
				: `${brokenStreams} streams broken, ${forgedClearances} clearances forged`),
	]
}

try {
	process.exitCode = await verify(readSettings(process.env))
} catch (error) {
	if (!(error instanceof SettingRefused) && !(error instanceof ClearanceKeyRefused)) throw error
	console.error(error.message)
	process.exitCode = 1
}

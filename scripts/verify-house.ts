import { createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { compareSchema, type SchemaFault } from '#app/db/compare-schema.server.ts'
import { openDatabase } from '#app/db/open-database.server.ts'
import { openSqliteReader } from '#app/db/read-snapshot.server.ts'
import { verifyClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { rowVerifier } from '#app/domain/audit-chain/signed-row.ts'
import { isWhole, type TrailReport } from '#app/long-reads/trail-report.ts'
import { type FilesReport, verifyFiles } from '#app/services/files/verify-files.server.ts'
import { compareReference, type ReferenceFault } from '#seeds/reference/compare-reference.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import type { DepositSettings } from '#app/storage/deposit-settings.ts'
import { openBlobStore } from '#app/storage/blob-store.server.ts'
import type { CheckpointKey } from '#app/storage/checkpoint-key.server.ts'
import { type DepositsReport, checkpointLines, depositLines, verifyDeposits } from './verify-deposits.ts'

/** What is to be verified: a database, its files, and what verifies its signatures; null where no key is there. */
type House = {
	readonly databaseUrl: string
	readonly dataDirectory: string
	readonly publicKey: string | null
	/** What verifies marks and checkpoints; null where that key is not there. */
	readonly checkpointKey: CheckpointKey | null
	/** Where checkpoints of this house lie outside. */
	readonly deposits?: DepositSettings
}

/** What was found of the database's pages, of chains and clearances, and of every file. */
export type HouseReport = {
	readonly pages: string
	readonly trail: TrailReport
	readonly schema: readonly SchemaFault[]
	readonly files: FilesReport
	readonly deposits: DepositsReport
	readonly reference: readonly ReferenceFault[]
}

/** Verifies every page, chain, clearance and file of a house. It only reads. */
export async function verifyHouse({
	databaseUrl,
	dataDirectory,
	publicKey,
	checkpointKey,
	deposits,
}: House): Promise<HouseReport> {
	const pages = pagesOf(databaseUrl)
	const key = publicKey === null ? null : createPublicKey(publicKey)
	const db = openDatabase(databaseUrl)
	try {
		const trail = await verifyTrail({
			db,
			clearanceKey: {
				verify: (clearance, signature) => key !== null && verifyClearance(clearance, signature, key),
				...(key ? { verifyRow: rowVerifier(key) } : {}),
			},
			checkpoints: checkpointKey && { key: checkpointKey },
		})
		return {
			pages,
			trail,
			schema: await compareSchema(databaseUrl),
			reference: await compareReference(db),
			files: await verifyFiles(databaseUrl, openBlobStore(join(dataDirectory, 'blobs'))),
			deposits: await verifyDeposits(db, checkpointKey, deposits ?? null),
		}
	} finally {
		await db.$disconnect()
	}
}

/** Whether everything that was verified holds. */
export function holds({ pages, trail, schema, files, deposits, reference }: HouseReport): boolean {
	if (reference.length > 0) return false
	const isLikeDeposits = deposits.behind.length + deposits.differing.length + deposits.failed.length === 0
	return pages === 'ok' && isWhole(trail) && schema.length === 0 && files.lost.length === 0 && isLikeDeposits
}

/** What SQLite says of its pages; PostgreSQL keeps watch over its own. */
function pagesOf(databaseUrl: string): string {
	if (!databaseUrl.startsWith('file:')) return 'ok'
	const database = openSqliteReader(databaseUrl.slice('file:'.length))
	try {
		return String(database.pragma('integrity_check(1)', { simple: true }))
	} finally {
		database.close()
	}
}

const FORGERIES = {
	signature: 'no valid signature',
	trail: 'no entry in the trail',
	revived: 'the trail has its end, and it lives',
	state: 'its state is not the one in the trail',
} as const

const ROW_FAULTS = {
	differs: 'is not as the trail left it',
	extra: 'is there, and the trail does not have it',
	missing: 'is gone, and the trail has it',
	times: 'was written another number of times than the trail says',
	place: 'names another place in the trail than the one that has it',
	signature: 'is not signed by the key of this house',
} as const

const SCHEMA_FAULTS = {
	differs: 'is not as this release makes it',
	missing: 'is gone',
	extra: 'is not of this release',
} as const

const LOSSES = { missing: 'is not there', 'other-bytes': 'holds other bytes than were put' } as const

/** The report as lines for people: each fault by name, then what was read. */
export function reportLines({ pages, trail, schema, files, deposits, reference }: HouseReport): string[] {
	const { streams, entries, clearances, rows, brokenStreams, forgedClearances, faultyRows } = trail
	const { checkpoints, faultyCheckpoints } = trail
	const totals = `${streams} streams, ${entries} entries, ${rows} rows, ${checkpoints} checkpoints, ${clearances} clearances: `
	return [
		...(pages === 'ok' ? [] : [`DAMAGED pages of the database: ${pages}`]),
		...schema.map(({ name, problem }) => `SCHEMA ${name}: ${SCHEMA_FAULTS[problem]}`),
		...reference.map(
			({ kind, code, effectiveFrom, problem }) =>
				`REFERENCE ${kind} ${code} (from ${effectiveFrom}): ${SCHEMA_FAULTS[problem]}`,
		),
		...trail.broken.map(
			({ jurisdictionId, stream, seq, problem }) =>
				`BROKEN ${stream} (jurisdiction ${jurisdictionId}): entry ${seq} does not hold: ${problem}`,
		),
		...trail.forged.map(
			({ clearanceId, number, problem }) =>
				`FORGED clearance ${number} (${clearanceId}): ${FORGERIES[problem]}`,
		),
		...trail.faulty.map(
			({ jurisdictionId, table, key, stream, seq, problem }) =>
				`ROW ${table} ${key} (jurisdiction ${jurisdictionId}): ${ROW_FAULTS[problem]}` +
				(stream === null ? '' : ` (${stream}${seq === null ? '' : `, entry ${seq}`})`),
		),
		...checkpointLines(trail),
		...depositLines(deposits),
		...files.lost.map(
			({ sha256, name, matterId, problem }) =>
				`LOST file ${name} (${sha256}) of ${matterId === null ? 'the register' : `matter ${matterId}`}: ${LOSSES[problem]}`,
		),
		totals +
			(isWhole(trail)
				? 'all hold'
				: `${brokenStreams} streams broken, ${forgedClearances} clearances forged, ${faultyRows} rows not as the trail left them` +
					(faultyCheckpoints === 0 ? '' : `, ${faultyCheckpoints} checkpoints or leaves that do not hold`)),
		`${files.files} files: ${files.lost.length === 0 ? 'all hold' : `${files.lost.length} lost`}`,
	]
}

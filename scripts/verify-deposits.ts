import type { Database } from '#app/db/open-database.server.ts'
import type { DepositSettings } from '#app/storage/deposit-settings.ts'
import type { CheckpointProblem, TrailReport } from '#app/long-reads/trail-report.ts'
import { type Behind, type Deposited, openCheckpoints } from '#app/storage/checkpoints.server.ts'
import { behindSentence, findBehind, findDiffering } from '#app/services/checkpoint/find-behind.server.ts'
import { openDeposits } from '#app/services/checkpoint/open-deposits.server.ts'
import type { CheckpointKey } from '#app/storage/checkpoint-key.server.ts'

/** What the places outside say of this database: that it is behind, that it differs, or nothing, where one cannot be asked. */
export type DepositsReport = {
	readonly behind: readonly Behind[]
	readonly differing: readonly Deposited[]
	readonly failed: readonly string[]
	readonly targets: number
}

/** Compares a database with every checkpoint that lies outside. */
export async function verifyDeposits(
	db: Database,
	key: CheckpointKey | null,
	settings: DepositSettings | null,
): Promise<DepositsReport> {
	if (!key || !settings) return { behind: [], differing: [], failed: [], targets: 0 }
	const checkpoints = openCheckpoints(key, openDeposits(settings, key))
	const silent = { info: () => {}, warn: () => {}, error: () => {} }
	const looking = { db, longReads: { db }, checkpoints, log: silent }
	const behind: Behind[] = []
	const differing: Deposited[] = []
	for (const { id } of await db.jurisdiction.findMany({ select: { id: true } })) {
		const found = await findBehind(looking, id)
		if (found) behind.push(found)
		else if (checkpoints.failures.size === 0) differing.push(...(await findDiffering(looking, id)))
	}
	const failed = [...checkpoints.failures].map(([target, { reason }]) => `${target}: ${reason}`)
	return { behind, differing, failed, targets: checkpoints.deposits.length }
}

const CHECKPOINT_FAULTS: Readonly<Record<CheckpointProblem, string>> = {
	signature: 'is not signed by this house',
	root: 'does not fit the list of leaves',
	'list-short': 'is longer than the list of leaves',
	'leaf-place': 'stands out of its place in the list of leaves',
	'entry-gone': 'stands in the list of leaves, and its entry is gone',
	'receipt-later': 'is what a receipt was given for, and there is no checkpoint so long',
}

/** What does not hold of checkpoints and leaves, a line each. */
export function checkpointLines({ checkpointFaults }: TrailReport): string[] {
	return checkpointFaults.map(
		({ jurisdictionId, problem, size, stream, seq }) =>
			`CHECKPOINT ${stream === null ? `of ${size} leaves` : `leaf ${size}, ${stream} entry ${seq}`} (jurisdiction ${jurisdictionId}): ${CHECKPOINT_FAULTS[problem]}`,
	)
}

/** What the places outside say, a line each. */
export function depositLines({ behind, differing, failed, targets }: DepositsReport): string[] {
	return [
		...behind.map((each) => `DEPOSIT ${behindSentence(each)}`),
		...differing.map(
			({ target, size }) =>
				`DEPOSIT the checkpoint of ${size} leaves that lies at ${target} is not one of this database`,
		),
		...failed.map((reason) => `DEPOSIT not compared: ${reason}`),
		...(targets === 0
			? ['No place outside is set up, so nothing shows whether this database was put back.']
			: []),
	]
}

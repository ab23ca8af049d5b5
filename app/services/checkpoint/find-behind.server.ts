import { findLeaves } from '#app/db/checkpoint-leaves.server.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Behind, Deposit, Deposited } from '#app/storage/checkpoints.server.ts'

type Looking = Pick<Shell, 'db' | 'checkpoints' | 'log'> & {
	readonly longReads: Pick<Shell['longReads'], 'db'>
}

/** So many missing entries are named. */
const MOST_NAMED = 50

/**
 * Compares the database with the newest checkpoint that lies elsewhere, and keeps what was found for pages: a database
 * that is older, or another one, may show and print no agenda. A target that cannot be asked says nothing either way; what
 * an earlier look has found stays.
 */
export async function findBehind(shell: Looking, jurisdictionId: string): Promise<Behind | null> {
	const { deposits, behind, failures } = shell.checkpoints
	let asked = 0
	for (const deposit of deposits)
		try {
			const deposited = await deposit.newest(originOf(jurisdictionId))
			const found = deposited && (await compare(shell, jurisdictionId, deposit, deposited))
			if (found) {
				behind.set(jurisdictionId, found)
				return found
			}
			asked += 1
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error)
			failures.set(deposit.target, { at: new Date().toISOString(), reason })
			shell.log.warn({ target: deposit.target, reason }, 'a deposit could not be asked')
		}
	if (asked === deposits.length) behind.delete(jurisdictionId)
	return behind.get(jurisdictionId) ?? null
}

/** What a deposit laid down is a checkpoint of this database, or this database is not the one that laid it down. */
async function compare(
	{ db, longReads }: Looking,
	jurisdictionId: string,
	deposit: Deposit,
	deposited: Deposited,
): Promise<Behind | null> {
	const here = await db.checkpoint.findFirst({ where: { jurisdictionId }, orderBy: { size: 'desc' } })
	const size = here?.size ?? 0
	const found = { target: deposit.target, size, deposited: deposited.size }
	if (deposited.size > size) {
		const leaves = await deposit.leavesFrom(deposited.origin, size)
		const present = await findLeaves(longReads.db, jurisdictionId, size, leaves.length)
		const isHere = new Set(present.map(({ hash }) => hash))
		const missing = leaves.filter(({ hash }) => !isHere.has(hash)).slice(0, MOST_NAMED)
		return { ...found, problem: 'older', missing }
	}
	const isHere = await hasCheckpoint(db, jurisdictionId, deposited)
	return isHere ? null : { ...found, problem: 'another', missing: [] }
}

async function hasCheckpoint(db: Looking['db'], jurisdictionId: string, { size, root }: Deposited) {
	const here = await db.checkpoint.findUnique({
		where: { jurisdictionId_size: { jurisdictionId, size } },
		select: { root: true },
	})
	return here?.root === root
}

/** Compares the database with every checkpoint that lies elsewhere: those that this database has not, or has otherwise. */
export async function findDiffering(shell: Looking, jurisdictionId: string): Promise<readonly Deposited[]> {
	const differing: Deposited[] = []
	for (const deposit of shell.checkpoints.deposits)
		for await (const each of deposit.all(originOf(jurisdictionId)))
			if (!(await hasCheckpoint(shell.db, jurisdictionId, each))) differing.push(each)
	return differing
}

/** What was found, as the start and `npm run verify` say it. */
export function behindSentence({ problem, target, size, deposited, missing }: Behind): string {
	const where = { folder: 'CHECKPOINT_FOLDER', witness: 'the witness', mail: 'the mail' }[target]
	const names = missing.map(({ stream, seq }) => `  missing: ${stream}, entry ${seq}`)
	const what =
		problem === 'older'
			? `This database is older than the newest checkpoint that lies at ${where}: it has ${size} of ${deposited} leaves. Acts that were answered are missing here.`
			: `This database is not the one that laid down the checkpoint of ${deposited} leaves at ${where}: its trail was changed or written anew.`
	return [
		`${what} Agenda and packet are not shown until the right database is restored (docs/operations.md).`,
		...names,
	].join('\n')
}

import { findLeaves } from '#app/db/checkpoint-leaves.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { type Hash, consistencyRanges, openTree } from '#app/domain/checkpoint/merkle-tree.ts'
import { readNote } from '#app/domain/checkpoint/signed-note.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Deposit, DepositedLeaf, ToDeposit } from '#app/storage/checkpoints.server.ts'

const AT_ONCE = 2000

/**
 * Lays the newest checkpoint down wherever it does not lie yet. A target that fails keeps no other from being tried, and
 * nobody from working: it is tried again with the next run, and the audit administrator's page says why it failed.
 */
export async function depositCheckpoints(shell: Shell, jurisdictionId: string): Promise<void> {
	const { deposits, failures, behind } = shell.checkpoints
	if (behind.has(jurisdictionId)) return
	for (const deposit of deposits)
		try {
			await depositIn(shell, jurisdictionId, deposit)
			failures.delete(deposit.target)
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error)
			failures.set(deposit.target, { at: shell.now().toISOString(), reason })
			shell.log.warn({ target: deposit.target, reason }, 'a checkpoint could not be laid down')
		}
}

async function depositIn(shell: Shell, jurisdictionId: string, deposit: Deposit): Promise<void> {
	const { db } = shell
	const order = { size: 'desc' } as const
	const newest = await db.checkpoint.findFirst({ where: { jurisdictionId }, orderBy: order })
	if (!newest) return
	const { target } = deposit
	const last = await db.checkpointDeposit.findFirst({ where: { jurisdictionId, target }, orderBy: order })
	const from = last?.size ?? 0
	if (from >= newest.size) return
	const { note, size, fingerprint, madeAt } = newest
	const cosignature = await deposit.put({
		note,
		text: readNote(note)?.text ?? '',
		origin: originOf(jurisdictionId),
		size,
		fingerprint,
		madeAt,
		from,
		leaves: () => leavesBetween(shell, jurisdictionId, from, size),
		proof: (earlier) => proveConsistency(shell, jurisdictionId, earlier, size),
	} satisfies ToDeposit)
	await inTransaction(db, (tx) =>
		insertRows(tx, 'checkpointDeposit', [
			{ jurisdictionId, size, target, cosignature, depositedAt: shell.now() },
		]),
	)
}

async function* leavesBetween(
	{ longReads }: Shell,
	jurisdictionId: string,
	from: number,
	size: number,
): AsyncGenerator<readonly DepositedLeaf[]> {
	for (let at = from; at < size;) {
		const leaves = await findLeaves(longReads.db, jurisdictionId, at, Math.min(AT_ONCE, size - at))
		if (leaves.length === 0) throw new Error('the list of leaves is shorter than its checkpoint')
		yield leaves
		at += leaves.length
	}
}

/** The proof that the first leaves are an earlier tree: one reading of the list, one hash a level at a time. */
async function proveConsistency(
	shell: Shell,
	jurisdictionId: string,
	from: number,
	size: number,
): Promise<readonly Hash[]> {
	const parts = consistencyRanges(from, size).map((range) => ({ range, tree: openTree() }))
	let at = 0
	if (parts.length === 0) return []
	for await (const leaves of leavesBetween(shell, jurisdictionId, 0, size))
		for (const { hash } of leaves) {
			for (const { range, tree } of parts) if (at >= range.start && at < range.end) tree.append(hash)
			at += 1
		}
	return parts.map(({ tree }) => tree.root())
}

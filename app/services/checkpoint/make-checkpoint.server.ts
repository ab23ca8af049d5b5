import { findLeaves, findPendingEntries, type PendingEntry } from '#app/db/checkpoint-leaves.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { checkpointFingerprint, originOf } from '#app/domain/checkpoint/checkpoint.ts'
import type { GrowingTree } from '#app/domain/checkpoint/merkle-tree.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { introduceKeys } from './introduce-keys.server.ts'

/** So many entries are taken up in one transaction: it holds the one writer for milliseconds. */
const AT_ONCE = 500

/** What came of making a checkpoint. */
export type Made = 'made' | 'nothing-new' | 'behind' | 'list-changed'

/**
 * Takes up what was committed since, in its order, and signs how the list stands. No command waits for it: entries are
 * read after their commit. An entry without the mark of the house's key is not taken up, nor what follows in its stream:
 * verification names it. Nothing is signed where a deposit knows a later or another list, and nothing where the list is
 * not the one that the last checkpoint signed.
 */
export async function makeCheckpoint(shell: Shell, jurisdictionId: string): Promise<Made> {
	if (shell.checkpoints.behind.has(jurisdictionId)) return 'behind'
	await introduceKeys(shell, jurisdictionId)
	const last = await shell.db.checkpoint.findFirst({
		where: { jurisdictionId },
		orderBy: { size: 'desc' },
		select: { size: true, root: true },
	})
	const tree = shell.checkpoints.treeOf(jurisdictionId)
	if (!(await catchUp(shell, jurisdictionId, tree, last))) {
		shell.log.error({ jurisdictionId, size: last?.size }, 'the list of leaves is not the one that was signed')
		return 'list-changed'
	}
	await takeUp(shell, jurisdictionId, tree, last === null)
	if (last) shell.checkpoints.newest.set(jurisdictionId, last.size)
	if (tree.size() === (last?.size ?? 0)) return 'nothing-new'
	await sign(shell, jurisdictionId, tree)
	return 'made'
}

/** Reads the leaves that the process has not seen; the list has to have the root that was signed of it. */
async function catchUp(
	shell: Shell,
	jurisdictionId: string,
	tree: GrowingTree,
	last: { readonly size: number; readonly root: string } | null,
): Promise<boolean> {
	let isSigned = last === null || tree.size() > last.size || tree.root() === last.root
	for (;;) {
		const leaves = await findLeaves(shell.longReads.db, jurisdictionId, tree.size(), 5000)
		for (const { position, hash } of leaves) {
			if (position !== tree.size()) return false
			tree.append(hash)
			if (tree.size() === last?.size) isSigned = tree.root() === last.root
		}
		if (leaves.length === 0) return isSigned && tree.size() >= (last?.size ?? 0)
	}
}

async function takeUp(
	shell: Shell,
	jurisdictionId: string,
	tree: GrowingTree,
	isFirst: boolean,
): Promise<void> {
	const refused = new Set<string>()
	for (;;) {
		const found = await findPendingEntries(shell.longReads.db, jurisdictionId, [...refused], AT_ONCE)
		if (found.length === 0) break
		const pending = found.filter((entry) => isOurs(shell, entry, isFirst, refused))
		const first = tree.size()
		await inTransaction(shell.db, (tx) =>
			insertRows(
				tx,
				'checkpointLeaf',
				pending.map(({ stream, seq, hash }, at) => ({
					jurisdictionId,
					position: first + at,
					stream,
					seq,
					hash,
				})),
			),
		)
		for (const { hash } of pending) tree.append(hash)
	}
	if (refused.size > 0)
		shell.log.error({ streams: [...refused] }, 'entries without the mark of this house were not taken up')
}

/** Entries of earlier releases have no mark; they are taken up once, by the first checkpoint. */
function isOurs(
	{ checkpoints }: Shell,
	{ stream, hash, mac }: PendingEntry,
	isFirst: boolean,
	refused: Set<string>,
): boolean {
	const isMarked = mac === checkpoints.key.mark(hash) || (isFirst && mac === null)
	if (!isMarked) refused.add(stream)
	return !refused.has(stream)
}

async function sign(shell: Shell, jurisdictionId: string, tree: GrowingTree): Promise<void> {
	const { key, newest } = shell.checkpoints
	const checkpoint = { origin: originOf(jurisdictionId), size: tree.size(), root: tree.root() }
	await inTransaction(shell.db, (tx) =>
		insertRows(tx, 'checkpoint', [
			{
				jurisdictionId,
				size: checkpoint.size,
				root: checkpoint.root,
				fingerprint: checkpointFingerprint(checkpoint),
				note: key.signCheckpoint(checkpoint),
				keyId: key.asNoteKey(checkpoint.origin).id,
				madeAt: shell.now(),
			},
		]),
	)
	newest.set(jurisdictionId, checkpoint.size)
}

import {
	type StoredCheckpoint,
	type StoredLeaf,
	readCheckpoints,
	readLeaves,
	readListed,
	readLongestReceipt,
} from '#app/db/read-checkpoint-rows.server.ts'
import type { Snapshot } from '#app/db/read-snapshot.server.ts'
import { openCheckpoint, originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { type GrowingTree, openTree } from '#app/domain/checkpoint/merkle-tree.ts'
import { type NoteKey, SIGNATURE_TYPES, noteKey } from '#app/domain/checkpoint/signed-note.ts'
import type { CheckpointFault, CheckpointProblem } from './trail-report.ts'

/** What a verification of checkpoints tells as it goes. */
export type CheckpointFindings = {
	readonly leaf: () => void
	readonly checkpoint: () => void
	readonly fault: (fault: CheckpointFault) => void
}

/**
 * Builds the tree over the list of leaves once, leaf by leaf, and holds against it every checkpoint that was signed: its
 * signature, and its root where the list was as long. Every leaf has its entry, and no receipt was given for a longer list.
 */
export async function verifyCheckpoints(
	snapshot: Snapshot,
	publicKey: string,
	jurisdictionId: string | null,
	findings: CheckpointFindings,
): Promise<void> {
	for (const id of await readListed(snapshot, jurisdictionId)) {
		const key = noteKey(originOf(id), SIGNATURE_TYPES.ed25519, Buffer.from(publicKey, 'base64'))
		await verifyList(snapshot, id, key, findings)
	}
}

async function verifyList(
	snapshot: Snapshot,
	jurisdictionId: string,
	key: NoteKey,
	findings: CheckpointFindings,
): Promise<void> {
	const tree = openTree()
	const name = (problem: CheckpointProblem, size: number, leaf?: StoredLeaf) =>
		findings.fault({
			jurisdictionId,
			problem,
			size,
			stream: leaf?.stream ?? null,
			seq: leaf?.seq ?? null,
		})
	const checkpoints = readCheckpoints(snapshot, jurisdictionId)
	let next = await checkpoints.next()
	let longest = 0
	const judge = async () => {
		while (!next.done && next.value.size === tree.size()) {
			judgeCheckpoint(next.value, tree, key, name)
			findings.checkpoint()
			longest = next.value.size
			next = await checkpoints.next()
		}
	}
	for await (const leaves of readLeaves(snapshot, jurisdictionId))
		for (const leaf of leaves) {
			if (leaf.position !== tree.size()) name('leaf-place', leaf.position, leaf)
			else if (leaf.entryHash === null) name('entry-gone', leaf.position + 1, leaf)
			tree.append(leaf.hash)
			findings.leaf()
			if (!next.done && next.value.size === tree.size()) await judge()
		}
	for (; !next.done; next = await checkpoints.next()) {
		name('list-short', next.value.size)
		longest = next.value.size
		findings.checkpoint()
	}
	const promised = await readLongestReceipt(snapshot, jurisdictionId)
	if (promised > longest) name('receipt-later', promised)
}

function judgeCheckpoint(
	{ size, root, note, jurisdictionId }: StoredCheckpoint,
	tree: GrowingTree,
	key: NoteKey,
	name: (problem: CheckpointProblem, size: number) => void,
): void {
	const signed = openCheckpoint(note, [key])
	if (signed?.origin !== originOf(jurisdictionId) || signed.size !== size || signed.root !== root)
		name('signature', size)
	else if (tree.root() !== root) name('root', size)
}

import type { Hash, LeafRange } from '#app/domain/checkpoint/merkle-tree.ts'
import { openRangeRoots } from '#app/domain/checkpoint/range-roots.ts'
import type { Snapshot } from './read-snapshot.server.ts'

/** So many leaves are in memory at once. */
const BATCH = 5000

/** Reads the first leaves of a list once and makes the roots of these parts of it. */
export async function readRangeRoots(
	snapshot: Snapshot,
	jurisdictionId: string,
	size: number,
	ranges: readonly LeafRange[],
): Promise<readonly Hash[]> {
	const making = openRangeRoots(size, ranges)
	for (let at = 0; at < size;) {
		const leaves = await snapshot.rows<[string]>(
			`SELECT "hash" FROM "checkpoint_leaf" WHERE "jurisdiction_id" = ? AND "position" >= ? AND "position" < ?
				ORDER BY "position" LIMIT ${BATCH}`,
			[jurisdictionId, at, size],
		)
		if (leaves.length === 0) throw new RangeError('the list of leaves is shorter than its checkpoint')
		for (const [hash] of leaves) making.append(hash)
		at += leaves.length
	}
	return making.roots()
}

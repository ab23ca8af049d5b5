import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { findTree, findTrees } from './find-trees.server.ts'
import { type LoadedParts, GATE_PARTS, MATTER_PARTS } from './matter-parts.server.ts'
import type { Tx } from './open-database.server.ts'

type Reader = Pick<Tx, '$queryRaw'>

/** Loads one matter whole, or null when the jurisdiction has none with this id. One query. */
export async function loadMatter(
	tx: Reader,
	jurisdictionId: string,
	matterId: string,
): Promise<MatterRecord | null> {
	return loadMatterWith(tx, MATTER_PARTS, jurisdictionId, matterId)
}

/** Loads one matter with these parts only. One query. */
export async function loadMatterWith<Said>(
	tx: Reader,
	{ include, read }: LoadedParts<Said>,
	jurisdictionId: string,
	matterId: string,
): Promise<Said | null> {
	const tree = await findTree(tx, 'matter', { where: { jurisdictionId, id: matterId }, include })
	return tree && read(tree)
}

/** Loads many matters with all their parts, in the order of their ids; one query, however many. */
export async function loadMatters(
	tx: Reader,
	jurisdictionId: string,
	matterIds: readonly string[],
): Promise<MatterRecord[]> {
	return loadMattersWith(tx, MATTER_PARTS, jurisdictionId, matterIds)
}

/** Loads many matters with what the gate judges, in the order of their ids; one query, however many. */
export async function loadGateRecords(
	tx: Reader,
	jurisdictionId: string,
	matterIds: readonly string[],
): Promise<GateRecord[]> {
	return loadMattersWith(tx, GATE_PARTS, jurisdictionId, matterIds)
}

async function loadMattersWith<Said>(
	tx: Reader,
	{ include, read }: LoadedParts<Said>,
	jurisdictionId: string,
	matterIds: readonly string[],
): Promise<Said[]> {
	const trees = await findTrees(tx, 'matter', {
		where: { jurisdictionId, id: { in: [...matterIds] } },
		orderBy: { id: 'asc' },
		include,
	})
	return trees.map(read)
}

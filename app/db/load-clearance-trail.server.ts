import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

/** What the trail has of a clearance: nothing, that it was issued, or that it came to its end as well. */
export type ClearanceTrail = 'missing' | 'issued' | 'ended'

/** What names a clearance in the trail. */
type Named = {
	readonly jurisdictionId: string
	readonly matterId: string
	readonly id: string
	readonly contentSha256: string
}

const ENDS = ['clearance.voided', 'clearance.consumed', 'clearance.expired']

const LEAF = { leaf: true } as const

/** Reads what the trail has of clearances: of some matters of a jurisdiction, of all of its matters, or of every one. */
export async function loadClearanceTrail(
	tx: Pick<Tx, '$queryRaw'>,
	where: { readonly jurisdictionId?: string; readonly matterIds?: readonly string[] },
): Promise<(clearance: Named) => ClearanceTrail> {
	const entries = await findTrees(tx, 'auditEntry', {
		where: {
			...(where.jurisdictionId === undefined ? {} : { jurisdictionId: where.jurisdictionId }),
			...(where.matterIds ? { stream: { in: where.matterIds.map((id) => `matter/${id}`) } } : {}),
			kind: { in: ['clearance.issued', ...ENDS] },
			outcome: 'done',
		},
		select: LEAF,
	})
	const issued = new Set<string>()
	const ended = new Set<string>()
	for (const { leaf } of entries) {
		const { log, stream, act, detail } = JSON.parse(leaf) as Leaf
		if (act === 'clearance.issued') issued.add(`${log} ${stream} ${detail.clearance} ${detail.contentSha256}`)
		else ended.add(detail.clearance)
	}
	return ({ jurisdictionId, matterId, id, contentSha256 }) => {
		if (!issued.has(`${jurisdictionId} matter/${matterId} ${id} ${contentSha256}`)) return 'missing'
		return ended.has(id) ? 'ended' : 'issued'
	}
}

type Leaf = {
	readonly log: string
	readonly stream: string
	readonly act: string
	readonly detail: { readonly clearance: string; readonly contentSha256?: string }
}

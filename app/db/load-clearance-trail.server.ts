import type { ClearanceState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

/** What the trail has of a clearance: nothing, or the state that its last entry leaves it in. */
export type ClearanceTrail = 'missing' | ClearanceState

/** What names a clearance in the trail. */
type Named = {
	readonly jurisdictionId: string
	readonly matterId: string
	readonly id: string
	readonly contentSha256: string
}

const ENDS: Readonly<Record<string, ClearanceState>> = {
	'clearance.voided': 'void',
	'clearance.consumed': 'consumed',
	'clearance.expired': 'expired',
}

const LEAF = { leaf: true } as const

/**
 * Reads what the trail has of clearances: of some matters of a jurisdiction, of all of its matters, or of every one.
 * Found and read by the sealed text: the columns beside it are for searching, and somebody may have changed them.
 */
export async function loadClearanceTrail(
	tx: Pick<Tx, '$queryRaw'>,
	where: { readonly jurisdictionId?: string; readonly matterIds?: readonly string[] },
): Promise<ClearanceTrails> {
	const entries = await findTrees(tx, 'auditEntry', {
		where: {
			...(where.jurisdictionId === undefined ? {} : { jurisdictionId: where.jurisdictionId }),
			...(where.matterIds ? { stream: { in: where.matterIds.map((id) => `matter/${id}`) } } : {}),
			leaf: { contains: OF_CLEARANCES },
		},
		select: LEAF,
	})
	const trails = openClearanceTrails()
	for (const { leaf } of entries) trails.take(leaf)
	return trails
}

/** What the trail has of clearances, gathered from sealed entries as they are read. */
export type ClearanceTrails = {
	readonly take: (leaf: string) => void
	readonly of: (clearance: Named) => ClearanceTrail
	/** Whether its entry says that who signed it confirmed the law behind it, which nobody has verified. */
	readonly isLawConfirmed: (clearance: Named) => boolean
}

/** Opens such a gathering. An entry that cannot be read vouches for nothing. */
export function openClearanceTrails(): ClearanceTrails {
	const issued = new Map<string, boolean>()
	const ended = new Map<string, ClearanceState>()
	return {
		take: (text) => {
			const leaf = text.includes(OF_CLEARANCES) ? readLeaf(text) : null
			if (leaf?.outcome !== 'done') return
			const { log, stream, act, detail } = leaf
			const end = ENDS[act]
			if (end) ended.set(`${log} ${stream} ${detail.clearance}`, end)
			else if (act === 'clearance.issued')
				issued.set(
					`${log} ${stream} ${detail.clearance} ${detail.contentSha256}`,
					detail.lawConfirmed === true,
				)
		},
		of: ({ jurisdictionId, matterId, id, contentSha256 }) => {
			const name = `${jurisdictionId} matter/${matterId} ${id}`
			if (!issued.has(`${name} ${contentSha256}`)) return 'missing'
			return ended.get(name) ?? 'valid'
		},
		isLawConfirmed: ({ jurisdictionId, matterId, id, contentSha256 }) =>
			issued.get(`${jurisdictionId} matter/${matterId} ${id} ${contentSha256}`) === true,
	}
}

/** How the canonical text of every entry about a clearance has its act. */
const OF_CLEARANCES = '"act":"clearance.'

function readLeaf(text: string): Leaf | null {
	try {
		const leaf: Leaf = JSON.parse(text)
		return leaf
	} catch {
		return null
	}
}

type Leaf = {
	readonly log: string
	readonly stream: string
	readonly act: string
	readonly outcome: string
	readonly detail: {
		readonly clearance?: string
		readonly contentSha256?: string
		readonly lawConfirmed?: boolean
	}
}

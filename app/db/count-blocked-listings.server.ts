import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

const TALLY = { tally: { select: { count: true } } } as const

/** 拦截次数: how often the gate has refused a listing into this meeting, repeated tries included. */
export async function countBlockedListings(
	tx: Pick<Tx, '$queryRaw'>,
	{ jurisdictionId, id, createdAt }: { jurisdictionId: string; id: string; createdAt: Date },
): Promise<number> {
	const refused = await findTrees(tx, 'auditEntry', {
		where: {
			jurisdictionId,
			kind: 'agenda.listing-requested',
			outcome: 'refused',
			// Not before there was the meeting: else every refusal of the district would be read.
			at: { gte: createdAt },
			AND: [{ leaf: { contains: '"code":"gate-blocked"' } }, { leaf: { contains: `"meeting":"${id}"` } }],
		},
		select: TALLY,
	})
	return refused.reduce((count, entry) => count + (entry.tally?.count ?? 1), 0)
}

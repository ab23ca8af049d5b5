import type { Tx } from './open-database.server.ts'

/** 拦截次数: how often the gate has refused a listing into this meeting, repeated tries included. */
export async function countBlockedListings(
	tx: Pick<Tx, 'auditEntry'>,
	jurisdictionId: string,
	meetingId: string,
): Promise<number> {
	const refused = await tx.auditEntry.findMany({
		where: {
			jurisdictionId,
			kind: 'agenda.listing-requested',
			outcome: 'refused',
			AND: [
				{ leaf: { contains: '"code":"gate-blocked"' } },
				{ leaf: { contains: `"meeting":"${meetingId}"` } },
			],
		},
		select: { tally: { select: { count: true } } },
	})
	return refused.reduce((count, entry) => count + (entry.tally?.count ?? 1), 0)
}

import { findTrees } from '#app/db/find-trees.server.ts'
import { readDeadline } from '#app/db/matter-record-rows.server.ts'
import type { Database } from '#app/db/open-database.server.ts'

/** How many periods a sweep holds at a time. */
export const PERIODS_AT_ONCE = 500

export type RunningPeriod = Awaited<ReturnType<typeof loadRunningPeriods>>[number]

/** The next periods after an id that have not ended: all of them, or those alone whose due day is provisional (暂定). */
export async function loadRunningPeriods(
	db: Database,
	after: string,
	which: { readonly isProvisional?: true } = {},
) {
	const rows = await findTrees(db, 'deadline', {
		where: { endedAt: null, id: { gt: after }, ...which },
		orderBy: { id: 'asc' },
		take: PERIODS_AT_ONCE,
		include: { stops: { orderBy: { id: 'asc' } }, changes: { orderBy: { id: 'asc' } } },
	})
	return rows.map(readDeadline)
}

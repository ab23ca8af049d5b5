import type { AgendaItemRow } from '#app/domain/matter-record/agenda-records.ts'
import { LETS_GO } from '#app/domain/meeting/meeting-record.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { findTrees } from './find-trees.server.ts'
import { readAgendaItem } from './matter-record-rows.server.ts'
import type { Tx } from './open-database.server.ts'

/** A proposal in one of these states waits to be put before a meeting. */
export const IN_POOL = ['proposed', 'blocked'] as const satisfies readonly AgendaState[]

/** The proposals that wait for an organ's meetings, oldest first: never put before one, or free to go to another. */
export async function loadPool(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	organId: string,
	meetingId: string,
): Promise<AgendaItemRow[]> {
	const items = await findTrees(tx, 'agendaItem', {
		where: {
			jurisdictionId,
			organId,
			kind: 'decision',
			state: { in: [...IN_POOL] },
			OR: [{ meetingId: null }, { meetingId }, { meeting: { state: { in: [...LETS_GO] } } }],
		},
		orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
		take: 200,
	})
	return items.map(readAgendaItem)
}

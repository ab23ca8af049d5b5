import type { AgendaState, MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

const POOL_PARTS = { meeting: { select: { title: true, state: true } } } as const

/** A proposal with the meeting that it was last put before, if any. */
export type PoolItem = Awaited<ReturnType<typeof loadPool>>[number]

const WAITING = ['proposed', 'blocked'] as const satisfies readonly AgendaState[]

/** Meetings whose agenda is not settled, or will never be held: what they had taken up may go elsewhere. */
const LETS_GO = ['preparing', 'cancelled'] as const satisfies readonly MeetingState[]

/** The proposals that wait for an organ's meetings, oldest first: never put before one, or free to go to another. */
export function loadPool(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	organId: string,
	meetingId: string,
) {
	return findTrees(tx, 'agendaItem', {
		where: {
			jurisdictionId,
			organId,
			kind: 'decision',
			state: { in: [...WAITING] },
			OR: [{ meetingId: null }, { meetingId }, { meeting: { state: { in: [...LETS_GO] } } }],
		},
		orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
		take: 200,
		include: POOL_PARTS,
	})
}

/** Whether an item that another meeting had taken up may be put before a new one. */
export function mayLeave(meetingState: string): boolean {
	return (LETS_GO as readonly string[]).includes(meetingState)
}

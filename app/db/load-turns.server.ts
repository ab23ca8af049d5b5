import type { AgendaItemRow } from '#app/domain/matter-record/agenda-records.ts'
import type { DeadlineRecord, MatterRow } from '#app/domain/matter-record/matter-record.ts'
import type { CountedDeadline, StoppableDeadline } from '#app/domain/matter-record/period-of-deadline.ts'
import type { DatedMatter } from '#app/domain/matter-record/turn-since.ts'
import type { TiedMatter } from '#app/domain/permission/ties-of-matter.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import { findTrees } from './find-trees.server.ts'
import { TURN_PARTS } from './matter-parts.server.ts'
import type { Tx } from './open-database.server.ts'

/** A matter as a line of a list: what it shows, and what its turn and its ties are read from. */
export type TurnRow = MatterRow &
	Omit<DatedMatter, 'deadlines'> &
	TiedMatter & {
		readonly organ: { readonly name: string; readonly shortName: string }
		readonly reviewOrgan: { readonly name: string } | null
		readonly agendaItems: readonly Pick<AgendaItemRow, 'id' | 'state' | 'organId' | 'meetingId'>[]
		/** The periods that run. */
		readonly deadlines: readonly (Pick<
			DeadlineRecord,
			'kind' | 'startsOn' | 'periodDays' | 'dueOn' | 'endedAt'
		> &
			CountedDeadline &
			StoppableDeadline)[]
	}

/** Where a list goes on: after this due day (null: none) and this id. */
export type ListCursor = { readonly dueOn: string | null; readonly id: string }

/** Loads the lines of a list in the order of their due days, those without one last; one query. */
export async function loadTurnRows(
	tx: Pick<Tx, '$queryRaw'>,
	where: Prisma.MatterWhereInput,
	after: ListCursor | null,
	take: number,
): Promise<TurnRow[]> {
	const trees = await findTrees(tx, 'matter', {
		where: after ? { AND: [where, isAfter(after)] } : where,
		orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
		take,
		include: TURN_PARTS.include,
	})
	return trees.map(TURN_PARTS.read)
}

function isAfter({ dueOn, id }: ListCursor): Prisma.MatterWhereInput {
	if (dueOn === null) return { dueOn: null, id: { gt: id } }
	return { OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: id } }, { dueOn: null }] }
}

import type { AgendaItemRow } from '#app/domain/matter-record/agenda-records.ts'
import type { DeadlineRecord, MatterRow } from '#app/domain/matter-record/matter-record.ts'
import type { TurnRecord } from '#app/domain/matter-record/turn-facts.ts'
import type { TiedMatter } from '#app/domain/permission/ties-of-matter.ts'
import { supplementOriginOf } from './code-columns.server.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import { type Tree, findTrees } from './find-trees.server.ts'
import * as read from './matter-record-rows.server.ts'
import type { Tx } from './open-database.server.ts'

/** What the work list shows of a matter and what its turn asks for; no texts, no opinions. */
export const TURN_PARTS = {
	tracks: { select: { track: true } },
	organ: { select: { name: true, shortName: true } },
	reviewOrgan: { select: { name: true } },
	assignments: { where: { endedAt: null }, select: { role: true, personId: true } },
	recusals: { select: { personId: true, decision: { select: { isGranted: true } } } },
	opinions: {
		orderBy: { signedAt: 'desc' },
		take: 1,
		select: { revocation: { select: { revokedAt: true } } },
	},
	counselOpinions: {
		select: { round: true, personId: true, conclusion: true, disposition: { select: { disposedAt: true } } },
	},
	opinionDrafts: { select: { round: true, checkedAt: true } },
	currentVersion: { select: { contentSha256: true } },
	waiverRequests: { select: { versionId: true, decision: { select: { decision: true } } } },
	clearances: { orderBy: { issuedAt: 'desc' }, take: 1, select: { contentSha256: true } },
	agendaItems: { orderBy: { proposedAt: 'asc' }, select: { state: true, organId: true, meetingId: true } },
	deadlines: {
		where: { endedAt: null },
		select: { kind: true, startsOn: true, periodDays: true, dueOn: true, endedAt: true },
	},
} as const

/** A matter as a line of a list: what it shows, and what its turn and its ties are read from. */
export type TurnRow = MatterRow &
	TurnRecord &
	TiedMatter & {
		readonly organ: { readonly name: string; readonly shortName: string }
		readonly reviewOrgan: { readonly name: string } | null
		readonly agendaItems: readonly Pick<AgendaItemRow, 'state' | 'organId' | 'meetingId'>[]
		/** The periods that run. */
		readonly deadlines: readonly Pick<
			DeadlineRecord,
			'kind' | 'startsOn' | 'periodDays' | 'dueOn' | 'endedAt'
		>[]
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
		include: TURN_PARTS,
	})
	return trees.map(turnRowOf)
}

function turnRowOf(tree: Tree<'matter', { include: typeof TURN_PARTS }>[number]): TurnRow {
	return {
		...read.readMatter(tree),
		supplementFrom: supplementOriginOf(tree.supplementFrom),
		tracks: tree.tracks.map(read.readTrack),
		assignments: tree.assignments.map(read.readAssignment),
		recusals: tree.recusals.map(read.readRecusal),
		counselOpinions: tree.counselOpinions.map(read.readConclusion),
		waiverRequests: tree.waiverRequests.map(read.readWaiver),
		agendaItems: tree.agendaItems.map(read.readItemState),
		deadlines: tree.deadlines.map(read.readDeadline),
	}
}

function isAfter({ dueOn, id }: ListCursor): Prisma.MatterWhereInput {
	if (dueOn === null) return { dueOn: null, id: { gt: id } }
	return { OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: id } }, { dueOn: null }] }
}

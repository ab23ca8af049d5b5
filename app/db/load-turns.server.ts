import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { needsCounsel } from '#app/domain/matter/track.ts'
import type { Subject } from '#app/domain/permission/relation.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import { findTrees } from './find-trees.server.ts'
import type { MatterRecord } from './load-matter.server.ts'
import type { Tx } from './open-database.server.ts'
import { openWaiver, tracksOf, undisposedHolds } from './matter-facts.server.ts'

const OPEN_ITEM: readonly AgendaState[] = ['proposed', 'blocked', 'listed', 'notified']

/** What the work list shows of a matter and what its turn asks for; no texts, no opinions. */
export const TURN_PARTS = {
	tracks: { select: { track: true } },
	organ: { select: { name: true, shortName: true } },
	reviewOrgan: { select: { name: true } },
	assignments: { where: { role: 'counsel', endedAt: null }, select: { personId: true } },
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
		select: { kind: true, startsOn: true, periodDays: true, dueOn: true },
	},
} as const

/** A matter as a line of a list. */
export type TurnRow = Awaited<ReturnType<typeof loadTurnRows>>[number]

/** Where a list goes on: after this due day (null: none) and this id. */
export type ListCursor = { readonly dueOn: string | null; readonly id: string }

/** Loads the lines of a list in the order of their due days, those without one last; one query. */
export function loadTurnRows(
	tx: Pick<Tx, '$queryRaw'>,
	where: Prisma.MatterWhereInput,
	after: ListCursor | null,
	take: number,
) {
	return findTrees(tx, 'matter', {
		where: after ? { AND: [where, isAfter(after)] } : where,
		orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
		take,
		include: TURN_PARTS,
	})
}

function isAfter({ dueOn, id }: ListCursor): Prisma.MatterWhereInput {
	if (dueOn === null) return { dueOn: null, id: { gt: id } }
	return { OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: id } }, { dueOn: null }] }
}

/** A wholly loaded matter as a line of a list. */
export function asTurnRow(matter: MatterRecord): TurnRow {
	return {
		...matter,
		assignments: matter.assignments.filter((assignment) => assignment.role === 'counsel'),
		clearances: matter.clearances.slice(-1),
		deadlines: matter.deadlines.filter((deadline) => deadline.endedAt === null),
	}
}

/** What "whose turn is it" asks, from one line. */
export function turnFactsOf(row: TurnRow): TurnFacts {
	const heard = row.counselOpinions.filter((opinion) => opinion.round === row.round)
	const counselIds = row.assignments.map((assignment) => assignment.personId)
	return {
		state: row.state as MatterState,
		awaitingHead: row.awaitingHead,
		awaitingSignature: row.awaitingSignature,
		changedAfterClearance: row.changedAfterClearance,
		isWaiverOpen: openWaiver(row) !== null,
		isTextAsCleared:
			row.currentVersion !== null && row.currentVersion.contentSha256 === row.clearances[0]?.contentSha256,
		hasOpinion: row.opinionId !== null,
		lacksCounselOpinion: needsCounsel(tracksOf(row)) && heard.length === 0,
		hasCounselHold: undisposedHolds(row).length > 0,
		isOpinionChecked: row.opinionDrafts.some(
			(draft) => draft.round === row.round && draft.checkedAt !== null,
		),
		reviewerId: row.reviewerId,
		counselWaiting: counselIds.filter((personId) => !heard.some((opinion) => opinion.personId === personId)),
		hasCounsel: counselIds.length > 0,
		agenda: openItem(row)?.state ?? null,
	}
}

/** The ties of a line that permission asks for; at its meeting it belongs to the organ that it was proposed to. */
export function turnSubjectOf(row: TurnRow): Subject {
	const organId = openItem(row)?.organId
	return {
		jurisdictionId: row.jurisdictionId,
		organId: row.organId,
		unitId: row.unitId,
		reviewOrganId: row.reviewOrganId,
		reviewUnitId: row.reviewUnitId,
		wasSubmitted: row.submittedAt !== null,
		isWaiverAsked: row.waiverRequests.length > 0,
		reviewerId: row.reviewerId,
		counselIds: row.assignments.map((assignment) => assignment.personId),
		agendaOrganIds: row.agendaItems.map((item) => item.organId),
		...(organId ? { meetingOrganId: organId } : {}),
	}
}

/** The agenda item that the matter waits or stands with. */
export function openItem(row: TurnRow) {
	const item = row.agendaItems.findLast((candidate) => OPEN_ITEM.includes(candidate.state as AgendaState))
	return item ? { ...item, state: item.state as AgendaState } : null
}

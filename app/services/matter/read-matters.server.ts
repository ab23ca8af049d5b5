import { matterStateOf, trackOf } from '#app/db/code-columns.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { readableTies } from '#app/db/matter-scopes.server.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the list is narrowed to; empty fields narrow nothing. */
export type MatterFilter = {
	readonly state: MatterState | null
	readonly track: Track | null
	readonly organId: string | null
	readonly words: string
}

/** A matter as a line of the list. */
export type MatterLine = {
	readonly id: string
	readonly title: string
	readonly caseNumber: string | null
	readonly state: MatterState
	readonly tracks: readonly Track[]
	readonly organ: string
	readonly round: number
	readonly since: string
	readonly dueOn: string | null
	readonly isChanged: boolean
}

export type MattersPage = {
	readonly matters: readonly MatterLine[]
	readonly organs: readonly { readonly id: string; readonly name: string }[]
	readonly next: string | null
	readonly mayOpen: boolean
}

const PAGE = 30

const LINE_PARTS = { tracks: { select: { track: true } }, organ: { select: { name: true } } } as const
const ID_AND_NAME = { id: true, name: true } as const

/** The matters within the actor's sight, newest first, so many at once; goes on after the matter `after`. */
export async function readMatters(
	shell: Shell,
	actor: Actor,
	filter: MatterFilter,
	after: string | null,
	size: number = PAGE,
): Promise<MattersPage> {
	const { jurisdictionId } = actor
	const narrower = [...narrowed(filter), ...(after ? [{ id: { lt: after } }] : [])]
	const rows = await newestMatters(shell, actor, narrower, size)
	const organs = await findTrees(shell.db, 'organ', {
		where: { jurisdictionId, kind: { in: ['department', 'street'] } },
		orderBy: { id: 'asc' },
		select: ID_AND_NAME,
	})
	return {
		matters: rows.slice(0, size).map((row) => ({
			id: row.id,
			title: row.title,
			caseNumber: row.caseNumber,
			state: matterStateOf(row.state),
			tracks: row.tracks.map(({ track }) => trackOf(track)),
			organ: row.organ.name,
			round: row.round,
			since: row.stateSince.toISOString(),
			dueOn: row.dueOn,
			isChanged: row.changedAfterClearance,
		})),
		organs,
		next: rows.length > size ? (rows[size - 1]?.id ?? null) : null,
		mayOpen: permit(actor, 'matter.opened', { jurisdictionId }).ok,
	}
}

/** The newest of what the actor may see: of each tie so many as a page has, and of these the newest. */
async function newestMatters(shell: Shell, actor: Actor, narrower: readonly Where[], size: number) {
	const { jurisdictionId } = actor
	const found = []
	for (const tie of readableTies(actor)) {
		const ids = await assignedIds(shell, actor, tie, narrower, size)
		const where = { jurisdictionId, AND: ids ? [{ id: { in: ids } }] : [tie, ...narrower] }
		const page = { orderBy: { id: 'desc' }, take: size + 1, include: LINE_PARTS } as const
		found.push(...(await findTrees(shell.db, 'matter', { where, ...page })))
	}
	const rows = [...new Map(found.map((row) => [row.id, row])).values()]
	return rows.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, size + 1)
}

/**
 * The newest matters that the actor is assigned to, for the tie that says so, or null for another one: found among the
 * actor's assignments, of which there are few, not among all matters. Nobody is assigned to a matter in one role twice
 * at once, but a list may not end early if somebody were.
 */
async function assignedIds(
	shell: Shell,
	{ jurisdictionId }: Actor,
	tie: Where,
	narrower: readonly Where[],
	size: number,
): Promise<string[] | null> {
	const assignment = tie.assignments?.some
	if (!assignment) return null
	const rows = await findTrees(shell.db, 'assignment', {
		where: { AND: [{ jurisdictionId }, assignment, { matter: { AND: [...narrower] } }] },
		orderBy: { matterId: 'desc' },
		take: 2 * (size + 1),
		select: { matterId: true },
	})
	return rows.map((row) => row.matterId)
}

type Where = Prisma.MatterWhereInput

function narrowed({ state, track, organId, words }: MatterFilter): Where[] {
	return [
		...(state ? [{ state }] : []),
		...(track ? [{ tracks: { some: { track } } }] : []),
		...(organId ? [{ organId }] : []),
		...(words === '' ? [] : [{ OR: [{ title: { contains: words } }, { caseNumber: { contains: words } }] }]),
	]
}

import { findTrees } from '#app/db/find-trees.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { trackOf } from '#app/db/code-columns.server.ts'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
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

/** The matters within the actor's sight, newest first; goes on after the matter `after`. */
export async function readMatters(
	shell: Shell,
	actor: Actor,
	filter: MatterFilter,
	after: string | null,
): Promise<MattersPage> {
	const { jurisdictionId } = actor
	const rows = await findTrees(shell.db, 'matter', {
		where: { AND: [readableMatters(actor), ...narrowed(filter), ...(after ? [{ id: { lt: after } }] : [])] },
		orderBy: { id: 'desc' },
		take: PAGE + 1,
		include: LINE_PARTS,
	})
	const organs = await findTrees(shell.db, 'organ', {
		where: { jurisdictionId, kind: { in: ['department', 'street'] } },
		orderBy: { id: 'asc' },
		select: ID_AND_NAME,
	})
	return {
		matters: rows.slice(0, PAGE).map((row) => ({
			id: row.id,
			title: row.title,
			caseNumber: row.caseNumber,
			state: row.state as MatterState,
			tracks: row.tracks.map(({ track }) => trackOf(track)),
			organ: row.organ.name,
			round: row.round,
			since: row.stateSince.toISOString(),
			dueOn: row.dueOn,
			isChanged: row.changedAfterClearance,
		})),
		organs,
		next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
		mayOpen: permit(actor, 'matter.opened', { jurisdictionId }).ok,
	}
}

function narrowed({ state, track, organId, words }: MatterFilter): Prisma.MatterWhereInput[] {
	return [
		...(state ? [{ state }] : []),
		...(track ? [{ tracks: { some: { track } } }] : []),
		...(organId ? [{ organId }] : []),
		...(words === '' ? [] : [{ OR: [{ title: { contains: words } }, { caseNumber: { contains: words } }] }]),
	]
}

import { matterStateOf, trackOf } from '#app/db/code-columns.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { type MatterOrder, type MatterPoint, NEWEST_FIRST } from '#app/domain/matter/matter-order.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { mattersInOrder, pointOf } from './matters-in-order.server.ts'
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
	readonly next: MatterPoint | null
	readonly mayOpen: boolean
}

const PAGE = 30

const ID_AND_NAME = { id: true, name: true } as const

/** The matters within the actor's sight, newest first where no order is asked for; goes on behind the point `after`. */
export async function readMatters(
	shell: Shell,
	actor: Actor,
	filter: MatterFilter,
	after: MatterPoint | null,
	{ order = NEWEST_FIRST, size = PAGE }: { readonly order?: MatterOrder; readonly size?: number } = {},
): Promise<MattersPage> {
	const { jurisdictionId } = actor
	const rows = await mattersInOrder(shell, actor, narrowed(filter), order, after, size + 1)
	const last = rows.length > size ? rows[size - 1] : undefined
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
		next: last ? pointOf(order, last) : null,
		mayOpen: permit(actor, 'matter.opened', { jurisdictionId }).ok,
	}
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

import { findTrees } from '#app/db/find-trees.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { readableTies } from '#app/db/matter-scopes.server.ts'
import type { MatterOrder, MatterPoint } from '#app/domain/matter/matter-order.ts'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Where = Prisma.MatterWhereInput
type Column = 'title' | 'caseNumber' | 'stateSince' | 'dueOn'

/**
 * A stretch of a list that one index gives in its order: all matters, those that have a due day, those in one state.
 * A list goes through its stretches one after the other.
 */
type Stretch = { readonly where: Where; readonly column: Column | null }

/** The lines of a list are made of this. */
const LINE_PARTS = { tracks: { select: { track: true } }, organ: { select: { name: true } } } as const

/** The matters that an actor may see, in an order, `take` of them; goes on behind a point. */
export async function mattersInOrder(
	shell: Shell,
	actor: Actor,
	narrower: readonly Where[],
	order: MatterOrder,
	after: MatterPoint | null,
	take: number,
) {
	const all = stretchesOf(order)
	const begun = after
		? Math.max(
				0,
				all.findIndex((stretch) => isIn(stretch, order, after)),
			)
		: 0
	const found = []
	for (const [at, stretch] of all.slice(begun).entries()) {
		const behind = after && at === 0 ? [isBehind(after, stretch.column, order)] : []
		const conditions = [...narrower, stretch.where, ...behind]
		found.push(...(await stretchOf(shell, actor, conditions, stretch.column, order, take - found.length)))
		if (found.length >= take) break
	}
	return found
}

/** The point behind which a list goes on after this matter. */
export function pointOf(
	order: MatterOrder,
	row: {
		id: string
		title: string
		caseNumber: string | null
		state: string
		stateSince: Date
		dueOn: string | null
	},
): MatterPoint {
	const values: Record<MatterOrder['sort'], string | null> = {
		opened: null,
		title: row.title,
		number: row.caseNumber,
		state: row.state,
		since: row.stateSince.toISOString(),
		due: row.dueOn,
	}
	return { id: row.id, value: values[order.sort] }
}

function stretchesOf({ sort, isDescending }: MatterOrder): readonly Stretch[] {
	switch (sort) {
		case 'opened':
			return [{ where: {}, column: null }]
		case 'title':
			return [{ where: {}, column: 'title' }]
		case 'since':
			return [{ where: {}, column: 'stateSince' }]
		case 'number':
			return withNoneLast('caseNumber')
		case 'due':
			return withNoneLast('dueOn')
		case 'state': {
			const states = isDescending ? MATTER_STATES.toReversed() : MATTER_STATES
			return states.map((state) => ({ where: { state }, column: null }))
		}
	}
}

function withNoneLast(column: 'caseNumber' | 'dueOn'): readonly Stretch[] {
	return [
		{ where: { [column]: { not: null } }, column },
		{ where: { [column]: null }, column: null },
	]
}

function isIn(stretch: Stretch, { sort }: MatterOrder, { value }: MatterPoint): boolean {
	if (sort === 'state') return stretch.where.state === value
	return sort === 'number' || sort === 'due' ? (stretch.column === null) === (value === null) : true
}

/** What comes behind a point. The column is also said alone, or an index would be gone over from its beginning. */
function isBehind({ id, value }: MatterPoint, column: Column | null, { isDescending }: MatterOrder): Where {
	const beyond = isDescending ? 'lt' : 'gt'
	if (column === null || value === null) return { id: { [beyond]: id } }
	const there = column === 'stateSince' ? new Date(value) : value
	return {
		AND: [
			{ [column]: { [`${beyond}e`]: there } },
			{ OR: [{ [column]: { [beyond]: there } }, { [column]: there, id: { [beyond]: id } }] },
		],
	}
}

/**
 * One stretch: of each tie so many as are wanted, by the index that knows the matters of one organ or of all in this
 * order. Where several ties gave some, the database puts those few in order, by the one collation that it has.
 */
async function stretchOf(
	shell: Shell,
	actor: Actor,
	conditions: readonly Where[],
	column: Column | null,
	{ isDescending }: MatterOrder,
	take: number,
) {
	const { jurisdictionId } = actor
	const way = isDescending ? ('desc' as const) : ('asc' as const)
	const orderBy = [...(column ? [{ [column]: way }] : []), { id: way }]
	const ties = readableTies(actor)
	const ids = new Set<string>()
	for (const tie of ties) {
		const own = await assignedIds(shell, actor, tie)
		const where = { jurisdictionId, AND: own ? [{ id: { in: own } }, ...conditions] : [tie, ...conditions] }
		if (ties.length === 1) return findTrees(shell.db, 'matter', { where, orderBy, take, include: LINE_PARTS })
		const some = await findTrees(shell.db, 'matter', { where, orderBy, take, select: { id: true } })
		for (const { id } of some) ids.add(id)
	}
	if (ids.size === 0) return []
	const where = { jurisdictionId, id: { in: [...ids] } }
	return findTrees(shell.db, 'matter', { where, orderBy, take, include: LINE_PARTS })
}

/**
 * The matters that the actor is assigned to, for the tie that says so, or null for another one: found among the actor's
 * assignments that have not ended, of which there are few, not among all matters.
 */
async function assignedIds(shell: Shell, { jurisdictionId }: Actor, tie: Where): Promise<string[] | null> {
	const assignment = tie.assignments?.some
	if (!assignment) return null
	const where = { AND: [{ jurisdictionId }, assignment] }
	const rows = await findTrees(shell.db, 'assignment', { where, select: { matterId: true } })
	return rows.map((row) => row.matterId)
}

import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A filter of the list of matters that somebody has named; `search` is what stands behind its address. */
export type SavedFilter = { readonly id: string; readonly name: string; readonly search: string }

/** More would be a list above a list. */
export const MOST_FILTERS = 20

const LIST = 'matters'

/** The filters that the actor has named, in the order in which they were named. */
export async function readSavedFilters(shell: Shell, actor: Actor): Promise<readonly SavedFilter[]> {
	const { jurisdictionId, personId } = actor
	return shell.db.savedFilter.findMany({
		where: { jurisdictionId, personId, list: LIST },
		orderBy: { id: 'asc' },
		take: MOST_FILTERS,
		select: { id: true, name: true, search: true },
	})
}

/** Keeps a filter under a name; the same name again means the newer filter. It is nobody's business, and no act. */
export async function saveFilter(
	shell: Shell,
	actor: Actor,
	{ name, search }: Pick<SavedFilter, 'name' | 'search'>,
): Promise<Result<null, Refusal>> {
	const { jurisdictionId, personId } = actor
	const present = await readSavedFilters(shell, actor)
	const same = present.find((filter) => filter.name === name)
	if (!same && present.length >= MOST_FILTERS)
		return refuse({ code: 'unfitting', field: 'name', problem: 'too-many' })
	const key = { jurisdictionId, personId, id: same?.id ?? shell.newId() }
	await shell.db.savedFilter.upsert({
		where: { jurisdictionId_personId_id: key },
		create: { ...key, list: LIST, name, search, savedAt: shell.now() },
		update: { search, savedAt: shell.now() },
	})
	return accept(null)
}

/** Removes a filter of one's own. */
export async function removeFilter(shell: Shell, actor: Actor, id: string): Promise<Result<null, Refusal>> {
	const { jurisdictionId, personId } = actor
	await shell.db.savedFilter.deleteMany({ where: { jurisdictionId, personId, id } })
	return accept(null)
}

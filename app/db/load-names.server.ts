import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

const ID_AND_NAME = { id: true, name: true } as const

/** The names of persons by id, in at most one query. An id that is nobody's has no entry. */
export async function loadPersonNames(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	personIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
	const ids = wanted(personIds)
	if (ids.length === 0) return new Map()
	const where = { jurisdictionId, id: { in: ids } }
	const persons = await findTrees(tx, 'person', { where, select: ID_AND_NAME })
	return new Map(persons.map((person) => [person.id, person.name]))
}

function wanted(ids: readonly (string | null)[]): string[] {
	return [...new Set(ids.filter((id): id is string => id !== null))]
}

import type { Tx } from './open-database.server.ts'

/** The names of persons by id, in one query. An id that is nobody's has no entry. */
export async function loadPersonNames(
	tx: Pick<Tx, 'person'>,
	jurisdictionId: string,
	personIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
	const persons = await tx.person.findMany({
		where: { jurisdictionId, id: { in: wanted(personIds) } },
		select: { id: true, name: true },
	})
	return new Map(persons.map((person) => [person.id, person.name]))
}

function wanted(ids: readonly (string | null)[]): string[] {
	return [...new Set(ids.filter((id): id is string => id !== null))]
}

import type { Told } from '#app/domain/act/told.ts'
import { personsTold, postsTold, type ToldMatter } from '#app/domain/matter-record/told-of-matter.ts'
import { loadHolders } from './load-holders.server.ts'
import type { Tx } from './open-database.server.ts'

/** Everybody who is told of something about a matter, as the act table names them. */
export async function loadTold(
	tx: Pick<Tx, 'post'>,
	matter: ToldMatter & { readonly jurisdictionId: string },
	told: readonly Told[],
): Promise<string[]> {
	const persons = personsTold(matter, told)
	for (const { role, organId, unitId } of postsTold(matter, told))
		persons.push(...(await loadHolders(tx, matter.jurisdictionId, [role], organId, unitId)))
	return [...new Set(persons)]
}

import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { loadHolders } from './load-holders.server.ts'
import type { Tx } from './open-database.server.ts'

/**
 * Everybody who is told when the matter's clearance falls: reviewer, checker, signing officer, head, and the
 * secretaries of every agenda that the matter waits or stands on.
 */
export async function loadClearanceHolders(tx: Pick<Tx, 'post'>, matter: MatterRecord): Promise<string[]> {
	const secretaries: string[] = []
	for (const organId of new Set(openAgendaItems(matter).map((item) => item.organId)))
		secretaries.push(...(await loadHolders(tx, matter.jurisdictionId, ['secretary'], organId)))
	const signedBy = matter.clearances.at(-1)?.signedBy ?? null
	const persons = [
		matter.reviewerId,
		matter.checkerId,
		matter.signerId,
		signedBy,
		matter.headId,
		...secretaries,
	]
	return [...new Set(persons.filter((personId): personId is string => personId !== null))]
}

import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { loadHolders } from './load-holders.server.ts'
import type { MatterRecord } from './load-matter.server.ts'
import type { Tx } from './open-database.server.ts'

/** An item that still waits for, or stands before, a meeting. */
const OPEN_ITEM: readonly AgendaState[] = ['proposed', 'blocked', 'listed', 'notified']

/** The matter's agenda items that no outcome or removal has closed. */
export function openAgendaItems(matter: MatterRecord) {
	return matter.agendaItems.filter((item) => OPEN_ITEM.includes(item.state as AgendaState))
}

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

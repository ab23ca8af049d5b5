import { agendaStateOf } from '#app/db/code-columns.server.ts'
import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

/**
 * What waits in the pool leaves it with its matter. An item that a fixed agenda once carried stays for the secretary, who
 * records what became of it at that meeting.
 */
export async function leavePool(work: MatterWork, cause: 'matter-withdrawn' | 'matter-ended'): Promise<void> {
	const waiting = openAgendaItems(work.matter).filter(
		(item) => item.state === 'proposed' || item.meetingId === null,
	)
	for (const item of waiting) {
		const moved = transitionAgendaItem(agendaStateOf(item.state), {
			type: 'outcome.recorded',
			outcome: 'withdrawn',
		})
		if (!moved.ok) throw new Error(`an item in the pool is ${item.state}`)
		await work.tx.agendaItem.update({
			where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: item.id } },
			data: { state: moved.value, stateReason: cause },
		})
		work.follow({ kind: 'agenda.removed', detail: { item: item.id, cause } })
	}
}

import { agendaStateOf } from '#app/db/code-columns.server.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MeetingOrder, commandOnMeeting } from '#app/services/command/command-on-meeting.server.ts'
import { matterOfItem } from './list-agenda-item.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Takes an item off an agenda that is not fixed yet, back into the pool, with a reason. The clearance stays as it is.
 * From a fixed agenda an item goes by its outcome, 移出 or 会前撤回.
 */
export async function delistAgendaItem(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: { readonly agendaItemId: string; readonly reason: string },
): Promise<Result<Done<{ agendaItemId: string }>, Refusal>> {
	const matterId = await matterOfItem(shell, actor, given.agendaItemId)
	const matterIds = matterId ? [matterId] : []
	const acting = { act: 'agenda.delisted', event: { type: 'agenda.delisted' }, matterIds } as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const item = work.meeting.items.find((candidate) => candidate.id === given.agendaItemId)
		if (!item?.matterId) return refuse({ code: 'not-found' })
		const reason = readWords('reason', given.reason)
		if (!reason.ok) return reason
		const moved = transitionAgendaItem(agendaStateOf(item.state), { type: 'agenda.delisted' })
		if (!moved.ok) return moved
		const key = { jurisdictionId: item.jurisdictionId, agendaItemId: item.id }
		await work.tx.agendaListing.delete({ where: { jurisdictionId_agendaItemId: key } })
		await work.tx.agendaItem.update({
			where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: item.id } },
			data: { state: moved.value, stateReason: 'delisted', position: 0 },
		})
		const detail = { item: item.id, meeting: work.meeting.id, reason: reason.value }
		work.note(detail)
		work.follow({ matterId: item.matterId, kind: 'agenda.delisted', detail })
		work.tell({ personIds: [item.proposedBy], matterId: item.matterId })
		return accept({ agendaItemId: item.id })
	})
}

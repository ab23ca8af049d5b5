import { loadHolders } from '#app/db/load-holders.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MeetingOrder, commandOnMeeting } from '#app/services/command/command-on-meeting.server.ts'
import { sealMinutes } from '#app/services/paper/seal-minutes.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A task as its form sends it; the day is a plain date. */
export type FollowUpGiven = {
	readonly agendaItemId: string
	readonly organId: string
	readonly what: string
	readonly dueOn: string
}

/**
 * 督办: gives a unit a task from what was decided of an item, with the day until which it is to be done. It stands on the
 * minutes: one that is given after the record was confirmed, on minutes of its own. The unit's heads are told.
 */
export async function setFollowUp(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: FollowUpGiven,
): Promise<Result<Done<{ taskId: string }>, Refusal>> {
	const acting = { act: 'follow-up.set', event: { type: 'follow-up.set' }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const { jurisdictionId, id: meetingId, items, state } = work.meeting
		const { agendaItemId, organId, dueOn } = given
		const item = items.find(({ id }) => id === agendaItemId)
		if (!item?.outcome) return refuse({ code: 'unfitting', field: 'item', problem: 'no-outcome' })
		const what = readWords('what', given.what)
		if (!what.ok) return what
		if (dueOn <= plainDateIn(work.at))
			return refuse({ code: 'unfitting', field: 'dueOn', problem: 'not-in-the-future' })
		const heads = await loadHolders(work.tx, jurisdictionId, ['department-head'], organId)
		// Whom nobody leads here, nobody would report for.
		if (heads.length === 0) return refuse({ code: 'unfitting', field: 'organ', problem: 'unknown-organ' })
		const taskId = shell.newId()
		const said = { what: what.value, dueOn }
		const hand = { setBy: actor.personId, postId: work.post.id, setAt: work.at }
		await work.tx.followUpTask.create({
			data: { ...said, ...hand, jurisdictionId, id: taskId, meetingId, agendaItemId, organId },
		})
		if (state === 'closed') await sealMinutes(work, null)
		work.note({ task: taskId, item: agendaItemId, organ: organId, ...said })
		work.tell({ personIds: heads, matterId: null })
		return accept({ taskId })
	})
}

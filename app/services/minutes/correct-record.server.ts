import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MeetingOrder, commandOnMeeting } from '#app/services/command/command-on-meeting.server.ts'
import { sealMinutes } from '#app/services/paper/seal-minutes.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A correction as its form sends it; no item means the record as a whole. */
export type CorrectionGiven = {
	readonly agendaItemId: string | null
	readonly words: string
	readonly reason: string
}

/**
 * 更正: says what a confirmed record should have said, and why. The record stays as it was confirmed, its papers stay sealed,
 * and the correction stands beside them for good, on minutes of their own; who presided and whoever confirmed the record are told.
 */
export async function correctRecord(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: CorrectionGiven,
): Promise<Result<Done<{ correctionId: string }>, Refusal>> {
	const acting = { act: 'record.corrected', event: { type: 'record.corrected' }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const { jurisdictionId, id: meetingId, items, chairId } = work.meeting
		const { agendaItemId } = given
		if (agendaItemId !== null && !items.some(({ id }) => id === agendaItemId))
			return refuse({ code: 'not-found' })
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const reason = readWords('reason', given.reason)
		if (!reason.ok) return reason
		const correctionId = shell.newId()
		const said = { words: words.value, reason: reason.value }
		const hand = { correctedBy: actor.personId, postId: work.post.id, correctedAt: work.at }
		await work.tx.recordCorrection.create({
			data: { ...said, ...hand, jurisdictionId, id: correctionId, meetingId, agendaItemId },
		})
		await sealMinutes(work, null)
		work.note({ correction: correctionId, item: agendaItemId, ...said })
		const { closedBy } = await work.tx.meeting.findUniqueOrThrow({
			where: { jurisdictionId_id: { jurisdictionId, id: meetingId } },
			select: { closedBy: true },
		})
		const personIds = [chairId, closedBy].flatMap((id) => (id === null || id === actor.personId ? [] : id))
		work.tell({ personIds, matterId: null })
		return accept({ correctionId })
	})
}

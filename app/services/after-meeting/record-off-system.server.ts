import { loadHolders } from '#app/db/load-holders.server.ts'
import { TITLE_LIMIT, readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MeetingOrder, commandOnMeeting } from '#app/services/command/command-on-meeting.server.ts'
import { sealMinutes } from '#app/services/paper/seal-minutes.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What a meeting took up outside the system, as its secretary reports it. */
export type OffSystemGiven = {
	readonly title: string
	readonly organ: string
	readonly decisionText: string
	readonly reason: string
}

/**
 * H15 Records what a meeting took up outside the system (未经系统准入): in its record, its paper and its trail, for good.
 * It is no item of the agenda, nothing is cleared by it, and the leads of the review bodies are told, who see to the review
 * that is still owed (补审).
 */
export async function recordOffSystem(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: OffSystemGiven,
): Promise<Result<Done<{ item: string }>, Refusal>> {
	const acting = {
		act: 'off-system.recorded',
		event: { type: 'off-system.recorded' },
		matterIds: [],
	} as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const title = readWords('title', given.title, TITLE_LIMIT)
		if (!title.ok) return title
		const organ = readWords('organ', given.organ, TITLE_LIMIT)
		if (!organ.ok) return organ
		const decisionText = readWords('decisionText', given.decisionText)
		if (!decisionText.ok) return decisionText
		const reason = readWords('reason', given.reason)
		if (!reason.ok) return reason
		const { jurisdictionId, id: meetingId } = work.meeting
		const item = shell.newId()
		const said = {
			title: title.value,
			organ: organ.value,
			decisionText: decisionText.value,
			reason: reason.value,
		}
		await work.tx.offSystemItem.create({
			data: {
				...said,
				jurisdictionId,
				id: item,
				meetingId,
				reportedBy: actor.personId,
				postId: work.post.id,
				reportedAt: work.at,
			},
		})
		if (work.meeting.state === 'closed') await sealMinutes(work, null)
		work.note({ item, ...said })
		const leads = await loadHolders(work.tx, jurisdictionId, ['review-lead'])
		work.tell({ personIds: leads, matterId: null })
		return accept({ item })
	})
}

import { agendaStateOf } from '#app/db/code-columns.server.ts'
import type { MeetingItem } from '#app/domain/meeting/meeting-record.ts'
import type { TypedDiscussion } from '#app/domain/minutes/discussion.ts'
import { type ReadDiscussion, readDiscussion } from '#app/domain/minutes/read-discussion.ts'
import { discussionObstacle } from '#app/domain/minutes/recorded-item.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A discussion as its form sends it: of which item, and the lines of each list. */
export type DiscussionGiven = TypedDiscussion & { readonly agendaItemId: string }

/**
 * Records how an item was discussed: who presented and attended, each member's opinion in their own words in the order of
 * speaking, who decided, and why against most of them (重大行政决策程序暂行条例 art. 30). Recorded again, the newest counts.
 */
export async function recordDiscussion(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: DiscussionGiven,
): Promise<Result<Done<{ discussionId: string }>, Refusal>> {
	const acting = {
		act: 'discussion.recorded',
		event: { type: 'discussion.recorded' },
		matterIds: [],
	} as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const { meeting } = work
		const item = meeting.items.find(({ id }) => id === given.agendaItemId)
		if (!item?.matterId) return refuse({ code: 'not-found' })
		const shut = itemProblem(item)
		if (shut) return refuse({ code: 'unfitting', field: 'opinions', problem: shut })
		if (meeting.attendances.length === 0)
			return refuse({ code: 'unfitting', field: 'opinions', problem: 'attendance-first' })
		const read = readDiscussion(given, meeting.attendances)
		if (!read.ok) return read
		const obstacle = discussionObstacle(meeting, item.id, read.value)
		if (obstacle) return refuse(obstacle)
		const discussionId = await writeDiscussion(work, item.id, read.value)
		const { head, headReason, voices } = read.value
		work.note({ item: item.id, discussion: discussionId, head, headReason, voices })
		return accept({ discussionId })
	})
}

/** What stands on the agenda was discussed, or its outcome says that it was; what was taken off was not. */
function itemProblem({ state }: MeetingItem) {
	const now = agendaStateOf(state)
	if (now === 'notified' || now === 'discussed') return null
	return now === 'blocked' ? 'only-taken-off' : 'was-not-discussed'
}

async function writeDiscussion(
	{ tx, shell, actor, post, at, meeting }: MeetingWork,
	agendaItemId: string,
	{ head, headReason, voices }: ReadDiscussion,
): Promise<string> {
	const { jurisdictionId, id: meetingId } = meeting
	const id = shell.newId()
	const hand = { recordedBy: actor.personId, postId: post.id, recordedAt: at }
	const row = { jurisdictionId, id, meetingId, agendaItemId, head, headReason, ...hand }
	await tx.itemDiscussion.create({ data: row })
	await tx.itemVoice.createMany({
		data: voices.map((voice, at) => ({ ...voice, jurisdictionId, discussionId: id, position: at + 1 })),
	})
	return id
}

import { loadHolders } from '#app/db/load-holders.server.ts'
import { type FollowUpStep, followUpObstacle } from '#app/domain/follow-up/follow-up.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import { sealMinutes } from '#app/services/paper/seal-minutes.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A step on a task as its form sends it: what was done, or why it is sent back. */
export type FollowUpAnswer = { readonly taskId: string; readonly step: FollowUpStep; readonly words: string }

type Answered = Promise<Result<Done<{ taskId: string }>, Refusal>>

/** The act behind each step. */
const ACT_OF = {
	reported: 'follow-up.reported',
	confirmed: 'follow-up.confirmed',
	returned: 'follow-up.returned',
	withdrawn: 'follow-up.withdrawn',
} as const satisfies Record<FollowUpStep, string>

/**
 * Takes a task on: its unit reports what was done, and the office, another person, confirms it or sends it back with what
 * is missing. A confirmed task is closed for good, and so is one that the office takes back; minutes without it are made
 * where the record was confirmed already.
 */
export async function answerFollowUp(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: FollowUpAnswer,
): Answered {
	const act = ACT_OF[given.step]
	const acting = { act, event: { type: act }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const { jurisdictionId, followUps } = work.meeting
		const task = followUps.find(({ id }) => id === given.taskId)
		const isTheirs = given.step !== 'reported' || task?.organId === work.post.organId
		if (!task || !isTheirs) return refuse({ code: 'not-found' })
		const problem = followUpObstacle(task, given.step, (personId) => isOneWith(actor, personId))
		if (problem) return refuse({ code: 'unfitting', field: 'task', problem })
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const { taskId, step } = given
		const hand = { doneBy: actor.personId, postId: work.post.id, doneAt: work.at }
		await work.tx.followUpStep.create({
			data: { ...hand, jurisdictionId, id: shell.newId(), taskId, step, words: words.value },
		})
		if (step === 'withdrawn' && work.meeting.state === 'closed') await sealMinutes(work, null)
		work.note({ task: taskId, words: words.value })
		work.tell({ personIds: await told(work, task.organId, step), matterId: null })
		return accept({ taskId })
	})
}

/** Of a result the office is told, of its answer the unit. */
async function told(
	{ tx, meeting, actor }: MeetingWork,
	organId: string,
	step: FollowUpStep,
): Promise<string[]> {
	const { jurisdictionId } = meeting
	const holders =
		step === 'reported'
			? await loadHolders(tx, jurisdictionId, ['secretary'], meeting.organId)
			: await loadHolders(tx, jurisdictionId, ['department-head'], organId)
	return holders.filter((personId) => personId !== actor.personId)
}

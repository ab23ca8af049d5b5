import { countingOpinions, undisposedHolds } from '#app/domain/matter-record/review-standing.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { judgeDisposal } from '#app/domain/opinion/counsel-disposal.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A disposition as its form sends it. */
export type DispositionGiven = { readonly counselOpinionId: string; readonly text: string }

/**
 * Disposes of a counsel's 不合法 in writing, with the law that the reasons rest on and a second counsel's opinion: the one
 * way past H3, and it stays on the gate as a signed fact.
 */
export async function disposeCounselHold(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: DispositionGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'counsel-hold.disposed' }, async (work) => {
		const { matter } = work
		const apart = await checkSeparation(work, 'signing-officer')
		if (!apart.ok) return apart
		const hold = undisposedHolds(matter).find((each) => each.id === given.counselOpinionId)
		if (!hold) return refuse({ code: 'unfitting', field: 'counselOpinionId', problem: 'unknown' })
		const text = readWords('text', given.text)
		if (!text.ok) return text
		const second = judgeDisposal(text.value, hold, countingOpinions(matter), matter.currentVersionId)
		if (!second.ok) return second
		await work.tx.counselDisposition.create({
			data: {
				jurisdictionId: matter.jurisdictionId,
				counselOpinionId: hold.id,
				text: text.value,
				disposedBy: actor.personId,
				postId: work.post.id,
				disposedAt: work.at,
			},
		})
		work.note({ counselOpinion: hold.id, second: second.value.id, words: text.value })
		work.tell({ personIds: [hold.personId], matterId: matter.id })
		return accept({ matterId: matter.id })
	})
}

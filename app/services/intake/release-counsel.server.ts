import { awaitedCounsel } from '#app/domain/matter-record/review-standing.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Whom the lead lets go, and why. */
export type ReleaseForm = { readonly personId: string; readonly words: string }

/**
 * Lets counsel go who were assigned and have not written in this round (免于出具): the assignment ends with every sight of
 * the matter, and the opinion prints who was let go and why. Whoever wrote is heard, and cannot be let go.
 */
export async function releaseCounsel(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	form: ReleaseForm,
): Promise<Result<Done<{ personId: string }>, Refusal>> {
	const { personId } = form
	const body = { ...form }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'counsel.released' }, async (work) => {
		const { matter, tx, at } = work
		const { jurisdictionId, id: matterId, round } = matter
		const assignment = matter.assignments.find(
			(each) => each.role === 'counsel' && each.personId === personId,
		)
		if (!assignment || !awaitedCounsel(matter).includes(personId))
			return refuse({ code: 'unfitting', field: 'personId', problem: 'already-signed' })
		const reason = readWords('words', form.words)
		if (!reason.ok) return reason
		const release = shell.newId()
		await tx.counselRelease.create({
			data: {
				...{ jurisdictionId, id: release, matterId, round, personId, reason: reason.value },
				...{ releasedBy: actor.personId, postId: work.post.id, releasedAt: at },
			},
		})
		await tx.assignment.update({
			where: { jurisdictionId_id: { jurisdictionId, id: assignment.id } },
			data: { endedAt: at },
		})
		await tx.notice.updateMany({
			where: { jurisdictionId, personId, matterId, readAt: null },
			data: { readAt: at },
		})
		work.note({ release, person: personId, words: reason.value })
		work.tell({ personIds: [personId], matterId: null })
		return accept({ personId })
	})
}

import { readAnsweredRows } from '#app/db/read-answered-rows.server.ts'
import {
	type AdoptionGiven,
	COMMENTS_AT_ONCE,
	MOST_ADOPTION_ROWS,
	judgeAdoption,
} from '#app/domain/consultation/adoption.ts'
import { openConsultation } from '#app/domain/consultation/consultation.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Which comments are judged, and what is said of them. */
export type CommentsJudged = AdoptionGiven & { readonly comments: readonly string[] }

/** Judges one comment, or several like ones together. What was said of them before stays on record, and counts no more. */
export async function judgeComments(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: CommentsJudged,
): Promise<Result<Done<{ entryId: string }>, Refusal>> {
	const body = { ...given, comments: [...given.comments] }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'comment.judged' }, async (work) => {
		const open = openConsultation(work.matter)
		if (!open) throw new Error('a consultation is open, or the machine had refused')
		const { jurisdictionId, id: matterId } = work.matter
		const judged = await commentsIn(work, open.id, given.comments)
		if (!judged.ok) return judged
		const said = judgeAdoption(given, judged.value.length === 1 ? (judged.value[0]?.words ?? '') : null)
		if (!said.ok) return said
		const entryId = shell.newId()
		await work.tx.adoptionEntry.create({
			data: {
				...{ jurisdictionId, id: entryId, matterId, consultationId: open.id, ...said.value },
				...{ judgedBy: actor.personId, postId: work.post.id, judgedAt: work.at },
			},
		})
		await work.tx.adoptionComment.createMany({
			data: judged.value.map(({ id: commentId }) => ({ jurisdictionId, entryId, commentId, matterId })),
		})
		if (!(await hasRoom(work, open.id)))
			return refuse({ code: 'unfitting', field: 'comments', problem: 'too-many' })
		const numbers = judged.value.map(({ number }) => number)
		work.note({ consultation: open.id, entry: entryId, comments: numbers, answer: said.value.answer })
		return accept({ entryId })
	})
}

/** Whether the table is short enough with what was just said. Only where much was said anew, the comments have to be read. */
async function hasRoom({ tx, matter }: MatterWork, consultationId: string): Promise<boolean> {
	const where = { jurisdictionId: matter.jurisdictionId, consultationId }
	if ((await tx.adoptionEntry.count({ where })) <= MOST_ADOPTION_ROWS) return true
	return (await readAnsweredRows(tx, where)).length <= MOST_ADOPTION_ROWS
}

/** The comments by their ids, each of this consultation. */
async function commentsIn(
	{ tx, matter: { jurisdictionId } }: MatterWork,
	consultationId: string,
	ids: readonly string[],
): Promise<
	Result<readonly { readonly id: string; readonly number: number; readonly words: string }[], Refusal>
> {
	const unfitting = (problem: 'missing' | 'too-many' | 'unknown') =>
		refuse({ code: 'unfitting' as const, field: 'comments', problem })
	const asked = [...new Set(ids)]
	if (asked.length === 0) return unfitting('missing')
	if (asked.length > COMMENTS_AT_ONCE) return unfitting('too-many')
	const found = await tx.publicComment.findMany({
		where: { jurisdictionId, consultationId, id: { in: asked } },
		orderBy: { number: 'asc' },
		select: { id: true, number: true, words: true },
	})
	return found.length === asked.length ? accept(found) : unfitting('unknown')
}

import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { WORDS_LIMIT } from '#app/domain/matter/written-words.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The drafter's answer to one item of a supplement list; an empty text takes an earlier answer back. */
export type SupplementAnswer = { readonly position: number; readonly text: string }

/** Saves answers to the open supplement list, item by item; nothing is sent yet. */
export async function answerSupplement(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	answers: readonly SupplementAnswer[],
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	const body = { answers: answers.map((answer) => ({ ...answer })) }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'matter.edited' }, async (work) => {
		const open = work.matter.supplements.find((supplement) => supplement.answeredAt === null)
		if (!open) return refuse({ code: 'unfitting', field: 'supplement', problem: 'none-open' })
		for (const { position, text } of answers) {
			const item = open.items.find((candidate) => candidate.position === position)
			if (!item) return refuse({ code: 'unfitting', field: `answer-${position}`, problem: 'unknown' })
			const words = text.trim()
			if (words.length > WORDS_LIMIT)
				return refuse({ code: 'unfitting', field: `answer-${position}`, problem: 'too-long' })
			await work.tx.supplementItem.update({
				where: {
					jurisdictionId_supplementId_position: {
						jurisdictionId: work.matter.jurisdictionId,
						supplementId: open.id,
						position,
					},
				},
				data: words === '' ? { answer: null, answeredAt: null } : { answer: words, answeredAt: work.at },
			})
		}
		work.note({ supplement: open.number, answered: answers.map((answer) => answer.position) })
		return accept({ revision: work.matter.revision + 1 })
	})
}

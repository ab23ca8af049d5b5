import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { readWords, WORDS_LIMIT } from '#app/domain/matter/written-words.ts'
import { type ReplyAnswer, needsReason, REPLY_ANSWERS } from '#app/domain/opinion/reply.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A reply as its form sends it: the answer, how the text was changed, and why it was not wholly adopted. */
export type ReplyGiven = {
	readonly opinionItemId: string
	readonly answer: string
	readonly text: string
	readonly reason: string
}

type ReplyRead = { readonly answer: ReplyAnswer; readonly text: string; readonly reason: string | null }

/** Replies to one item of the opinion in force. A reply never changes an older one: the newest of an item counts. */
export async function saveReply(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: ReplyGiven,
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'reply.saved' },
		async (work) => {
			const item = opinionInForce(work.matter)?.items.find(
				(candidate) => candidate.id === given.opinionItemId,
			)
			if (!item) return refuse({ code: 'unfitting', field: 'opinionItemId', problem: 'unknown' })
			const reply = readReply(given)
			if (!reply.ok) return reply
			await work.tx.reply.create({
				data: {
					...reply.value,
					jurisdictionId: work.matter.jurisdictionId,
					id: work.shell.newId(),
					matterId: work.matter.id,
					opinionItemId: item.id,
					repliedBy: actor.personId,
					postId: work.post.id,
					repliedAt: work.at,
				},
			})
			work.note({ item: item.position, answer: reply.value.answer })
			return accept({ revision: work.matter.revision + 1 })
		},
	)
}

/** 采纳 says how the text was changed; 部分采纳 that and why not wholly; 未采纳 why (国办发〔2018〕115号 (六)). */
function readReply({ answer: typed, text, reason }: ReplyGiven): Result<ReplyRead, Refusal> {
	const answer = REPLY_ANSWERS.find((each) => each === typed)
	if (!answer) return refuse({ code: 'unfitting', field: 'answer', problem: 'missing' })
	const change = answer === 'not-adopted' ? readOptional('text', text) : readWords('text', text)
	if (!change.ok) return change
	if (!needsReason(answer)) return accept({ answer, text: change.value, reason: null })
	const why = readWords('reason', reason)
	return why.ok ? accept({ answer, text: change.value, reason: why.value }) : why
}

function readOptional(field: string, typed: string): Result<string, Refusal> {
	const words = typed.trim()
	return words.length > WORDS_LIMIT
		? refuse({ code: 'unfitting', field, problem: 'too-long' })
		: accept(words)
}

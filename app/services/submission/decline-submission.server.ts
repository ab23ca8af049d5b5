import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The head gives a submission back to the drafter, in words. */
export async function declineSubmission(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	typedWords: string,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const body = { words: typedWords }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'submission.declined' }, async (work) => {
		const words = readWords('words', typedWords)
		if (!words.ok) return words
		work.change({ awaitingHead: false })
		work.note({ words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

import { dayProblem, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { issuableText } from '#app/domain/register/issuable-text.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { loadDecided } from './load-decided.server.ts'

/** When a contract was signed or an internal paper handed out, and with whom or to whom. */
export type ConclusionGiven = { readonly concludedOn: string; readonly words: string }

/** 办结: says that exactly the decided text was signed with the other side, or handed out inside (H13). */
export function concludeMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: ConclusionGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'matter.concluded' }, async (work) => {
		const decided = await loadDecided(work.shell, work.tx, work.matter)
		const text = issuableText(decided)
		if (!text.ok) return text
		if (decided.agendaItemId === null) throw new Error('a decided text was decided under an item')
		const problem =
			dayProblem(given.concludedOn) ?? (given.concludedOn > plainDateIn(work.at) ? 'in-the-future' : null)
		if (problem) return refuse({ code: 'unfitting', field: 'concludedOn', problem })
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const { versionId, contentSha256 } = text.value
		const { jurisdictionId, id: matterId } = work.matter
		await work.tx.matterConclusion.create({
			data: {
				...{ jurisdictionId, matterId, agendaItemId: decided.agendaItemId, versionId, contentSha256 },
				...{ concludedOn: given.concludedOn, words: words.value },
				concludedBy: work.actor.personId,
				postId: work.post.id,
				concludedAt: work.at,
			},
		})
		work.note({ contentSha256, concludedOn: given.concludedOn, words: words.value })
		return accept({ matterId })
	})
}

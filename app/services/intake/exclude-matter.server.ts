import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { exclusionsFor, findReason } from '#app/domain/materials/reason.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import { issueClearance } from '#app/services/clearance/issue-clearance.server.ts'
import type { ReasonGiven } from './return-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'

/**
 * [7] Finds a matter outside the scope of review, with a reason from the list. That is a signed fact about exactly
 * this text: the secretary may list it as 不属审查范围, and another text falls under review again.
 */
export async function excludeMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	{ password, ...given }: ReasonGiven & { readonly password: string },
): Promise<Result<Done<{ number: string }>, Refusal>> {
	const isOwn = await isOwnPassword(shell, actor, password)
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'scope.excluded' },
		async (work) => {
			const { matter } = work
			const signed = await confirmSignature(work, isOwn)
			if (!signed.ok) return signed
			const fitting = exclusionsFor(work.reference.reasons, tracksOf(matter))
			const reason = findReason(fitting, 'exclusion', given.reasonCode)
			if (!reason.ok) return reason
			const words = readWords('words', given.words)
			if (!words.ok) return words
			await endDeadlines(work)
			work.change({ reasonCode: reason.value.code, reasonText: words.value, signerId: actor.personId })
			work.note({ reason: reason.value.code, words: words.value })
			const clearance = await issueClearance(work, {
				kind: 'out-of-scope',
				opinionId: null,
				explanation: words.value,
			})
			return accept({ number: clearance.number })
		},
	)
}

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

/** The three tests of a purely internal paper, each said by who signs: 不对外, 不涉及权利义务, 不反复适用. */
type InternalPaper = {
	readonly staysInside: 'yes'
	readonly touchesNoRights: 'yes'
	readonly isAppliedOnce: 'yes'
}

/**
 * [7] Finds that a purely internal paper needs no review (国办发〔2018〕115号 (三)), with a reason from the list and the
 * three tests. That is a signed fact about exactly this text: the secretary may list it as 不需审查, and another text
 * falls under review again. Decisions, normative documents and contracts know no such reason.
 */
export async function excludeMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	{ password, ...given }: ReasonGiven & InternalPaper & { readonly password: string },
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
			const { staysInside, touchesNoRights, isAppliedOnce } = given
			work.note({
				reason: reason.value.code,
				words: words.value,
				tests: { staysInside, touchesNoRights, isAppliedOnce },
			})
			const clearance = await issueClearance(work, {
				kind: 'out-of-scope',
				opinionId: null,
				explanation: words.value,
			})
			return accept({ number: clearance.number })
		},
	)
}

import { findReason } from '#app/domain/materials/reason.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import { endLiveClearance } from '#app/services/clearance/end-clearance.server.ts'
import { leavePool } from './leave-pool.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A withdrawal as its form sends it: a reason from the list, and words. */
export type WithdrawalGiven = { readonly reasonCode: string; readonly words: string }

/**
 * [25] Withdraws a matter. Nothing is deleted. A matter that stands on an agenda is not withdrawn: the secretary
 * takes it off first. A live clearance ends, and what waited in the pool leaves it.
 */
export async function withdrawMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: WithdrawalGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'matter.withdrawn' },
		async (work) => {
			const reason = findReason(work.reference.reasons, 'withdrawal', given.reasonCode)
			if (!reason.ok) return reason
			const words = readWords('words', given.words)
			if (!words.ok) return words
			await endLiveClearance(work, 'clearance.voided', 'matter-withdrawn')
			await leavePool(work, 'matter-withdrawn')
			await endDeadlines(work)
			work.change({
				reasonCode: reason.value.code,
				reasonText: words.value,
				awaitingHead: false,
				awaitingSignature: false,
			})
			work.note({ reason: reason.value.code, words: words.value })
			return accept({ matterId: work.matter.id })
		},
	)
}

import { agendaStateOf } from '#app/db/code-columns.server.ts'
import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import { findReason } from '#app/domain/materials/reason.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines } from '#app/services/command/deadlines.server.ts'
import { endLiveClearance } from '#app/services/clearance/end-clearance.server.ts'
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
			await leavePool(work)
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

/** An item that a fixed agenda once carried stays for the secretary, who records what became of it at that meeting. */
async function leavePool(work: MatterWork): Promise<void> {
	const waiting = openAgendaItems(work.matter).filter(
		(item) => item.state === 'proposed' || item.meetingId === null,
	)
	for (const item of waiting) {
		const moved = transitionAgendaItem(agendaStateOf(item.state), {
			type: 'outcome.recorded',
			outcome: 'withdrawn',
		})
		if (!moved.ok) throw new Error(`an item in the pool is ${item.state}`)
		await work.tx.agendaItem.update({
			where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: item.id } },
			data: { state: moved.value, stateReason: 'matter-withdrawn' },
		})
		work.follow({ kind: 'agenda.removed', detail: { item: item.id, cause: 'matter-withdrawn' } })
	}
}

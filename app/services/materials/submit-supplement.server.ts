import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { daysLeftOf, endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * [3] Sends the supplement in. The clock that stood still goes on from the next working day with the days that it
 * had left, and with at least one: whoever asked must be able to look at the answer.
 */
export async function submitSupplement(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: {} },
		{ act: 'supplement.submitted' },
		async (work) => {
			const open = work.matter.supplements.filter((supplement) => supplement.answeredAt === null)
			const { jurisdictionId } = work.matter
			for (const { id } of open)
				await work.tx.supplement.update({
					where: { jurisdictionId_id: { jurisdictionId, id } },
					data: { answeredAt: work.at },
				})
			await resumeClock(work)
			work.change({ supplementFrom: null })
			work.note({ supplement: open.at(-1)?.number ?? null })
			const personIds = open.map((supplement) => supplement.requestedBy)
			work.tell({ personIds, matterId: work.matter.id })
			return accept({ matterId: work.matter.id })
		},
	)
}

async function resumeClock(work: MatterWork): Promise<void> {
	const kind = work.next === 'reviewing' ? 'review' : 'accept'
	const whole = periodsFor(tracksOf(work.matter), work.reference.periods)[kind]
	await endDeadlines(work)
	await startDeadline(work, kind, Math.max(1, daysLeftOf(work, kind) ?? whole))
}

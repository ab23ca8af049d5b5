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
import {
	daysLeftOf,
	endDeadlines,
	resumeClock,
	startDeadline,
} from '#app/services/command/deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * [3] Sends the supplement in. The clock that stood still goes on from the next working day: the day on which it was
 * stopped was not counted, so that whoever asked has at least one to look at the answer.
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
			await goOn(work)
			work.change({ supplementFrom: null })
			work.note({ supplement: open.at(-1)?.number ?? null })
			const personIds = open.map((supplement) => supplement.requestedBy)
			work.tell({ personIds, matterId: work.matter.id })
			return accept({ matterId: work.matter.id })
		},
	)
}

/** An earlier release ended the clock with the days that it had left; what it stopped so goes on as a period of its own. */
async function goOn(work: MatterWork): Promise<void> {
	await endDeadlines(work, 'supplement')
	if (await resumeClock(work)) return
	const kind = work.next === 'reviewing' ? 'review' : 'accept'
	const whole = periodsFor(tracksOf(work.matter), work.reference.periods)[kind]
	await startDeadline(work, kind, Math.max(1, daysLeftOf(work, kind) ?? whole))
}

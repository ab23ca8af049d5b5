import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { acceptanceNotice } from '#app/documents/papers/notice-papers.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** [6] Accepts a submission: the review's clock starts, and the lead is asked to assign it. */
export async function acceptMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return commandOnMatter(shell, actor, { ...order, body: {} }, { act: 'matter.accepted' }, async (work) => {
		const { matter } = work
		const { review } = periodsFor(tracksOf(matter), work.reference.periods)
		await endDeadlines(work)
		await startDeadline(work, 'review', review)
		await sealMatterPaper(work, {
			kind: 'acceptance-notice',
			aboutId: matter.id,
			issuer: 'review-organ',
			write: acceptanceNotice,
		})
		work.note({ version: matter.currentVersion?.contentSha256 ?? null, workingDays: review })
		return accept({ matterId: matter.id })
	})
}

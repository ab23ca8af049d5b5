import { titleAt } from '#app/db/title-at.server.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { adoptionPaper } from '#app/documents/papers/adoption-paper.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * [21] Sends the revised version to be re-checked, every item replied to. Where no opinion is in force there is
 * nothing to re-check against: the text then goes in as a new submission [1]. So does one under another title: an opinion
 * is on this draft under its name, and a re-check compares the words below it (Decree 713 art. 25, 28).
 */
export async function submitRevision(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ versionNo: number | null }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: {} },
		{ act: 'revision.submitted' },
		async (work) => {
			const { matter } = work
			const opinion = opinionInForce(matter)
			if (!opinion) return refuse({ code: 'unfitting', field: 'opinion', problem: 'none-in-force' })
			const reviewedAs = await titleAt(work.tx, matter, opinion.signedAt)
			if (reviewedAs !== null && reviewedAs !== matter.title)
				return refuse({ code: 'unfitting', field: 'title', problem: 'title-changed' })
			await endDeadlines(work)
			await startDeadline(work, 'recheck', periodsFor(tracksOf(matter), work.reference.periods).recheck)
			await sealMatterPaper(work, {
				kind: 'adoption-statement',
				aboutId: opinion.id,
				issuer: 'drafting-organ',
				write: adoptionPaper,
			})
			work.change({ awaitingHead: false, awaitingSignature: false })
			const version = matter.currentVersion
			work.note({ version: version?.versionNo ?? null, contentSha256: version?.contentSha256 ?? null })
			return accept({ versionNo: version?.versionNo ?? null })
		},
	)
}

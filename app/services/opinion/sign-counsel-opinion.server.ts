import { loadTold } from '#app/db/load-told.server.ts'
import { formatOf } from '#app/domain/audit-chain/signed-row.ts'
import { counselOpinionsOnCurrent } from '#app/domain/matter-record/review-standing.ts'
import { COUNSEL_TEXT_LIMIT, readWords } from '#app/domain/matter/written-words.ts'
import { COUNSEL_CONCLUSIONS } from '#app/domain/opinion/conclusion.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { counselPaper } from '#app/documents/papers/counsel-paper.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A counsel's opinion as its form sends it. */
export type CounselOpinionGiven = {
	readonly hasNoConflict: boolean
	readonly conclusion: string
	readonly text: string
}

/**
 * [13] Signs a counsel's written opinion on the version under review. It clears nothing; a 不合法 in it holds the
 * matter until the signing officer disposes of it in writing (H3; 中办发〔2016〕30号).
 */
export async function signCounselOpinion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: CounselOpinionGiven,
): Promise<Result<Done<{ conclusion: string }>, Refusal>> {
	const body = { ...given }
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'counsel-opinion.signed' },
		async (work) => {
			const apart = await checkSeparation(work, 'counsel')
			if (!apart.ok) return apart
			if (hasSpoken(work))
				return refuse({ code: 'unfitting', field: 'conclusion', problem: 'already-signed' })
			if (!given.hasNoConflict)
				return refuse({ code: 'unfitting', field: 'hasNoConflict', problem: 'missing' })
			const conclusion = COUNSEL_CONCLUSIONS.find((each) => each === given.conclusion)
			if (!conclusion) return refuse({ code: 'unfitting', field: 'conclusion', problem: 'missing' })
			const text = readWords('text', given.text, COUNSEL_TEXT_LIMIT)
			if (!text.ok) return text
			const id = await writeOpinion(work, conclusion, text.value)
			await sealMatterPaper(work, {
				kind: 'counsel-opinion',
				aboutId: id,
				issuer: 'review-organ',
				write: (source) => counselPaper(source, id),
			})
			work.note({
				counselOpinion: id,
				conclusion,
				version: work.matter.currentVersion?.contentSha256 ?? null,
				signed: formatOf('counsel_opinion'),
			})
			// Nothing is signed before the signing officer has answered a counsel who finds the text unlawful.
			if (conclusion === 'unlawful')
				work.tell({
					personIds: await loadTold(work.tx, work.matter, ['signing-officers']),
					matterId: work.matter.id,
				})
			return accept({ conclusion })
		},
	)
}

/** One opinion a counsel and version: who changes their mind about the same text says so to the signing officer. */
function hasSpoken({ matter, actor }: MatterWork): boolean {
	return counselOpinionsOnCurrent(matter).some((opinion) => opinion.personId === actor.personId)
}

async function writeOpinion(work: MatterWork, conclusion: string, text: string): Promise<string> {
	const { matter } = work
	if (matter.currentVersionId === null) throw new Error(`matter ${matter.id} is in review without a version`)
	const id = work.shell.newId()
	const opinion = {
		jurisdictionId: matter.jurisdictionId,
		id,
		matterId: matter.id,
		round: matter.round,
		versionId: matter.currentVersionId,
		contentSha256: matter.currentVersion?.contentSha256 ?? null,
		personId: work.actor.personId,
		postId: work.post.id,
		conclusion,
		text,
		hasNoConflict: true,
		signedAt: work.at,
	}
	await work.tx.counselOpinion.create({
		data: { ...opinion, ...work.shell.clearanceKey.signRow('counsel_opinion', opinion) },
	})
	return id
}

import { adoptionTablePaper } from '#app/documents/papers/adoption-table-paper.ts'
import { type AdoptionCounts, ADOPTION_COUNTS } from '#app/domain/consultation/adoption-counts.ts'
import { daysAsFacts, openConsultation } from '#app/domain/consultation/consultation.ts'
import type { SealedNote } from '#app/domain/act/trail-entry.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { writeStepAnswer } from '#app/services/materials/write-step-answer.server.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { WORD } from '#app/services/paper/paper-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readAdoptionTable } from './read-adoption-table.server.ts'

/**
 * Closes the adoption table after the last day, with no comment unanswered: it is sealed, becomes the paper of the step,
 * and its figures are what the gate and the papers say of it. From then on nothing is received.
 */
export async function closeAdoption(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return commandOnMatter(shell, actor, { ...order, body: {} }, { act: 'adoption.closed' }, async (work) => {
		const { tx, matter, at, today } = work
		const open = openConsultation(matter)
		if (!open) throw new Error('a consultation is open, or the machine had refused')
		const unfitting = (problem: 'still-consulting' | 'comments-unanswered') =>
			refuse({ code: 'unfitting' as const, field: 'isFitForPublic', problem })
		if (today <= open.toDay) return unfitting('still-consulting')
		const { jurisdictionId, id: matterId } = matter
		const table = await readAdoptionTable(tx, { jurisdictionId, consultationId: open.id })
		if (table.unanswered.length > 0) return unfitting('comments-unanswered')
		const sealed = await sealMatterPaper(work, {
			kind: 'adoption-table',
			aboutId: open.id,
			issuer: 'drafting-organ',
			write: (source) => adoptionTablePaper(source, open.id, table),
		})
		const materialId = await answerStepWith(work, sealed, {
			...daysAsFacts(open),
			hasAdoptionReport: true,
			...table.counts,
			table: sealed.number ?? '',
		})
		await tx.consultationEnd.create({
			data: {
				...{ jurisdictionId, consultationId: open.id, matterId, cause: 'settled', words: null },
				...{ counts: ADOPTION_COUNTS.write(table.counts), materialId },
				...{ endedBy: actor.personId, postId: work.post.id, endedAt: at },
			},
		})
		work.change({ awaitingHead: false })
		work.note({ consultation: open.id, ...noted(table.counts) }, sealed.file ? [sealed.file] : [])
		return accept({ matterId })
	})
}

/** The Word file of the sealed table is the paper of the step, and the step is done. */
async function answerStepWith(
	work: MatterWork,
	sealed: SealedNote,
	facts: Readonly<Record<string, string | number | boolean>>,
): Promise<string> {
	const step = 'public-consultation' as const
	const id = work.shell.newId()
	const { jurisdictionId, id: matterId } = work.matter
	const { title, number, fileSha256, fileSize } = await work.tx.sealedPaper.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: sealed.paper } },
		select: { title: true, number: true, fileSha256: true, fileSize: true },
	})
	await work.tx.material.create({
		data: {
			...{ jurisdictionId, id, matterId, item: step, kind: 'file', reason: null },
			...{ name: `${title}（${number}）.docx`, size: fileSize, sha256: fileSha256, mediaType: WORD },
			// Whoever closed it has declared that it is fit for the public.
			...{ isViewable: false, secrecy: 'public' },
			...{ addedBy: work.actor.personId, postId: work.post.id, addedAt: work.at },
		},
	})
	await writeStepAnswer(work, step, 'done', { facts, reason: null }, id)
	return id
}

function noted({ received, adopted, partly, notAdopted, late }: AdoptionCounts) {
	return { received, adopted, partly, notAdopted, late }
}

import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { filingKindOf } from '#app/domain/matter/deadline.ts'
import { RECEIPT_LIMIT } from '#app/domain/matter/emergency-order.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { readDocumentNumber } from '#app/domain/register/document-number.ts'
import { filingsOpen, filingsOwed } from '#app/domain/register/filing.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import type { MatterOrder, MatterWork } from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines, startCalendarDays } from '#app/services/command/deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { onText, readPastDay, registrationOf } from './issue-text.server.ts'

/** A filing as its form sends it: with which organ, the number and the day of the report, and what came back for it. */
export type FilingGiven = {
	readonly filedWith: string
	readonly reportNumber: string
	readonly filedOn: string
	readonly receipt: string
}

/**
 * 备案: says that the published document was filed with one of the organs that it owes a filing. It ends the period of that
 * filing and nothing else: in force it is by its publication.
 */
export function fileDocument(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: FilingGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return onText(shell, actor, order, { ...given }, 'text.filed', async (work) => {
		const { matter, tx } = work
		const { jurisdictionId, id: matterId } = matter
		const open = filingsOpen({ ...matter, tracks: tracksOf(matter) })
		const filedWith = open.find((organ) => organ === given.filedWith)
		if (!filedWith) return refuse({ code: 'unfitting', field: 'filedWith', problem: 'not-to-be-filed' })
		const reportNumber = readDocumentNumber('reportNumber', given.reportNumber)
		if (!reportNumber.ok) return reportNumber
		const filedOn = readPastDay('filedOn', given.filedOn, work.today)
		if (!filedOn.ok) return filedOn
		const receipt = readWords('receipt', given.receipt, RECEIPT_LIMIT)
		if (!receipt.ok) return receipt
		const { id: registrationId, contentSha256 } = await registrationOf(work)
		const { documentId, document } = await tx.publishedDocumentLive.findUniqueOrThrow({
			where: { jurisdictionId_matterId: { jurisdictionId, matterId } },
			include: { document: { select: { publishedOn: true } } },
		})
		if (filedOn.value < document.publishedOn)
			return refuse({ code: 'unfitting', field: 'filedOn', problem: 'filed-before-publication' })
		const said = {
			filedWith,
			reportNumber: reportNumber.value,
			filedOn: filedOn.value,
			receipt: receipt.value,
		}
		await tx.textFiling.create({
			data: {
				...{ jurisdictionId, registrationId, matterId, documentId, ...said },
				...{ filedBy: work.actor.personId, postId: work.post.id, filedAt: work.at },
			},
		})
		await endDeadlines(work, filingKindOf(filedWith))
		work.note({ registration: registrationId, contentSha256, document: documentId, ...said })
		return accept(null)
	})
}

/** Begins the period of each filing that the document of a matter owes from the day of its publication on. */
export async function startFilings(work: MatterWork, publishedOn: string): Promise<void> {
	const { matter, reference } = work
	for (const organ of filingsOwed({ ...matter, tracks: tracksOf(matter) }))
		await startCalendarDays(work, filingKindOf(organ), {
			startsOn: parsePlainDate(publishedOn),
			days: reference.limits.filing[organ],
		})
}

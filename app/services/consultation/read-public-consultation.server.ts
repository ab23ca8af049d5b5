import { replyAnswerOf } from '#app/db/code-columns.server.ts'
import { readAnsweredRows } from '#app/db/read-answered-rows.server.ts'
import { daysBetween, parsePlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type AdoptionCounts, ADOPTION_COUNTS } from '#app/domain/consultation/adoption-counts.ts'
import type { AdoptionGiven } from '#app/domain/consultation/adoption.ts'
import { foldReceipt } from '#app/domain/consultation/comment.ts'
import { type ConsultationStanding, daysOf } from '#app/domain/consultation/consultation.ts'
import type { PlacedBlock, PlacedDocument } from '#app/domain/legal-text/placed-document.ts'
import { readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type FoundConsultation, findConsultation } from './find-consultation.server.ts'

/** A place of the text that a comment may be on. */
export type Article = { readonly anchor: string; readonly label: string }

/** What anybody may read of a consultation, and nothing else of its matter: no number, no state, no name of a person. */
export type PublicConsultation = {
	readonly title: string
	readonly organ: string
	readonly unit: string
	readonly standing: ConsultationStanding
	readonly from: string
	readonly to: string
	readonly days: number
	/** Whole days after today until the last one; 0 on the last day. */
	readonly daysLeft: number
	readonly shorterReason: string | null
	readonly introduction: string
	readonly contact: string
	/** Why it was taken back. */
	readonly cancelledFor: string | null
	/** The text as it was read; null of one that was taken back. */
	readonly document: PlacedDocument | null
	readonly articles: readonly Article[]
	/** What became of the comments, once the table is closed: what was said, and nothing of who said it. */
	readonly adoption: PublicAdoption | null
}

/** The closed adoption table as anybody reads it. */
export type PublicAdoption = {
	readonly counts: AdoptionCounts
	readonly rows: readonly (AdoptionGiven & { readonly comments: number })[]
}

/**
 * Reads the public page of a consultation by the code of its address; null where there is none. The text is that of the
 * version on which it was opened, as its reading was confirmed, whatever the drafter has uploaded since.
 */
export async function readPublicConsultation(shell: Shell, code: string): Promise<PublicConsultation | null> {
	const found = await findConsultation(shell.db, code, shell.now())
	if (!found) return null
	const { jurisdictionId, version, matter, standing, end } = found
	const { document, legal } = await readVersionAsStored(shell, jurisdictionId, version.files)
	const isTakenBack = standing === 'cancelled'
	const commented = legal.clauses.filter(({ kind }) => kind === 'article' || kind === 'section')
	return {
		title: legal.title ?? '',
		organ: matter.organ.name,
		unit: matter.unit.name,
		standing,
		...{ from: found.fromDay, to: found.toDay, days: daysOf(found), shorterReason: found.shorterReason },
		daysLeft: Math.max(0, daysBetween(plainDateIn(shell.now()), parsePlainDate(found.toDay))),
		...{ introduction: found.introduction, contact: found.contact },
		cancelledFor: end?.cause === 'cancelled' ? end.words : null,
		document: isTakenBack ? null : { ...withoutImages(document), margins: [] },
		articles: isTakenBack ? [] : commented.map(({ anchor, label }) => ({ anchor, label })),
		adoption: standing === 'settled' ? await readPublicAdoption(shell, found) : null,
	}
}

/** In the thread of long readings: anybody may ask, as often as they like. */
async function readPublicAdoption(
	{ longReads }: Shell,
	{ jurisdictionId, id: consultationId, end }: FoundConsultation,
): Promise<PublicAdoption | null> {
	if (!end?.counts) return null
	const rows = await readAnsweredRows(longReads.db, { jurisdictionId, consultationId })
	return { counts: ADOPTION_COUNTS.read(end.counts), rows }
}

/** Images lie behind the sign-in: on the public page they are named and not shown. */
function withoutImages(document: PlacedDocument): PlacedDocument {
	return { ...document, blocks: document.blocks.map(withoutImagesIn) }
}

function withoutImagesIn(block: PlacedBlock): PlacedBlock {
	if (block.block === 'box') return { ...block, blocks: block.blocks.map(withoutImagesIn) }
	if (block.block === 'paragraph')
		return { ...block, images: block.images.map((image) => ({ ...image, sha256: null, part: null })) }
	const rows = block.rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(withoutImagesIn) })),
	}))
	return { ...block, rows }
}

/** What a visitor learns of their own comment. */
export type CommentStanding = {
	readonly receivedOn: string
	readonly isLate: boolean
	/** Whether a name or a telephone number was left: without one a lost number cannot be found again. */
	readonly isNamed: boolean
	/** What became of it, once the adoption table is closed. */
	readonly answer: Pick<AdoptionGiven, 'answer' | 'reason'> | null
}

/** Looks a comment up by the number of its receipt, in this consultation; null where no comment has it. */
export async function lookUpComment(
	shell: Shell,
	code: string,
	typed: string,
): Promise<CommentStanding | null> {
	const receipt = foldReceipt(typed)
	const row = await shell.db.publicComment.findUnique({
		where: { receipt },
		select: {
			jurisdictionId: true,
			id: true,
			receivedOn: true,
			isLate: true,
			name: true,
			contact: true,
			consultation: { select: { code: true, end: { select: { cause: true } } } },
		},
	})
	if (row?.consultation.code !== code) return null
	const { receivedOn, name, contact } = row
	const isNamed = name !== null || contact !== null
	const isSettled = row.consultation.end?.cause === 'settled'
	const answer = isSettled ? await readAnswerTo(shell, row) : null
	return { receivedOn, isLate: row.isLate, isNamed, answer }
}

async function readAnswerTo(
	shell: Shell,
	{ jurisdictionId, id: commentId }: { readonly jurisdictionId: string; readonly id: string },
): Promise<CommentStanding['answer']> {
	const newest = await shell.db.adoptionComment.findFirst({
		where: { jurisdictionId, commentId },
		orderBy: { entryId: 'desc' },
		select: { entry: { select: { answer: true, reason: true } } },
	})
	return newest && { answer: replyAnswerOf(newest.entry.answer), reason: newest.entry.reason }
}

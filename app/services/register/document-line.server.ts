import { parsePlainDate, type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { endingOf } from '#app/db/code-columns.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import {
	type DocumentDays,
	type DocumentEnding,
	type Standing,
	standingOn,
} from '#app/domain/register/standing.ts'
import { plainNumber } from '#app/domain/register/document-number.ts'

/** A document as a line of the register. */
export type DocumentLine = {
	readonly id: string
	readonly title: string
	readonly documentNumber: string
	readonly issuer: string
	readonly publishedOn: string
	readonly effectiveOn: string
	readonly validUntil: string | null
	/** 历史文件导入: it was brought in, and not issued here. */
	readonly isImported: boolean
	readonly standing: Standing
}

/** What a document states of itself, and what has become of it. */
export type DocumentFacts = {
	readonly days: DocumentDays
	readonly ending: DocumentEnding | null
	/** It was registered, numbered, issued and published here. */
	readonly isIssued: boolean
}

/** What a line of the register is read from: everything but the text. */
export const LINE_COLUMNS = {
	id: true,
	title: true,
	documentNumber: true,
	issuer: true,
	publishedOn: true,
	effectiveOn: true,
	validUntil: true,
	source: true,
	end: { select: { kind: true, repealedOn: true } },
} as const

type Row = Omit<DocumentLine, 'standing' | 'isImported'> & {
	readonly source: string
	readonly end: { readonly kind: string; readonly repealedOn: string | null } | null
}

/** A line of the register as it stands at an instant. */
export function documentLine({ end, ...row }: Row, at: Date): DocumentLine {
	const { days, ending } = factsOf({ ...row, end })
	const { id, title, documentNumber, issuer, publishedOn, effectiveOn, validUntil } = row
	const standing = standingOn(plainDateIn(at), days, ending)
	const isImported = row.source === 'imported'
	return { id, title, documentNumber, issuer, publishedOn, effectiveOn, validUntil, isImported, standing }
}

/** The days and the end of a document, or null where there is none. */
export async function loadDocumentFacts(
	tx: Pick<Tx, 'publishedDocument'>,
	jurisdictionId: string,
	id: string,
): Promise<DocumentFacts | null> {
	const row = await tx.publishedDocument.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		select: LINE_COLUMNS,
	})
	return row && factsOf(row)
}

function factsOf(
	row: Pick<Row, 'publishedOn' | 'effectiveOn' | 'validUntil' | 'source' | 'end'>,
): DocumentFacts {
	const isIssued = row.source === 'issued'
	const days = {
		publishedOn: parsePlainDate(row.publishedOn),
		effectiveOn: parsePlainDate(row.effectiveOn),
		validUntil: row.validUntil === null ? null : parsePlainDate(row.validUntil),
	}
	if (!row.end) return { days, ending: null, isIssued }
	const { repealedOn } = row.end
	const kind = endingOf(row.end.kind)
	return {
		days,
		isIssued,
		ending:
			kind === 'repealed' && repealedOn !== null
				? { kind: 'repealed', repealedOn: parsePlainDate(repealedOn) }
				: { kind: 'withdrawn' },
	}
}

type Where = Prisma.PublishedDocumentWhereInput

/** Documents whose title or number has every one of these words. */
export function havingWords(words: string): Where[] {
	return words
		.split(/\s+/)
		.filter((word) => word !== '')
		.map((word) => ({
			OR: [{ title: { contains: word } }, { documentNumber: { contains: plainNumber(word) } }],
		}))
}

/** Documents that stand so on a day: the same answer as `standingOn`, asked of the database. */
export function standingAs(standing: Standing, day: PlainDate): Where {
	const notEnded: Where = {
		OR: [{ end: { is: null } }, { end: { kind: 'repealed', repealedOn: { gt: day } } }],
	}
	const notLapsed: Where = { OR: [{ validUntil: null }, { validUntil: { gte: day } }] }
	switch (standing) {
		case 'withdrawn':
			return { end: { kind: 'withdrawn' } }
		case 'repealed':
			return { end: { kind: 'repealed', repealedOn: { lte: day } } }
		case 'lapsed':
			return { AND: [notEnded, { validUntil: { lt: day } }] }
		case 'not-yet-in-force':
			return { AND: [notEnded, notLapsed, { effectiveOn: { gt: day } }] }
		case 'in-force':
			return { AND: [notEnded, notLapsed, { effectiveOn: { lte: day } }] }
	}
}

/** Documents whose registration stands. */
export const NOT_WITHDRAWN: Where = { OR: [{ end: { is: null } }, { end: { kind: 'repealed' } }] }

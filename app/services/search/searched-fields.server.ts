import type { Tx } from '#app/db/open-database.server.ts'
import type { SearchKind } from '#app/domain/search/search-kind.ts'

/** What of a thing is searched, and shown of a hit. */
export const SEARCHED_FIELDS = ['title', 'number', 'opinion', 'text', 'place'] as const

export type SearchedField = (typeof SEARCHED_FIELDS)[number]

/** One text of a thing, under the name of its field. */
export type SearchedText = { readonly field: SearchedField; readonly text: string }

/** Something that can be searched: its texts, in the order in which a hit is shown. */
export type Searched = { readonly refId: string; readonly texts: readonly SearchedText[] }

type Reads = Pick<Tx, 'matter' | 'publishedDocument' | 'meeting'>

/** Loads what is searched of things of one kind; what is not there any more is left out. */
export async function loadSearched(
	tx: Reads,
	jurisdictionId: string,
	kind: SearchKind,
	ids: readonly string[],
): Promise<Searched[]> {
	const where = { jurisdictionId, id: { in: [...ids] } }
	return LOADERS[kind](tx, where)
}

type Where = { readonly jurisdictionId: string; readonly id: { readonly in: string[] } }

const LOADERS: Readonly<Record<SearchKind, (tx: Reads, where: Where) => Promise<Searched[]>>> = {
	matter: loadMatters,
	document: loadDocuments,
	meeting: loadMeetings,
}

/** A matter is found by its name, its numbers, its present text and the opinions that are signed and in force. */
async function loadMatters(tx: Reads, where: Where): Promise<Searched[]> {
	const rows = await tx.matter.findMany({
		where,
		select: {
			id: true,
			title: true,
			caseNumber: true,
			currentVersion: { select: { text: true } },
			opinions: {
				where: { revocation: { is: null } },
				select: {
					number: true,
					summary: true,
					items: { select: { place: true, problem: true, ground: true, suggestion: true } },
				},
			},
		},
	})
	return rows.map(({ id, title, caseNumber, currentVersion, opinions }) => ({
		refId: id,
		texts: [
			{ field: 'title', text: title },
			...(caseNumber === null ? [] : [textOf('number', caseNumber)]),
			...opinions.flatMap(({ number, summary, items }) => [
				textOf('number', number),
				textOf('opinion', summary),
				...items.map(({ place, problem, ground, suggestion }) =>
					textOf('opinion', [place, problem, ground, suggestion ?? ''].join('\n')),
				),
			]),
			...(currentVersion ? [textOf('text', currentVersion.text)] : []),
		],
	}))
}

function textOf(field: SearchedField, text: string): SearchedText {
	return { field, text }
}

async function loadDocuments(tx: Reads, where: Where): Promise<Searched[]> {
	const rows = await tx.publishedDocument.findMany({
		where,
		select: { id: true, title: true, documentNumber: true, text: true },
	})
	return rows.map(({ id, title, documentNumber, text }) => ({
		refId: id,
		texts: [
			{ field: 'title', text: title },
			{ field: 'number', text: documentNumber },
			{ field: 'text', text },
		],
	}))
}

async function loadMeetings(tx: Reads, where: Where): Promise<Searched[]> {
	const rows = await tx.meeting.findMany({ where, select: { id: true, title: true, place: true } })
	return rows.map(({ id, title, place }) => ({
		refId: id,
		texts: [
			{ field: 'title', text: title },
			{ field: 'place', text: place },
		],
	}))
}

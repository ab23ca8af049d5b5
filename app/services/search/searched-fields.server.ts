import { findTrees } from '#app/db/find-trees.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { SearchKind } from '#app/domain/search/search-kind.ts'

/** What of a thing is searched, and shown of a hit. */
export const SEARCHED_FIELDS = ['title', 'number', 'opinion', 'text', 'place'] as const

export type SearchedField = (typeof SEARCHED_FIELDS)[number]

/** One text of a thing, under the name of its field. */
export type SearchedText = { readonly field: SearchedField; readonly text: string }

/** Something that can be searched: its texts, in the order in which a hit is shown. */
export type Searched = { readonly refId: string; readonly texts: readonly SearchedText[] }

type Reads = Pick<Tx, '$queryRaw'>

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

const MATTER = {
	id: true,
	title: true,
	caseNumber: true,
	currentVersion: { select: { text: true } },
	opinions: {
		where: { revocation: null },
		select: {
			number: true,
			summary: true,
			items: { select: { place: true, problem: true, ground: true, suggestion: true } },
		},
	},
} as const

/** A matter is found by its name, its numbers, its present text and the opinions that are signed and in force. */
async function loadMatters(tx: Reads, where: Where): Promise<Searched[]> {
	const rows = await findTrees(tx, 'matter', { where, select: MATTER })
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

const DOCUMENT = { id: true, title: true, documentNumber: true, text: true } as const

async function loadDocuments(tx: Reads, where: Where): Promise<Searched[]> {
	const rows = await findTrees(tx, 'publishedDocument', { where, select: DOCUMENT })
	return rows.map(({ id, title, documentNumber, text }) => ({
		refId: id,
		texts: [
			{ field: 'title', text: title },
			{ field: 'number', text: documentNumber },
			{ field: 'text', text },
		],
	}))
}

const MEETING = { id: true, title: true, place: true } as const

async function loadMeetings(tx: Reads, where: Where): Promise<Searched[]> {
	const rows = await findTrees(tx, 'meeting', { where, select: MEETING })
	return rows.map(({ id, title, place }) => ({
		refId: id,
		texts: [
			{ field: 'title', text: title },
			{ field: 'place', text: place },
		],
	}))
}

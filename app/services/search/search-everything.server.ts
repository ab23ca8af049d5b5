import { matterStateOf, meetingStateOf } from '#app/db/code-columns.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
import { findRefs } from '#app/db/search-index.server.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Standing } from '#app/domain/register/standing.ts'
import type { MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { type Excerpt, excerptOf } from '#app/domain/search/excerpt.ts'
import { type Phrase, phrasesOf } from '#app/domain/search/grams.ts'
import { type SearchKind, SEARCH_KINDS } from '#app/domain/search/search-kind.ts'
import { readableMeetings } from '#app/services/meeting/read-meetings.server.ts'
import { documentLine, LINE_COLUMNS, NOT_WITHDRAWN } from '#app/services/register/document-line.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type SearchedField, loadSearched } from './searched-fields.server.ts'

/** Where the words were found in it, and what stands around them. */
export type Found = { readonly field: SearchedField; readonly excerpt: Excerpt }

/** What is found, and how it stands. */
type Line = {
	readonly id: string
	readonly title: string
	/** The organ that drafts it, issues it or meets. */
	readonly organ: string
} & (
	| { readonly kind: 'matter'; readonly state: MatterState }
	| { readonly kind: 'document'; readonly standing: Standing; readonly documentNumber: string }
	| { readonly kind: 'meeting'; readonly state: MeetingState; readonly startsAt: string }
)

/** A hit: what it is, and where the words were found. */
export type Hit = Line & { readonly found: readonly Found[] }

/** The hits of one kind, newest first. */
export type Hits = { readonly kind: SearchKind; readonly hits: readonly Hit[]; readonly hasMore: boolean }

/** So many of a kind are shown; more would be no list that anybody reads. */
export const MOST_HITS = 20

/** So many candidates are asked for at a time, and looked at in so many pieces for whether the actor may see them. */
const CANDIDATES = 5_000
const PIECE = 500

/**
 * Searches matters, documents and meetings within an actor's sight for words that all stand in one of them. A long
 * reading: it runs beside the thread that answers pages.
 */
export async function searchEverything(shell: Shell, actor: Actor, asked: string): Promise<readonly Hits[]> {
	const phrases = phrasesOf(asked)
	if (phrases.length === 0) return []
	const found: Hits[] = []
	for (const kind of SEARCH_KINDS) {
		const hits = await findVisible(shell, actor, kind, phrases)
		const shown = hits.slice(0, MOST_HITS)
		found.push({
			kind,
			hits: await withExcerpts(shell, actor, kind, shown, asked),
			hasMore: hits.length > MOST_HITS,
		})
	}
	return found.filter(({ hits }) => hits.length > 0)
}

async function findVisible(
	shell: Shell,
	actor: Actor,
	kind: SearchKind,
	phrases: readonly Phrase[],
): Promise<Line[]> {
	const { jurisdictionId } = actor
	const visible: Line[] = []
	let after: string | null = null
	for (;;) {
		const ids: string[] = await findRefs(
			shell.longReads.db,
			{ jurisdictionId, kind, phrases },
			after,
			CANDIDATES,
		)
		for (let from = 0; from < ids.length; from += PIECE) {
			const lines = await READERS[kind](shell, actor, ids.slice(from, from + PIECE))
			visible.push(...lines.toSorted((a, b) => (a.id < b.id ? 1 : -1)))
			if (visible.length > MOST_HITS) return visible
		}
		if (ids.length < CANDIDATES) return visible
		after = ids.at(-1) ?? null
	}
}

const READERS: Readonly<Record<SearchKind, (shell: Shell, actor: Actor, ids: string[]) => Promise<Line[]>>> =
	{
		matter: readMatterLines,
		document: readDocumentLines,
		meeting: readMeetingLines,
	}

const NEWEST = { orderBy: { id: 'desc' }, take: MOST_HITS + 1 } as const

async function readMatterLines(shell: Shell, actor: Actor, ids: string[]): Promise<Line[]> {
	const rows = await findTrees(shell.longReads.db, 'matter', {
		...NEWEST,
		where: { AND: [readableMatters(actor), { id: { in: ids } }] },
		select: { id: true, title: true, state: true, organ: { select: { name: true } } },
	})
	return rows.map(({ id, title, state, organ }) => ({
		kind: 'matter',
		id,
		title,
		organ: organ.name,
		state: matterStateOf(state),
	}))
}

async function readDocumentLines(shell: Shell, actor: Actor, ids: string[]): Promise<Line[]> {
	const { jurisdictionId } = actor
	if (!permit(actor, 'register.read', { jurisdictionId }).ok) return []
	const rows = await shell.db.publishedDocument.findMany({
		...NEWEST,
		where: { jurisdictionId, id: { in: ids }, AND: [NOT_WITHDRAWN] },
		select: LINE_COLUMNS,
	})
	return rows.map((row) => {
		const { id, title, issuer, standing, documentNumber } = documentLine(row, shell.now())
		return { kind: 'document', id, title, organ: issuer, standing, documentNumber }
	})
}

async function readMeetingLines(shell: Shell, actor: Actor, ids: string[]): Promise<Line[]> {
	const readable = readableMeetings(actor)
	if (!readable) return []
	const rows = await findTrees(shell.longReads.db, 'meeting', {
		...NEWEST,
		where: { AND: [readable, { id: { in: ids } }] },
		select: { id: true, title: true, state: true, startsAt: true, organ: { select: { name: true } } },
	})
	return rows.map(({ id, title, state, startsAt, organ }) => ({
		kind: 'meeting',
		id,
		title,
		organ: organ.name,
		state: meetingStateOf(state),
		startsAt: startsAt.toISOString(),
	}))
}

/** Adds where the words stand, one excerpt a field: read from the rows themselves, not from the index. */
async function withExcerpts(
	shell: Shell,
	{ jurisdictionId }: Actor,
	kind: SearchKind,
	lines: readonly Line[],
	asked: string,
): Promise<Hit[]> {
	const ids = lines.map((line) => line.id)
	const searched = new Map(
		(await loadSearched(shell.db, jurisdictionId, kind, ids)).map((each) => [each.refId, each]),
	)
	return lines.map((line) => {
		const found = new Map<SearchedField, Excerpt>()
		for (const { field, text } of searched.get(line.id)?.texts ?? []) {
			const excerpt = found.has(field) ? null : excerptOf(text, asked)
			if (excerpt) found.set(field, excerpt)
		}
		return { ...line, found: [...found].map(([field, excerpt]) => ({ field, excerpt })) }
	})
}

import {
	type RefusalCount,
	type TrailChoice,
	type TrailPoint,
	type TrailRow,
	countRefusals,
	findTrailRows,
	loadRefusalCounts,
	loadTrailKinds,
} from '#app/db/find-trail-rows.server.ts'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { matterOfStream } from '#app/domain/audit-chain/entry.ts'
import { addDays, instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Where an entry may stand: each is the first part of a stream's name. */
export const TRAIL_PLACES = [
	'matter',
	'consultation',
	'meeting',
	'document',
	'admin',
	'user',
	'sign-ins',
] as const

export type TrailPlace = (typeof TRAIL_PLACES)[number]

/** What the trail is searched by; days are plain dates, both included. */
export type TrailQuery = {
	readonly place: TrailPlace | null
	readonly kind: string | null
	readonly person: string
	readonly from: string | null
	readonly to: string | null
	readonly onlyRefused: boolean
}

/** Where the next page goes on. */
export type TrailCursor = { readonly at: string; readonly stream: string; readonly seq: number }

/** An entry as the audit administrator sees it: who, when, what, and where it stands; nothing of a matter's content. */
export type FoundEntry = {
	readonly stream: string
	readonly seq: number
	readonly hash: string
	readonly at: string
	readonly kind: string
	readonly isRefused: boolean
	readonly times: number
	readonly actor: string | null
	/** In whose place they acted (受委托). */
	readonly actedFor: string | null
	readonly role: Role | null
	readonly reason: string | null
	readonly matterId: string | null
	readonly caseNumber: string | null
}

export type TrailSearch = {
	readonly entries: readonly FoundEntry[]
	readonly next: TrailCursor | null
	readonly kinds: readonly string[]
	readonly counts: readonly RefusalCount[]
	/** Of persons or days no more refused entries are counted than the newest of this number; null where all are. */
	readonly countedNewest: number | null
	/** A supervisor reads matters as well; an audit administrator does not. */
	readonly mayOpenMatters: boolean
	readonly mayVerify: boolean
}

const PAGE = 100
const MOST_PERSONS = 50
const MOST_COUNTED = 2000

/** Searches the trail of the whole jurisdiction, newest first: for the audit administrator and the supervisor. */
export async function searchTrail(
	shell: Shell,
	actor: Actor,
	query: TrailQuery,
	after: TrailCursor | null,
): Promise<Result<TrailSearch, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'trail.read', { jurisdictionId })
	if (!post.ok) return post
	const { db } = shell.longReads
	const choice = await choiceOf(shell.db, jurisdictionId, query)
	const rows = await findTrailRows(db, choice, after && pointOf(after), PAGE + 1)
	const shown = rows.slice(0, PAGE).map(foundEntry)
	const isNarrow = choice.actorIds !== null || choice.from !== null || choice.before !== null
	return accept({
		entries: shown,
		next: rows.length > PAGE ? cursorOf(shown) : null,
		kinds: await loadTrailKinds(db, jurisdictionId),
		counts: isNarrow
			? await countRefusals(db, choice, MOST_COUNTED)
			: await loadRefusalCounts(shell.db, choice),
		countedNewest: isNarrow ? MOST_COUNTED : null,
		mayOpenMatters: isPermitted(actor, 'matter.read', { jurisdictionId }),
		mayVerify: isPermitted(actor, 'audit.verified', { jurisdictionId }),
	})
}

const AT_ONCE = 500

/** Everything that the search finds, piece by piece: one piece of it is in memory at a time. */
export async function exportTrail(
	shell: Shell,
	actor: Actor,
	query: TrailQuery,
): Promise<Result<AsyncIterable<readonly FoundEntry[]>, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'trail.read', { jurisdictionId })
	if (!post.ok) return post
	return accept(pieces(shell, await choiceOf(shell.db, jurisdictionId, query)))
}

async function* pieces(shell: Shell, choice: TrailChoice): AsyncGenerator<readonly FoundEntry[]> {
	let after: TrailCursor | null = null
	for (;;) {
		const rows: readonly TrailRow[] = await findTrailRows(
			shell.longReads.db,
			choice,
			after && pointOf(after),
			AT_ONCE,
		)
		const found = rows.map(foundEntry)
		if (found.length > 0) yield found
		if (found.length < AT_ONCE) return
		after = cursorOf(found)
	}
}

async function choiceOf(
	tx: Pick<Tx, 'person'>,
	jurisdictionId: string,
	query: TrailQuery,
): Promise<TrailChoice> {
	const { place, kind, person, from, to, onlyRefused } = query
	return {
		jurisdictionId,
		place,
		kind,
		actorIds: person === '' ? null : await personIds(tx, jurisdictionId, person),
		from: from === null ? null : instantOf(parsePlainDate(from), '00:00'),
		before: to === null ? null : instantOf(addDays(parsePlainDate(to), 1), '00:00'),
		onlyRefused,
	}
}

async function personIds(tx: Pick<Tx, 'person'>, jurisdictionId: string, search: string): Promise<string[]> {
	const people = await tx.person.findMany({
		where: { jurisdictionId, OR: [{ name: { contains: search } }, { staffCode: search }] },
		orderBy: { staffCode: 'asc' },
		take: MOST_PERSONS,
		select: { id: true },
	})
	return people.map((person) => person.id)
}

function pointOf({ at, stream, seq }: TrailCursor): TrailPoint {
	return { at: new Date(at), stream, seq }
}

function cursorOf(entries: readonly FoundEntry[]): TrailCursor | null {
	const last = entries.at(-1)
	return last ? { at: last.at, stream: last.stream, seq: last.seq } : null
}

function foundEntry(row: TrailRow): FoundEntry {
	const entry = openEntry(row.leaf)
	return {
		stream: row.stream,
		seq: row.seq,
		hash: row.hash,
		at: row.at,
		kind: row.kind,
		isRefused: row.outcome === 'refused',
		times: row.times ?? 1,
		actor: entry.actor?.name ?? null,
		actedFor: entry.actor?.for?.name ?? null,
		role: entry.actor?.role ?? null,
		reason: entry.outcome === 'refused' ? (entry.detail.code ?? null) : null,
		matterId: matterOfStream(row.stream),
		caseNumber: row.caseNumber,
	}
}

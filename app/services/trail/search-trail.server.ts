import type { Tx } from '#app/db/open-database.server.ts'
import { addDays, instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { isPermitted, permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Where an entry may stand: each is the first part of a stream's name. */
export const TRAIL_PLACES = ['matter', 'meeting', 'document', 'admin', 'user', 'sign-ins'] as const

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
	readonly role: Role | null
	readonly reason: string | null
	readonly matterId: string | null
	readonly caseNumber: string | null
}

/** How often one act was refused. */
export type RefusalCount = { readonly kind: string; readonly count: number }

export type TrailSearch = {
	readonly entries: readonly FoundEntry[]
	readonly next: TrailCursor | null
	readonly kinds: readonly string[]
	readonly counts: readonly RefusalCount[]
	/** A supervisor reads matters as well; an audit administrator does not. */
	readonly mayOpenMatters: boolean
	readonly mayVerify: boolean
}

const PAGE = 100
const MOST_PERSONS = 50

/** Searches the trail of the whole jurisdiction, newest first: for the audit administrator and the supervisor. */
export async function searchTrail(
	shell: Shell,
	actor: Actor,
	query: TrailQuery,
	after: TrailCursor | null,
	take = PAGE,
): Promise<Result<TrailSearch, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'trail.read', { jurisdictionId })
	if (!post.ok) return post
	const where = await whereOf(shell.db, jurisdictionId, query)
	const rows = await shell.db.auditEntry.findMany({
		where: after ? { AND: [where, beyond(after)] } : where,
		orderBy: [{ at: 'desc' }, { stream: 'desc' }, { seq: 'desc' }],
		take: take + 1,
		include: { tally: { select: { count: true } } },
	})
	const shown = rows.slice(0, take)
	const last = rows.length > take ? shown.at(-1) : undefined
	const numbers = await caseNumbers(shell.db, jurisdictionId, shown)
	return accept({
		entries: shown.map((row) => foundEntry(row, numbers)),
		next: last ? { at: last.at.toISOString(), stream: last.stream, seq: last.seq } : null,
		kinds: await kindsOf(shell.db, jurisdictionId),
		counts: await countRefusals(shell.db, where),
		mayOpenMatters: isPermitted(actor, 'matter.read', { jurisdictionId }),
		mayVerify: isPermitted(actor, 'audit.verified', { jurisdictionId }),
	})
}

type Where = NonNullable<NonNullable<Parameters<Tx['auditEntry']['findMany']>[0]>['where']>

async function whereOf(tx: Pick<Tx, 'person'>, jurisdictionId: string, query: TrailQuery): Promise<Where> {
	const { place, kind, person, from, to, onlyRefused } = query
	const at = {
		...(from ? { gte: instantOf(parsePlainDate(from), '00:00') } : {}),
		...(to ? { lt: instantOf(addDays(parsePlainDate(to), 1), '00:00') } : {}),
	}
	return {
		jurisdictionId,
		...(place === null
			? {}
			: place === 'sign-ins'
				? { stream: place }
				: { stream: { startsWith: `${place}/` } }),
		...(kind === null ? {} : { kind }),
		...(person === '' ? {} : { actorId: { in: await personIds(tx, jurisdictionId, person) } }),
		...(from || to ? { at } : {}),
		...(onlyRefused ? { outcome: 'refused' } : {}),
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

function beyond({ at, stream, seq }: TrailCursor): Where {
	const instant = new Date(at)
	return {
		OR: [
			{ at: { lt: instant } },
			{ at: instant, stream: { lt: stream } },
			{ at: instant, stream, seq: { lt: seq } },
		],
	}
}

type Row = {
	readonly stream: string
	readonly seq: number
	readonly hash: string
	readonly leaf: string
	readonly at: Date
	readonly kind: string
	readonly outcome: string
	readonly matterId: string | null
	readonly tally: { readonly count: number } | null
}

function foundEntry(row: Row, numbers: ReadonlyMap<string, string>): FoundEntry {
	const leaf = JSON.parse(row.leaf) as {
		readonly actor: { readonly name: string; readonly role: Role | null } | null
		readonly detail: { readonly code?: string }
	}
	const matterId =
		row.matterId ?? (row.stream.startsWith('matter/') ? row.stream.slice('matter/'.length) : null)
	return {
		stream: row.stream,
		seq: row.seq,
		hash: row.hash,
		at: row.at.toISOString(),
		kind: row.kind,
		isRefused: row.outcome === 'refused',
		times: row.tally?.count ?? 1,
		actor: leaf.actor?.name ?? null,
		role: leaf.actor?.role ?? null,
		reason: leaf.detail.code ?? null,
		matterId,
		caseNumber: numbers.get(matterId ?? '') ?? null,
	}
}

async function caseNumbers(tx: Pick<Tx, 'matter'>, jurisdictionId: string, rows: readonly Row[]) {
	const ids = rows.flatMap((row) => (row.matterId ? [row.matterId] : []))
	const matters = await tx.matter.findMany({
		where: { jurisdictionId, id: { in: [...new Set(ids)] } },
		select: { id: true, caseNumber: true },
	})
	return new Map(matters.flatMap(({ id, caseNumber }) => (caseNumber ? [[id, caseNumber]] : [])))
}

async function kindsOf(tx: Pick<Tx, 'auditEntry'>, jurisdictionId: string): Promise<string[]> {
	const groups = await tx.auditEntry.groupBy({
		by: ['kind'],
		where: { jurisdictionId },
		orderBy: { kind: 'asc' },
	})
	return groups.map((group) => group.kind)
}

/** Refused and blocked attempts by act, most first; an entry with a tally counts as often as it was repeated. */
async function countRefusals(
	tx: Pick<Tx, 'auditEntry' | 'refusalTally'>,
	where: Where,
): Promise<RefusalCount[]> {
	const refused: Where = { AND: [where, { outcome: 'refused' }] }
	const groups = await tx.auditEntry.groupBy({ by: ['kind'], where: refused, _count: true })
	const tallies = await tx.refusalTally.findMany({
		where: { entry: refused },
		select: { count: true, entry: { select: { kind: true } } },
	})
	const repeated = new Map<string, number>()
	for (const { count, entry } of tallies)
		repeated.set(entry.kind, (repeated.get(entry.kind) ?? 0) + count - 1)
	return groups
		.map(({ kind, _count }) => ({ kind, count: _count + (repeated.get(kind) ?? 0) }))
		.sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
}

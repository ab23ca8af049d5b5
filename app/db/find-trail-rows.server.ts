import { findTrees } from './find-trees.server.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { type Engine, type Tx, engineOf } from './open-database.server.ts'
import { isoText } from './iso-text.ts'

type Reader = Pick<Tx, '$queryRaw'>

/** What entries of the trail are chosen by; null and false choose nothing. */
export type TrailChoice = {
	readonly jurisdictionId: string
	/** The first part of a stream's name. */
	readonly place: string | null
	readonly kind: string | null
	readonly actorIds: readonly string[] | null
	readonly from: Date | null
	readonly before: Date | null
	readonly onlyRefused: boolean
}

/** Where a list goes on: below this entry. */
export type TrailPoint = { readonly at: Date; readonly stream: string; readonly seq: number }

/** An entry as a list needs it; `at` is ISO text in UTC. */
export type TrailRow = {
	readonly stream: string
	readonly seq: number
	readonly hash: string
	readonly leaf: string
	readonly at: string
	readonly kind: string
	readonly outcome: string
	readonly times: number | null
	readonly caseNumber: string | null
}

const ORDER = Prisma.raw('ORDER BY "at" DESC, "stream" DESC, "seq" DESC')

/** Finds entries, newest first. Each choice has an index that gives them in this order, so a page reads a page of them. */
export function findTrailRows(
	db: Reader,
	choice: TrailChoice,
	after: TrailPoint | null,
	take: number,
): Promise<TrailRow[]> {
	const found = chosen(engineOf(db), choice, after, take)
	if (!found) return Promise.resolve([])
	const at = Prisma.raw(isoText(engineOf(db), '"entry"."at"'))
	return db.$queryRaw<TrailRow[]>`
		SELECT "entry"."stream", "entry"."seq", "entry"."hash", "entry"."leaf", ${at} AS "at", "entry"."kind",
			"entry"."outcome", "tally"."count" AS "times", "matter"."case_number" AS "caseNumber"
		FROM (SELECT * FROM (${found}) "all" ${ORDER} LIMIT ${take}) "entry"
			LEFT JOIN "refusal_tally" "tally" ON "tally"."jurisdiction_id" = "entry"."jurisdiction_id"
				AND "tally"."stream" = "entry"."stream" AND "tally"."seq" = "entry"."seq"
			LEFT JOIN "matter" ON "matter"."jurisdiction_id" = "entry"."jurisdiction_id"
				AND "matter"."id" = "entry"."matter_id"
		ORDER BY "entry"."at" DESC, "entry"."stream" DESC, "entry"."seq" DESC`
}

/** How often an act was refused. */
export type RefusalCount = { readonly kind: string; readonly count: number }

const COUNTED = { kind: true, count: true } as const

/** How often each act was refused, repeated tries included, as the kept count has it: of all persons and days. */
export async function loadRefusalCounts(
	db: Reader,
	{ jurisdictionId, place, kind }: Pick<TrailChoice, 'jurisdictionId' | 'place' | 'kind'>,
): Promise<RefusalCount[]> {
	const where = { jurisdictionId, ...(place === null ? {} : { place }), ...(kind === null ? {} : { kind }) }
	const counts = new Map<string, number>()
	for (const row of await findTrees(db, 'refusalCount', { where, select: COUNTED }))
		counts.set(row.kind, (counts.get(row.kind) ?? 0) + row.count)
	return [...counts]
		.map(([name, count]) => ({ kind: name, count }))
		.toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
}

/** The same of some persons or days, over the newest refused entries, at most so many. */
export async function countRefusals(db: Reader, choice: TrailChoice, most: number): Promise<RefusalCount[]> {
	const found = chosen(engineOf(db), { ...choice, onlyRefused: true }, null, most)
	if (!found) return []
	return db.$queryRaw<RefusalCount[]>`
		SELECT "entry"."kind", CAST(sum(coalesce("tally"."count", 1)) AS INTEGER) AS "count"
		FROM (SELECT * FROM (${found}) "all" ${ORDER} LIMIT ${most}) "entry"
			LEFT JOIN "refusal_tally" "tally" ON "tally"."jurisdiction_id" = "entry"."jurisdiction_id"
				AND "tally"."stream" = "entry"."stream" AND "tally"."seq" = "entry"."seq"
		GROUP BY "entry"."kind" ORDER BY 2 DESC, "entry"."kind"`
}

/** The kinds of entries that a jurisdiction has: the index is asked for the next kind, and the next, not for every entry. */
export async function loadTrailKinds(db: Reader, jurisdictionId: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ kind: string }[]>`
		WITH RECURSIVE "known" ("kind") AS (
			SELECT min("kind") FROM "audit_entry" WHERE "jurisdiction_id" = ${jurisdictionId}
			UNION ALL
			SELECT (SELECT min("entry"."kind") FROM "audit_entry" "entry"
				WHERE "entry"."jurisdiction_id" = ${jurisdictionId} AND "entry"."kind" > "known"."kind")
			FROM "known" WHERE "known"."kind" IS NOT NULL
		)
		SELECT "kind" FROM "known" WHERE "kind" IS NOT NULL`
	return rows.map(({ kind }) => kind).toSorted()
}

/** The newest of what is chosen, of each person apart: an index knows one person's entries in their order, not several. */
function chosen(
	engine: Engine,
	choice: TrailChoice,
	after: TrailPoint | null,
	take: number,
): Prisma.Sql | null {
	const { jurisdictionId, place, kind, actorIds, from, before, onlyRefused } = choice
	const conditions = [
		Prisma.sql`"jurisdiction_id" = ${jurisdictionId}`,
		...(place === null ? [] : [Prisma.sql`${PLACE[engine]} = ${place}`]),
		...(kind === null ? [] : [Prisma.sql`"kind" = ${kind}`]),
		...(from === null ? [] : [Prisma.sql`"at" >= ${from}`]),
		...(before === null ? [] : [Prisma.sql`"at" < ${before}`]),
		// The word itself, not a value: only so the index of refused entries is known to hold them all.
		...(onlyRefused ? [Prisma.raw(`"outcome" = 'refused'`)] : []),
		...(after ? [Prisma.sql`("at", "stream", "seq") < (${after.at}, ${after.stream}, ${after.seq})`] : []),
	]
	const each = actorIds?.map((id) => [...conditions, Prisma.sql`"actor_id" = ${id}`]) ?? [conditions]
	if (each.length === 0) return null
	const parts = each.map(
		(all) =>
			Prisma.sql`SELECT * FROM (SELECT * FROM "audit_entry" WHERE ${Prisma.join(all, ' AND ')} ${ORDER} LIMIT ${take}) "one"`,
	)
	return Prisma.join(parts, ' UNION ALL ')
}

/** The place of a stream, written as the index has it. */
const PLACE: Readonly<Record<Engine, Prisma.Sql>> = {
	sqlite: Prisma.raw(`substr("stream", 1, instr("stream" || '/', '/') - 1)`),
	postgresql: Prisma.raw(`split_part("stream", '/', 1)`),
}

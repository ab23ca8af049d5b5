import { searchKindOf } from './code-columns.server.ts'
import type { Phrase } from '#app/domain/search/grams.ts'
import type { SearchKind } from '#app/domain/search/search-kind.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { type Tx, engineOf } from './open-database.server.ts'
import { readRows, writeRows } from './statements.server.ts'
import { insertRows } from './write-rows.server.ts'

/** A matter, a document or a meeting in the index. */
export type SearchRef = { readonly jurisdictionId: string; readonly kind: SearchKind; readonly refId: string }

/** Puts the parts of a text into the index, in the place of those that it had. */
export async function replaceParts(
	tx: Tx,
	ref: SearchRef,
	parts: readonly (readonly string[])[],
): Promise<void> {
	const { jurisdictionId, kind, refId } = ref
	const removed = await readRows(
		tx,
		Prisma.sql`DELETE FROM "search_part"
			WHERE "jurisdiction_id" = ${jurisdictionId} AND "kind" = ${kind} AND "ref_id" = ${refId} RETURNING "number"`,
	)
	for (const [number] of removed) await writeRows(tx, deletionOf(tx, Number(number)))
	const [last] = await readRows(tx, Prisma.sql`SELECT COALESCE(MAX("number"), 0) FROM "search_part"`)
	const first = Number(last?.[0]) + 1
	const rows = parts.map((_, part) => ({ jurisdictionId, kind, refId, part, number: first + part }))
	await insertRows(tx, 'searchPart', rows)
	for (const [part, grams] of parts.entries())
		await writeRows(tx, insertionOf(tx, first + part, grams.join(' ')))
}

/** A row of the list of what the index has to read anew. */
export type SearchDue = SearchRef & { readonly id: string }

/** Takes so many rows off that list. */
export async function takeDue(tx: Tx, most: number): Promise<readonly SearchDue[]> {
	const taken = await readRows(
		tx,
		Prisma.sql`DELETE FROM "search_due" WHERE ("jurisdiction_id", "id") IN (
			SELECT "jurisdiction_id", "id" FROM "search_due" LIMIT ${most}) RETURNING "jurisdiction_id", "id", "kind", "ref_id"`,
	)
	return taken.map(([jurisdictionId, id, kind, refId]) => ({
		jurisdictionId: String(jurisdictionId),
		id: String(id),
		kind: searchKindOf(String(kind)),
		refId: String(refId),
	}))
}

/** The ids of what holds all the words, the newest first; goes on behind `after`. */
export async function findRefs(
	tx: Pick<Tx, '$queryRaw'>,
	asked: { readonly jurisdictionId: string; readonly kind: SearchKind; readonly phrases: readonly Phrase[] },
	after: string | null,
	most: number,
): Promise<string[]> {
	const { jurisdictionId, kind, phrases } = asked
	const found = phrases.map(
		(phrase) => Prisma.sql`"ref_id" IN (
			SELECT p."ref_id" FROM "search_part" p JOIN "search_grams" g ON ${joined(tx)}
			WHERE ${matching(tx, phrase)} AND p."jurisdiction_id" = ${jurisdictionId} AND p."kind" = ${kind})`,
	)
	const rows = await readRows(
		tx,
		Prisma.sql`SELECT DISTINCT "ref_id" AS "refId" FROM "search_part"
			WHERE "jurisdiction_id" = ${jurisdictionId} AND "kind" = ${kind} AND ${Prisma.join(found, ' AND ')}
				${after === null ? Prisma.empty : Prisma.sql`AND "ref_id" < ${after}`}
			ORDER BY "ref_id" DESC LIMIT ${most}`,
	)
	return rows.map(([refId]) => String(refId))
}

const isSqlite = (tx: object) => engineOf(tx) === 'sqlite'

function joined(tx: object): Prisma.Sql {
	return isSqlite(tx) ? Prisma.sql`g."rowid" = p."number"` : Prisma.sql`g."number" = p."number"`
}

function matching(tx: object, phrase: Phrase): Prisma.Sql {
	if (isSqlite(tx)) {
		const words = phrase.kind === 'grams' ? `"${phrase.grams.join(' ')}"` : `${phrase.of}*`
		return Prisma.sql`"search_grams" MATCH ${words}`
	}
	const words = phrase.kind === 'grams' ? phrase.grams.join(' <-> ') : `${phrase.of}:*`
	return Prisma.sql`g."grams" @@ to_tsquery('simple', ${words})`
}

function insertionOf(tx: object, number: number, grams: string): Prisma.Sql {
	return isSqlite(tx)
		? Prisma.sql`INSERT INTO "search_grams" ("rowid", "grams") VALUES (${number}, ${grams})`
		: Prisma.sql`INSERT INTO "search_grams" ("number", "grams") VALUES (${number}, to_tsvector('simple', ${grams}))`
}

function deletionOf(tx: object, number: number): Prisma.Sql {
	return isSqlite(tx)
		? Prisma.sql`DELETE FROM "search_grams" WHERE "rowid" = ${number}`
		: Prisma.sql`DELETE FROM "search_grams" WHERE "number" = ${number}`
}

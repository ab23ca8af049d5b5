import type { Phrase } from '#app/domain/search/grams.ts'
import type { SearchKind } from '#app/domain/search/search-kind.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { type Tx, engineOf } from './open-database.server.ts'
import { readRows, writeRows } from './statements.server.ts'

/** A matter, a document or a meeting in the index. */
export type SearchRef = { readonly jurisdictionId: string; readonly kind: SearchKind; readonly refId: string }

/** Puts the parts of a text into the index, in the place of those that it had. */
export async function replaceParts(
	tx: Tx,
	ref: SearchRef,
	parts: readonly (readonly string[])[],
): Promise<void> {
	const { jurisdictionId, kind, refId } = ref
	const where = { jurisdictionId, kind, refId }
	for (const { number } of await tx.searchPart.findMany({ where, select: { number: true } }))
		await writeRows(tx, deletionOf(tx, number))
	await tx.searchPart.deleteMany({ where })
	const last = await tx.searchPart.aggregate({ _max: { number: true } })
	const first = (last._max.number ?? 0) + 1
	for (const [part, grams] of parts.entries()) {
		await tx.searchPart.create({ data: { ...where, part, number: first + part } })
		await writeRows(tx, insertionOf(tx, first + part, grams.join(' ')))
	}
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

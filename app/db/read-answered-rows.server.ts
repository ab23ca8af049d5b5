import { Prisma } from './generated/sqlite/client.ts'
import { replyAnswerOf } from './code-columns.server.ts'
import type { Tx } from './open-database.server.ts'
import { readRows } from './statements.server.ts'

/** A row of an adoption table, with how many comments it answers. */
type AnsweredRow = readonly [
	answer: string,
	gist: string,
	reason: string,
	comments: number | bigint,
	first: number | bigint,
]

/**
 * Reads the rows of an adoption table for whoever reads no comment: of each comment the newest entry counts, as in
 * `adoptionTable`. The database counts the comments; they may be a hundred thousand, while rows are a few hundred at most.
 */
export async function readAnsweredRows(
	tx: Pick<Tx, '$queryRaw'>,
	{ jurisdictionId, consultationId }: { readonly jurisdictionId: string; readonly consultationId: string },
) {
	const rows = await readRows<AnsweredRow>(
		tx,
		Prisma.sql`SELECT "entry"."answer", "entry"."gist", "entry"."reason", COUNT(*), MIN("comment"."number") AS "first"
			FROM "public_comment" "comment"
			JOIN "adoption_comment" "said" ON "said"."jurisdiction_id" = "comment"."jurisdiction_id"
				AND "said"."comment_id" = "comment"."id"
			JOIN "adoption_entry" "entry" ON "entry"."jurisdiction_id" = "said"."jurisdiction_id"
				AND "entry"."id" = "said"."entry_id"
			WHERE "comment"."jurisdiction_id" = ${jurisdictionId} AND "comment"."consultation_id" = ${consultationId}
				AND NOT EXISTS (SELECT 1 FROM "adoption_comment" "later"
					WHERE "later"."jurisdiction_id" = "said"."jurisdiction_id"
					AND "later"."comment_id" = "said"."comment_id" AND "later"."entry_id" > "said"."entry_id")
			GROUP BY "entry"."id", "entry"."answer", "entry"."gist", "entry"."reason" ORDER BY "first"`,
	)
	return rows.map(([answer, gist, reason, comments]) => ({
		...{ answer: replyAnswerOf(answer), gist, reason },
		comments: Number(comments),
	}))
}

import type { Tx } from '#app/db/open-database.server.ts'
import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'
import type { CommentSource } from '#app/domain/consultation/comment-source.ts'
import type { CommenterStanding } from '#app/domain/consultation/comment.ts'
import { commenterStandingOf, commentSourceOf } from '#app/db/code-columns.server.ts'
import { type AdoptionRow, type AdoptionTable, COMMENTS_AT_ONCE } from '#app/domain/consultation/adoption.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'

/** A comment as those who see the matter read it; `name` and `contact` are null for whoever is not of the drafting unit. */
export type CommentLine = {
	readonly id: string
	readonly number: number
	readonly source: CommentSource
	readonly pointName: string | null
	readonly place: string | null
	readonly words: string
	readonly wish: string | null
	readonly standing: CommenterStanding
	readonly name: string | null
	readonly contact: string | null
	readonly receivedOn: string
	readonly isLate: boolean
	/** What the adoption table says of it; null while it is unanswered. */
	readonly answer: { readonly answer: ReplyAnswer; readonly gist: string; readonly reason: string } | null
}

/** So many stand on one page; `next` is the number from which the next page goes on. */
const ON_A_PAGE = COMMENTS_AT_ONCE

export type CommentsPage = {
	readonly count: number
	readonly lines: readonly CommentLine[]
	readonly next: number | null
}

/** Reads the comments of a consultation in the order in which they came, from after a number; or those without an answer alone. */
export async function readComments(
	tx: Pick<Tx, 'publicComment'>,
	{ jurisdictionId, consultationId }: { readonly jurisdictionId: string; readonly consultationId: string },
	{
		after,
		withNames,
		isUnanswered,
		table,
	}: {
		readonly after: number
		readonly withNames: boolean
		readonly isUnanswered: boolean
		readonly table: AdoptionTable
	},
): Promise<CommentsPage> {
	const where = { jurisdictionId, consultationId }
	const next = table.unanswered.filter((number) => number > after).slice(0, ON_A_PAGE + 1)
	const asked = isUnanswered ? { in: next } : { gt: after }
	const answers = new Map(table.rows.flatMap((row) => row.numbers.map((number) => [number, row] as const)))
	const rows = await tx.publicComment.findMany({
		where: { ...where, number: asked },
		orderBy: { number: 'asc' },
		take: ON_A_PAGE + 1,
	})
	const shown = rows.slice(0, ON_A_PAGE)
	return {
		count: table.counts.received,
		lines: shown.map(({ id, number, pointName, article, words, wish, receivedOn, isLate, ...row }) => ({
			...{ id, number, pointName, words, wish, receivedOn, isLate },
			source: commentSourceOf(row.source),
			standing: commenterStandingOf(row.standing),
			place: article === null ? null : placeLabel(article),
			name: withNames ? row.name : null,
			contact: withNames ? row.contact : null,
			answer: answerIn(answers.get(number)),
		})),
		next: rows.length > ON_A_PAGE ? (shown.at(-1)?.number ?? null) : null,
	}
}

function answerIn(row: AdoptionRow | undefined): CommentLine['answer'] {
	return row ? { answer: row.answer, gist: row.gist, reason: row.reason } : null
}

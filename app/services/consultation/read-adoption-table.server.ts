import { replyAnswerOf } from '#app/db/code-columns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { type AdoptionTable, adoptionTable } from '#app/domain/consultation/adoption.ts'

/** Reads the adoption table of a consultation from its rows, as it stands. */
export async function readAdoptionTable(
	tx: Pick<Tx, 'publicComment' | 'adoptionEntry'>,
	where: { readonly jurisdictionId: string; readonly consultationId: string },
): Promise<AdoptionTable> {
	const comments = await tx.publicComment.findMany({
		where,
		select: { id: true, number: true, isLate: true },
	})
	const entries = await tx.adoptionEntry.findMany({
		where,
		orderBy: { id: 'asc' },
		include: { comments: { select: { commentId: true } } },
	})
	return adoptionTable(
		comments,
		entries.map(({ id, answer, gist, reason, comments: its }) => ({
			...{ id, gist, reason, answer: replyAnswerOf(answer) },
			commentIds: its.map(({ commentId }) => commentId),
		})),
	)
}

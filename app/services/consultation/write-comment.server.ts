import { randomBytes } from 'node:crypto'
import type { Tx } from '#app/db/open-database.server.ts'
import type { CommentSource } from '#app/domain/consultation/comment-source.ts'
import {
	COMMENT_LIMIT,
	COMMENTER_LIMIT,
	type CommentGiven,
	isLate,
	receiptOf,
} from '#app/domain/consultation/comment.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** A comment that may be written: where it belongs, when and how it came. */
type Comment = CommentGiven & {
	readonly id: string
	readonly source: CommentSource
	readonly pointName: string | null
	readonly article: string | null
	readonly receivedOn: string
	readonly at: Date
	readonly by: { readonly personId: string; readonly postId: string } | null
}

type Consultation = {
	readonly jurisdictionId: string
	readonly id: string
	readonly matterId: string
	readonly toDay: string
}

/** Reads what is said and by whom within its limits; the forms have the same ones. */
export function readComment(given: CommentGiven): Result<CommentGiven, Unfitting> {
	const words = readWords('words', given.words, COMMENT_LIMIT)
	if (!words.ok) return words
	for (const [field, most] of [
		['wish', COMMENT_LIMIT],
		['name', COMMENTER_LIMIT],
		['contact', COMMENTER_LIMIT],
	] as const)
		if (given[field].trim().length > most) return refuse({ code: 'unfitting', field, problem: 'too-long' })
	return accept({
		words: words.value,
		wish: given.wish.trim(),
		standing: given.standing,
		name: given.name.trim(),
		contact: given.contact.trim(),
	})
}

/** Writes a comment under its number in the consultation, in the transaction that has locked the matter. */
export async function writeComment(
	tx: Tx,
	consultation: Consultation,
	comment: Comment,
): Promise<{ readonly number: number; readonly receipt: string; readonly isLate: boolean }> {
	const { jurisdictionId, id: consultationId, matterId } = consultation
	const { at, by, words, standing, source, pointName, article, receivedOn, id } = comment
	const last = await tx.publicComment.aggregate({
		where: { jurisdictionId, consultationId },
		_max: { number: true },
	})
	const written = {
		number: (last._max.number ?? 0) + 1,
		receipt: receiptOf(randomBytes(16)),
		isLate: isLate(receivedOn, consultation),
	}
	await tx.publicComment.create({
		data: {
			...{ jurisdictionId, id, matterId, consultationId, ...written },
			...{ words, standing, source, pointName, article, receivedOn, receivedAt: at },
			...{ wish: orNull(comment.wish), name: orNull(comment.name), contact: orNull(comment.contact) },
			...{ enteredBy: by?.personId ?? null, postId: by?.postId ?? null },
		},
	})
	return written
}

function orNull(words: string): string | null {
	return words === '' ? null : words
}

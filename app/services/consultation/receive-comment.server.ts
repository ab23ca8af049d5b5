import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { CommentGiven } from '#app/domain/consultation/comment.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import { refuseUnwritten } from '#app/services/command/refuse-unwritten.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type FoundConsultation, findConsultation } from './find-consultation.server.ts'
import { takeCommentTry } from './visitor-tries.server.ts'
import { readComment, writeComment } from './write-comment.server.ts'

/** A comment as the public page sends it: under the key of the page, on an article or the whole text. */
export type VisitorComment = CommentGiven & { readonly key: string; readonly article: string }

/**
 * Takes a comment of somebody without an account. It is shown to nobody outside; its number is the visitor's to keep. Sent
 * twice it is one comment, and the first answer comes again. What arrives after the last day is kept as late, until the
 * adoption table is published.
 */
export async function receiveComment(
	shell: Shell,
	code: string,
	given: VisitorComment,
	address: string,
): Promise<Result<{ receipt: string }, Refusal>> {
	const found = await findConsultation(shell.db, code, shell.now())
	if (!found) return refuse({ code: 'not-found' })
	const said = readComment(given)
	if (!said.ok) return said
	if (given.article !== '' && !(await hasArticle(shell, found, given.article)))
		return refuse({ code: 'unfitting', field: 'article', problem: 'unknown-choice' })
	const minutes = await takeCommentTry(shell, address, code)
	if (minutes > 0) return refuse({ code: 'too-many-tries', retryAfterMinutes: minutes })
	try {
		return await keep(shell, code, found, { ...given, ...said.value })
	} catch (error) {
		return refuseUnwritten(shell, error)
	}
}

async function keep(
	shell: Shell,
	code: string,
	{ jurisdictionId, matterId, id: consultationId }: FoundConsultation,
	given: VisitorComment,
): Promise<Result<{ receipt: string }, Refusal>> {
	return inTransaction(shell.db, async (tx) => {
		await lockRow(tx, 'matter', { jurisdiction_id: jurisdictionId, id: matterId })
		const at = shell.now()
		const now = await findConsultation(tx, code, at)
		if (!now) return refuse({ code: 'not-found' })
		const earlier = await tx.publicComment.findFirst({ where: { jurisdictionId, id: given.key } })
		if (earlier)
			return earlier.consultationId === consultationId && earlier.words === given.words
				? accept({ receipt: earlier.receipt })
				: refuse({ code: 'key-reused' })
		if (now.standing !== 'running' && now.standing !== 'closed')
			return refuse({ code: 'unfitting', field: 'words', problem: 'not-consulting' })
		const source = 'online' as const
		const { receipt, number, isLate } = await writeComment(tx, now, {
			...given,
			...{ id: given.key, source, pointName: null, at, by: null },
			article: given.article === '' ? null : given.article,
			receivedOn: plainDateIn(at),
		})
		await appendAudit(tx, {
			...{ jurisdictionId, stream: `consultation/${consultationId}`, at, actor: null, outcome: 'done' },
			kind: 'comment.received',
			detail: { consultation: consultationId, comment: given.key, number, source, isLate },
		})
		return accept({ receipt })
	})
}

async function hasArticle(
	shell: Shell,
	{ jurisdictionId, version }: FoundConsultation,
	anchor: string,
): Promise<boolean> {
	const { legal } = await readVersionAsStored(shell, jurisdictionId, version.files)
	return legal.clauses.some((clause) => clause.anchor === anchor)
}

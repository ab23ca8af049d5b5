import { insertRows } from '#app/db/write-rows.server.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { readRepealDay } from '#app/domain/register/document-days.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type DocumentFacts, loadDocumentFacts } from './document-line.server.ts'

/** An act on a document, as its form sends it. */
export type DocumentOrder = { readonly documentId: string; readonly key: string }

/** 废止: from which day, and by which decision. */
export type RepealGiven = { readonly repealedOn: string; readonly basis: string }

type Ended = { readonly documentId: string }

/** Enters that a document was repealed from a day on, with the basis of it. Nothing follows after that. */
export function repealDocument(
	shell: Shell,
	actor: Actor,
	order: DocumentOrder,
	given: RepealGiven,
): Promise<Result<Done<Ended>, Refusal>> {
	return endRegistration(
		shell,
		actor,
		order,
		{ act: 'document.repealed', body: { ...given } },
		(document) => {
			const repealedOn = readRepealDay(given.repealedOn, document.days)
			if (!repealedOn.ok) return repealedOn
			const words = readWords('basis', given.basis)
			return words.ok ? accept({ kind: 'repealed', repealedOn: repealedOn.value, words: words.value }) : words
		},
	)
}

/** Withdraws what was brought in by mistake: its number is free again. What was issued here stays, and may be repealed. */
export function withdrawRegistration(
	shell: Shell,
	actor: Actor,
	order: DocumentOrder,
	given: { readonly reason: string },
): Promise<Result<Done<Ended>, Refusal>> {
	const act = 'document.registration-withdrawn'
	return endRegistration(shell, actor, order, { act, body: { ...given } }, (document) => {
		if (document.isIssued) return refuse({ code: 'unfitting', field: 'reason', problem: 'issued-here' })
		const words = readWords('reason', given.reason)
		return words.ok ? accept({ kind: 'withdrawn', repealedOn: null, words: words.value }) : words
	})
}

type Ending = { readonly kind: string; readonly repealedOn: string | null; readonly words: string }

type Acting = {
	readonly act: 'document.repealed' | 'document.registration-withdrawn'
	readonly body: Readonly<Record<string, string>>
}

/** Ends a document once: lock → key → sight → permission → the end's row → trail. */
function endRegistration(
	shell: Shell,
	actor: Actor,
	{ documentId, key }: DocumentOrder,
	{ act, body }: Acting,
	read: (document: DocumentFacts) => Result<Ending, Refusal>,
): Promise<Result<Done<Ended>, Refusal>> {
	const { jurisdictionId } = actor
	const order = {
		name: act,
		key,
		body: { document: documentId, ...body },
		locks: [{ table: 'published_document', id: documentId }],
	} as const
	return runCommand(shell, actor, order, async (command) => {
		const document = await loadDocumentFacts(command.tx, jurisdictionId, documentId)
		const seen = permit(actor, 'register.read', { jurisdictionId })
		if (!document || !seen.ok) return refuse({ code: 'not-found' })
		const stream = `document/${documentId}`
		command.refusalsGoTo(stream, seen.value)
		const post = permit(actor, act, { jurisdictionId })
		if (!post.ok) return post
		command.refusalsGoTo(stream, post.value)
		if (document.ending) return refuse({ code: 'document-ended' })
		const ending = read(document)
		if (!ending.ok) return ending
		await insertRows(command.tx, 'documentEnd', [
			{
				jurisdictionId,
				documentId,
				...ending.value,
				endedBy: actor.personId,
				postId: post.value.id,
				endedAt: command.at,
			},
		])
		const { repealedOn, words } = ending.value
		const detail = { document: documentId, ...(repealedOn === null ? {} : { repealedOn }), words }
		await command.record({ stream, kind: act, detail, post: post.value })
		return accept({ documentId })
	})
}

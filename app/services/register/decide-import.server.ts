import { readWords } from '#app/domain/matter/written-words.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Command, Done } from '#app/services/command/command.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the second person answers to a proposed import. */
export type ImportAnswer = {
	readonly importId: string
	readonly isConfirmed: boolean
	/** Why not; empty where it is confirmed. */
	readonly words: string
}

type Decided = { readonly documentId: string }

/**
 * Confirms an old document (历史文件导入) or declines it. Whoever proposed it does neither. Confirmed, it stands in the
 * library under its own number, marked as imported for ever.
 */
export function decideImport(
	shell: Shell,
	actor: Actor,
	key: string,
	given: ImportAnswer,
): Promise<Result<Done<Decided>, Refusal>> {
	const { jurisdictionId } = actor
	const name = given.isConfirmed ? 'document.import-confirmed' : 'document.import-declined'
	const order = {
		name,
		key,
		body: { ...given },
		locks: [{ table: 'jurisdiction', id: jurisdictionId }],
	} as const
	return runCommand(shell, actor, order, async (command) => {
		const post = permit(actor, name, { jurisdictionId })
		if (!post.ok) return post
		const found = await command.tx.documentImport.findUnique({
			where: { jurisdictionId_id: { jurisdictionId, id: given.importId } },
			include: { decision: true },
		})
		const answered = refuse({ code: 'unfitting', field: 'importId', problem: 'already-decided' } as const)
		if (!found) return answered
		const stream = `document/${found.id}`
		command.refusalsGoTo(stream, post.value)
		if (found.decision) return answered
		if (isOneWith(actor, found.proposedBy) || (await actedAsOne(command, stream, found.proposedBy)))
			return refuse({ code: 'unfitting', field: 'importId', problem: 'own-request' })
		const words = given.isConfirmed ? null : readWords('words', given.words)
		if (words && !words.ok) return words
		await command.tx.documentImportDecision.create({
			data: {
				...{ jurisdictionId, importId: found.id, proposedBy: found.proposedBy },
				decision: given.isConfirmed ? 'confirmed' : 'declined',
				words: words?.value ?? null,
				decidedBy: actor.personId,
				postId: post.value.id,
				decidedAt: command.at,
			},
		})
		if (words)
			await command.record({
				stream,
				kind: 'document.import-declined',
				detail: { document: found.id, words: words.value },
				post: post.value,
			})
		else {
			const entered = await enter(command, found, post.value)
			if (!entered.ok) return entered
		}
		await command.notify([found.proposedBy], name, null)
		return accept({ documentId: found.id })
	})
}

/** Whether one of the two proposed it in the other's place: in separation they are one person, after the delegation too. */
async function actedAsOne({ tx, actor }: Command, stream: string, proposedBy: string): Promise<boolean> {
	const { jurisdictionId, personId } = actor
	const pairs = [
		{ delegatorId: personId, substituteId: proposedBy },
		{ delegatorId: proposedBy, substituteId: personId },
	]
	const acts = await tx.delegatedActElsewhere.count({ where: { jurisdictionId, stream, OR: pairs } })
	return acts > 0
}

type Found = NonNullable<Awaited<ReturnType<Command['tx']['documentImport']['findUnique']>>>

/** 入库: the document's row, with the two entries: that it was confirmed, and what was entered. */
async function enter(
	command: Command,
	found: Found,
	post: NonNullable<Parameters<Command['record']>[0]['post']> & { readonly id: string },
): Promise<Result<null, Refusal>> {
	const { jurisdictionId, id, documentNumber } = found
	const taken = await command.tx.publishedDocumentLive.findUnique({
		where: { jurisdictionId_documentNumber: { jurisdictionId, documentNumber } },
	})
	if (taken) return refuse({ code: 'unfitting', field: 'importId', problem: 'number-taken' })
	const { title, issuer, publishedOn, effectiveOn, validUntil, publishedIn } = found
	const facts = { title, documentNumber, issuer, publishedOn, effectiveOn, validUntil, publishedIn }
	const { text, textSha256, fileName, fileSize, fileSha256, mediaType } = found
	const file = { text, textSha256, fileName, fileSize, fileSha256, mediaType }
	const row = {
		...{ jurisdictionId, id, ...facts, ...file, source: 'imported' },
		registeredBy: command.actor.personId,
		postId: post.id,
		registeredAt: command.at,
	}
	const signed = command.shell.clearanceKey.signRow('published_document', row)
	await command.tx.publishedDocument.create({ data: { ...row, ...signed } })
	const stream = `document/${id}`
	await command.record({
		stream,
		kind: 'document.import-confirmed',
		detail: { document: id, documentNumber },
		post,
	})
	const { validUntil: expiresOn, ...said } = facts
	const nowhere = { matterId: null, versionId: null, contentSha256: textSha256 }
	await command.record({
		stream,
		kind: 'document.registered',
		detail: { document: id, ...said, expiresOn, source: 'imported', ...nowhere, fileSha256 },
		blobs: [fileSha256],
		post,
	})
	return accept(null)
}

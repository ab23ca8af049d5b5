import { insertRows } from '#app/db/write-rows.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readTitle, readWords } from '#app/domain/matter/written-words.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type TypedDays, readDocumentDays } from '#app/domain/register/document-days.ts'
import { readDocumentNumber } from '#app/domain/register/document-number.ts'
import { readIssuer } from '#app/domain/register/issuer.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Command, Done, Lock } from '#app/services/command/command.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import { type TakenFile, fileFacts, storeFiles } from '#app/services/files/take-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type FileText, type TextGiven, takeGivenText, textOfFile } from './take-document-text.server.ts'

/** A document as its form sends it. */
export type DocumentGiven = TypedDays &
	TextGiven & {
		readonly title: string
		readonly documentNumber: string
		readonly issuer: string
		readonly publishedIn: string
		/** Where the old document was found, and how it is known that this is its text. */
		readonly origin: string
	}

/** What the form brings, or why it was cut off before it could be read. */
export type DocumentForm = DocumentGiven | { readonly refused: Refusal }

type Proposed = { readonly documentId: string }

/**
 * Proposes an old document for the library (历史文件导入): one that was published before matters were kept here. Somebody
 * else confirms it; nothing stands in the library on one person's word.
 */
export async function proposeImport(
	shell: Shell,
	actor: Actor,
	key: string,
	given: DocumentForm,
): Promise<Result<Done<Proposed>, Refusal>> {
	const taken = 'refused' in given ? refuse(given.refused) : await takeGivenText(shell.reader, actor, given)
	const file = taken.ok ? taken.value : null
	if (file && !('refused' in given) && readFacts(given, shell.now()).ok) {
		const stored = await storeFiles(shell, [file])
		if (!stored.ok) return stored
	}
	const name = 'document.import-proposed' as const
	const locks: Lock[] = [{ table: 'jurisdiction', id: actor.jurisdictionId }]
	const order = { name, key, body: bodyOf(given, taken), locks }
	const answer = await runCommand(shell, actor, order, async (command) => {
		const post = permit(actor, name, { jurisdictionId: actor.jurisdictionId })
		if (!post.ok) return post
		command.refusalsGoTo(`user/${actor.personId}`, post.value)
		if ('refused' in given) return refuse(given.refused)
		if (!taken.ok) return taken
		const facts = readFacts(given, command.at)
		if (!facts.ok) return facts
		if (await isTaken(command, facts.value.documentNumber))
			return refuse({ code: 'unfitting', field: 'documentNumber', problem: 'number-taken' })
		return accept({ documentId: await write(command, facts.value, textOfFile(taken.value), post.value) })
	})
	return alertWhenClassified(shell, actor, key, answer)
}

function bodyOf(given: DocumentForm, taken: Result<TakenFile, Refusal>) {
	if ('refused' in given) return { refused: given.refused.code }
	const { file: _file, ...typed } = given
	return { ...typed, file: taken.ok ? fileFacts(taken.value) : 'refused' }
}

type Facts = Exclude<ReturnType<typeof readFacts>, { readonly ok: false }>['value']

function readFacts(given: DocumentGiven, at: Date) {
	const title = readTitle('title', given.title)
	if (!title.ok) return title
	const documentNumber = readDocumentNumber('documentNumber', given.documentNumber)
	if (!documentNumber.ok) return documentNumber
	const issuer = readIssuer('issuer', given.issuer)
	if (!issuer.ok) return issuer
	const days = readDocumentDays(given, plainDateIn(at))
	if (!days.ok) return days
	const publishedIn = given.publishedIn.trim() === '' ? null : readTitle('publishedIn', given.publishedIn)
	if (publishedIn && !publishedIn.ok) return publishedIn
	const origin = readWords('origin', given.origin)
	if (!origin.ok) return origin
	return accept({
		title: title.value,
		documentNumber: documentNumber.value,
		issuer: issuer.value,
		...days.value,
		publishedIn: publishedIn?.value ?? null,
		origin: origin.value,
	})
}

async function isTaken({ tx, actor }: Command, documentNumber: string): Promise<boolean> {
	const { jurisdictionId } = actor
	const live = await tx.publishedDocumentLive.findUnique({
		where: { jurisdictionId_documentNumber: { jurisdictionId, documentNumber } },
	})
	return live !== null
}

/** The proposal's row, and its entry in the stream of the document that it may become. */
async function write(
	command: Command,
	facts: Facts,
	text: FileText,
	post: { readonly id: string } & NonNullable<Parameters<Command['record']>[0]['post']>,
): Promise<string> {
	const { jurisdictionId, personId } = command.actor
	const id = command.shell.newId()
	const row = { jurisdictionId, id, ...facts, ...text, proposedBy: personId, postId: post.id }
	await insertRows(command.tx, 'documentImport', [{ ...row, proposedAt: command.at }])
	const { title, documentNumber, issuer, origin } = facts
	const { textSha256, fileSha256 } = text
	await command.record({
		stream: `document/${id}`,
		kind: 'document.import-proposed',
		detail: { document: id, title, documentNumber, issuer, words: origin, textSha256, fileSha256 },
		blobs: [fileSha256],
		post,
	})
	return id
}

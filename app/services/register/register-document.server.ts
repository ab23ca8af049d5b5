import { insertRows } from '#app/db/write-rows.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readTitle } from '#app/domain/matter/written-words.ts'
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
import {
	type DocumentText,
	type TextGiven,
	passedTextOf,
	takeGivenText,
	textOfFile,
} from './take-document-text.server.ts'

/** A document as its form sends it. */
export type DocumentGiven = TypedDays &
	TextGiven & {
		readonly title: string
		readonly documentNumber: string
		readonly issuer: string
		readonly publishedIn: string
	}

/** What the form brings, or why it was cut off before it could be read. */
export type DocumentForm = DocumentGiven | { readonly refused: Refusal }

type Registered = { readonly documentId: string }

/**
 * Registers a published normative document (三统一, 国办发〔2018〕37号 (八)): a file, a pasted text, or the text that a
 * meeting has passed of a matter which the actor may read. A number stands for one document, a matter for one.
 */
export async function registerDocument(
	shell: Shell,
	actor: Actor,
	key: string,
	given: DocumentForm,
): Promise<Result<Done<Registered>, Refusal>> {
	const taken = 'refused' in given ? refuse(given.refused) : await takeGivenText(shell.reader, actor, given)
	const file = taken.ok ? taken.value : null
	if (file && !('refused' in given) && readFacts(given, shell.now()).ok) {
		const stored = await storeFiles(shell, [file])
		if (!stored.ok) return stored
	}
	const name = 'document.registered' as const
	const order = { name, key, body: bodyOf(given, taken), locks: locksOf(actor, given) }
	const answer = await runCommand(shell, actor, order, async (command) => {
		const post = permit(actor, 'document.registered', { jurisdictionId: actor.jurisdictionId })
		if (!post.ok) return post
		command.refusalsGoTo(`user/${actor.personId}`, post.value)
		if ('refused' in given) return refuse(given.refused)
		if (!taken.ok) return taken
		const facts = readFacts(given, command.at)
		if (!facts.ok) return facts
		const text = file
			? accept(textOfFile(file, given.source === 'file' ? 'file' : 'pasted'))
			: await passedTextOf(command, given.matterId)
		if (!text.ok) return text
		if (await isTaken(command, facts.value.documentNumber))
			return refuse({ code: 'unfitting', field: 'documentNumber', problem: 'number-taken' })
		return accept({ documentId: await write(command, facts.value, text.value, post.value) })
	})
	return alertWhenClassified(shell, actor, key, answer)
}

/** Numbers are given one at a time within the jurisdiction; a matter's text is taken while nothing else moves it. */
function locksOf(actor: Actor, given: DocumentForm): Lock[] {
	const root: Lock = { table: 'jurisdiction', id: actor.jurisdictionId }
	if ('refused' in given || given.source !== 'decided' || given.matterId === '') return [root]
	return [root, { table: 'matter', id: given.matterId }]
}

function bodyOf(given: DocumentForm, taken: Result<TakenFile | null, Refusal>) {
	if ('refused' in given) return { refused: given.refused.code }
	const { file: _file, pasted: _pasted, ...typed } = given
	return { ...typed, file: taken.ok ? taken.value && fileFacts(taken.value) : 'refused' }
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
	return accept({
		title: title.value,
		documentNumber: documentNumber.value,
		issuer: issuer.value,
		...days.value,
		publishedIn: publishedIn?.value ?? null,
	})
}

async function isTaken({ tx, actor }: Command, documentNumber: string): Promise<boolean> {
	const { jurisdictionId } = actor
	const live = await tx.publishedDocumentLive.findUnique({
		where: { jurisdictionId_documentNumber: { jurisdictionId, documentNumber } },
	})
	return live !== null
}

/** The document's row, and its entry in its own stream; a matter whose text it is has one too. */
async function write(
	command: Command,
	facts: Facts,
	text: DocumentText,
	post: { readonly id: string } & NonNullable<Parameters<Command['record']>[0]['post']>,
): Promise<string> {
	const { jurisdictionId, personId } = command.actor
	const id = command.shell.newId()
	await insertRows(command.tx, 'publishedDocument', [
		{
			jurisdictionId,
			id,
			...facts,
			...text,
			registeredBy: personId,
			postId: post.id,
			registeredAt: command.at,
		},
	])
	const { text: _text, fileName: _name, fileSize: _size, mediaType: _type, ...source } = text
	const detail = { document: id, ...facts, ...source }
	const blobs = text.fileSha256 ? [text.fileSha256] : []
	await command.record({ stream: `document/${id}`, kind: 'document.registered', detail, blobs, post })
	if (text.matterId)
		await command.record({
			stream: `matter/${text.matterId}`,
			kind: 'document.registered',
			detail: { document: id, documentNumber: facts.documentNumber },
			post,
		})
	return id
}

import type { Reader } from '#app/documents/reader/reader.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { TextSource } from '#app/domain/register/text-source.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Command } from '#app/services/command/command.server.ts'
import {
	type GivenFile,
	type TakenFile,
	takeDraft,
	takePastedText,
} from '#app/services/files/take-file.server.ts'
import { registrableTexts } from './registrable-texts.server.ts'

/** Where the text is to come from, as the form brings it; `secrecy` is what was declared of a file or pasted text. */
export type TextGiven = {
	readonly source: string
	readonly file: Omit<GivenFile, 'secrecy'> | null
	readonly pasted: string
	readonly matterId: string
	readonly secrecy: string
}

/** The text of a document with what its row keeps of where it came from. */
export type DocumentText = {
	readonly text: string
	readonly textSha256: string
	readonly source: TextSource
	readonly fileName?: string
	readonly fileSize?: number
	readonly fileSha256?: string
	readonly mediaType?: string
	readonly matterId?: string
	readonly clearanceId?: string
	readonly versionId?: string
	readonly contentSha256?: string
}

/**
 * Reads the file or the pasted text that a form brings, or null where the text is that of a matter. Nothing is stored
 * yet, and nothing is read for whoever may not register.
 */
export async function takeGivenText(
	reader: Reader,
	actor: Actor,
	given: TextGiven,
): Promise<Result<TakenFile | null, Refusal>> {
	const post = permit(actor, 'document.registered', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	if (given.source === 'decided') return accept(null)
	const taken = await takeFileOrPaste(reader, given)
	if (!taken.ok) return taken
	// 37号 (八): a normative document is not issued as an internal one.
	if (taken.value.secrecy !== 'public')
		return refuse({ code: 'unfitting', field: 'secrecy', problem: 'not-published' })
	// Characters that nobody sees may stand in what was published; changes that are still open cannot.
	if (taken.value.findings.some(({ blocking, code }) => blocking && code !== 'invisible-character'))
		return refuse({ code: 'unfitting', field: given.source, problem: 'not-a-clean-text' })
	return taken
}

async function takeFileOrPaste(reader: Reader, given: TextGiven): Promise<Result<TakenFile, Refusal>> {
	if (given.source === 'file')
		return given.file
			? takeDraft(reader, { ...given.file, secrecy: given.secrecy })
			: refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
	if (given.source !== 'pasted') return refuse({ code: 'unfitting', field: 'source', problem: 'missing' })
	return given.pasted.trim() === ''
		? refuse({ code: 'unfitting', field: 'pasted', problem: 'missing' })
		: takePastedText(reader, given.pasted, given.secrecy)
}

/** The text of a file that was read. */
export function textOfFile(file: TakenFile, source: 'file' | 'pasted'): DocumentText {
	const text = file.text ?? ''
	return {
		text,
		textSha256: sha256Hex(text),
		source,
		fileName: file.name,
		fileSize: file.size,
		fileSha256: file.sha256,
		mediaType: file.mediaType,
	}
}

/** The text that a meeting has passed of a matter, with the clearance on which it was passed. */
export async function passedTextOf(
	{ shell, tx, actor }: Command,
	matterId: string,
): Promise<Result<DocumentText, Refusal>> {
	const { jurisdictionId } = actor
	if (matterId === '') return refuse({ code: 'unfitting', field: 'matterId', problem: 'missing' })
	const [passed] = await registrableTexts(shell, tx, actor, matterId)
	if (!passed) return refuse({ code: 'unfitting', field: 'matterId', problem: 'not-registrable' })
	const { clearanceId, versionId, contentSha256 } = passed
	const { text } = await tx.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: versionId } },
		select: { text: true },
	})
	const source = 'decided'
	return accept({
		text,
		textSha256: sha256Hex(text),
		source,
		matterId,
		clearanceId,
		versionId,
		contentSha256,
	})
}

import type { Reader } from '#app/documents/reader/reader.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { type GivenFile, type TakenFile, takeDraft } from '#app/services/files/take-file.server.ts'

/** The file of an old document, as the form brings it; `secrecy` is what was declared of it. */
export type TextGiven = {
	readonly file: Omit<GivenFile, 'secrecy'> | null
	readonly secrecy: string
}

/** The text of an old document with what its row keeps of its file. */
export type FileText = {
	readonly text: string
	readonly textSha256: string
	readonly fileName: string
	readonly fileSize: number
	readonly fileSha256: string
	readonly mediaType: string
}

/** Reads the file that a form brings. Nothing is stored yet, and nothing is read for whoever may not propose. */
export async function takeGivenText(
	reader: Reader,
	actor: Actor,
	given: TextGiven,
): Promise<Result<TakenFile, Refusal>> {
	const post = permit(actor, 'document.import-proposed', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	if (!given.file) return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
	const taken = await takeDraft(reader, { ...given.file, secrecy: given.secrecy })
	if (!taken.ok) return taken
	// 37号 (八): a normative document is not issued as an internal one.
	if (taken.value.secrecy !== 'public')
		return refuse({ code: 'unfitting', field: 'secrecy', problem: 'not-published' })
	// Characters that nobody sees may stand in what was published; changes that are still open cannot.
	if (taken.value.findings.some(({ blocking, code }) => blocking && code !== 'invisible-character'))
		return refuse({ code: 'unfitting', field: 'file', problem: 'not-a-clean-text' })
	return taken
}

/** The text of a file that was read. */
export function textOfFile(file: TakenFile): FileText {
	const text = file.text ?? ''
	return {
		text,
		textSha256: sha256Hex(text),
		fileName: file.name,
		fileSize: file.size,
		fileSha256: file.sha256,
		mediaType: file.mediaType,
	}
}

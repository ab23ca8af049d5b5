import { suffixOf } from '#app/documents/sniff-content.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import type { TextToCompare } from '#app/domain/redline/compared-text.ts'
import { readIfReadable } from '#app/services/files/read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { BlobDamaged } from '#app/storage/blob-store.server.ts'

/** What of a version its comparison is made from. */
export const COMPARED_COLUMNS = {
	contentSha256: true,
	text: true,
	files: { where: { role: 'main' }, select: { name: true, sha256: true } },
} as const

/** A version as a comparison asks for it: its text, and the file of its main text. */
export type ComparableVersion = {
	readonly contentSha256: string
	readonly text: string
	readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

/**
 * A version's text with the document that its pages show and its items were put at, both as its file reads: the words that
 * the database keeps beside the file are no evidence. Only of a file that is not there any more they are all there is.
 */
export async function textToCompare(
	shell: Shell,
	jurisdictionId: string,
	{ text, files }: ComparableVersion,
): Promise<TextToCompare> {
	const document = await readingOf(shell, jurisdictionId, files[0])
	return {
		text: document ? plainText(document) : text,
		document: isWord(files[0]) ? document : null,
	}
}

/** The document of a Word file, or null for another file, and for one that is not there any more. */
export async function documentOf(
	shell: Shell,
	jurisdictionId: string,
	file: ComparableVersion['files'][number] | undefined,
): Promise<DocumentTree | null> {
	return isWord(file) ? readingOf(shell, jurisdictionId, file) : null
}

function isWord(file: ComparableVersion['files'][number] | undefined): boolean {
	return file !== undefined && suffixOf(file.name) === '.docx'
}

async function readingOf(
	shell: Shell,
	jurisdictionId: string,
	file: ComparableVersion['files'][number] | undefined,
): Promise<DocumentTree | null> {
	if (!file) return null
	try {
		return (await readIfReadable(shell, jurisdictionId, file))?.document ?? null
	} catch (error) {
		if (!(error instanceof BlobDamaged)) throw error
		// The texts are compared all the same; that the file is gone is for whoever runs the house.
		shell.log.error({ fileSha256: file.sha256 }, 'a file of a version is not as it was stored')
		return null
	}
}

import { accept, type Result } from '#app/domain/result.ts'
import type { DraftReading, DraftRefused } from '../draft-reading.ts'
import { readDraft, readPastedText } from '../read-draft.server.ts'
import { readPaperWords } from '../read-paper-words.server.ts'
import { writeReadAs } from './read-as.ts'

/** What is to be read: a draft, text that was typed, or a paper of which the words alone are searched. */
export type FileAsked =
	| { readonly kind: 'draft'; readonly bytes: Uint8Array; readonly name: string }
	| { readonly kind: 'pasted'; readonly text: string }
	| { readonly kind: 'words'; readonly bytes: Uint8Array; readonly suffix: string }

/** What was read. `readAs` is the canonical JSON of a draft's tree and legal text, or null for a paper. */
export type FileRead = Pick<DraftReading, 'text' | 'findings' | 'aside' | 'submittable'> & {
	readonly readAs: string | null
}

/** Reads a file whole. Runs in a thread, where its work holds up nobody. */
export async function readFile(asked: FileAsked): Promise<Result<FileRead, DraftRefused>> {
	if (asked.kind === 'words') {
		const words = await readPaperWords(asked.bytes, asked.suffix)
		if (!words.ok) return words
		return accept({ text: '', findings: [], aside: words.value, submittable: true, readAs: null })
	}
	const reading =
		asked.kind === 'draft' ? await readDraft(asked.bytes, asked.name) : readPastedText(asked.text)
	if (!reading.ok) return reading
	const { document, ...rest } = reading.value
	return accept({ ...rest, readAs: writeReadAs(document) })
}

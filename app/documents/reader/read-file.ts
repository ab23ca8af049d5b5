import { accept, type Result } from '#app/domain/result.ts'
import type { DraftReading, DraftRefused } from '../draft-reading.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import type { TrackedChange } from '../word/tracked-changes.ts'
import { readDraft, readPastedText, readTrackedViews } from '../read-draft.server.ts'
import { readPaperWords } from '../read-paper-words.server.ts'
import { writeReadAs } from './read-as.ts'

/** What is to be read: a draft, text that was typed, or a paper of which the words alone are searched. */
export type FileAsked =
	| { readonly kind: 'draft'; readonly bytes: Uint8Array; readonly name: string }
	/** A Word file with tracked changes: also as it was before them, and who made them when. */
	| { readonly kind: 'tracked'; readonly bytes: Uint8Array; readonly name: string }
	| { readonly kind: 'pasted'; readonly text: string }
	| { readonly kind: 'words'; readonly bytes: Uint8Array; readonly suffix: string }

/** What was read. `readAs` is the canonical JSON of a draft's tree and legal text, or null for a paper. */
export type FileRead = Pick<DraftReading, 'text' | 'findings' | 'aside' | 'submittable'> & {
	readonly readAs: string | null
	/** Of a file that was asked for with its tracked changes. */
	readonly tracked?: TrackedRead
}

/** What a Word file was before its tracked changes, as the canonical JSON of that, and who made them when. */
export type TrackedRead = {
	readonly before: string
	readonly text: string
	readonly changes: readonly TrackedChange[]
}

/** Reads a file whole. Runs in a thread, where its work holds up nobody. */
export async function readFile(asked: FileAsked): Promise<Result<FileRead, DraftRefused>> {
	if (asked.kind === 'words') {
		const words = await readPaperWords(asked.bytes, asked.suffix)
		if (!words.ok) return words
		return accept({ text: '', findings: [], aside: words.value, submittable: true, readAs: null })
	}
	const reading =
		asked.kind === 'pasted' ? readPastedText(asked.text) : await readDraft(asked.bytes, asked.name)
	if (!reading.ok) return reading
	const { document, ...rest } = reading.value
	const read = { ...rest, readAs: writeReadAs(document) }
	if (asked.kind !== 'tracked') return accept(read)
	const views = await readTrackedViews(asked.bytes)
	if (!views.ok) return views
	const { before, changes } = views.value
	return accept({ ...read, tracked: { before: writeReadAs(before), text: plainText(before), changes } })
}

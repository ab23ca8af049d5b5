import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readDraft } from '#app/documents/read-draft.server.ts'

/** The text of a Word file with all of its tracked changes accepted, as our own reader reads it. */
export async function acceptAll(bytes: Uint8Array): Promise<string> {
	const reading = await readDraft(bytes, 'paper.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value.text
}

/** The text with all of them rejected: what came goes and what went comes, so insertions and deletions change places. */
export async function rejectAll(bytes: Uint8Array): Promise<string> {
	const parts = unzipSync(bytes)
	const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
	const mirrored = document
		.replaceAll(/(<\/?)w:(ins|del)(?=[ />])/g, (_whole, open: string, kind: string) =>
			kind === 'ins' ? `${open}w:del` : `${open}w:ins`,
		)
		.replaceAll(/(<\/?)w:delText(?=[ >])/g, '$1w:t')
	return acceptAll(zipSync({ ...parts, 'word/document.xml': strToU8(mirrored) }))
}

import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import { documentOfText } from '#app/domain/document/text-document.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { parseDocument, parseEveryLine } from '#app/domain/legal-text/parse-legal-text.ts'

/** A text to compare: its words, and the document that they stand in; null for words alone, a paragraph a line. */
export type TextToCompare = { readonly text: string; readonly document: DocumentTree | null }

/** Words alone stand for a text without a document. */
export type Given = string | TextToCompare

/** One side of a comparison as it was read: its paragraphs count their lines in `linesOf(document)`. */
export type ReadSide = {
	readonly document: DocumentTree
	readonly legal: LegalText
	readonly text: string
}

/** Both sides; `isOfWords` says that the documents were made of the words alone. */
export type ReadSides = { readonly old: ReadSide; readonly new: ReadSide; readonly isOfWords: boolean }

/**
 * What is compared of two texts, and what every paper of them is written from: their documents, where both have one,
 * else the words of both, because the cells of a table and the lines of a text have nothing to be put beside.
 */
export function readSides(pair: { readonly old: Given; readonly new: Given }): ReadSides {
	const [old, fresh] = [given(pair.old), given(pair.new)]
	if (old.document !== null && fresh.document !== null)
		return { old: ofDocument(old.document), new: ofDocument(fresh.document), isOfWords: false }
	return { old: ofWords(old.text), new: ofWords(fresh.text), isOfWords: true }
}

function given(text: Given): TextToCompare {
	return typeof text === 'string' ? { text, document: null } : text
}

function ofDocument(document: DocumentTree): ReadSide {
	return { document, legal: parseDocument(document), text: plainText(document) }
}

/** Every line of a text is one of its paragraphs, the empty ones at its end too. */
function ofWords(text: string): ReadSide {
	const document = documentOfText(text)
	return { document, legal: parseEveryLine(document), text }
}

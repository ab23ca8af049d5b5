import { jsonText } from '#app/domain/json-text.ts'
import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { parseDocument } from '#app/domain/legal-text/parse-legal-text.ts'
import { READER_VERSION } from '../draft-reading.ts'

/** What a file was read as: its tree, and the legal text in it. Paragraphs of the text count their lines in `linesOf(document)`. */
export type ReadAs = { readonly document: DocumentTree; readonly legal: LegalText }

const READ_AS = jsonText<ReadAs>(canonicalJson)

/** Raised with every change of the parser that gives another legal text; what was stored before is read anew then. */
const PARSER_VERSION = 1

/** Names reader and parser of a stored reading. */
export const READING_VERSION = `${READER_VERSION}.${PARSER_VERSION}`

/** The canonical JSON of what a document is read as: the same file gives the same text, which can be hashed and kept. */
export function writeReadAs(document: DocumentTree): string {
	return READ_AS.write({ document, legal: parseDocument(document) })
}

/** What `writeReadAs` wrote. */
export function readReadAs(json: string): ReadAs {
	return READ_AS.read(json)
}

import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import type { DocumentTree } from './document-tree.ts'

/** The canonical JSON of a document: equal trees have one text, so that it can be hashed and kept with a version. */
export function writeDocumentJson(document: DocumentTree): string {
	return canonicalJson(document)
}

/**
 * The tree that `writeDocumentJson` wrote; null where the text is of another form, so that the file is read again.
 *
 * @throws SyntaxError for what is no JSON: a damaged row
 */
export function readDocumentJson(json: string): DocumentTree | null {
	const document: { readonly form?: unknown } | null = JSON.parse(json)
	// The first form is the tree of today.
	return document?.form === 1 ? (document as DocumentTree) : null
}

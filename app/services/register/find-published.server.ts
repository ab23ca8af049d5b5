import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	type DocumentLine,
	documentLine,
	havingWords,
	LINE_COLUMNS,
	NOT_WITHDRAWN,
} from './document-line.server.ts'

/** A published document that a draft may be compared with. */
export type PublishedDocument = Pick<
	DocumentLine,
	'id' | 'title' | 'documentNumber' | 'issuer' | 'publishedOn' | 'standing'
>

/** The text of a published document, as it was registered. */
export type PublishedText = Pick<DocumentLine, 'id' | 'title' | 'documentNumber' | 'publishedOn'> & {
	readonly contentSha256: string
	readonly text: string
}

/** The register's row holds another text than the one that was registered: an operator must restore it from a backup. */
export class PublishedTextDamaged extends Error {
	constructor(id: string) {
		super(`the text of document ${id} is not the one that was registered`)
		this.name = 'PublishedTextDamaged'
	}
}

/** At `most` so many published documents whose title or number has these words, newest first; all have none. */
export async function findPublishedDocuments(
	shell: Shell,
	actor: Actor,
	words: string,
	most: number,
): Promise<PublishedDocument[]> {
	const { jurisdictionId } = actor
	if (!isPermitted(actor, 'register.read', { jurisdictionId })) return []
	const rows = await shell.db.publishedDocument.findMany({
		where: { jurisdictionId, AND: [NOT_WITHDRAWN, ...havingWords(words)] },
		orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
		take: most,
		select: LINE_COLUMNS,
	})
	return rows.map((row) => {
		const { id, title, documentNumber, issuer, publishedOn, standing } = documentLine(row, shell.now())
		return { id, title, documentNumber, issuer, publishedOn, standing }
	})
}

/**
 * The text of a published document, or null where there is none that the actor may read, or its registration was
 * withdrawn. The text is hashed again while it is read.
 *
 * @throws PublishedTextDamaged when the row holds something else than what was registered
 */
export async function loadPublishedText(
	shell: Shell,
	actor: Actor,
	id: string,
): Promise<PublishedText | null> {
	const { jurisdictionId } = actor
	if (!isPermitted(actor, 'register.read', { jurisdictionId })) return null
	const row = await shell.db.publishedDocument.findFirst({
		where: { jurisdictionId, id, AND: [NOT_WITHDRAWN] },
		select: { title: true, documentNumber: true, publishedOn: true, text: true, textSha256: true },
	})
	if (!row) return null
	const { text, textSha256: contentSha256, ...facts } = row
	if (sha256Hex(text) !== contentSha256) throw new PublishedTextDamaged(id)
	return { id, ...facts, contentSha256, text }
}

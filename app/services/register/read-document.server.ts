import { endingOf, textSourceOf } from '#app/db/code-columns.server.ts'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { readableMatters } from '#app/db/matter-scopes.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { TextSource } from '#app/domain/register/text-source.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type DocumentLine, documentLine } from './document-line.server.ts'

/** What has become of a document: the end that was entered, by whom and why. */
export type EndLine = {
	readonly kind: 'repealed' | 'withdrawn'
	readonly repealedOn: string | null
	readonly words: string
	readonly by: string
	readonly at: string
}

/** One line of what was done with a document. */
export type DocumentTrailLine = {
	readonly seq: number
	readonly hash: string
	readonly at: string
	readonly kind: string
	readonly actor: string
	/** In whose place they acted (受委托). */
	readonly actedFor: string | null
}

/** A document of the register with its text. */
export type DocumentPage = {
	readonly document: DocumentLine & { readonly publishedIn: string | null; readonly textSha256: string }
	/** Null where the row holds another text than the one that was registered. */
	readonly text: LegalText | null
	readonly source: TextSource
	readonly file: { readonly name: string; readonly size: number } | null
	/** The matter whose text it is, for whoever may read that. */
	readonly matter: { readonly id: string; readonly title: string } | null
	readonly registeredBy: string
	readonly registeredAt: string
	readonly end: EndLine | null
	readonly mayEnd: boolean
	readonly trail: readonly DocumentTrailLine[]
}

/** Reads a document of the register. Its text is hashed again: one that was changed is not shown as published. */
export async function readDocument(
	shell: Shell,
	actor: Actor,
	documentId: string,
): Promise<Result<DocumentPage, Refusal>> {
	const { jurisdictionId } = actor
	if (!isPermitted(actor, 'register.read', { jurisdictionId })) return refuse({ code: 'not-found' })
	const row = await shell.db.publishedDocument.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: documentId } },
		include: { end: true },
	})
	if (!row) return refuse({ code: 'not-found' })
	const names = await loadPersonNames(shell.db, jurisdictionId, [row.registeredBy, row.end?.endedBy ?? null])
	const { publishedIn, textSha256, text, end, fileName, fileSize } = row
	return accept({
		document: { ...documentLine(row, shell.now()), publishedIn, textSha256 },
		text: sha256Hex(text) === textSha256 ? parseLegalText(text) : null,
		source: textSourceOf(row.source),
		file: fileName !== null && fileSize !== null ? { name: fileName, size: fileSize } : null,
		matter: row.matterId === null ? null : await matterInSight(shell, actor, row.matterId),
		registeredBy: names.get(row.registeredBy) ?? '',
		registeredAt: row.registeredAt.toISOString(),
		end: end && {
			kind: endingOf(end.kind),
			repealedOn: end.repealedOn,
			words: end.words,
			by: names.get(end.endedBy) ?? '',
			at: end.endedAt.toISOString(),
		},
		mayEnd: end === null && isPermitted(actor, 'document.repealed', { jurisdictionId }),
		trail: await trailOf(shell, jurisdictionId, documentId),
	})
}

/** The file that a document was registered with, as it was brought; its bytes are hashed again while they are read. */
export async function readDocumentFile(
	shell: Shell,
	actor: Actor,
	documentId: string,
): Promise<Result<{ name: string; mediaType: string; bytes: Uint8Array }, Refusal>> {
	const { jurisdictionId } = actor
	if (!isPermitted(actor, 'register.read', { jurisdictionId })) return refuse({ code: 'not-found' })
	const row = await shell.db.publishedDocument.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: documentId } },
		select: { fileName: true, mediaType: true, fileSha256: true },
	})
	if (!row?.fileName || !row.mediaType || !row.fileSha256) return refuse({ code: 'not-found' })
	const bytes = await shell.blobs.read(row.fileSha256)
	return accept({ name: row.fileName, mediaType: row.mediaType, bytes })
}

function matterInSight(shell: Shell, actor: Actor, matterId: string) {
	return shell.db.matter.findFirst({
		where: { AND: [readableMatters(actor), { id: matterId }] },
		select: { id: true, title: true },
	})
}

async function trailOf(shell: Shell, jurisdictionId: string, id: string): Promise<DocumentTrailLine[]> {
	const entries = await shell.db.auditEntry.findMany({
		where: { jurisdictionId, stream: `document/${id}`, outcome: 'done' },
		orderBy: { seq: 'asc' },
		select: { seq: true, hash: true, at: true, kind: true, leaf: true },
	})
	return entries.map(({ seq, hash, at, kind, leaf }) => {
		const { actor } = openEntry(leaf)
		return {
			seq,
			hash,
			at: at.toISOString(),
			kind,
			actor: actor?.name ?? '',
			actedFor: actor?.for?.name ?? null,
		}
	})
}

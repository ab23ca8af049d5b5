import { type NamedPaper, type NamedText, plainEnding } from '#app/domain/evidence/named-by-trail.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { BlobDamaged } from '#app/storage/blob-store.server.ts'
import type { Part } from './series.ts'

/** The files of the versions as they were uploaded, one after the other. */
export async function* textFiles(shell: Shell, texts: readonly NamedText[]): AsyncGenerator<Part> {
	for (const { version, position, name, sha256 } of texts) {
		const bytes = await readIfWhole(shell, sha256)
		if (bytes) yield { path: `texts/${version}-${position}${plainEnding(name)}`, bytes }
	}
}

/** The sealed papers: the sentences as they were sealed, and the Word file. */
export async function* paperFiles(
	shell: Shell,
	jurisdictionId: string,
	papers: readonly NamedPaper[],
): AsyncGenerator<Part> {
	for (const [at, { id, kind, fileSha256 }] of papers.entries()) {
		const path = `papers/${at + 1}-${kind}`
		const row = await shell.db.sealedPaper.findUnique({
			where: { jurisdictionId_id: { jurisdictionId, id } },
			select: { content: true },
		})
		if (row) yield { path: `${path}.json`, bytes: Buffer.from(row.content) }
		const bytes = fileSha256 === null ? null : await readIfWhole(shell, fileSha256)
		if (bytes) yield { path: `${path}.docx`, bytes }
	}
}

/** A file that is damaged or gone is not handed over; the verifier says that it is missing, the log says it now. */
async function readIfWhole({ blobs, log }: Shell, sha256: string): Promise<Uint8Array | null> {
	try {
		return await blobs.read(sha256)
	} catch (error) {
		if (!(error instanceof BlobDamaged)) throw error
		log.error({ sha256, found: error.found }, 'a file of the evidence is not what was put')
		return null
	}
}

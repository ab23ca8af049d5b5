import { loadMatterWith } from '#app/db/load-matter.server.ts'
import { FILE_PARTS } from '#app/db/matter-parts.server.ts'
import { type DraftImage, readImage } from '#app/documents/read-image.server.ts'
import { blocksOf, imagesIn } from '#app/domain/document/walk-document.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { readAsStored } from './read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Reads an image that stands in the main text of a version of this matter. Whoever may read the matter may see it.
 *
 * @throws BlobDamaged when the disk holds something else than the file
 */
export async function readDraftImage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	asked: { readonly fileSha256: string; readonly imageSha256: string },
): Promise<Result<DraftImage, Refusal>> {
	const { jurisdictionId } = actor
	const matter = await loadMatterWith(shell.db, FILE_PARTS, jurisdictionId, matterId)
	if (!matter || !permit(actor, 'matter.read', subjectOf(matter)).ok) return refuse({ code: 'not-found' })
	const file = await shell.db.versionFile.findFirst({
		where: { jurisdictionId, sha256: asked.fileSha256, role: 'main', version: { matterId } },
		select: { sha256: true, name: true },
	})
	if (!file) return refuse({ code: 'not-found' })
	const { document } = await readAsStored(shell, jurisdictionId, file)
	const found = imagesIn([...blocksOf(document)]).find(({ sha256 }) => sha256 === asked.imageSha256)
	if (!found?.part) return refuse({ code: 'not-found' })
	const image = await readImage(await shell.blobs.read(file.sha256), found.part, asked.imageSha256)
	return image ? accept(image) : refuse({ code: 'not-found' })
}

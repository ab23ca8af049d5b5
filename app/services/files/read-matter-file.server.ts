import { loadMatterWith } from '#app/db/load-matter.server.ts'
import { FILE_PARTS } from '#app/db/matter-parts.server.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { logDownload } from './log-download.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A file of a matter, with its bytes as they were put. */
export type MatterFile = {
	readonly name: string
	readonly mediaType: string
	readonly isViewable: boolean
	readonly bytes: Uint8Array
}

/**
 * Reads a file that a version, a material or a signed paper of this matter names. Whoever may read the matter may read it; what
 * counsel take away is in the trail. The bytes are hashed again while they are read.
 *
 * @throws BlobDamaged when the disk holds something else
 */
export async function readMatterFile(
	shell: Shell,
	actor: Actor,
	matterId: string,
	sha256: string,
): Promise<Result<MatterFile, Refusal>> {
	const matter = await loadMatterWith(shell.db, FILE_PARTS, actor.jurisdictionId, matterId)
	const post = matter && permit(actor, 'matter.read', subjectOf(matter))
	if (!matter || !post?.ok) return refuse({ code: 'not-found' })
	const material = matter.materials.find((candidate) => candidate.sha256 === sha256)
	const consent = matter.consents.find(({ fileSha256 }) => fileSha256 === sha256)
	const signed = consent && { name: consent.fileName, mediaType: consent.mediaType }
	const file = material ?? signed ?? (await versionFileOf(shell, actor.jurisdictionId, matterId, sha256))
	if (!file?.name || !file.mediaType) return refuse({ code: 'not-found' })
	const bytes = await shell.blobs.read(sha256)
	await logDownload(shell, actor, post.value, `matter/${matterId}`, { sha256 }, [sha256])
	return accept({ name: file.name, mediaType: file.mediaType, isViewable: isShown(file.mediaType), bytes })
}

function versionFileOf(shell: Shell, jurisdictionId: string, matterId: string, sha256: string) {
	return shell.db.versionFile.findFirst({
		where: { jurisdictionId, sha256, version: { matterId } },
		orderBy: { versionId: 'desc' },
		select: { name: true, mediaType: true },
	})
}

/** PDF and pictures are shown in place; everything else is only ever handed over. */
function isShown(mediaType: string): boolean {
	return ['application/pdf', 'image/png', 'image/jpeg'].includes(mediaType)
}

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

/** A file of a matter as an address asks for it: by its bytes, and by its name where the same bytes came under several. */
export type AskedFile = { readonly sha256: string; readonly name: string | null }

/**
 * Reads a file that a version, a material or a signed paper of this matter names, under the name that was asked for where a
 * row has it. Whoever may read the matter may read it; what counsel take away is in the trail. The bytes are hashed again
 * while they are read.
 *
 * @throws BlobDamaged when the disk holds something else
 */
export async function readMatterFile(
	shell: Shell,
	actor: Actor,
	matterId: string,
	{ sha256, name }: AskedFile,
): Promise<Result<MatterFile, Refusal>> {
	const matter = await loadMatterWith(shell.db, FILE_PARTS, actor.jurisdictionId, matterId)
	const post = matter && permit(actor, 'matter.read', subjectOf(matter))
	if (!matter || !post?.ok) return refuse({ code: 'not-found' })
	const consents = matter.consents.map(({ fileSha256, fileName, mediaType }) => ({
		sha256: fileSha256,
		name: fileName,
		mediaType,
	}))
	const mayPlace = permit(actor, 'matter.edited', subjectOf(matter)).ok
	const rows = [
		...matter.materials,
		...consents,
		...(await versionFiles(shell, actor, matterId, sha256)),
		...(mayPlace ? await unplacedFiles(shell, actor, matterId, sha256) : []),
	]
	const named = rows.filter((row) => row.sha256 === sha256 && row.name && row.mediaType)
	const file = named.find((row) => row.name === name) ?? named[0]
	if (!file?.name || !file.mediaType) return refuse({ code: 'not-found' })
	const bytes = await shell.blobs.read(sha256)
	await logDownload(shell, actor, post.value, `matter/${matterId}`, { sha256 }, [sha256])
	return accept({ name: file.name, mediaType: file.mediaType, isViewable: isShown(file.mediaType), bytes })
}

/** The rows of versions that name these bytes, the newest first. */
function versionFiles(shell: Shell, { jurisdictionId }: Actor, matterId: string, sha256: string) {
	return shell.db.versionFile.findMany({
		where: { jurisdictionId, sha256, version: { matterId } },
		orderBy: [{ versionId: 'desc' }, { position: 'asc' }],
		select: { sha256: true, name: true, mediaType: true },
	})
}

/** Files that wait for their item: only who may place them reads them. */
function unplacedFiles(shell: Shell, { jurisdictionId }: Actor, matterId: string, sha256: string) {
	return shell.db.unplacedFile.findMany({
		where: { jurisdictionId, matterId, sha256, settledAs: null },
		select: { sha256: true, name: true, mediaType: true },
	})
}

/** PDF and pictures are shown in place; everything else is only ever handed over. */
function isShown(mediaType: string): boolean {
	return ['application/pdf', 'image/png', 'image/jpeg'].includes(mediaType)
}

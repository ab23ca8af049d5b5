import { suffixOf } from '#app/documents/sniff-content.ts'
import { type BesideChange, compareBeside } from '#app/domain/document/compare-beside.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { readIfReadable } from '#app/services/files/read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { BlobDamaged } from '#app/storage/blob-store.server.ts'

/** Headers, footers and images that two versions of a matter do not share; none where one of them is no Word file. */
export async function besideVersions(
	shell: Shell,
	matter: MatterRecord,
	from: number | null,
	to: number | null,
): Promise<BesideChange[]> {
	if (from === null || to === null) return []
	const [old, fresh] = [await documentOf(shell, matter, from), await documentOf(shell, matter, to)]
	return compareBeside(old, fresh)
}

async function documentOf(
	shell: Shell,
	{ jurisdictionId, id }: MatterRecord,
	versionNo: number,
): Promise<DocumentTree | null> {
	const file = await shell.db.versionFile.findFirst({
		where: { jurisdictionId, role: 'main', version: { matterId: id, versionNo } },
		select: { sha256: true, name: true },
	})
	if (!file || suffixOf(file.name) !== '.docx') return null
	try {
		return (await readIfReadable(shell, jurisdictionId, file))?.document ?? null
	} catch (error) {
		if (!(error instanceof BlobDamaged)) throw error
		// The texts are compared all the same; that the file is gone is for whoever runs the house.
		shell.log.error({ fileSha256: file.sha256 }, 'a file of a version is not as it was stored')
		return null
	}
}

import { type BesideChange, compareBeside } from '#app/domain/document/compare-beside.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { documentOf } from './version-document.server.ts'

/** Headers, footers and images that two versions of a matter do not share; none where one of them is no Word file. */
export async function besideVersions(
	shell: Shell,
	matter: Pick<MatterRecord, 'jurisdictionId' | 'id'>,
	from: number | null,
	to: number | null,
): Promise<BesideChange[]> {
	if (from === null || to === null) return []
	const [old, fresh] = [await documentAt(shell, matter, from), await documentAt(shell, matter, to)]
	return compareBeside(old, fresh)
}

async function documentAt(
	shell: Shell,
	{ jurisdictionId, id }: Pick<MatterRecord, 'jurisdictionId' | 'id'>,
	versionNo: number,
) {
	const file = await shell.db.versionFile.findFirst({
		where: { jurisdictionId, role: 'main', version: { matterId: id, versionNo } },
		select: { sha256: true, name: true },
	})
	return documentOf(shell, jurisdictionId, file ?? undefined)
}

import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type ComparedVersions, compareVersions } from './compare-versions.server.ts'
import { COMPARED_COLUMNS, type ComparableVersion } from './version-document.server.ts'

/** Which two versions of a matter are meant. */
export type PairGiven = { readonly from: number; readonly to: number }

/** Two versions of a matter, compared. */
export type Pair = {
	readonly older: ComparableVersion & { readonly id: string }
	readonly newer: Pair['older']
	readonly compared: ComparedVersions
}

/** Two versions of a matter by their numbers, or null. Versions never change, so they are compared before anything is locked. */
export async function openPair(
	shell: Shell,
	{ jurisdictionId }: Actor,
	matterId: string,
	{ from, to }: PairGiven,
): Promise<Pair | null> {
	const versions = await shell.db.draftVersion.findMany({
		where: { jurisdictionId, matterId, versionNo: { in: [from, to] } },
		select: { id: true, versionNo: true, ...COMPARED_COLUMNS },
	})
	const older = versions.find((version) => version.versionNo === from)
	const newer = versions.find((version) => version.versionNo === to)
	if (!older || !newer) return null
	const compared = await compareVersions(shell, { jurisdictionId, id: matterId }, older, newer)
	return { older, newer, compared }
}

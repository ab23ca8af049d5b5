import { clearanceStateOf } from '#app/db/code-columns.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { ClearanceState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { genuineClearances } from '#app/services/clearance/genuine-clearances.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A version of a text as a line of its history. */
export type VersionLine = {
	readonly id: string
	readonly versionNo: number
	readonly contentSha256: string
	readonly uploadedBy: string
	readonly uploadedAt: string
	readonly isCurrent: boolean
	/** The clearance on this version, if there ever was one, and how it stands. */
	readonly clearance: { readonly number: string; readonly state: ClearanceState } | null
	/** An opinion was signed on this version. */
	readonly hasOpinion: boolean
	readonly files: readonly {
		readonly name: string
		readonly sha256: string
		readonly size: number
		readonly role: string
	}[]
}

const LINE_PARTS = {
	id: true,
	versionNo: true,
	contentSha256: true,
	uploadedBy: true,
	uploadedAt: true,
	files: { orderBy: { position: 'asc' }, select: { name: true, sha256: true, size: true, role: true } },
} as const

/** The versions of a matter, newest first, without their texts. */
export function loadVersions(shell: Shell, matter: MatterRecord) {
	return findTrees(shell.db, 'draftVersion', {
		where: { jurisdictionId: matter.jurisdictionId, matterId: matter.id },
		orderBy: { versionNo: 'desc' },
		select: LINE_PARTS,
	})
}

type Version = Awaited<ReturnType<typeof loadVersions>>[number]

/** A version as its line shows it. */
export function versionLine(
	shell: Shell,
	matter: MatterRecord,
	version: Version,
	names: ReadonlyMap<string, string>,
): VersionLine {
	const clearance = genuineClearances(shell, matter).findLast((each) => each.versionId === version.id)
	return {
		...version,
		uploadedBy: names.get(version.uploadedBy) ?? '',
		uploadedAt: version.uploadedAt.toISOString(),
		isCurrent: version.id === matter.currentVersionId,
		clearance: clearance
			? { number: clearance.number, state: clearanceStateOf(clearance.standing?.state ?? 'void') }
			: null,
		hasOpinion: matter.opinions.some((opinion) => opinion.versionId === version.id),
	}
}

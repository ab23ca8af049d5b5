import { loadPersonNames } from '#app/db/load-names.server.ts'
import { actPath } from '#app/domain/act/act-path.ts'
import { CLEARED_STATES } from '#app/domain/matter/matter-state.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { belongsToState } from '#app/domain/review-workflow/transition-matter.ts'
import { type MatterHeading, openMatterPage } from './open-matter-page.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type VersionLine, loadVersions, versionLine } from './version-lines.server.ts'

export type VersionsPage = {
	readonly heading: MatterHeading
	readonly versions: readonly VersionLine[]
	readonly mayUpload: boolean
	/** The page of an upload: over a cleared text, the one that says what falls. */
	readonly uploadPath: string
}

/** Reads every version of a matter with its files, newest first. */
export async function readVersionsPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<VersionsPage, Refusal>> {
	const opened = await openMatterPage(shell, actor, matterId)
	if (!opened.ok) return opened
	const { matter, heading } = opened.value
	const versions = await loadVersions(shell, matter)
	const names = await loadPersonNames(
		shell.db,
		matter.jurisdictionId,
		versions.map((version) => version.uploadedBy),
	)
	return accept({
		heading,
		versions: versions.map((version) => versionLine(shell, matter, version, names)),
		mayUpload:
			belongsToState(heading.state, 'version.uploaded') &&
			permit(actor, 'version.uploaded', subjectOf(matter)).ok,
		uploadPath: actPath(
			'version.uploaded',
			{ matterId },
			CLEARED_STATES.some((state) => state === heading.state),
		),
	})
}

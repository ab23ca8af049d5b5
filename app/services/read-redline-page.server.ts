import { loadPersonNames } from '#app/db/load-names.server.ts'
import { opinionInForce } from '#app/db/load-matter.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import { compareVersions } from './compare-versions.server.ts'
import type { ReviewHeading } from './open-review-desk.server.ts'
import { openReviewDesk } from './open-review-desk.server.ts'
import type { ItemRow } from './read-opinions-page.server.ts'
import { opinionRow } from './read-opinions-page.server.ts'
import type { Shell } from './shell.server.ts'

/** One version to choose from. */
export type VersionChoice = {
	readonly versionNo: number
	readonly contentSha256: string
	readonly uploadedAt: string
	readonly isOfOpinion: boolean
}

/** A version that is compared. */
export type ComparedVersion = { readonly versionNo: number; readonly contentSha256: string }

/** 稿件比对: two versions, and the items of the opinion that was on the older one. */
export type RedlinePage = {
	readonly heading: ReviewHeading
	readonly versions: readonly VersionChoice[]
	readonly from: ComparedVersion | null
	readonly to: ComparedVersion | null
	readonly redline: Redline | null
	readonly items: readonly ItemRow[]
}

/**
 * Reads two versions to compare; without a choice, the one that the opinion was on and the newest. A number that
 * the matter does not have is answered like a matter that does not exist.
 */
export async function readRedlinePage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	wanted: { readonly from: number | null; readonly to: number | null },
): Promise<Result<RedlinePage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { matter, heading, seesNotes } = opened.value
	const where = { jurisdictionId: matter.jurisdictionId, matterId: matter.id }
	const versions = await shell.db.draftVersion.findMany({
		where,
		select: { versionNo: true, contentSha256: true, uploadedAt: true },
		orderBy: { versionNo: 'desc' },
	})
	const opinion = opinionInForce(matter) ?? matter.opinions.at(-1) ?? null
	const to = wanted.to ?? versions[0]?.versionNo ?? null
	const from = wanted.from ?? earlierThan(to, opinion?.version.versionNo ?? null, versions)
	const texts = await shell.db.draftVersion.findMany({
		where: { ...where, versionNo: { in: [from, to].filter((number) => number !== null) } },
		select: { versionNo: true, contentSha256: true, text: true },
	})
	const pick = (number: number | null) => texts.find((version) => version.versionNo === number) ?? null
	const [older, newer] = [pick(from), pick(to)]
	if ((wanted.from !== null && !older) || (wanted.to !== null && !newer)) return refuse({ code: 'not-found' })
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [opinion?.signerId ?? null])
	const isOnOlder = opinion !== null && opinion.version.versionNo === from
	return accept({
		heading,
		versions: versions.map(({ versionNo, contentSha256, uploadedAt }) => ({
			versionNo,
			contentSha256,
			uploadedAt: uploadedAt.toISOString(),
			isOfOpinion: versionNo === opinion?.version.versionNo,
		})),
		from: older && { versionNo: older.versionNo, contentSha256: older.contentSha256 },
		to: newer && { versionNo: newer.versionNo, contentSha256: newer.contentSha256 },
		redline: older && newer ? (await compareVersions(shell, matter, older, newer)).redline : null,
		items: isOnOlder ? opinionRow(matter, opinion, names, seesNotes).items : [],
	})
}

/** The version that the opinion was on, where it is older than the one it is compared with; else the one before. */
function earlierThan(
	to: number | null,
	ofOpinion: number | null,
	versions: readonly { versionNo: number }[],
) {
	if (to === null) return null
	if (ofOpinion !== null && ofOpinion < to) return ofOpinion
	return versions.find((version) => version.versionNo < to)?.versionNo ?? null
}

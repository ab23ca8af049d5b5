import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterRecord } from '#app/db/load-matter.server.ts'
import { opinionInForce } from '#app/db/load-matter.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { ComparableVersion, ComparedVersions } from './compare-versions.server.ts'
import { compareVersions, inPatience } from './compare-versions.server.ts'
import type { DecidedText } from './decided-texts.server.ts'
import { listDecidedTexts, loadDecidedText } from './decided-texts.server.ts'
import type { ReviewDesk, ReviewHeading } from '#app/services/intake/open-review-desk.server.ts'
import { openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import type { Comparison } from './read-comparison.server.ts'
import { readComparison } from './read-comparison.server.ts'
import type { ItemRow } from '#app/services/opinion/read-opinions-page.server.ts'
import { opinionRow } from '#app/services/opinion/read-opinions-page.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One version to choose from. */
export type VersionChoice = {
	readonly versionNo: number
	readonly contentSha256: string
	readonly uploadedAt: string
	readonly isOfOpinion: boolean
}

/** A text that is compared: a version of the matter, or under its title what a meeting has passed. */
export type ComparedText = {
	readonly versionNo: number
	readonly contentSha256: string
	readonly title: string | null
}

/** An item beside the text that it was put at. */
export type ItemBesideText = ItemRow & { readonly side: 'old' | 'new' }

/** 稿件比对: two texts, and the items of the opinions that were on them. */
export type RedlinePage = {
	readonly heading: ReviewHeading
	readonly versions: readonly VersionChoice[]
	readonly decided: readonly DecidedText[]
	readonly from: ComparedText | null
	readonly to: ComparedText | null
	/** Null while a large pair is being compared: the page asks again by itself. */
	readonly comparison: Comparison | null
	readonly items: readonly ItemBesideText[]
	/** Whether the reader is the one who may say which clause became which. */
	readonly mayCorrect: boolean
}

/** What a reader asked for; `with` is another matter whose decided text is the older one. */
export type RedlineWanted = {
	readonly from: number | null
	readonly to: number | null
	readonly with: string | null
	readonly choice: ReadingChoice
	readonly correct: string | null
}

/**
 * Reads two texts to compare; without a choice, the version that the opinion was on and the newest. A number that
 * the matter does not have is answered like a matter that does not exist.
 */
export async function readRedlinePage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	wanted: RedlineWanted,
): Promise<Result<RedlinePage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { matter, heading } = opened.value
	const versions = await versionsOf(shell, matter)
	const opinion = opinionInForce(matter) ?? matter.opinions.at(-1) ?? null
	const toNo = wanted.to ?? versions[0]?.versionNo ?? null
	const fromNo =
		wanted.with === null
			? (wanted.from ?? earlierThan(toNo, opinion?.version.versionNo ?? null, versions))
			: null
	const texts = await textsOf(shell, matter, [fromNo, toNo])
	const decided = wanted.with === null ? null : await loadDecidedText(shell, actor, wanted.with)
	const older = decided ?? texts.find((version) => version.versionNo === fromNo) ?? null
	const newer = texts.find((version) => version.versionNo === toNo) ?? null
	if ((wanted.from !== null || wanted.with !== null) && !older) return refuse({ code: 'not-found' })
	if (wanted.to !== null && !newer) return refuse({ code: 'not-found' })
	const mayCorrect = decided === null && heading.open.includes('match.corrected')
	const items = await itemsOf(shell, opened.value, { from: decided ? null : fromNo, to: toNo })
	const compared =
		older && newer ? await inPatience(compare(shell, matter, older, newer, decided !== null)) : null
	return accept({
		heading,
		versions: versions.map(({ versionNo, contentSha256, uploadedAt }) => ({
			versionNo,
			contentSha256,
			uploadedAt: uploadedAt.toISOString(),
			isOfOpinion: versionNo === opinion?.version.versionNo,
		})),
		decided: await listDecidedTexts(shell, actor, matter.id),
		from: older && comparedText(older, decided?.title ?? null),
		to: newer && comparedText(newer, null),
		items,
		mayCorrect,
		comparison:
			compared &&
			(await readComparison(shell, matter.jurisdictionId, compared, items, {
				choice: wanted.choice,
				correct: mayCorrect ? wanted.correct : null,
			})),
	})
}

function versionsOf(shell: Shell, matter: MatterRecord) {
	return shell.db.draftVersion.findMany({
		where: { jurisdictionId: matter.jurisdictionId, matterId: matter.id },
		select: { versionNo: true, contentSha256: true, uploadedAt: true },
		orderBy: { versionNo: 'desc' },
	})
}

function textsOf(shell: Shell, matter: MatterRecord, numbers: readonly (number | null)[]) {
	return shell.db.draftVersion.findMany({
		where: {
			jurisdictionId: matter.jurisdictionId,
			matterId: matter.id,
			versionNo: { in: numbers.filter((number) => number !== null) },
		},
		select: { versionNo: true, contentSha256: true, text: true },
	})
}

function comparedText(
	{ versionNo, contentSha256 }: { versionNo: number; contentSha256: string },
	title: string | null,
): ComparedText {
	return { versionNo, contentSha256, title }
}

/** Corrections belong to pairs of one matter's versions; against another document there are none. */
async function compare(
	shell: Shell,
	matter: MatterRecord,
	older: ComparableVersion,
	newer: ComparableVersion,
	isOtherDocument: boolean,
): Promise<ComparedVersions> {
	if (!isOtherDocument) return compareVersions(shell, matter, older, newer)
	const asked = { oldText: older.text, newText: newer.text, corrections: [] }
	return { redline: await shell.comparer.compare(asked), corrections: [] }
}

/** The items of the newest opinions that were on one of the two versions, in force or not. */
async function itemsOf(
	shell: Shell,
	{ matter, seesNotes }: ReviewDesk,
	{ from, to }: { readonly from: number | null; readonly to: number | null },
): Promise<ItemBesideText[]> {
	const on = (versionNo: number | null) =>
		matter.opinions.findLast((opinion) => opinion.version.versionNo === versionNo) ?? null
	const [older, newer] = [on(from), from === to ? null : on(to)]
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		older?.signerId ?? null,
		newer?.signerId ?? null,
	])
	const rows = (opinion: typeof older, side: 'old' | 'new') =>
		opinion
			? opinionRow(matter, opinion, names, seesNotes).items.map((item) => Object.assign({ side }, item))
			: []
	return [...rows(older, 'old'), ...rows(newer, 'new')]
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

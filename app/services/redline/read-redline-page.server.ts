import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import type { ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type ComparedVersions, compareVersions, inPatience } from './compare-versions.server.ts'
import { besideVersions } from './beside-versions.server.ts'
import { type DecidedText, listDecidedTexts } from './decided-texts.server.ts'
import { type OtherText, type OtherTextAsked, loadOtherText } from './other-texts.server.ts'
import { offerDocuments } from './offer-documents.server.ts'
import {
	type ReviewDesk,
	type ReviewHeading,
	openReviewDesk,
} from '#app/services/intake/open-review-desk.server.ts'
import { readLedger } from './read-ledger.server.ts'
import { type Comparison, readComparison } from './read-comparison.server.ts'
import { type ItemRow, opinionRow } from '#app/services/opinion/read-opinions-page.server.ts'
import type { PublishedDocument } from '#app/services/register/find-published.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { COMPARED_COLUMNS, type ComparableVersion, textToCompare } from './version-document.server.ts'

/** One version to choose from. */
export type VersionChoice = {
	readonly versionNo: number
	readonly contentSha256: string
	readonly uploadedAt: string
	readonly isOfOpinion: boolean
}

/** A text that is compared: a version of the matter, or under its title one that is no version of it. */
export type ComparedText = { readonly contentSha256: string } & (
	| { readonly versionNo: number; readonly title: null }
	| { readonly versionNo: null; readonly title: string }
)

/** An item beside the text that it was put at. */
export type ItemBesideText = ItemRow & { readonly side: 'old' | 'new' }

/** 稿件比对: two texts, and the items of the opinions that were on them. */
export type RedlinePage = {
	readonly heading: ReviewHeading
	readonly versions: readonly VersionChoice[]
	readonly decided: readonly DecidedText[]
	readonly published: readonly PublishedDocument[]
	readonly from: ComparedText | null
	readonly to: (ComparedText & { readonly versionNo: number }) | null
	/** Null while a large pair is being compared: the page asks again by itself. */
	readonly comparison: Comparison | null
	readonly items: readonly ItemBesideText[]
	/** Headers, footers and images that differ. */
	readonly besideText: readonly BesideChange[]
	/** Whether the reader is the one who may say which clause became which. */
	readonly mayCorrect: boolean
}

/** What a reader asked for; `other` is a text in place of an older version, `find` the words to look for documents by. */
export type RedlineWanted = {
	readonly from: number | null
	readonly to: number | null
	readonly other: OtherTextAsked | null
	readonly find: string | null
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
		wanted.other === null
			? (wanted.from ?? earlierThan(toNo, opinion?.version.versionNo ?? null, versions))
			: null
	const texts = await textsOf(shell, matter, [fromNo, toNo])
	const other = wanted.other === null ? null : await loadOtherText(shell, actor, wanted.other)
	const earlier = texts.find((version) => version.versionNo === fromNo) ?? null
	const newer = texts.find((version) => version.versionNo === toNo) ?? null
	if ((wanted.from !== null && !earlier) || (wanted.other !== null && !other))
		return refuse({ code: 'not-found' })
	if (wanted.to !== null && !newer) return refuse({ code: 'not-found' })
	const mayCorrect = other === null && heading.open.includes('match.corrected')
	const items = await itemsOf(shell, opened.value, { from: fromNo, to: toNo })
	const besideText = other ? [] : await besideVersions(shell, matter, fromNo, toNo)
	const compared = newer && (await inPatience(compare(shell, matter, { earlier, other, newer })))
	return accept({
		heading,
		versions: versions.map(({ versionNo, contentSha256, uploadedAt }) => ({
			versionNo,
			contentSha256,
			uploadedAt: uploadedAt.toISOString(),
			isOfOpinion: versionNo === opinion?.version.versionNo,
		})),
		decided: await listDecidedTexts(shell, actor, matter.id),
		published: await offerDocuments(shell, actor, { title: matter.title, find: wanted.find }),
		from: other
			? { versionNo: null, contentSha256: other.contentSha256, title: other.title }
			: earlier && versionText(earlier),
		to: newer && versionText(newer),
		items,
		besideText,
		mayCorrect,
		comparison:
			compared &&
			(await readComparison(shell, matter.jurisdictionId, compared, items, {
				choice: wanted.choice,
				correct: mayCorrect ? wanted.correct : null,
				ledger: other ? null : await readLedger(shell, actor, matter, compared.redline, items, besideText),
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
		select: { versionNo: true, ...COMPARED_COLUMNS },
	})
}

function versionText({ versionNo, contentSha256 }: Omit<ComparedText, 'title'> & { versionNo: number }) {
	return { versionNo, contentSha256, title: null } as const
}

/** Corrections belong to pairs of one matter's versions; against another text there are none. */
async function compare(
	shell: Shell,
	matter: MatterRecord,
	texts: {
		readonly earlier: ComparableVersion | null
		readonly other: OtherText | null
		readonly newer: ComparableVersion
	},
): Promise<ComparedVersions | null> {
	const { earlier, other, newer } = texts
	if (!other) return earlier && compareVersions(shell, matter, earlier, newer)
	const fresh = await textToCompare(shell, matter.jurisdictionId, newer)
	const asked = { old: other, new: fresh, corrections: [] }
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

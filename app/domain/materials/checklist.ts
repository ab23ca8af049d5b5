import type { Track } from '#app/domain/matter/track.ts'

/** A name in both languages; reference data carries its own words, because an administrator edits it. */
export type Wording = { readonly zh: string; readonly en: string }

/** One paper that a track asks for, with the article that asks for it. */
export type ChecklistItem = {
	readonly code: string
	readonly tracks: readonly Track[]
	readonly name: Wording
	readonly ground: string
	readonly isRequired: boolean
	/** When the law asks for the step of this paper, and who says so; absent in entries of earlier releases. */
	readonly condition?: Wording
}

/** One point that the review has to answer (Decree 713 art. 27; 国办发〔2018〕115号 (六)). */
export type ReviewPoint = {
	readonly code: string
	readonly tracks: readonly Track[]
	readonly name: Wording
	readonly ground: string
}

/** A reason from a list: for returning, for 不属审查范围, for withdrawing. */
export type Reason = {
	readonly code: string
	readonly use: 'return' | 'exclusion' | 'withdrawal'
	readonly name: Wording
	readonly ground: string
	/** Which exclusions may be chosen: `internal`. The two others stand in older databases, so that old matters keep their words. */
	readonly scope?: 'decision' | 'document' | 'internal'
}

/** The periods of a track, in working days; `isAssumed` marks a default that the customer has yet to confirm. */
export type TrackPeriods = {
	readonly track: Track
	readonly accept: number
	readonly supplement: number
	readonly review: number
	readonly revise: number
	readonly recheck: number
	/** Absent in entries of earlier releases. */
	readonly postCheck?: number
	readonly isAssumed: boolean
}

/** How long a text that was changed after a meeting is checked (domain paper §8.6); a default to be confirmed. */
export const POST_CHECK_DAYS = 2

/** The working days for the check after a meeting. */
export function postCheckDays({ postCheck = POST_CHECK_DAYS }: TrackPeriods): number {
	return postCheck
}

/** What may be said of an item of the checklist: a file, or 不适用. */
export const MATERIAL_KINDS = ['file', 'not-applicable'] as const

export type MaterialKind = (typeof MATERIAL_KINDS)[number]

/** What was said of one item of the checklist, newest entry. */
export type MaterialStanding = { readonly item: string; readonly kind: MaterialKind }

/** The items of the checklist that these tracks ask for: the union, each once (multi-track matters). */
export function checklistFor(tracks: readonly Track[], checklist: readonly ChecklistItem[]): ChecklistItem[] {
	return checklist.filter((item) => item.tracks.some((track) => tracks.includes(track)))
}

/** The review points that these tracks ask for: the union, each once. */
export function pointsFor(tracks: readonly Track[], points: readonly ReviewPoint[]): ReviewPoint[] {
	return points.filter((point) => point.tracks.some((track) => tracks.includes(track)))
}

/** The required items that have neither a file nor a reasoned 不适用 yet. */
export function missingItems(
	tracks: readonly Track[],
	checklist: readonly ChecklistItem[],
	standings: readonly MaterialStanding[],
): ChecklistItem[] {
	const said = new Set(standings.map((standing) => standing.item))
	return checklistFor(tracks, checklist).filter((item) => item.isRequired && !said.has(item.code))
}

/** Whether the reference data has a period for a matter of these tracks: one that is not there is said, and never guessed. */
export function knowsPeriods(tracks: readonly Track[], periods: readonly TrackPeriods[]): boolean {
	return periods.some((period) => tracks.includes(period.track))
}

/** The periods of a matter: of several tracks the one that leaves the review the most time (Decree 713 art. 26). */
export function periodsFor(tracks: readonly Track[], periods: readonly TrackPeriods[]): TrackPeriods {
	const own = periods.filter((period) => tracks.includes(period.track))
	const longest = [...own].sort((a, b) => b.review - a.review)[0]
	if (!longest) throw new Error(`no period is known for ${tracks.join(', ') || 'a matter without a track'}`)
	return longest
}

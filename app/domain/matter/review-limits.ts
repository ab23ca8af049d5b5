import type { FilingOrgan } from '#app/domain/register/filing.ts'
import type { Track } from './track.ts'

/** How far the clock of a review may be stopped, stretched and shortened, in working days; as reference data. */
export type ReviewLimits = {
	/** The most that the pauses of one period may come to. */
	readonly pause: number
	/** The most that one extension may add; a period is extended once. */
	readonly extension: number
	/** What must be left to a review that is hurried; never nothing. */
	readonly urgent: number
	/** In how many working days one may object to what was decided, and in how many more it is answered. */
	readonly objection: number
	/** In how many working days after an emergency order its review (补审) is owed, and its filing with the people's congress. */
	readonly afterReview: number
	readonly orderFiling: number
	/** In how many days after its publication a document is filed with each organ (备案): days as they come, not working days. */
	readonly filing: Readonly<Record<FilingOrgan, number>>
	/** For how many months a clearance is good, unless it is used or voided before. */
	readonly clearanceMonths: number
	/** How many working days before its meeting a proposal should come in (申报截止), by track; a track that is not here has no such day. */
	readonly proposalLead: Readonly<Partial<Record<Track, number>>>
	/** What law or circular says that a review should generally have, by track; a track that is not here is promised nothing. */
	readonly guaranteed: Readonly<Partial<Record<Track, number>>>
	readonly isAssumed: boolean
	/** The entries of these limits that nobody has compared with a source yet, by their codes: whoever says one says so. */
	readonly assumed: readonly string[]
}

/** The working days before its meeting by which a matter of these tracks is proposed; of several the longest, 0 where there is none. */
export function leadDays(
	tracks: readonly Track[],
	{ proposalLead }: Pick<ReviewLimits, 'proposalLead'>,
): number {
	return Math.max(0, ...tracks.map((track) => proposalLead[track] ?? 0))
}

/**
 * The working days that a review of these tracks should generally have: Decree 713 art. 26 一般不少于七个工作日 for
 * decisions, 国办发〔2018〕115号 (五) 一般不得少于五个工作日 for normative documents; of several the longest. Null where
 * nothing is promised.
 */
export function guaranteedDays(tracks: readonly Track[], { guaranteed }: ReviewLimits): number | null {
	const days = tracks.flatMap((track) => guaranteed[track] ?? [])
	return days.length === 0 ? null : Math.max(...days)
}

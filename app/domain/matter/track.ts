/**
 * The tracks of review. One matter may carry several: a normative document that is also a major
 * decision follows both regimes, and the stricter rule of the two holds.
 */
export const TRACKS = [
	'government-decision',
	'department-decision',
	'normative-document',
	'other-document',
	'government-contract',
] as const

export type Track = (typeof TRACKS)[number]

/** Tracks on which nothing is signed without a counsel's opinion (Decree 713 art. 28; 中办发〔2016〕30号). */
export const COUNSEL_TRACKS: readonly Track[] = [
	'government-decision',
	'department-decision',
	'normative-document',
]

/** Whether these tracks need a counsel's written opinion before an opinion can be signed (Decree 713 art. 28). */
export function needsCounsel(tracks: readonly Track[]): boolean {
	return tracks.some((track) => COUNSEL_TRACKS.includes(track))
}

/** Whether every track is a major decision, the only kind that Decree 713 lets a signed fact stand for a review. */
export function isDecision(tracks: readonly Track[]): boolean {
	return (
		tracks.length > 0 &&
		tracks.every((track) => track === 'government-decision' || track === 'department-decision')
	)
}

/**
 * Whether a paper of these tracks may need no review at all (国办发〔2018〕115号 (三)): only where it is neither a
 * decision nor a normative document nor a contract.
 */
export function mayNeedNoReview(tracks: readonly Track[]): boolean {
	return tracks.length > 0 && tracks.every((track) => track === 'other-document')
}

/**
 * Whether the review is called 合法性审核 on paper (normative documents, 国办发〔2018〕37号) rather than
 * 合法性审查 (decisions, Decree 713).
 */
export function isNormative(tracks: readonly Track[]): boolean {
	return tracks.includes('normative-document')
}

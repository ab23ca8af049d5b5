import type { Track } from '#app/domain/matter/track.ts'

/**
 * Who issues what a matter is about (制定机关): the government or its office, the drafting organ with the government's
 * approval, or the drafting organ alone. Who reviews, which meeting decides and what that rests on follow from it
 * (国办发〔2018〕115号 (四), 37号 (七)).
 */
export const ISSUERS = ['government', 'approved-by-government', 'own-organ'] as const

export type Issuer = (typeof ISSUERS)[number]

/** Whether the drafting organ decides alone: its document is reviewed, discussed and decided in its own house. */
export function isOwnDocument(issuer: Issuer): boolean {
	return issuer === 'own-organ'
}

/** Whether a matter of these tracks can have this issuer: a major decision is made by whoever its track names. */
export function mayIssue(issuer: Issuer, tracks: readonly Track[]): boolean {
	if (tracks.includes('government-decision') && issuer !== 'government') return false
	return !tracks.includes('department-decision') || issuer !== 'government'
}

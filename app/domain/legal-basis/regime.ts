import { type Issuer, isOwnDocument } from '#app/domain/issuer/issuer.ts'
import { isDecision, isNormative, type Track } from '#app/domain/matter/track.ts'

/** The law that a review follows. A matter of two tracks follows two. */
export const REGIMES = [
	'decision',
	/** A department's own decision: Decree 713 by reference (art. 42). */
	'decision-by-reference',
	'normative',
	/** A department's own normative document, reviewed in its own house (国办发〔2018〕115号 (四)). */
	'normative-of-department',
	'contract',
	'other',
] as const

export type Regime = (typeof REGIMES)[number]

/** What decides which law a matter falls under: its tracks and who issues it. */
export type UnderLaw = { readonly tracks: readonly Track[]; readonly issuer: Issuer }

/**
 * The regimes of a matter, by track and issuer: the one place that says which law reaches it. Decree 713 reaches decisions
 * alone (art. 2, 3); normative documents rest on 国办发〔2018〕37号 and 115号; contracts and other papers on local rules.
 */
export function regimesOf({ tracks, issuer }: UnderLaw): readonly Regime[] {
	const regimes: Regime[] = []
	if (tracks.includes('government-decision')) regimes.push('decision')
	else if (tracks.includes('department-decision')) regimes.push('decision-by-reference')
	if (tracks.includes('normative-document'))
		regimes.push(isOwnDocument(issuer) ? 'normative-of-department' : 'normative')
	if (tracks.includes('government-contract')) regimes.push('contract')
	if (tracks.includes('other-document')) regimes.push('other')
	return regimes.length > 0 ? regimes : ['other']
}

/**
 * Whether papers speak of 审核: only of a normative document that is no decision. One that is both is reviewed (审查) on
 * both grounds (国办发〔2018〕115号 (七)).
 */
export function isAudit(tracks: readonly Track[]): boolean {
	return isNormative(tracks) && !tracks.some((track) => isDecision([track]))
}

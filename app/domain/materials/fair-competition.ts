import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { namesAnEnd } from './definite-end.ts'

export const FAIR_COMPETITION_CONCLUSIONS = ['complies', 'exception', 'violates'] as const

/** Who reviews: a department its own document (公平竞争审查条例 art. 13), the market regulator what a government issues (art. 14). */
export const FAIR_COMPETITION_REVIEWERS = ['drafting-organ', 'market-regulator'] as const

/**
 * The cases of an exception (公平竞争审查条例 art. 12): national security and development; science, technology and innovation;
 * energy, environment, relief and other public interests; others by law, administrative regulation or the State Council.
 */
export const EXCEPTION_CASES = ['security', 'innovation', 'public-interest', 'by-law'] as const

export type FairCompetitionFacts = {
	readonly conclusion: (typeof FAIR_COMPETITION_CONCLUSIONS)[number]
	readonly reviewer: (typeof FAIR_COMPETITION_REVIEWERS)[number]
	readonly reviewedBy: string
	readonly reviewedOn: string
	/** What the drafter said first, where the market regulator reviews (art. 14: 起草单位应当开展初审). */
	readonly firstView?: string | undefined
	/** Who was heard (art. 16). */
	readonly heard: string
	readonly exceptionCase?: (typeof EXCEPTION_CASES)[number] | undefined
	/** Why nothing less restrictive serves. */
	readonly exceptionWhy?: string | undefined
	/** Until when, or upon what condition. */
	readonly exceptionPeriod?: string | undefined
}

/** What is wrong with a fair-competition review. */
export type FairCompetitionDefect =
	| 'violates-fair-competition'
	| 'fair-competition-not-by-regulator'
	| 'fair-competition-not-by-drafter'
	| 'first-view-missing'
	| 'nobody-heard'
	| 'exception-without-case'
	| 'exception-without-why'
	| 'exception-without-period'

/**
 * What stands in the way in the facts of a review: a conclusion that forbids issuing (art. 18), the wrong body (art. 13, 14),
 * nobody heard (art. 16), or an exception that does not name its case, why nothing less restrictive serves, and its end
 * (art. 12).
 */
export function fairCompetitionDefect(
	facts: Readonly<Record<string, unknown>>,
	issuer: Issuer,
): FairCompetitionDefect | null {
	if (facts['conclusion'] === 'violates') return 'violates-fair-competition'
	const wrongHand = reviewerDefect(facts, issuer)
	if (wrongHand) return wrongHand
	if (!facts['heard']) return 'nobody-heard'
	return facts['conclusion'] === 'exception' ? exceptionDefect(facts) : null
}

/** A document that a department issues with the government's approval may be reviewed by either. */
function reviewerDefect(
	{ reviewer, firstView }: Readonly<Record<string, unknown>>,
	issuer: Issuer,
): FairCompetitionDefect | null {
	if (issuer === 'government' && reviewer !== 'market-regulator') return 'fair-competition-not-by-regulator'
	if (issuer === 'own-organ' && reviewer !== 'drafting-organ') return 'fair-competition-not-by-drafter'
	if (reviewer === 'market-regulator') return firstView ? null : 'first-view-missing'
	return reviewer === 'drafting-organ' ? null : 'fair-competition-not-by-drafter'
}

function exceptionDefect(facts: Readonly<Record<string, unknown>>): FairCompetitionDefect | null {
	const { exceptionCase, exceptionWhy, exceptionPeriod } = facts
	if (!exceptionCase) return 'exception-without-case'
	if (!exceptionWhy) return 'exception-without-why'
	return typeof exceptionPeriod === 'string' && namesAnEnd(exceptionPeriod)
		? null
		: 'exception-without-period'
}

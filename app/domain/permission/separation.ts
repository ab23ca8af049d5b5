import { type Result, accept, refuse } from '#app/domain/result.ts'

/** The persons who have worked on a matter, each in the role in which they did. */
export type Hands = {
	readonly drafterIds: readonly string[]
	readonly headIds: readonly string[]
	readonly reviewerId: string | null
	/** Everybody who was ever assigned to review it: who handed the review over signs no opinion on it either. */
	readonly formerReviewerIds: readonly string[]
	readonly checkerId: string | null
	readonly signerId: string | null
	readonly counselIds: readonly string[]
	readonly isTwoPersonReview: boolean
}

/** The hand that somebody is about to lend to a matter. */
export type Hand = 'reviewer' | 'checker' | 'signing-officer' | 'counsel' | 'secretary'

/** Two hands on one matter that may not belong to one person. */
export type NotSeparate = {
	readonly code: 'not-separate'
	readonly hand: Hand | 'head'
	readonly other: Hand | 'drafter' | 'head'
}

/**
 * Whether a person may lend this hand to a matter (H10): drafter, reviewer, checker, signing officer and counsel
 * are different persons, who signed the submission signs no opinion, ever, and none of them lists it, whatever post they
 * have come to since. Checker and signing officer may be
 * one person only where the organ is set up for two-person review, which the opinion then shows.
 */
export function judgeSeparation(personId: string, hand: Hand, hands: Hands): Result<Hand, NotSeparate> {
	const taken: [NotSeparate['other'], boolean][] = [
		['drafter', hands.drafterIds.includes(personId)],
		['head', hands.headIds.includes(personId)],
		['reviewer', hand !== 'reviewer' && [hands.reviewerId, ...hands.formerReviewerIds].includes(personId)],
		['counsel', hand !== 'counsel' && hands.counselIds.includes(personId)],
		['checker', hand !== 'checker' && hands.checkerId === personId && !mayCheckAndSign(hand, hands)],
		[
			'signing-officer',
			hand !== 'signing-officer' && hands.signerId === personId && !mayCheckAndSign(hand, hands),
		],
	]
	const clash = taken.find(([, isTaken]) => isTaken)
	return clash ? refuse({ code: 'not-separate', hand, other: clash[0] }) : accept(hand)
}

function mayCheckAndSign(hand: Hand, hands: Hands): boolean {
	return (hand === 'signing-officer' || hand === 'checker') && hands.isTwoPersonReview
}

/** Whether a person may sign the submission of a text: nobody signs what they drafted or uploaded (规章制定程序条例 art. 18). */
export function judgeHead(personId: string, drafterIds: readonly string[]): Result<'head', NotSeparate> {
	return drafterIds.includes(personId)
		? refuse({ code: 'not-separate', hand: 'head', other: 'drafter' })
		: accept('head')
}

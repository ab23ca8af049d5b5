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
	/** Whoever checked or signed anything of it, in whatever round and under whatever post. */
	readonly formerCheckerIds: readonly string[]
	readonly formerSignerIds: readonly string[]
	/** Whoever has ever put it on an agenda. */
	readonly listerIds: readonly string[]
	readonly counselIds: readonly string[]
	readonly isTwoPersonReview: boolean
	/** Pairs of a delegator and a substitute who acted for them on it: of this matter they are one person, for good. */
	readonly asOne: readonly (readonly [string, string])[]
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
 * are different persons, who signed the submission signs no opinion, ever, and none of them lists it, nor does who listed
 * it take any other hand, whatever post they have come to since and in whatever round it was. Checker and signing officer
 * may be one person only where the organ is set up for two-person review, which the opinion then shows. A delegator and a
 * substitute are one person: on a matter on which one acted for the other, and on every matter while the delegation runs
 * (`oneWith`).
 */
export function judgeSeparation(
	personId: string,
	hand: Hand,
	hands: Hands,
	oneWith: readonly string[] = [],
): Result<Hand, NotSeparate> {
	const persons = withAllAsOne([personId, ...oneWith], hands.asOne)
	const isAmong = (ids: readonly (string | null)[]) => ids.some((id) => id !== null && persons.has(id))
	const taken: [NotSeparate['other'], boolean][] = [
		['drafter', isAmong(hands.drafterIds)],
		['head', isAmong(hands.headIds)],
		['reviewer', hand !== 'reviewer' && isAmong([hands.reviewerId, ...hands.formerReviewerIds])],
		['counsel', hand !== 'counsel' && isAmong(hands.counselIds)],
		[
			'checker',
			hand !== 'checker' &&
				isAmong([hands.checkerId, ...hands.formerCheckerIds]) &&
				!mayCheckAndSign(hand, hands),
		],
		[
			'signing-officer',
			hand !== 'signing-officer' &&
				isAmong([hands.signerId, ...hands.formerSignerIds]) &&
				!mayCheckAndSign(hand, hands),
		],
		['secretary', hand !== 'secretary' && isAmong(hands.listerIds)],
	]
	const clash = taken.find(([, isTaken]) => isTaken)
	return clash ? refuse({ code: 'not-separate', hand, other: clash[0] }) : accept(hand)
}

/** Everybody who counts as one with these persons, over any number of pairs. */
export function withAllAsOne(
	persons: readonly string[],
	pairs: readonly (readonly [string, string])[],
): ReadonlySet<string> {
	const all = new Set(persons)
	for (let before = 0; before !== all.size;) {
		before = all.size
		for (const pair of pairs)
			if (pair.some((person) => all.has(person))) for (const each of pair) all.add(each)
	}
	return all
}

function mayCheckAndSign(hand: Hand, hands: Hands): boolean {
	return (hand === 'signing-officer' || hand === 'checker') && hands.isTwoPersonReview
}

/** Whether a person may sign the submission of a text: nobody signs what they drafted or uploaded (规章制定程序条例 art. 18). */
export function judgeHead(
	personId: string,
	drafterIds: readonly string[],
	oneWith: readonly string[] = [],
): Result<'head', NotSeparate> {
	return [personId, ...oneWith].some((each) => drafterIds.includes(each))
		? refuse({ code: 'not-separate', hand: 'head', other: 'drafter' })
		: accept('head')
}

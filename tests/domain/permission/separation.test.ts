import { expect, test } from 'vitest'
import { type Hand, type Hands, judgeHead, judgeSeparation } from '#app/domain/permission/separation.ts'

const HANDS: Hands = {
	drafterIds: ['drafter', 'uploader'],
	headIds: ['head', 'former-head'],
	reviewerId: 'reviewer',
	formerReviewerIds: ['former-reviewer'],
	checkerId: 'checker',
	signerId: 'signer',
	formerCheckerIds: ['former-checker'],
	formerSignerIds: ['former-signer'],
	listerIds: ['lister'],
	counselIds: ['counsel'],
	isTwoPersonReview: false,
	asOne: [],
}

/** Who may lend which hand to the matter; a word is the hand of theirs that is in the way. */
const TABLE: Record<string, Record<Exclude<Hand, 'secretary'>, string | null>> = {
	drafter: { reviewer: 'drafter', checker: 'drafter', 'signing-officer': 'drafter', counsel: 'drafter' },
	uploader: { reviewer: 'drafter', checker: 'drafter', 'signing-officer': 'drafter', counsel: 'drafter' },
	head: { reviewer: 'head', checker: 'head', 'signing-officer': 'head', counsel: 'head' },
	'former-head': { reviewer: 'head', checker: 'head', 'signing-officer': 'head', counsel: 'head' },
	reviewer: { reviewer: null, checker: 'reviewer', 'signing-officer': 'reviewer', counsel: 'reviewer' },
	'former-reviewer': {
		reviewer: null,
		checker: 'reviewer',
		'signing-officer': 'reviewer',
		counsel: 'reviewer',
	},
	checker: { reviewer: 'checker', checker: null, 'signing-officer': 'checker', counsel: 'checker' },
	signer: {
		reviewer: 'signing-officer',
		checker: 'signing-officer',
		'signing-officer': null,
		counsel: 'signing-officer',
	},
	'former-checker': {
		reviewer: 'checker',
		checker: null,
		'signing-officer': 'checker',
		counsel: 'checker',
	},
	'former-signer': {
		reviewer: 'signing-officer',
		checker: 'signing-officer',
		'signing-officer': null,
		counsel: 'signing-officer',
	},
	lister: {
		reviewer: 'secretary',
		checker: 'secretary',
		'signing-officer': 'secretary',
		counsel: 'secretary',
	},
	counsel: { reviewer: 'counsel', checker: 'counsel', 'signing-officer': 'counsel', counsel: null },
	stranger: { reviewer: null, checker: null, 'signing-officer': null, counsel: null },
}

const found = (hands: Hands) =>
	Object.fromEntries(
		Object.keys(TABLE).map((person) => [
			person,
			Object.fromEntries(
				(['reviewer', 'checker', 'signing-officer', 'counsel'] as const).map((hand) => {
					const judged = judgeSeparation(person, hand, hands)
					return [hand, judged.ok ? null : judged.reason.other]
				}),
			),
		]),
	)

test('drafter, head, reviewer, checker, signing officer and counsel of a matter are different persons, former ones too', () => {
	expect(found(HANDS)).toEqual(TABLE)
})

test('two-person review lets checker and signing officer be one, and nobody else', () => {
	expect(found({ ...HANDS, isTwoPersonReview: true })).toEqual({
		...TABLE,
		checker: { ...TABLE['checker'], 'signing-officer': null },
		signer: { ...TABLE['signer'], checker: null },
		'former-checker': { ...TABLE['former-checker'], 'signing-officer': null },
		'former-signer': { ...TABLE['former-signer'], checker: null },
	})
})

test('nobody signs the submission of what they drafted or uploaded', () => {
	expect(judgeHead('uploader', HANDS.drafterIds)).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'head', other: 'drafter' },
	})
	expect(judgeHead('head', HANDS.drafterIds)).toEqual({ ok: true, value: 'head' })
})

test('nobody who drafted, submitted, reviewed, checked, signed or advised lists a matter, in a two-person house neither', () => {
	for (const isTwoPersonReview of [false, true])
		for (const person of Object.keys(TABLE).filter((each) => !['stranger', 'lister'].includes(each)))
			expect(judgeSeparation(person, 'secretary', { ...HANDS, isTwoPersonReview }), person).toMatchObject({
				ok: false,
				reason: { code: 'not-separate', hand: 'secretary' },
			})
	for (const person of ['stranger', 'lister'])
		expect(judgeSeparation(person, 'secretary', HANDS)).toEqual({ ok: true, value: 'secretary' })
})

const FOR_CHECKER: Hands = { ...HANDS, asOne: [['checker', 'substitute']] }

test('who acted on a matter in the place of another is one person with them on it, and so is the other', () => {
	expect(judgeSeparation('substitute', 'signing-officer', FOR_CHECKER)).toMatchObject({
		reason: { code: 'not-separate', other: 'checker' },
	})
	const bySubstitute: Hands = { ...FOR_CHECKER, checkerId: 'substitute' }
	expect(judgeSeparation('checker', 'signing-officer', bySubstitute)).toMatchObject({
		reason: { other: 'checker' },
	})
	expect(judgeSeparation('substitute', 'checker', bySubstitute).ok).toBe(true)
	expect(judgeSeparation('stranger', 'signing-officer', bySubstitute).ok).toBe(true)
})

test('one person is also whoever stands in for one who stood in', () => {
	const chain: Hands = {
		...HANDS,
		asOne: [
			['second', 'third'],
			['reviewer', 'second'],
		],
	}
	expect(judgeSeparation('third', 'checker', chain)).toMatchObject({ reason: { other: 'reviewer' } })
})

test('while a delegation runs the two are one on every matter, before anything was done under it', () => {
	expect(judgeSeparation('stranger', 'signing-officer', HANDS, ['checker'])).toMatchObject({
		reason: { other: 'checker' },
	})
	expect(judgeSeparation('stranger', 'secretary', HANDS, ['signer'])).toMatchObject({
		reason: { other: 'signing-officer' },
	})
	expect(judgeHead('stranger', ['drafter'], ['drafter'])).toMatchObject({ reason: { other: 'drafter' } })
	expect(judgeHead('stranger', ['drafter'], ['head']).ok).toBe(true)
})

import { expect, test } from 'vitest'
import { type Assignable, judgeCounsel, judgeReviewer } from '#app/domain/permission/candidate.ts'
import type { Post } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'

const HANDS = {
	drafterIds: ['drafter'],
	headIds: ['head'],
	reviewerId: null,
	checkerId: 'checker',
	signerId: 'signer',
	formerCheckerIds: [],
	formerSignerIds: [],
	listerIds: [],
	counselIds: ['counsel'],
	formerReviewerIds: [],
	isTwoPersonReview: false,
	asOne: [],
}

const GOVERNMENT: Assignable = {
	organId: 'agriculture',
	unitId: 'planning',
	reviewOrganId: 'justice',
	reviewUnitId: null,
	hands: HANDS,
}

const DEPARTMENTAL: Assignable = {
	...GOVERNMENT,
	reviewOrganId: 'agriculture',
	reviewUnitId: 'legal',
}

function post(role: Role, organId: string, unitId: string | null = null): Post {
	return { id: `${role}-${organId}-${unitId}`, role, organId, unitId }
}

const atJustice = post('reviewer', 'justice', 'review')
const inLegalUnit = post('reviewer', 'agriculture', 'legal')

test.each([
	['a reviewer of the review body', GOVERNMENT, 'r', [atJustice], null],
	['somebody without the role', GOVERNMENT, 'r', [post('checker', 'justice', 'review')], 'not-in-role'],
	['a reviewer of another organ', GOVERNMENT, 'r', [post('reviewer', 'housing', 'legal')], 'not-in-role'],
	[
		'a reviewer who also has a post in the drafting organ',
		GOVERNMENT,
		'r',
		[atJustice, post('legal-unit', 'agriculture', 'legal')],
		'of-drafting-organ',
	],
	[
		'a reviewer who also has a post in the drafting unit',
		GOVERNMENT,
		'r',
		[atJustice, post('drafter', 'agriculture', 'planning')],
		'of-drafting-unit',
	],
	[
		'a reviewer whose unit is called as the drafting one, in another organ',
		GOVERNMENT,
		'r',
		[post('reviewer', 'justice', 'planning')],
		null,
	],
	['a reviewer of the department’s legal unit', DEPARTMENTAL, 'r', [inLegalUnit], null],
	[
		'a reviewer of another unit of the department',
		DEPARTMENTAL,
		'r',
		[post('reviewer', 'agriculture', 'x')],
		'not-in-role',
	],
	[
		'a reviewer of the legal unit who also drafts in the drafting unit',
		DEPARTMENTAL,
		'r',
		[inLegalUnit, post('drafter', 'agriculture', 'planning')],
		'of-drafting-unit',
	],
] as const)('as reviewer: %s', (_who, matter, personId, posts, problem) => {
	const answer = judgeReviewer({ personId, posts }, matter)
	expect(answer).toEqual(
		problem === null
			? { ok: true, value: 'reviewer' }
			: { ok: false, reason: { code: 'unfitting', field: 'personId', problem } },
	)
})

test.each(['drafter', 'head', 'checker', 'signer', 'counsel'] as const)(
	'no second hand for the %s',
	(personId) => {
		const other = personId === 'signer' ? 'signing-officer' : personId
		expect(judgeReviewer({ personId, posts: [atJustice] }, GOVERNMENT)).toEqual({
			ok: false,
			reason: { code: 'not-separate', hand: 'reviewer', other },
		})
	},
)

test('counsel may come from any organ but the drafting one', () => {
	expect(judgeCounsel({ personId: 'c', posts: [post('counsel', 'adviser-office')] }, GOVERNMENT)).toEqual({
		ok: true,
		value: 'counsel',
	})
	expect(
		judgeCounsel(
			{ personId: 'c', posts: [post('checker', 'justice'), post('counsel', 'adviser-office')] },
			GOVERNMENT,
		).ok,
	).toBe(true)
	expect(
		judgeCounsel({ personId: 'c', posts: [post('public-lawyer', 'housing', 'legal')] }, GOVERNMENT).ok,
	).toBe(true)
	expect(
		judgeCounsel({ personId: 'c', posts: [post('public-lawyer', 'agriculture', 'legal')] }, GOVERNMENT),
	).toMatchObject({
		reason: { problem: 'of-drafting-organ' },
	})
	expect(judgeCounsel({ personId: 'c', posts: [atJustice] }, GOVERNMENT)).toMatchObject({
		reason: { problem: 'not-in-role' },
	})
})

test('who drafted, signed or reviewed a matter is not its counsel', () => {
	const posts = [post('counsel', 'adviser-office')]
	for (const personId of ['drafter', 'head', 'checker'])
		expect(judgeCounsel({ personId, posts }, GOVERNMENT)).toEqual({
			ok: false,
			reason: { code: 'not-separate', hand: 'counsel', other: personId },
		})
})

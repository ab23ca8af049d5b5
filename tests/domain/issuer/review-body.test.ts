import { expect, test } from 'vitest'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import {
	type ReviewingOrgan,
	bodyThatReviews,
	judgeDesignation,
	reviewBodyFor,
} from '#app/domain/issuer/review-body.ts'

const JUSTICE: ReviewingOrgan = {
	id: 'justice',
	kind: 'review-body',
	legalUnitIds: ['in-house'],
	designatedId: null,
}
const FINANCE: ReviewingOrgan = {
	id: 'finance',
	kind: 'department',
	legalUnitIds: ['finance-legal'],
	designatedId: null,
}
const SPORTS: ReviewingOrgan = { id: 'sports', kind: 'department', legalUnitIds: [], designatedId: null }
const OTHER_BODY: ReviewingOrgan = { ...JUSTICE, id: 'centre', legalUnitIds: [] }
const DISTRICT = [JUSTICE, FINANCE, SPORTS]

/** A draft of an organ's ordinary unit, by a drafter of no other post. */
function draftOf(organId: string, unitId = 'ordinary') {
	return { organId, unitId, drafterPlaces: [{ organId, unitId }] }
}

function bodyOf(
	issuer: Issuer,
	drafting: ReturnType<typeof draftOf>,
	organs: readonly ReviewingOrgan[] = DISTRICT,
) {
	const body = reviewBodyFor(issuer, drafting, organs)
	return body.ok ? body.value : body.reason.problem
}

/** The district with one organ designated for another. */
function designating(organId: string, designatedId: string, organs = DISTRICT): ReviewingOrgan[] {
	return organs.map((organ) => (organ.id === organId ? { ...organ, designatedId } : organ))
}

const WHOLE_JUSTICE = { organId: 'justice', unitId: null }
const FINANCE_LEGAL = { organId: 'finance', unitId: 'finance-legal' }

test('L6: what the government issues or approves goes to its review body, from whichever organ', () => {
	for (const issuer of ['government', 'approved-by-government'] as const)
		for (const organ of ['finance', 'sports']) expect(bodyOf(issuer, draftOf(organ))).toEqual(WHOLE_JUSTICE)
})

test('L6: what an organ issues alone goes to its own legal unit, not to the justice bureau', () => {
	expect(bodyOf('own-organ', draftOf('finance'))).toEqual(FINANCE_LEGAL)
})

test('L6: an organ without a legal unit has its own documents reviewed by whom the district has designated', () => {
	expect(bodyOf('own-organ', draftOf('sports'), designating('sports', 'justice'))).toEqual(WHOLE_JUSTICE)
	expect(bodyOf('own-organ', draftOf('sports'), designating('sports', 'finance'))).toEqual(FINANCE_LEGAL)
	expect(bodyOf('own-organ', draftOf('sports'))).toBe('not-designated')
})

test('L6: the review body never reviews its own drafts, whoever issues them', () => {
	for (const issuer of ['government', 'approved-by-government', 'own-organ'] as const) {
		expect(bodyOf(issuer, draftOf('justice'))).toBe('not-designated')
		expect(bodyOf(issuer, draftOf('justice'), designating('justice', 'finance'))).toEqual(FINANCE_LEGAL)
	}
})

test('a legal unit does not review what it drafts itself; another one of its organ does, or the designated organ', () => {
	const itsOwn = draftOf('finance', 'finance-legal')
	expect(bodyOf('own-organ', itsOwn)).toBe('not-designated')
	expect(bodyOf('own-organ', itsOwn, designating('finance', 'justice'))).toEqual(WHOLE_JUSTICE)
	const two = [JUSTICE, { ...FINANCE, legalUnitIds: ['finance-legal', 'second'] }]
	expect(bodyOf('own-organ', itsOwn, two)).toEqual({ organId: 'finance', unitId: 'second' })
})

test('of several review bodies the designation says which, and none is taken by chance', () => {
	const two = [...DISTRICT, OTHER_BODY]
	expect(bodyOf('government', draftOf('finance'), two)).toBe('not-designated')
	expect(bodyOf('government', draftOf('finance'), designating('finance', 'centre', two))).toEqual({
		organId: 'centre',
		unitId: null,
	})
})

test('a district without a review body reviews nothing of the government', () => {
	expect(bodyOf('government', draftOf('finance'), [FINANCE, SPORTS])).toBe('no-review-body')
	expect(bodyOf('own-organ', draftOf('finance'), [FINANCE, SPORTS])).toEqual(FINANCE_LEGAL)
})

test.each([
	['the reviewing unit', 'own-organ', 'finance', { organId: 'finance', unitId: 'finance-legal' }, false],
	['another unit of the organ', 'own-organ', 'finance', { organId: 'finance', unitId: 'third' }, true],
	['any unit of a whole body', 'government', 'finance', { organId: 'justice', unitId: 'in-house' }, false],
] as const)('a drafter who also holds a post in %s', (_where, issuer, organ, place, isReviewed) => {
	const drafting = { ...draftOf(organ), drafterPlaces: [{ organId: organ, unitId: 'ordinary' }, place] }
	const body = bodyOf(issuer, drafting)
	expect(body === 'drafter-would-review').toBe(!isReviewed)
})

test('nobody reviews by a designation that leads nowhere: to an organ that is gone, without a legal unit, or to itself', () => {
	for (const designatedId of ['gone', 'sports', 'finance'])
		expect(
			bodyOf(
				'own-organ',
				draftOf('sports'),
				designating('sports', designatedId, [JUSTICE, { ...FINANCE, legalUnitIds: [] }, SPORTS]),
			),
		).toBe('not-designated')
})

test('a review body reviews as a whole, any other organ by its legal unit', () => {
	expect([JUSTICE, FINANCE, SPORTS].map((organ) => bodyThatReviews(organ))).toEqual([
		WHOLE_JUSTICE,
		FINANCE_LEGAL,
		null,
	])
})

test.each([
	['sports', 'finance', null],
	['justice', 'finance', null],
	['sports', null, null],
	['sports', 'sports', 'cannot-review'],
	['justice', 'justice', 'cannot-review'],
	['justice', 'sports', 'cannot-review'],
	['sports', 'gone', 'unknown-organ'],
	['gone', 'justice', 'unknown-organ'],
] as const)('for %s the district may designate %s: %s', (organId, designatedId, problem) => {
	const judged = judgeDesignation(organId, designatedId, DISTRICT)
	expect(judged.ok ? null : judged.reason.problem).toBe(problem)
})

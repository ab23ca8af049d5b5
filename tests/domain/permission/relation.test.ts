import { describe, expect, test } from 'vitest'
import {
	type Actor,
	type Post,
	type Relation,
	type Subject,
	RELATIONS,
} from '#app/domain/permission/relation.ts'

const post = (organId: string, unitId: string | null = null): Post => ({
	id: 'post',
	role: 'drafter',
	organId,
	unitId,
})

const actor = (personId: string): Actor => ({
	jurisdictionId: 'district',
	accountId: 'account',
	personId,
	name: '',
	posts: [],
})

const SUBJECT: Subject = {
	jurisdictionId: 'district',
	organId: 'agriculture',
	unitId: 'planning',
	reviewOrganId: 'justice',
	reviewUnitId: 'review',
	wasSubmitted: true,
	isWaiverAsked: true,
	reviewerId: 'reviewer',
	counselIds: ['counsel', 'lawyer'],
	askedCounselIds: ['asked'],
	agendaOrganIds: ['office', 'agriculture'],
	meetingOrganId: 'office',
	meetingChairId: 'chair',
	taskOrganIds: ['agriculture'],
}

/** The ties of a matter of one unit with another: who has which, by hand; every row names what is different in it. */
const ROWS: Record<Relation, [string, boolean, Post, string, Partial<Subject>][]> = {
	jurisdiction: [['everybody of the district', true, post('nowhere'), 'anybody', {}]],
	'own-organ': [
		['the organ of the meeting', true, post('office'), 'anybody', {}],
		['another organ', false, post('justice'), 'anybody', {}],
	],
	'meeting-organ': [
		['the organ that it was proposed to', true, post('office', 'secretariat'), 'anybody', {}],
		['another organ', false, post('agriculture', 'planning'), 'anybody', {}],
	],
	'holds-task': [
		['the unit that was given a task', true, post('agriculture'), 'anybody', {}],
		['another unit', false, post('office'), 'anybody', {}],
	],
	'account-of-system-administrator': [
		[
			'of a system administrator',
			true,
			post('nowhere'),
			'anybody',
			{ holderRoles: ['system-administrator'] },
		],
		[
			'of another administrator',
			false,
			post('nowhere'),
			'anybody',
			{ holderRoles: ['security-administrator'] },
		],
		['of nobody known', false, post('nowhere'), 'anybody', {}],
	],
	'account-of-administrator': [
		[
			'of a system administrator',
			true,
			post('nowhere'),
			'anybody',
			{ holderRoles: ['system-administrator'] },
		],
		['of a security one', true, post('nowhere'), 'anybody', { holderRoles: ['security-administrator'] }],
		['of an audit one', false, post('nowhere'), 'anybody', { holderRoles: ['audit-administrator'] }],
		['of a signing officer', false, post('nowhere'), 'anybody', { holderRoles: ['signing-officer'] }],
	],
	'account-in-own-organ': [
		['of the own organ', true, post('justice'), 'anybody', { holderOrganIds: ['office', 'justice'] }],
		['of another organ', false, post('justice'), 'anybody', { holderOrganIds: ['office'] }],
		['of nobody known', false, post('justice'), 'anybody', {}],
	],
	'chairs-meeting': [
		['the chair', true, post('nowhere'), 'chair', {}],
		['somebody else', false, post('office'), 'secretary', {}],
	],
	'drafting-unit': [
		['the unit itself', true, post('agriculture', 'planning'), 'anybody', {}],
		['another unit of the same organ', false, post('agriculture', 'market'), 'anybody', {}],
		['a unit of that name in another organ', false, post('housing', 'planning'), 'anybody', {}],
		['a post of the organ without a unit', false, post('agriculture'), 'anybody', {}],
	],
	'drafting-organ': [
		['any unit of the organ', true, post('agriculture', 'market'), 'anybody', {}],
		['another organ', false, post('housing', 'planning'), 'anybody', {}],
	],
	'review-body': [
		['the unit that reviews', true, post('justice', 'review'), 'anybody', {}],
		['another unit of the review body', false, post('justice', 'mediation'), 'anybody', {}],
		['a post of the review body without a unit', false, post('justice'), 'anybody', {}],
		[
			'any unit where the body as a whole reviews',
			true,
			post('justice', 'mediation'),
			'anybody',
			{ reviewUnitId: null },
		],
		['another review body', false, post('agriculture', 'review'), 'anybody', {}],
		['not who stepped back', false, post('justice', 'review'), 'recused', { recusedIds: ['recused'] }],
		['a colleague of theirs', true, post('justice', 'review'), 'anybody', { recusedIds: ['recused'] }],
		[
			'nobody while no review body is known',
			false,
			post('justice', 'review'),
			'anybody',
			{ reviewOrganId: null },
		],
	],
	'review-body-once-submitted': [
		['the unit that reviews', true, post('justice', 'review'), 'anybody', {}],
		['not before it was submitted', false, post('justice', 'review'), 'anybody', { wasSubmitted: false }],
		['another unit', false, post('justice', 'mediation'), 'anybody', {}],
	],
	'review-body-once-asked': [
		['the unit that was asked', true, post('justice', 'review'), 'anybody', { wasSubmitted: false }],
		['not before it was asked', false, post('justice', 'review'), 'anybody', { isWaiverAsked: false }],
		['another unit', false, post('justice', 'mediation'), 'anybody', {}],
	],
	'jurisdiction-once-submitted': [
		['everybody once it was submitted', true, post('nowhere'), 'anybody', {}],
		['nobody before', false, post('nowhere'), 'anybody', { wasSubmitted: false }],
	],
	'assigned-reviewer': [
		['the reviewer', true, post('justice', 'review'), 'reviewer', {}],
		['a colleague of theirs', false, post('justice', 'review'), 'colleague', {}],
		['the reviewer under a post of another body', false, post('housing', 'review'), 'reviewer', {}],
		['the reviewer under a post of another unit', false, post('justice', 'mediation'), 'reviewer', {}],
		['nobody while none is assigned', false, post('justice', 'review'), 'reviewer', { reviewerId: null }],
	],
	'assigned-counsel': [
		['the first counsel', true, post('nowhere'), 'counsel', {}],
		['the second', true, post('nowhere'), 'lawyer', {}],
		['another counsel', false, post('justice', 'review'), 'other', {}],
		['nobody while none is assigned', false, post('nowhere'), 'counsel', { counselIds: [] }],
	],
	'asked-counsel': [
		['counsel who have said nothing yet', true, post('nowhere'), 'asked', {}],
		['counsel who have said that they have no interest', false, post('nowhere'), 'counsel', {}],
		['nobody while none is assigned', false, post('nowhere'), 'asked', { askedCounselIds: [] }],
	],
	'asked-for-order': [
		['the leader who was asked', true, post('nowhere'), 'mayor', { orderLeaderIds: ['mayor'] }],
		['another leader', false, post('nowhere'), 'deputy', { orderLeaderIds: ['mayor'] }],
		['nobody while none is asked', false, post('nowhere'), 'mayor', {}],
	],
	'asked-leader': [
		['the leader who was asked', true, post('nowhere'), 'mayor', { askedLeaderIds: ['mayor'] }],
		['another leader', false, post('nowhere'), 'deputy', { askedLeaderIds: ['mayor'] }],
		['nobody while none is asked', false, post('nowhere'), 'mayor', {}],
	],
	'on-own-agenda': [
		['an organ that it was proposed to', true, post('office', 'secretariat'), 'anybody', {}],
		['another one that it was proposed to', true, post('agriculture'), 'anybody', {}],
		['an organ that it was not proposed to', false, post('justice'), 'anybody', {}],
	],
}

describe.each(Object.entries(ROWS))('%s', (relation, rows) => {
	test.each(rows)('%s: %s', (_name, expected, of, person, change) => {
		expect(RELATIONS[relation as Relation](actor(person), of, { ...SUBJECT, ...change })).toBe(expected)
	})
})

test('what a subject does not name is no tie of anybody', () => {
	const bare = { jurisdictionId: 'district' }
	const held = (Object.keys(ROWS) as Relation[]).filter((relation) =>
		RELATIONS[relation](actor('anybody'), post('justice', 'review'), bare),
	)
	expect(held).toEqual(['jurisdiction'])
	expect(
		RELATIONS['drafting-unit'](actor('anybody'), post('agriculture'), { ...bare, organId: 'agriculture' }),
	).toBe(false)
})

test('who stands in for somebody has no part in what either of the two has stepped back from', () => {
	const standsFor = { delegationId: 'd', personId: 'absent', name: '', startsOn: '', endsOn: '' }
	const place = { ...post('justice', 'review'), standsFor }
	const holds = (change: Partial<Subject>) =>
		RELATIONS['review-body'](actor('substitute'), place, { ...SUBJECT, ...change })
	expect(holds({})).toBe(true)
	expect(holds({ recusedIds: ['absent'] })).toBe(false)
	expect(holds({ recusedIds: ['substitute'] })).toBe(false)
	expect(holds({ recusedIds: ['another'] })).toBe(true)
})

test('no tie to a person is lent with a post: neither an assignment, nor a chair, nor what a leader was asked', () => {
	const standsFor = { delegationId: 'd', personId: 'reviewer', name: '', startsOn: '', endsOn: '' }
	const place = { ...post('justice', 'review'), standsFor }
	const subject = {
		...SUBJECT,
		meetingChairId: 'reviewer',
		askedLeaderIds: ['reviewer'],
		counselIds: ['reviewer'],
	}
	for (const relation of ['assigned-reviewer', 'assigned-counsel', 'chairs-meeting', 'asked-leader'] as const)
		expect(RELATIONS[relation](actor('substitute'), place, subject), relation).toBe(false)
})

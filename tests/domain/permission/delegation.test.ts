import { expect, test } from 'vitest'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import {
	type AskedDelegation,
	type Delegation,
	delegationStanding,
	judgeDelegation,
	mayConfirm,
} from '#app/domain/permission/delegation.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'

const TODAY = parsePlainDate('2026-11-23')

const MADE: Delegation = {
	id: 'made',
	role: 'checker',
	organId: 'justice',
	delegatorId: 'absent',
	substituteId: 'substitute',
	startsOn: '2026-11-23',
	endsOn: '2026-11-25',
	isConfirmed: true,
	withdrawnAt: null,
}

const ASKED: AskedDelegation = {
	id: 'asked',
	delegatorId: 'absent',
	post: { role: 'checker', organId: 'justice' },
	substituteId: 'substitute',
	substitutePosts: [{ role: 'checker', organId: 'justice' }],
	startsOn: '2026-11-24',
	endsOn: '2026-11-26',
}

test('a delegation runs on its days, both included, once it is confirmed, and ends by itself', () => {
	const on = (day: string, change: Partial<Delegation> = {}) =>
		delegationStanding({ ...MADE, ...change }, parsePlainDate(day))
	expect(on('2026-11-22')).toBe('coming')
	expect(on('2026-11-23')).toBe('running')
	expect(on('2026-11-25')).toBe('running')
	expect(on('2026-11-26')).toBe('over')
	expect(on('2026-11-24', { isConfirmed: null })).toBe('waiting')
	expect(on('2026-11-26', { isConfirmed: null })).toBe('lapsed')
	expect(on('2026-11-24', { isConfirmed: false })).toBe('declined')
	expect(on('2026-11-24', { withdrawnAt: new Date() })).toBe('withdrawn')
})

test.each<[string, Partial<AskedDelegation>, string]>([
	['a role that cannot be delegated', { post: { role: 'reviewer', organId: 'justice' } }, 'not-in-role'],
	['a substitute without the role', { substitutePosts: [] }, 'not-in-role'],
	[
		'a substitute with the role in another organ',
		{ substitutePosts: [{ role: 'checker', organId: 'agriculture' }] },
		'not-in-role',
	],
	[
		'a substitute with another role in the organ',
		{ substitutePosts: [{ role: 'signing-officer', organId: 'justice' }] },
		'not-in-role',
	],
	['oneself', { substituteId: 'absent' }, 'not-in-role'],
	['a day that has gone', { startsOn: '2026-11-22' }, 'day-not-ahead'],
	['an end before the beginning', { endsOn: '2026-11-23' }, 'before-start'],
])('it is refused for %s', (_what, change, problem) => {
	expect(judgeDelegation({ ...ASKED, ...change }, [], TODAY)).toMatchObject({ reason: { problem } })
})

test('of one role in one organ nobody is in two delegations on one day, so none is handed on', () => {
	const beside = (change: Partial<Delegation>) => judgeDelegation(ASKED, [{ ...MADE, ...change }], TODAY).ok
	expect(judgeDelegation(ASKED, [], TODAY).ok).toBe(true)
	expect(beside({})).toBe(false)
	expect(beside({ delegatorId: 'substitute', substituteId: 'third' })).toBe(false)
	expect(beside({ delegatorId: 'third', substituteId: 'absent' })).toBe(false)
	expect(beside({ delegatorId: 'third', substituteId: 'fourth' })).toBe(true)
	expect(beside({ isConfirmed: null })).toBe(false)
	expect(beside({ isConfirmed: false })).toBe(true)
	expect(beside({ withdrawnAt: new Date() })).toBe(true)
	expect(beside({ endsOn: '2026-11-23' })).toBe(true)
	expect(beside({ role: 'secretary' })).toBe(true)
	expect(beside({ organId: 'agriculture' })).toBe(true)
})

const actor = (role: Role, organId: string, personId = 'third', oneWith: string[] = []): Actor => ({
	jurisdictionId: 'district',
	accountId: '',
	personId,
	name: '',
	posts: [{ id: 'post', role, organId, unitId: null }],
	oneWith,
})

test('the lead confirms, for the lead and the head the organ’s head or a leader; never one of the two', () => {
	const may = (of: Role, who: Actor) => mayConfirm(who, { ...MADE, role: of })
	for (const role of ['checker', 'signing-officer'] as const) {
		expect(may(role, actor('review-lead', 'justice'))).toBe(true)
		expect(may(role, actor('department-head', 'justice'))).toBe(true)
		expect(may(role, actor('leader', 'leadership'))).toBe(false)
		expect(may(role, actor('review-lead', 'agriculture'))).toBe(false)
		expect(may(role, actor('checker', 'justice'))).toBe(false)
	}
	for (const role of ['review-lead', 'department-head', 'secretary'] as const) {
		expect(may(role, actor('review-lead', 'justice'))).toBe(false)
		expect(may(role, actor('department-head', 'justice'))).toBe(true)
		expect(may(role, actor('department-head', 'agriculture'))).toBe(false)
		expect(may(role, actor('leader', 'leadership'))).toBe(true)
	}
	for (const one of ['absent', 'substitute']) {
		expect(may('checker', actor('review-lead', 'justice', one))).toBe(false)
		expect(may('checker', actor('review-lead', 'justice', 'third', [one]))).toBe(false)
	}
})

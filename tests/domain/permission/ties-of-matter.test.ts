import { describe, expect, test } from 'vitest'
import type { MatterItemRecord } from '#app/domain/matter-record/agenda-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { handsOf } from '#app/domain/permission/hands-of-matter.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { isTurnOf, subjectOf, turnSubjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Actor, Post, Subject } from '#app/domain/permission/relation.ts'
import { day, matterRecord } from '#tests/support/sample-records.ts'

const assigned = (role: 'reviewer' | 'counsel', personId: string) => ({
	id: personId,
	role,
	personId,
	assignedAt: day(4),
})

const declared = (personId: string, hasInterest: boolean) => ({
	id: `d-${personId}`,
	assignmentId: personId,
	personId,
	hasInterest,
	words: null,
	declaredAt: day(5),
})

const item = (organId: string, state: MatterItemRecord['state']): MatterItemRecord => ({
	jurisdictionId: 'district',
	id: `item-of-${organId}`,
	organId,
	meetingId: null,
	matterId: 'matter',
	kind: 'decision',
	title: '',
	state,
	position: 0,
	deferrals: 0,
	presenter: null,
	minutes: null,
	proposedBy: 'head',
	postId: 'post',
	proposedAt: day(15),
	stateReason: null,
	listing: null,
	outcome: null,
	meeting: null,
})

const request = {
	id: 'request',
	versionId: 'version-0',
	contentSha256: '',
	reason: '',
	requestedBy: 'drafter',
	requestedAt: day(2),
	decision: null,
}

describe('the ties of a matter', () => {
	const rows: [string, Partial<MatterRecord>, Partial<Subject>][] = [
		[
			'its units and its reviewer',
			{ reviewUnitId: 'review' },
			{
				jurisdictionId: 'district',
				organId: 'agriculture',
				unitId: 'planning',
				reviewOrganId: 'justice',
				reviewUnitId: 'review',
				reviewerId: 'reviewer',
			},
		],
		['submitted once', {}, { wasSubmitted: true, isWaiverAsked: false }],
		['never submitted', { submittedAt: null }, { wasSubmitted: false }],
		['asked once about another text', { waiverRequests: [request] }, { isWaiverAsked: true }],
		[
			'counsel, not the reviewer, among those assigned',
			{
				assignments: [assigned('reviewer', 'reviewer'), assigned('counsel', 'c1'), assigned('counsel', 'c2')],
				interests: [declared('c1', false)],
			},
			{ counselIds: ['c1'], askedCounselIds: ['c2'], recusedIds: [] },
		],
		[
			'counsel with an interest, who are assigned no longer',
			{ interests: [declared('c3', true)] },
			{ counselIds: [], askedCounselIds: [], recusedIds: ['c3'] },
		],
		[
			'who stepped back, once that was granted',
			{
				recusals: [
					{ id: 'r1', personId: 'stepped-back', decision: 'granted' },
					{ id: 'r2', personId: 'stays', decision: 'declined' },
					{ id: 'r3', personId: 'waits', decision: null },
				],
			},
			{ recusedIds: ['stepped-back'] },
		],
		[
			'every organ that it was ever proposed to',
			{ agendaItems: [item('office', 'removed'), item('agriculture', 'proposed')] },
			{ agendaOrganIds: ['office', 'agriculture'] },
		],
	]
	test.each(rows)('%s', (_name, change, expected) => {
		expect(subjectOf(matterRecord(change))).toMatchObject(expected)
	})

	test('for its turn it belongs to the organ of its open item, the newest of them, and to none without one', () => {
		const meetingOf = (...items: MatterItemRecord[]) =>
			turnSubjectOf(matterRecord({ agendaItems: items })).meetingOrganId
		expect(meetingOf(item('office', 'proposed'))).toBe('office')
		expect(meetingOf(item('office', 'blocked'), item('agriculture', 'listed'))).toBe('agriculture')
		expect(meetingOf(item('office', 'notified'), item('agriculture', 'removed'))).toBe('office')
		expect(meetingOf(item('office', 'discussed'), item('office', 'postponed'))).toBeUndefined()
		expect(
			subjectOf(matterRecord({ agendaItems: [item('office', 'listed')] })).meetingOrganId,
		).toBeUndefined()
	})
})

describe('whose turn it is', () => {
	const post = (role: Post['role'], organId: string, unitId: string | null = null): Post => ({
		id: role,
		role,
		organId,
		unitId,
	})
	const actor = (personId: string, ...posts: Post[]): Actor => ({
		jurisdictionId: 'district',
		accountId: 'account',
		personId,
		name: '',
		posts,
	})
	const review = { act: 'opinion.sent-for-signature', role: 'reviewer', reason: 'in-review' } as const
	const accept = { act: 'matter.accepted', role: 'registrar', reason: 'came-in', personIds: null } as const

	test('a turn with names is that of those named, under a post that may do the act', () => {
		const named = { ...review, personIds: ['reviewer'] }
		const matter = matterRecord()
		expect(isTurnOf(actor('reviewer', post('reviewer', 'justice')), named, matter)).toBe(true)
		expect(isTurnOf(actor('reviewer', post('registrar', 'justice')), named, matter)).toBe(false)
		expect(isTurnOf(actor('other', post('reviewer', 'justice')), named, matter)).toBe(false)
		expect(
			isTurnOf(actor('reviewer', post('reviewer', 'justice')), { ...named, personIds: ['other'] }, matter),
		).toBe(false)
	})

	test('a turn without names is that of every holder of a fitting post', () => {
		expect(isTurnOf(actor('a', post('registrar', 'justice')), accept, matterRecord())).toBe(true)
		expect(isTurnOf(actor('b', post('registrar', 'housing')), accept, matterRecord())).toBe(false)
		const other = { ...actor('c', post('registrar', 'justice')), jurisdictionId: 'elsewhere' }
		expect(isTurnOf(other, accept, matterRecord())).toBe(false)
	})

	test('what the table does not give is refused by the name of the act, to strangers as to colleagues', () => {
		const refused = { ok: false, reason: { code: 'not-permitted', act: 'matter.accepted' } }
		const colleague = actor('a', post('drafter', 'agriculture', 'planning'))
		const stranger = { ...actor('b', post('registrar', 'justice')), jurisdictionId: 'elsewhere' }
		for (const asking of [colleague, stranger])
			expect(permit(asking, 'matter.accepted', subjectOf(matterRecord()))).toEqual(refused)
	})
})

describe('whose hands have been on a matter', () => {
	const nobody = {
		uploaderIds: [],
		submitterIds: [],
		checkerIds: [],
		signerIds: [],
		listerIds: [],
		assigned: [],
	}

	test('those that it names', () => {
		const matter = matterRecord({
			checkerId: 'checker',
			signerId: 'signer',
			assignments: [assigned('counsel', 'c1')],
		})
		expect(handsOf(matter, nobody)).toEqual({
			drafterIds: ['drafter'],
			headIds: ['head'],
			reviewerId: 'reviewer',
			formerReviewerIds: [],
			checkerId: 'checker',
			signerId: 'signer',
			formerCheckerIds: [],
			formerSignerIds: [],
			listerIds: [],
			counselIds: ['c1'],
			isTwoPersonReview: false,
			asOne: [],
		})
	})

	test('and everybody of before, each once', () => {
		const past = {
			uploaderIds: ['drafter', 'colleague'],
			submitterIds: ['head', 'former-head'],
			checkerIds: ['former-checker'],
			signerIds: ['former-signer'],
			listerIds: ['lister'],
			assigned: [
				assigned('reviewer', 'former-reviewer'),
				assigned('reviewer', 'reviewer'),
				assigned('counsel', 'c1'),
				assigned('counsel', 'former-counsel'),
			],
		}
		expect(handsOf(matterRecord({ assignments: [assigned('counsel', 'c1')] }), past)).toMatchObject({
			drafterIds: ['drafter', 'colleague'],
			headIds: ['head', 'former-head'],
			formerReviewerIds: ['former-reviewer'],
			formerCheckerIds: ['former-checker'],
			formerSignerIds: ['former-signer'],
			listerIds: ['lister'],
			counselIds: ['c1', 'former-counsel'],
		})
	})

	test('a matter that nobody has signed for yet has no head; two-person review is the review body’s own', () => {
		expect(handsOf(matterRecord({ headId: null }), nobody).headIds).toEqual([])
		const reviewOrgan = { name: '', shortName: '', twoPersonReview: true }
		expect(handsOf(matterRecord({ reviewOrgan }), nobody).isTwoPersonReview).toBe(true)
		expect(handsOf(matterRecord({ reviewOrgan: null }), nobody).isTwoPersonReview).toBe(false)
	})
})

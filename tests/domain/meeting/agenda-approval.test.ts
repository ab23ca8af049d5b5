import { expect, test } from 'vitest'
import { agendaDigest, approvalStanding } from '#app/domain/meeting/agenda-approval.ts'

const item = (id: string, position: number, contentSha256 = 'a', clearanceId = 'c') => ({
	id,
	kind: 'decision',
	title: '某事项',
	state: 'listed' as const,
	position,
	listing: { contentSha256, clearanceId },
})
const TWO = [item('one', 1), item('two', 2)]

test('another order, another text, another clearance, another item is another agenda; how the rows lie is not', () => {
	const digest = agendaDigest({ items: TWO })
	expect(agendaDigest({ items: [item('two', 2), item('one', 1)] })).toBe(digest)
	expect(agendaDigest({ items: [item('one', 2), item('two', 1)] })).not.toBe(digest)
	expect(agendaDigest({ items: [item('one', 1, 'b'), item('two', 2)] })).not.toBe(digest)
	expect(agendaDigest({ items: [item('one', 1)] })).not.toBe(digest)
	// The same words under another opinion: what the chair approved said 合法, and this one may not.
	expect(agendaDigest({ items: [item('one', 1, 'a', 'd'), item('two', 2)] })).not.toBe(digest)
	expect(agendaDigest({ items: [...TWO, { ...item('three', 3), state: 'proposed' }] })).toBe(digest)
})

const row = (isGiven: boolean | null, change = {}) => ({
	agendaSha256: agendaDigest({ items: TWO }),
	isGiven,
	approverId: 'chair',
	approverName: '高某某',
	fileSha256: null,
	signedOn: isGiven === null ? null : '2026-11-20',
	...change,
})
const stateOf = (...approvals: ReturnType<typeof row>[]) => approvalStanding({ items: TWO, approvals }).state

test('the newest word of the chair counts, for the agenda that it was about', () => {
	expect(stateOf()).toBe('none')
	expect(stateOf(row(null))).toBe('asked')
	expect(stateOf(row(null), row(true))).toBe('given')
	expect(stateOf(row(null), row(true), row(false))).toBe('returned')
	expect(stateOf(row(true, { agendaSha256: 'another' }))).toBe('lapsed')
})

test('an approval says how it was given', () => {
	const way = (change: object) => approvalStanding({ items: TWO, approvals: [row(true, change)] })
	expect(way({})).toMatchObject({ way: 'signed', on: '2026-11-20' })
	expect(way({ approverId: null, fileSha256: 'f' })).toMatchObject({ way: 'paper' })
})

import { expect, test } from 'vitest'
import { type StandingFacts, paperStanding } from '#app/domain/paper/paper-standing.ts'

const NOTHING: StandingFacts = {
	isRevoked: false,
	ended: null,
	isWithdrawn: false,
	isCancelled: false,
	hasLater: false,
}

test('a paper is in force until something ends it', () => {
	expect(paperStanding('opinion', NOTHING)).toBe('in-force')
	expect(paperStanding('opinion', { ...NOTHING, isRevoked: true })).toBe('revoked')
	expect(paperStanding('clearance', { ...NOTHING, ended: 'void' })).toBe('void')
	expect(paperStanding('clearance', { ...NOTHING, ended: 'consumed' })).toBe('used')
	expect(paperStanding('clearance', { ...NOTHING, ended: 'expired' })).toBe('expired')
	expect(paperStanding('acceptance-notice', { ...NOTHING, isWithdrawn: true })).toBe('withdrawn')
	expect(paperStanding('meeting-agenda', { ...NOTHING, isCancelled: true })).toBe('cancelled')
})

test('a later sheet of the same item replaces the earlier one; a second notice of acceptance replaces nothing', () => {
	expect(paperStanding('item-sheet', { ...NOTHING, hasLater: true })).toBe('replaced')
	expect(paperStanding('acceptance-notice', { ...NOTHING, hasLater: true })).toBe('in-force')
})

test('a revoked opinion stays revoked whatever became of its matter', () => {
	expect(paperStanding('opinion', { ...NOTHING, isRevoked: true, isWithdrawn: true })).toBe('revoked')
})

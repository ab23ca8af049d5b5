import { expect, test } from 'vitest'
import { CLEARANCE_EFFECT, type Outcome, OUTCOMES } from '#app/domain/meeting/outcome.ts'
import {
	type RulingRecord,
	RULING_RESULTS,
	awaitedItem,
	earliestRuling,
	isPassed,
	referredItems,
} from '#app/domain/meeting/ruling.ts'
import { type Decided, issuableText } from '#app/domain/register/issuable-text.ts'

const RULED: RulingRecord = {
	body: 'party-committee',
	result: 'revise-and-resubmit',
	ruledOn: '2026-11-30',
	documentNumber: null,
	words: '修改后再报。',
	recordedBy: 'secretary',
	recordedAt: new Date('2026-11-30T02:00:00Z'),
}

const item = (id: string, outcome: Outcome | null, ruling: RulingRecord | null = null) => ({
	id,
	outcome: outcome && { outcome, ruling },
})

test('only what was referred waits for a ruling, and what was sent back and referred again waits for another', () => {
	for (const outcome of OUTCOMES.filter((each) => each !== 'other'))
		expect(awaitedItem({ agendaItems: [item('a', outcome)] })).toBeNull()
	expect(awaitedItem({ agendaItems: [item('a', null)] })).toBeNull()
	const again = { agendaItems: [item('a', 'other', RULED), item('b', 'deferred'), item('c', 'other')] }
	expect(awaitedItem(again)?.id).toBe('c')
	expect(referredItems(again).map(({ id }) => id)).toEqual(['a', 'c'])
	expect(awaitedItem({ agendaItems: [item('a', 'other', RULED)] })).toBeNull()
})

const TEXT = { versionId: 'v1', contentSha256: 'a'.repeat(64) }
const DECIDED: Decided = {
	outcome: 'other',
	ruling: null,
	passed: { ...TEXT, clearanceId: 'c1' },
	checked: null,
	current: TEXT,
}

test.each([
	[null, false],
	['passed', true],
	['revise-and-resubmit', false],
	['not-passed', false],
] as const)(
	'H13 what was referred, with the ruling %s, is a text that may be issued: %s',
	(ruling, isIssuable) => {
		expect(isPassed('other', ruling)).toBe(isIssuable)
		const text = issuableText({ ...DECIDED, ruling })
		expect(text.ok).toBe(isIssuable)
		if (text.ok)
			expect(text.value).toEqual({ ...TEXT, restsOn: 'passed-from-above', clearanceId: 'c1', checkId: null })
		// The text is the one that was cleared and discussed, and no other.
		const other = { ...TEXT, versionId: 'v2' }
		expect(issuableText({ ...DECIDED, ruling, current: other }).ok).toBe(false)
		expect(issuableText({ ...DECIDED, ruling, passed: null }).ok).toBe(false)
	},
)

test('H13 a ruling passes nothing that the meeting has not referred', () => {
	for (const outcome of OUTCOMES.filter((each) => each !== 'other' && each !== 'passed'))
		expect(issuableText({ ...DECIDED, outcome, ruling: 'passed' }).ok, outcome).toBe(false)
	expect(issuableText({ ...DECIDED, outcome: 'passed' })).toMatchObject({ value: { restsOn: 'passed' } })
})

test('each result of a ruling settles the clearance, as the same outcome of a meeting does', () => {
	expect(RULING_RESULTS.map((result) => CLEARANCE_EFFECT[result])).toEqual(['consumed', 'void', 'consumed'])
	expect(CLEARANCE_EFFECT.other).toBe('kept')
})

const at = (time: string) => new Date(time)

test.each([
	// 09:00 on the 18th in Shanghai.
	['2026-12-18T01:00:00Z', null, '2026-12-18'],
	['2026-12-18T01:00:00Z', '2026-12-18T01:05:00Z', '2026-12-18'],
	// Entered on the day after, or met a day earlier than it was called for.
	['2026-12-18T01:00:00Z', '2026-12-19T01:00:00Z', '2026-12-18'],
	['2026-12-18T01:00:00Z', '2026-12-17T01:00:00Z', '2026-12-17'],
	// In the evening in UTC it is the next day in Shanghai.
	['2026-12-17T17:00:00Z', null, '2026-12-18'],
])('a meeting called for %s and held at %s may be ruled on from %s on', (startsAt, heldAt, day) => {
	expect(earliestRuling({ startsAt: at(startsAt), heldAt: heldAt === null ? null : at(heldAt) })).toBe(day)
})

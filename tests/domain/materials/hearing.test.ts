import { expect, test } from 'vitest'
import { hearingDefect } from '#app/domain/materials/hearing.ts'

const TODAY = '2026-11-23'
const DECISION = { tracks: ['government-decision'], issuer: 'government' } as const
const NORMATIVE = { tracks: ['normative-document'], issuer: 'government' } as const
const BOTH = { tracks: ['government-decision', 'normative-document'], issuer: 'government' } as const
const OF_DEPARTMENT = { tracks: ['normative-document'], issuer: 'own-organ' } as const
const CONTRACT = { tracks: ['government-contract'], issuer: 'government' } as const

const HELD = {
	...{ hearingCase: 'vital-interests', noticedOn: '2026-09-28', noticedAt: '区政府网站' },
	...{ participantsOn: '2026-10-09', participantsAt: '区政府网站', papersOn: '2026-10-21' },
	...{ hearingOn: '2026-10-28', presidedBy: '法制科', participants: 15, hasRecord: true, hasHandling: true },
}

test.each([DECISION, NORMATIVE, BOTH, OF_DEPARTMENT, CONTRACT])(
	'a hearing of which everything is stated in time lacks nothing: $tracks $issuer',
	(law) => {
		expect(hearingDefect(HELD, law, TODAY)).toBeNull()
	},
)

test('Decree 713 art. 16: 听证会材料应当于召开听证会7日前送达听证参加人, the first day not counted', () => {
	expect(hearingDefect({ ...HELD, papersOn: '2026-10-21' }, DECISION, TODAY)).toBeNull()
	expect(hearingDefect({ ...HELD, papersOn: '2026-10-22' }, DECISION, TODAY)).toBe('hearing-papers-late')
	expect(hearingDefect({ ...HELD, papersOn: undefined }, DECISION, TODAY)).toBe('hearing-papers-late')
})

test('Decree 713 art. 16: 听证参加人名单应当提前向社会公布', () => {
	for (const change of [
		{ participantsAt: undefined },
		{ participantsOn: undefined },
		{ participantsOn: '2026-10-28' },
	])
		expect(hearingDefect({ ...HELD, ...change }, DECISION, TODAY)).toBe('hearing-participants-unpublished')
})

test('规章制定程序条例 art. 16: 在举行听证会的30日前公布听证会的时间、地点和内容', () => {
	expect(hearingDefect({ ...HELD, noticedOn: '2026-09-28' }, NORMATIVE, TODAY)).toBeNull()
	expect(hearingDefect({ ...HELD, noticedOn: '2026-09-29' }, NORMATIVE, TODAY)).toBe('hearing-notice-short')
	// The decree asks only that it is published ahead.
	expect(hearingDefect({ ...HELD, noticedOn: '2026-09-29' }, DECISION, TODAY)).toBeNull()
	expect(hearingDefect({ ...HELD, noticedOn: '2026-10-28' }, DECISION, TODAY)).toBe('hearing-notice-short')
})

test('规章制定程序条例 art. 16 asks for no list of those taking part and no papers seven days before', () => {
	const facts = { ...HELD, participantsOn: undefined, participantsAt: undefined, papersOn: undefined }
	expect(hearingDefect(facts, NORMATIVE, TODAY)).toBeNull()
})

test('a decision that is a normative document as well owes the notice of the one and the papers of the other', () => {
	expect(hearingDefect({ ...HELD, noticedOn: '2026-09-29' }, BOTH, TODAY)).toBe('hearing-notice-short')
	expect(hearingDefect({ ...HELD, papersOn: '2026-10-22' }, BOTH, TODAY)).toBe('hearing-papers-late')
})

test('what a department issues itself, and contracts, take the days of the decree until the local rule is confirmed', () => {
	for (const law of [OF_DEPARTMENT, CONTRACT]) {
		expect(hearingDefect({ ...HELD, noticedOn: '2026-10-27' }, law, TODAY)).toBeNull()
		expect(hearingDefect({ ...HELD, papersOn: '2026-10-22' }, law, TODAY)).toBe('hearing-papers-late')
	}
})

test('听证会应当制作笔录, and what was done with the opinions is explained', () => {
	expect(hearingDefect({ ...HELD, hasRecord: false }, NORMATIVE, TODAY)).toBe('hearing-record-missing')
	expect(hearingDefect({ ...HELD, hasHandling: false }, NORMATIVE, TODAY)).toBe('hearing-handling-missing')
})

test('a hearing of tomorrow has not been held, and what nobody stated is not met', () => {
	expect(hearingDefect({ ...HELD, hearingOn: '2026-11-24' }, NORMATIVE, TODAY)).toBe('hearing-not-held')
	expect(hearingDefect({}, DECISION, TODAY)).toBe('hearing-not-held')
	expect(hearingDefect({ hearingOn: '2026-10-28' }, DECISION, TODAY)).toBe('hearing-unannounced')
})

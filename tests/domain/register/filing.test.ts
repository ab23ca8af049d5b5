import { expect, test } from 'vitest'
import { ISSUERS, type Issuer } from '#app/domain/issuer/issuer.ts'
import { TRACKS, type Track } from '#app/domain/matter/track.ts'
import { type FilingOrgan, filingsAfter, filingsOpen, filingsOwed } from '#app/domain/register/filing.ts'

const NORMATIVE: readonly Track[] = ['normative-document']
const UP_AND_CONGRESS: FilingOrgan[] = ['upper-government', 'peoples-congress']

test.each<[Issuer, readonly Track[], FilingOrgan[]]>([
	['government', NORMATIVE, UP_AND_CONGRESS],
	['approved-by-government', NORMATIVE, ['own-government']],
	['own-organ', NORMATIVE, ['own-government']],
	// A normative document that is a major decision too follows both regimes.
	['government', ['government-decision', 'normative-document'], UP_AND_CONGRESS],
	['own-organ', ['department-decision', 'normative-document'], ['own-government']],
])('37号 (十) what %s issues on the tracks %j is filed with %j', (issuer, tracks, organs) => {
	expect(filingsOwed({ issuer, tracks })).toEqual(organs)
})

test('37号 (十) what is no normative document is filed by nobody', () => {
	for (const issuer of ISSUERS)
		for (const track of TRACKS.filter((each) => each !== 'normative-document'))
			expect(filingsOwed({ issuer, tracks: [track] })).toEqual([])
})

test('what was filed with one organ is still owed to the other', () => {
	const matter = { issuer: 'government', tracks: NORMATIVE } as const
	expect(filingsOpen({ ...matter, filings: [] })).toEqual(UP_AND_CONGRESS)
	expect(filingsOpen({ ...matter, filings: [{ filedWith: 'peoples-congress' }] })).toEqual([
		'upper-government',
	])
	// With whom it need not be filed, a filing settles nothing.
	expect(filingsOpen({ ...matter, filings: [{ filedWith: 'own-government' }] })).toEqual(UP_AND_CONGRESS)
})

test('a document is done once nothing is left to file: at once where nothing is owed, else with the last filing', () => {
	const after = (
		state: 'issued' | 'filing',
		issuer: Issuer,
		tracks: readonly Track[],
		filed: FilingOrgan[],
	) => filingsAfter({ state, issuer, tracks, filings: filed.map((filedWith) => ({ filedWith })) })
	expect(after('issued', 'government', NORMATIVE, [])).toBe('owed')
	expect(after('issued', 'own-organ', NORMATIVE, [])).toBe('owed')
	expect(after('issued', 'government', ['government-decision'], [])).toBe('none')
	expect(after('filing', 'government', NORMATIVE, [])).toBe('owed')
	expect(after('filing', 'government', NORMATIVE, ['upper-government'])).toBe('none')
	expect(after('filing', 'own-organ', NORMATIVE, [])).toBe('none')
})

import { expect, test } from 'vitest'
import { ISSUERS, isOwnDocument, mayIssue } from '#app/domain/issuer/issuer.ts'
import type { Track } from '#app/domain/matter/track.ts'

test.each<[Track[], string[]]>([
	[['government-decision'], ['government']],
	[['government-decision', 'normative-document'], ['government']],
	[['department-decision'], ['approved-by-government', 'own-organ']],
	[
		['department-decision', 'normative-document'],
		['approved-by-government', 'own-organ'],
	],
	[['government-decision', 'department-decision'], []],
	[['normative-document'], [...ISSUERS]],
	[['government-contract'], [...ISSUERS]],
])('a major decision is issued by whoever its track names: %o by %o', (tracks, issuers) => {
	expect(ISSUERS.filter((issuer) => mayIssue(issuer, tracks))).toEqual(issuers)
})

test('only what the organ decides alone stays in its own house', () => {
	expect(ISSUERS.filter(isOwnDocument)).toEqual(['own-organ'])
})

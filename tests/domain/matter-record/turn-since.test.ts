import { expect, test } from 'vitest'
import { type DatedMatter, turnSince } from '#app/domain/matter-record/turn-since.ts'
import type { TurnReason } from '#app/domain/act/act.ts'
import { TURN_REASONS } from '#app/domain/review-workflow/turn.ts'
import { HASH, day, matterRecord } from '#tests/support/sample-records.ts'

const PROPOSED = {
	jurisdictionId: 'district',
	id: 'item',
	organId: 'office',
	meetingId: null,
	matterId: 'matter',
	kind: 'decision',
	title: '某事项',
	state: 'proposed',
	position: 0,
	deferrals: 0,
	presenter: null,
	minutes: null,
	proposedBy: 'head',
	postId: 'heads-post',
	proposedAt: day(12),
	stateReason: null,
	meeting: null,
	outcome: null,
	listing: null,
} as const

const ASKED = {
	id: 'consent',
	agendaItemId: 'item',
	contentSha256: HASH,
	title: '青禾区农作物秸秆综合利用管理办法',
	isGiven: null,
	leaderId: 'leader',
	leaderName: '区领导',
	signedOn: null,
	words: '',
	fileName: null,
	fileSha256: null,
	mediaType: null,
	recordedAt: day(14),
} as const

const ORDER = {
	id: 'order',
	step: 'asked',
	versionId: 'version-1',
	contentSha256: HASH,
	title: null,
	leaderId: 'leader',
	leaderName: '区领导',
	words: '',
	ground: '',
	doneOn: null,
	recordedBy: 'head',
	recordedAt: day(2),
} as const

const CLEARED = { state: 'cleared', stateSince: day(10), agendaItems: [PROPOSED] } as const

/** Since when it is somebody's turn, by hand: what the record holds, and the day of November. */
const ROWS: [string, TurnReason, Partial<Parameters<typeof matterRecord>[0]>, number | null][] = [
	[
		'a leader is asked later than the matter was cleared',
		'consent-asked',
		{ ...CLEARED, consents: [ASKED] },
		14,
	],
	[
		'a leader is asked before the text is cleared',
		'consent-asked',
		{ ...CLEARED, stateSince: day(16), consents: [ASKED] },
		16,
	],
	['a proposal waits since it was made', 'in-the-pool', CLEARED, 12],
	[
		'a proposal made during the review waits since the clearance',
		'in-the-pool',
		{ ...CLEARED, stateSince: day(13) },
		13,
	],
	['the consent is missing since the proposal', 'consent-missing', CLEARED, 12],
	[
		'it is missing since it was refused',
		'consent-missing',
		{ ...CLEARED, consents: [{ ...ASKED, isGiven: false, recordedAt: day(15) }] },
		15,
	],
	[
		'an order waits since it was asked for, whatever state came after',
		'order-asked',
		{ emergency: [ORDER] },
		2,
	],
	['a state itself says since when', 'must-revise', { state: 'revising', stateSince: day(9) }, 9],
	['what the lists do not read is not made up', 'awaits-head', { awaitingHead: true }, null],
]

test.each(ROWS)('%s', (_what, reason, change, expected) => {
	expect(turnSince({ reason }, matterRecord(change))).toEqual(expected === null ? null : day(expected))
})

test('no reason is answered with a moment before the matter was opened', () => {
	const matter: DatedMatter = matterRecord({ ...CLEARED, consents: [ASKED] })
	for (const reason of TURN_REASONS) {
		const since = turnSince({ reason }, matter)
		expect(since === null || since >= day(1), reason).toBe(true)
	}
})

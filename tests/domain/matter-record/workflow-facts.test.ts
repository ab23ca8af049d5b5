import { describe, expect, test } from 'vitest'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import type { MatterFacts, TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import {
	clearanceRecord,
	counselRecord,
	day,
	declared,
	DISPOSED,
	HASH,
	itemRecord,
	materialRecord,
	matterRecord,
	opinionRecord,
	OTHER_HASH,
	recheckRecord,
	REVOKED,
	stepRecord,
	versionRecord,
} from '#tests/support/sample-records.ts'

const words = { zh: '', en: '' }
const MEASURES = {
	checklist: [
		{ code: 'explanation', tracks: ['normative-document'], name: words, ground: '', isRequired: true },
		{ code: 'list', tracks: ['normative-document'], name: words, ground: '', isRequired: true },
	],
	points: [{ code: 'competence', tracks: ['normative-document'], name: words, ground: '' }],
} as const

const facts = (change: Partial<MatterRecord> = {}) => factsOf(matterRecord(change), MEASURES)

const draft = (round: number, change: Partial<MatterRecord['opinionDrafts'][number]> = {}) => ({
	round,
	versionId: 'version-1',
	body: JSON.stringify({ items: [], points: [], steps: [], conclusion: null, summary: '' }),
	savedBy: 'reviewer',
	savedAt: day(5),
	frozenSha256: null,
	frozenAt: null,
	checkedBy: null,
	checkedAt: null,
	sentBackText: null,
	sentBackBy: null,
	...change,
})

const waiver = (versionId: string, decision: 'granted' | 'declined' | null) => ({
	id: `of-${versionId}`,
	versionId,
	contentSha256: HASH,
	reason: '',
	requestedBy: 'drafter',
	requestedAt: day(2),
	decision: decision && { decision, reason: '', decidedBy: 'registrar', decidedAt: day(3) },
})

const PAPER = { materialId: 'material-1' }
const UNSEEN = [{ codePoint: 'U+200B', count: 1 }]
const unseen = { currentVersion: versionRecord({ invisibleCharacters: UNSEEN }) }
const second = {
	currentVersion: versionRecord({ id: 'version-2', versionNo: 2 }),
	currentVersionId: 'version-2',
}

const ROWS: [string, Partial<MatterRecord>, Partial<MatterFacts>][] = [
	[
		'a matter without a text',
		{ currentVersion: null, currentVersionId: null },
		{
			hasVersion: false,
			isVersionSubmittable: false,
			unseenCharacters: [],
			isTextAsCleared: false,
			isVersionNewSinceOpinion: false,
		},
	],
	['one with a sound text', {}, { hasVersion: true, isVersionSubmittable: true, hasTrack: true }],
	[
		'one with a text that is not',
		{ currentVersion: versionRecord({ isSound: false }) },
		{ isVersionSubmittable: false },
	],
	['no track', { tracks: [] }, { hasTrack: false, missingMaterials: 0 }],
	[
		'its flags',
		{ awaitingHead: true, awaitingSignature: true, changedAfterClearance: true, supplementFrom: 'reviewing' },
		{ awaitingHead: true, awaitingSignature: true, changedAfterClearance: true, supplementFrom: 'reviewing' },
	],
	['characters that nobody sees', unseen, { unseenCharacters: UNSEEN, isWaiverOpen: false }],
	[
		'which somebody was asked to let stand',
		{ ...unseen, waiverRequests: [waiver('version-1', null)] },
		{ unseenCharacters: UNSEEN, isWaiverOpen: true },
	],
	[
		'and did',
		{ ...unseen, waiverRequests: [waiver('version-1', 'granted')] },
		{ unseenCharacters: [], isWaiverOpen: false },
	],
	[
		'or did not',
		{ ...unseen, waiverRequests: [waiver('version-1', 'declined')] },
		{ unseenCharacters: UNSEEN, isWaiverOpen: false },
	],
	[
		'for another text that says nothing',
		{ ...unseen, waiverRequests: [waiver('version-0', 'granted'), waiver('version-0', null)] },
		{ unseenCharacters: UNSEEN, isWaiverOpen: false },
	],
	['papers that are missing', { materials: [materialRecord()] }, { missingMaterials: 1 }],
	[
		'papers that are all there, one as 不适用',
		{ materials: [materialRecord(), materialRecord({ item: 'list', kind: 'not-applicable' })] },
		{ missingMaterials: 0 },
	],
	[
		'steps: one of six answered, twice',
		{ stepAnswers: [stepRecord(PAPER), stepRecord({ id: 'answer-2', ...PAPER })] },
		{ unansweredSteps: 5 },
	],
	[
		'a step that was done without its paper is not answered',
		{ stepAnswers: [stepRecord()] },
		{ unansweredSteps: 6 },
	],
	[
		'of several supplements the last counts',
		{ supplements: [supplement(1, [null]), supplement(2, [null, day(5)])] },
		{ openSupplementItems: 1 },
	],
	['no supplement, nothing open', {}, { openSupplementItems: 0 }],
	['counsel must be heard', {}, { lacksCounselOpinion: true, hasCounselHold: false }],
	['and was', { counselOpinions: [counselRecord()] }, { lacksCounselOpinion: false }],
	['in another round', { round: 2, counselOpinions: [counselRecord()] }, { lacksCounselOpinion: true }],
	[
		'by somebody who declared an interest afterwards',
		{ counselOpinions: [counselRecord()], interests: [declared(counselRecord().personId, true, 5)] },
		{ lacksCounselOpinion: true },
	],
	['need not be', { tracks: [{ track: 'other-document' }] }, { lacksCounselOpinion: false }],
	[
		'counsel’s 不合法',
		{ counselOpinions: [counselRecord({ conclusion: 'unlawful' })] },
		{ hasCounselHold: true },
	],
	[
		'disposed of',
		{ counselOpinions: [counselRecord({ conclusion: 'unlawful', disposition: DISPOSED })] },
		{ hasCounselHold: false },
	],
	[
		'no working paper',
		{},
		{ isOpinionChecked: false, unansweredPoints: 1, unjudgedSteps: 0, hasConclusion: false },
	],
	['one that was checked', { opinionDrafts: [draft(1, { checkedAt: day(6) })] }, { isOpinionChecked: true }],
	['one that was not', { opinionDrafts: [draft(1)] }, { isOpinionChecked: false }],
	[
		'one that was checked in another round',
		{ round: 2, opinionDrafts: [draft(1, { checkedAt: day(6) }), draft(2)] },
		{ isOpinionChecked: false },
	],
	[
		'the working paper of this round counts',
		{
			round: 2,
			opinionDrafts: [
				draft(1),
				draft(2, {
					body: JSON.stringify({
						items: [],
						points: [{ point: 'competence', answer: 'in-order', note: '' }],
						steps: [],
						conclusion: 'lawful',
						summary: '',
					}),
				}),
			],
		},
		{ unansweredPoints: 0, hasConclusion: true },
	],
	[
		'a working paper judges the answers that stand',
		{ opinionDrafts: [draft(1)], stepAnswers: [stepRecord(), stepRecord({ id: 'answer-2' })] },
		{ unjudgedSteps: 1 },
	],
	[
		'no opinion',
		{},
		{
			hasOpinion: false,
			hasAdverseOpinion: false,
			unansweredItems: 0,
			unsettledItems: 0,
			isVersionNewSinceOpinion: true,
		},
	],
	[
		'a lawful one',
		{ opinions: [opinionRecord()] },
		{ hasOpinion: true, hasAdverseOpinion: false, isVersionNewSinceOpinion: false },
	],
	[
		'one that asks for changes',
		{ opinions: [opinionRecord({ conclusion: 'amend' })] },
		{ hasAdverseOpinion: true },
	],
	[
		'one that was revoked',
		{ opinions: [opinionRecord({ conclusion: 'amend', revocation: REVOKED })] },
		{ hasOpinion: false, hasAdverseOpinion: false },
	],
	[
		'one that was revoked in the second round',
		{
			round: 3,
			opinions: [
				opinionRecord({ conclusion: 'amend' }),
				opinionRecord({ id: 'o2', round: 2, revocation: REVOKED }),
			],
		},
		{ hasOpinion: false, hasAdverseOpinion: false },
	],
	[
		'items nobody has replied to',
		{ opinions: [opinionRecord({ items: [itemRecord(), itemRecord({ id: 'item-2', kind: 'advice' })] })] },
		{ unansweredItems: 2, unsettledItems: 1 },
	],
	[
		'items that were replied to',
		{
			opinions: [
				opinionRecord({
					items: [
						itemRecord({
							replies: [
								{
									id: 'r',
									answer: 'adopted',
									text: '',
									reason: null,
									repliedBy: 'drafter',
									repliedAt: day(11),
								},
							],
						}),
					],
				}),
			],
		},
		{ unansweredItems: 0 },
	],
	[
		'items as the newest re-check of this text found them, though nobody has signed it yet',
		{ ...withVerdict(), rechecks: [recheckRecord({ id: 'recheck-0' }), recheckRecord({ decision: null })] },
		{ unsettledItems: 0 },
	],
	[
		'not as one of another text did',
		{ ...withVerdict(), rechecks: [recheckRecord({ versionId: 'version-0' })] },
		{ unsettledItems: 1 },
	],
	[
		'not as an older one did',
		{ ...withVerdict(), rechecks: [recheckRecord(), recheckRecord({ id: 'recheck-2' })] },
		{ unsettledItems: 1 },
	],
	[
		'a newer text than the opinion’s',
		{ ...second, opinions: [opinionRecord()] },
		{ isVersionNewSinceOpinion: true },
	],
	[
		'one that a re-check has sent back',
		{
			...second,
			opinions: [opinionRecord()],
			rechecks: [recheckRecord({ versionId: 'version-2', result: 'failed', decision: null })],
		},
		{ isVersionNewSinceOpinion: false },
	],
	[
		'one that the signer has refused',
		{
			...second,
			opinions: [opinionRecord()],
			rechecks: [recheckRecord({ versionId: 'version-2', decision: 'refused' })],
		},
		{ isVersionNewSinceOpinion: false },
	],
	[
		'one whose predecessor was refused',
		{ ...second, opinions: [opinionRecord()], rechecks: [recheckRecord({ decision: 'refused' })] },
		{ isVersionNewSinceOpinion: true },
	],
	[
		'one that waits for its signature',
		{
			...second,
			opinions: [opinionRecord()],
			rechecks: [recheckRecord({ versionId: 'version-2', decision: null })],
		},
		{ isVersionNewSinceOpinion: true },
	],
	[
		'the text as it was cleared',
		{ clearances: [clearanceRecord()] },
		{ isTextAsCleared: true, isListed: false },
	],
	[
		'as it was cleared before last',
		{ clearances: [clearanceRecord(), clearanceRecord({ id: 'c2', contentSha256: OTHER_HASH })] },
		{ isTextAsCleared: false },
	],
	[
		'on an agenda',
		{
			live: {
				clearanceId: 'c',
				versionId: 'v',
				contentSha256: HASH,
				listing: {
					agendaItemId: 'i',
					meetingId: 'm',
					clearanceId: 'c',
					matterId: 'matter',
					versionId: 'v',
					contentSha256: HASH,
					listedAt: day(15),
				},
			},
		},
		{ isListed: true },
	],
	[
		'cleared and on none',
		{ live: { clearanceId: 'c', versionId: 'v', contentSha256: HASH, listing: null } },
		{ isListed: false },
	],
]

function supplement(number: number, answered: (Date | null)[]): MatterRecord['supplements'][number] {
	return {
		id: `s${number}`,
		number,
		requestedBy: 'registrar',
		requestedAt: day(4),
		answeredAt: null,
		items: answered.map((answeredAt, position) => ({
			position,
			what: '',
			reason: '',
			answer: null,
			answeredAt,
		})),
	}
}

function withVerdict(): Partial<MatterRecord> {
	const recheckItems = [{ recheckId: 'recheck-1', verdict: 'settled', note: '' } as const]
	return { opinions: [opinionRecord({ conclusion: 'amend', items: [itemRecord({ recheckItems })] })] }
}

describe('the facts that the workflow asks for', () => {
	test.each(ROWS)('%s', (_name, change, expected) => {
		expect(facts(change)).toMatchObject(expected)
	})
})

test('the turn is read from the same facts, for every row', () => {
	const shared = [
		'awaitingHead',
		'awaitingSignature',
		'changedAfterClearance',
		'isWaiverOpen',
		'isTextAsCleared',
		'hasOpinion',
		'lacksCounselOpinion',
		'hasCounselHold',
		'isOpinionChecked',
	] as const
	for (const [name, change, expected] of ROWS) {
		const turn = turnFactsOf(matterRecord(change))
		for (const fact of shared)
			if (fact in expected) expect(turn[fact], `${name}: ${fact}`).toBe(expected[fact])
	}
})

const assigned = (role: 'reviewer' | 'counsel', personId: string) => ({
	id: personId,
	role,
	personId,
	assignedAt: day(4),
})

test.each<[string, Partial<MatterRecord>, Partial<TurnFacts>]>([
	[
		'nobody assigned',
		{},
		{ state: 'reviewing', reviewerId: 'reviewer', hasCounsel: false, counselWaiting: [], agenda: null },
	],
	[
		'a reviewer is no counsel',
		{ assignments: [assigned('reviewer', 'reviewer')] },
		{ hasCounsel: false, counselWaiting: [] },
	],
	[
		'counsel who have not signed in this round are waited for',
		{
			round: 2,
			assignments: [
				assigned('counsel', 'counsel'),
				assigned('counsel', 'c2'),
				assigned('counsel', 'says-nothing'),
			],
			interests: [declared('counsel', false, 5), declared('c2', false, 5)],
			counselOpinions: [counselRecord({ round: 1, personId: 'c2' }), counselRecord({ round: 2 })],
		},
		{ hasCounsel: true, counselAsked: ['says-nothing'], counselWaiting: ['c2'], lacksSuccessor: false },
	],
	[
		'counsel with an interest have no successor while nobody was assigned since',
		{ assignments: [assigned('counsel', 'c2')], interests: [declared('counsel', true, 5)] },
		{ hasCounsel: true, lacksSuccessor: true },
	],
	[
		'they have one once somebody was',
		{ assignments: [assigned('counsel', 'c2')], interests: [declared('counsel', true, 3)] },
		{ lacksSuccessor: false },
	],
	[
		'they have none where only they themselves were heard before they said so',
		{ interests: [declared('c2', true, 5)], counselOpinions: [counselRecord({ personId: 'c2' })] },
		{ lacksSuccessor: true },
	],
	[
		'and need none where another counsel was heard',
		{ interests: [declared('c2', true, 5)], counselOpinions: [counselRecord()] },
		{ lacksSuccessor: false },
	],
])('%s', (_name, change, expected) => {
	expect(turnFactsOf(matterRecord(change))).toMatchObject(expected)
})

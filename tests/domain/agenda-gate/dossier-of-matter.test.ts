import { describe, expect, test } from 'vitest'
import type { Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { dossierOf } from '#app/domain/agenda-gate/dossier-of-matter.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { Hands } from '#app/domain/permission/separation.ts'
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
	versionRecord,
} from '#tests/support/sample-records.ts'

const HANDS: Hands = {
	drafterIds: ['drafter'],
	headIds: ['head'],
	reviewerId: 'reviewer',
	formerReviewerIds: [],
	checkerId: 'checker',
	signerId: 'signer',
	formerCheckerIds: [],
	formerSignerIds: [],
	listerIds: [],
	counselIds: ['counsel'],
	isTwoPersonReview: false,
	asOne: [],
}

const NAMES: Readonly<Record<string, string>> = { signer: '周某某', former: '吴某某' }

function dossier(change: Partial<MatterRecord>, hands: Partial<Hands> = {}): Dossier {
	return dossierOf(matterRecord(change), {
		governmentOfficeIds: ['office'],
		alteredParts: [],
		now: day(20),
		hands: { ...HANDS, ...hands },
		nameOf: (personId) => NAMES[personId] ?? '',
		laws: { changed: [], reaches: null },
		proof: { isSignatureGood: true, isInTrail: true, isLawConfirmed: true },
	})
}

/** A verdict of a re-check on an item. */
const verdict = (recheckId: string, said: 'settled' | 'unsettled' | 'retained') => ({
	recheckId,
	verdict: said,
	note: '',
})
const withItem = (...recheckItems: ReturnType<typeof verdict>[]) => ({
	opinions: [opinionRecord({ conclusion: 'amend', items: [itemRecord({ recheckItems })] })],
})

describe('the conclusion and the items', () => {
	const rows: [string, Partial<MatterRecord>, Partial<Dossier>][] = [
		['no opinion, no conclusion', {}, { conclusion: null, isOpinionRevoked: false }],
		[
			'of two opinions the newer counts',
			{ opinions: [opinionRecord({ conclusion: 'amend' }), opinionRecord({ id: 'opinion-2', round: 2 })] },
			{ conclusion: 'lawful' },
		],
		[
			'once the newest is revoked none is in force, whatever an earlier round said',
			{
				opinions: [
					opinionRecord({ conclusion: 'lawful' }),
					opinionRecord({ id: 'opinion-2', round: 2, conclusion: 'amend', revocation: REVOKED }),
				],
			},
			{ conclusion: null, isOpinionRevoked: true },
		],
		[
			'a clearance of before the revocation does not stand in its place',
			{
				opinions: [opinionRecord({ revocation: REVOKED })],
				clearances: [clearanceRecord({ issuedAt: day(10) })],
			},
			{ isOpinionRevoked: true },
		],
		[
			'one of the same instant does not either',
			{
				opinions: [opinionRecord({ revocation: REVOKED })],
				clearances: [clearanceRecord({ issuedAt: REVOKED.revokedAt })],
			},
			{ isOpinionRevoked: true },
		],
		[
			'one that was issued since does',
			{
				opinions: [opinionRecord({ revocation: REVOKED })],
				clearances: [clearanceRecord({ issuedAt: day(13), opinionId: null })],
			},
			{ isOpinionRevoked: false },
		],
		[
			'合法 beside a point with a problem stands unbound',
			{ opinions: [opinionRecord({ points: [{ point: 'document-content', answer: 'problem' }] })] },
			{ unboundProblems: 1 },
		],
		[
			'a problem that a mandatory item cites is bound to it',
			{
				opinions: [
					opinionRecord({
						conclusion: 'amend',
						points: [{ point: 'document-no-coercion', answer: 'problem' }],
						items: [itemRecord()],
					}),
				],
			},
			{ unboundProblems: 0 },
		],
		[
			'one that only advice cites is not',
			{
				opinions: [
					opinionRecord({
						conclusion: 'amend',
						points: [{ point: 'document-no-coercion', answer: 'problem' }],
						items: [itemRecord({ kind: 'advice' })],
					}),
				],
			},
			{ unboundProblems: 1 },
		],
		[
			'an advisory item is not mandatory',
			{ opinions: [opinionRecord({ items: [itemRecord({ kind: 'advice' })] })] },
			{ openMandatoryItems: 0 },
		],
		['a mandatory item is open until a re-check', withItem(), { openMandatoryItems: 1 }],
		[
			'a signed re-check of this text settles it',
			{ ...withItem(verdict('recheck-1', 'settled')), rechecks: [recheckRecord()] },
			{ openMandatoryItems: 0 },
		],
		[
			'or retains it',
			{ ...withItem(verdict('recheck-1', 'retained')), rechecks: [recheckRecord()] },
			{ openMandatoryItems: 0 },
		],
		[
			'one that finds it not settled leaves it open',
			{ ...withItem(verdict('recheck-1', 'unsettled')), rechecks: [recheckRecord()] },
			{ openMandatoryItems: 1 },
		],
		[
			'one that was signed for another text settles nothing',
			{
				...withItem(verdict('recheck-1', 'settled')),
				rechecks: [recheckRecord({ contentSha256: OTHER_HASH })],
			},
			{ openMandatoryItems: 1 },
		],
		[
			'nor one that was refused',
			{ ...withItem(verdict('recheck-1', 'settled')), rechecks: [recheckRecord({ decision: 'refused' })] },
			{ openMandatoryItems: 1 },
		],
		[
			'nor one that nobody has decided on',
			{ ...withItem(verdict('recheck-1', 'settled')), rechecks: [recheckRecord({ decision: null })] },
			{ openMandatoryItems: 1 },
		],
		[
			'of two that count the newer one counts',
			{
				...withItem(verdict('recheck-1', 'settled'), verdict('recheck-2', 'unsettled')),
				rechecks: [recheckRecord(), recheckRecord({ id: 'recheck-2' })],
			},
			{ openMandatoryItems: 1 },
		],
		[
			'a verdict on another item settles nothing of this one',
			{
				opinions: [
					opinionRecord({
						items: [
							itemRecord({ recheckItems: [verdict('recheck-1', 'settled')] }),
							itemRecord({ id: 'item-2' }),
						],
					}),
				],
				rechecks: [recheckRecord()],
			},
			{ openMandatoryItems: 1 },
		],
	]
	test.each(rows)('%s', (_name, change, expected) => {
		expect(dossier(change)).toMatchObject(expected)
	})
})

describe('counsel', () => {
	const rows: [string, Partial<MatterRecord>, Partial<Dossier>][] = [
		['a normative document needs one', {}, { needsCounsel: true, counselOpinions: 0 }],
		['another paper does not', { tracks: [{ track: 'other-document' }] }, { needsCounsel: false }],
		['one of this round counts', { counselOpinions: [counselRecord()] }, { counselOpinions: 1 }],
		[
			'one of an earlier round does not, while no opinion is in force',
			{ round: 2, counselOpinions: [counselRecord({ round: 1 })] },
			{ counselOpinions: 0 },
		],
		[
			'where an opinion is in force, those of its round and since count',
			{
				round: 3,
				opinions: [opinionRecord({ round: 2 })],
				counselOpinions: [
					counselRecord({ round: 1 }),
					counselRecord({ round: 2 }),
					counselRecord({ round: 3 }),
				],
			},
			{ counselOpinions: 2 },
		],
		[
			'nobody was heard by an opinion whose author declared an interest afterwards (H3)',
			{
				counselOpinions: [counselRecord({ personId: 'c1' }), counselRecord({ personId: 'c2' })],
				interests: [declared('c1', false), declared('c1', true), declared('c2', false)],
			},
			{ counselOpinions: 1 },
		],
		[
			'the 不合法 of such a one still holds',
			{
				counselOpinions: [counselRecord({ personId: 'c1', conclusion: 'unlawful' })],
				interests: [declared('c1', true)],
			},
			{ counselOpinions: 0, undisposedHolds: 1 },
		],
		[
			'a 不合法 holds, of whichever round',
			{ round: 3, counselOpinions: [counselRecord({ round: 1, conclusion: 'unlawful' })] },
			{ undisposedHolds: 1, disposals: [] },
		],
		[
			'应当修改 holds nothing',
			{ counselOpinions: [counselRecord({ conclusion: 'amend' })] },
			{ undisposedHolds: 0 },
		],
		[
			'one that was disposed of holds no more, and says who disposed of it',
			{ counselOpinions: [counselRecord({ conclusion: 'unlawful', disposition: DISPOSED })] },
			{ undisposedHolds: 0, disposals: [{ signerName: '周某某', at: day(9) }] },
		],
	]
	test.each(rows)('%s', (_name, change, expected) => {
		expect(dossier(change)).toMatchObject(expected)
	})
})

describe('the clearance', () => {
	test('the newest is judged, with its proof and its signer’s name', () => {
		const clearances = [
			clearanceRecord({ id: 'old', number: '1号' }),
			clearanceRecord({ number: '2号', signedBy: 'former' }),
		]
		expect(dossier({ clearances }).clearance).toEqual({
			id: 'clearance-1',
			kind: 'reviewed',
			number: '2号',
			state: 'valid',
			versionNo: 1,
			contentSha256: HASH,
			signerName: '吴某某',
			issuedAt: day(10),
			expiresAt: null,
			isSignatureGood: true,
			isInTrail: true,
			isLawConfirmed: true,
			explanation: null,
		})
	})

	test('one without a standing counts as void, one without a proof as forged', () => {
		const matter = matterRecord({ clearances: [clearanceRecord({ standing: null })] })
		const judged = dossierOf(matter, {
			now: day(20),
			hands: HANDS,
			governmentOfficeIds: ['office'],
			nameOf: () => '',
			laws: { changed: [], reaches: null },
			proof: null,
			alteredParts: [],
		})
		expect(judged.clearance).toMatchObject({
			state: 'void',
			isSignatureGood: false,
			isInTrail: false,
			isLawConfirmed: false,
		})
		expect(dossier({}).clearance).toBeNull()
	})
})

describe('papers', () => {
	const rows: [string, Partial<MatterRecord>, Partial<Dossier>][] = [
		[
			'a paper newer than everything that was signed has changed',
			{ opinions: [opinionRecord()], materials: [materialRecord({ addedAt: day(11) })] },
			{ changedMaterials: 1 },
		],
		[
			'one of before has not',
			{ opinions: [opinionRecord()], materials: [materialRecord({ addedAt: day(10) })] },
			{ changedMaterials: 0 },
		],
		[
			'of an item only the newest entry counts',
			{
				opinions: [opinionRecord()],
				materials: [materialRecord({ addedAt: day(11) }), materialRecord({ addedAt: day(12) })],
			},
			{ changedMaterials: 1 },
		],
		[
			'a later re-check covers it',
			{
				opinions: [opinionRecord()],
				rechecks: [recheckRecord({ decidedAt: day(14) })],
				materials: [materialRecord({ addedAt: day(11) })],
			},
			{ changedMaterials: 0 },
		],
		[
			'one that was refused does not',
			{
				opinions: [opinionRecord()],
				rechecks: [recheckRecord({ decision: 'refused', decidedAt: day(14) })],
				materials: [materialRecord({ addedAt: day(11) })],
			},
			{ changedMaterials: 1 },
		],
		[
			'a later clearance covers it as well',
			{
				clearances: [clearanceRecord({ issuedAt: day(12) })],
				materials: [materialRecord({ addedAt: day(11) })],
			},
			{ changedMaterials: 0 },
		],
		[
			'where nothing was signed nothing has changed since',
			{ materials: [materialRecord()] },
			{ changedMaterials: 0 },
		],
	]
	test.each(rows)('%s', (_name, change, expected) => {
		expect(dossier(change)).toMatchObject(expected)
	})
})

describe('secrecy (H12)', () => {
	const file = { position: 0, role: 'main', name: '稿.docx', size: 1, sha256: HASH, mediaType: '' } as const
	const rows: [string, Partial<MatterRecord>, number][] = [
		[
			'公开 and 内部 are none',
			{
				currentVersion: versionRecord({
					files: [
						{ ...file, secrecy: 'public' },
						{ ...file, secrecy: 'internal' },
					],
				}),
				materials: [materialRecord()],
			},
			0,
		],
		[
			'a file of the text that is marked',
			{ currentVersion: versionRecord({ files: [{ ...file, secrecy: 'classified' }] }) },
			1,
		],
		['a paper that is marked', { materials: [materialRecord({ secrecy: 'classified' })] }, 1],
		[
			'one that was replaced by one that is not',
			{ materials: [materialRecord({ secrecy: 'classified' }), materialRecord({ id: 'material-2' })] },
			0,
		],
		[
			'a 不适用 has no marking',
			{ materials: [materialRecord({ kind: 'not-applicable', secrecy: null })] },
			0,
		],
		['no text, no marking', { currentVersion: null }, 0],
	]
	test.each(rows)('%s', (_name, change, classifiedFiles) => {
		expect(dossier(change).classifiedFiles).toBe(classifiedFiles)
	})
})

describe('hands (H10)', () => {
	const signed = { opinions: [opinionRecord()], clearances: [clearanceRecord()] }
	const rows: [string, Partial<MatterRecord>, Partial<Hands>, Dossier['clashes']][] = [
		['all apart', { ...signed, counselOpinions: [counselRecord()] }, {}, []],
		[
			'the reviewer drafted',
			signed,
			{ drafterIds: ['reviewer'] },
			[{ code: 'not-separate', hand: 'reviewer', other: 'drafter' }],
		],
		[
			'the checker signed the submission',
			signed,
			{ headIds: ['checker'] },
			[{ code: 'not-separate', hand: 'checker', other: 'head' }],
		],
		[
			'the signing officer once reviewed it',
			{ opinions: [opinionRecord()] },
			{ formerReviewerIds: ['signer'] },
			[{ code: 'not-separate', hand: 'signing-officer', other: 'reviewer' }],
		],
		[
			'who signed the clearance drafted',
			{ clearances: [clearanceRecord({ signedBy: 'drafter' })] },
			{ reviewerId: null, checkerId: null, signerId: null },
			[{ code: 'not-separate', hand: 'signing-officer', other: 'drafter' }],
		],
		[
			'counsel drafted',
			{ counselOpinions: [counselRecord({ personId: 'drafter' })] },
			{ reviewerId: null, checkerId: null, signerId: null },
			[{ code: 'not-separate', hand: 'counsel', other: 'drafter' }],
		],
		[
			'checker and signing officer in one person',
			{ opinions: [opinionRecord({ checkerId: 'signer' })] },
			{},
			[
				{ code: 'not-separate', hand: 'checker', other: 'signing-officer' },
				{ code: 'not-separate', hand: 'signing-officer', other: 'checker' },
			],
		],
		[
			'where two review',
			{ opinions: [opinionRecord({ checkerId: 'signer' })] },
			{ isTwoPersonReview: true },
			[],
		],
		[
			'or where they did when the opinion was signed',
			{ opinions: [opinionRecord({ checkerId: 'signer', isTwoPerson: true })] },
			{},
			[],
		],
		[
			'the hands of the opinion in force count, not those of the next round',
			{ opinions: [opinionRecord({ reviewerId: 'drafter' })] },
			{ checkerId: null, signerId: null },
			[{ code: 'not-separate', hand: 'reviewer', other: 'drafter' }],
		],
	]
	test.each(rows)('%s', (_name, change, hands, clashes) => {
		expect(dossier(change, hands).clashes).toEqual(clashes)
	})

	test('a request to step back is open until it is decided', () => {
		const recusal = (decision: 'granted' | 'declined' | null) => ({ id: 'r', personId: 'reviewer', decision })
		const count = (recusals: MatterRecord['recusals']) => dossier({ recusals }).openRecusals
		expect(count([])).toBe(0)
		expect(count([recusal(null), recusal('granted'), recusal('declined'), recusal(null)])).toBe(2)
	})
})

test('the rest comes from the matter as it is: tracks, version, hash and the instant', () => {
	expect(
		dossier({ tracks: [{ track: 'government-decision' }, { track: 'normative-document' }] }),
	).toMatchObject({
		now: day(20),
		tracks: ['government-decision', 'normative-document'],
		versionNo: 1,
		contentSha256: HASH,
	})
	expect(dossier({ currentVersion: null })).toMatchObject({ versionNo: null, contentSha256: null })
})

import type { ClearanceRecord } from '#app/domain/matter-record/agenda-records.ts'
import type { ConsentRecord } from '#app/domain/meeting/leader-consent.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type {
	CounselOpinionRecord,
	OpinionItemRecord,
	OpinionRecord,
	RecheckRecord,
	StepAnswerRecord,
} from '#app/domain/matter-record/opinion-records.ts'

/** An instant of the story, by its day in November 2026. */
export function day(number: number): Date {
	return new Date(`2026-11-${String(number).padStart(2, '0')}T02:00:00Z`)
}

export const HASH = 'a'.repeat(64)
export const OTHER_HASH = 'b'.repeat(64)

const VERSION: NonNullable<MatterRecord['currentVersion']> = {
	id: 'version-1',
	versionNo: 1,
	contentSha256: HASH,
	isSound: true,
	invisibleCharacters: [],
	confirmations: [],
	uploadedAt: day(2),
	files: [],
}

/** A matter in review with nothing on record but its text. */
const BARE: MatterRecord = {
	jurisdictionId: 'district',
	id: 'matter',
	caseNumber: '2026-0001',
	title: '青禾区农作物秸秆综合利用管理办法',
	state: 'reviewing',
	stateSince: day(3),
	round: 1,
	revision: 7,
	issuer: 'government',
	organId: 'agriculture',
	unitId: 'planning',
	drafterId: 'drafter',
	headId: 'head',
	reviewOrganId: 'justice',
	reviewUnitId: null,
	reviewerId: 'reviewer',
	checkerId: null,
	signerId: null,
	currentVersionId: 'version-1',
	supplementFrom: null,
	reasonCode: null,
	reasonText: null,
	awaitingHead: false,
	awaitingSignature: false,
	changedAfterClearance: false,
	dueOn: null,
	dueProvisional: false,
	openedAt: day(1),
	submittedAt: day(3),
	tracks: [{ track: 'normative-document' }],
	organ: { name: '青禾区农业农村局', shortName: '青农', twoPersonReview: false },
	reviewOrgan: { name: '青禾区司法局', shortName: '青司', twoPersonReview: false },
	unit: { name: '产业发展科' },
	currentVersion: VERSION,
	materials: [],
	consultations: [],
	stepAnswers: [],
	supplements: [],
	waiverRequests: [],
	deadlines: [],
	assignments: [],
	recusals: [],
	delegatedActs: [],
	counselReleases: [],
	interests: [],
	requests: [],
	opinionDrafts: [],
	opinions: [],
	counselOpinions: [],
	rechecks: [],
	clearances: [],
	agendaItems: [],
	consents: [],
	emergency: [],
	filings: [],
	live: null,
}

/** A matter's record with what a rule is about; everything else is bare. */
export function matterRecord(change: Partial<MatterRecord> = {}): MatterRecord {
	return { ...BARE, ...change }
}

/** Its current version with what a rule is about. */
export function versionRecord(
	change: Partial<NonNullable<MatterRecord['currentVersion']>>,
): NonNullable<MatterRecord['currentVersion']> {
	return { ...VERSION, ...change }
}

export function opinionRecord(change: Partial<OpinionRecord> = {}): OpinionRecord {
	return {
		jurisdictionId: 'district',
		id: 'opinion-1',
		round: 1,
		versionId: 'version-1',
		contentSha256: HASH,
		number: '青司审〔2026〕1号',
		conclusion: 'lawful',
		summary: '',
		reviewerId: 'reviewer',
		checkerId: 'checker',
		signerId: 'signer',
		isTwoPerson: false,
		signedAt: day(10),
		version: { versionNo: 1 },
		points: [],
		items: [],
		risk: null,
		revocation: null,
		...change,
	}
}

export const REVOKED = { reason: '有误', revokedBy: 'signer', revokedAt: day(12) }

export function itemRecord(change: Partial<OpinionItemRecord> = {}): OpinionItemRecord {
	return {
		id: 'item-1',
		position: 1,
		kind: 'must',
		anchor: 'art-3',
		place: '第三条',
		quote: '',
		problem: '与上位法不一致',
		ground: '行政许可法第十六条',
		suggestion: null,
		points: ['document-no-coercion'],
		replies: [],
		recheckItems: [],
		...change,
	}
}

export function recheckRecord(change: Partial<RecheckRecord> = {}): RecheckRecord {
	return {
		id: 'recheck-1',
		opinionId: 'opinion-1',
		versionId: 'version-1',
		contentSha256: HASH,
		kind: 'revision',
		result: 'proposed',
		note: '',
		reviewerId: 'reviewer',
		proposedAt: day(13),
		decision: 'signed',
		decisionText: null,
		decidedBy: 'signer',
		decidedAt: day(14),
		...change,
	}
}

export function clearanceRecord(change: Partial<ClearanceRecord> = {}): ClearanceRecord {
	return {
		jurisdictionId: 'district',
		id: 'clearance-1',
		matterId: 'matter',
		versionId: 'version-1',
		contentSha256: HASH,
		kind: 'reviewed',
		opinionId: 'opinion-1',
		number: '青司审通〔2026〕1号',
		signedBy: 'signer',
		postId: 'signers-post',
		issuedAt: day(10),
		expiresAt: null,
		explanation: null,
		keyId: 'key',
		signature: 'signature',
		standing: { state: 'valid' },
		version: { versionNo: 1 },
		lawConfirmations: [],
		...change,
	}
}

export function counselRecord(change: Partial<CounselOpinionRecord> = {}): CounselOpinionRecord {
	return {
		id: 'counsel-1',
		round: 1,
		versionId: 'version-1',
		personId: 'counsel',
		conclusion: 'lawful',
		text: '',
		signedAt: day(8),
		disposition: null,
		...change,
	}
}

export const DISPOSED = { text: '不采纳，理由如下', disposedBy: 'signer', disposedAt: day(9) }

export function stepRecord(change: Partial<StepAnswerRecord> = {}): StepAnswerRecord {
	return {
		id: 'answer-1',
		step: 'risk-assessment',
		answer: 'done',
		reason: null,
		facts: { conclusion: 'controllable', level: 'low', measures: '设过渡期。' },
		materialId: null,
		findings: [],
		recheckSteps: [],
		...change,
	}
}

export function materialRecord(
	change: Partial<MatterRecord['materials'][number]> = {},
): MatterRecord['materials'][number] {
	return {
		id: 'material-1',
		item: 'explanation',
		kind: 'file',
		reason: null,
		name: '起草说明.docx',
		size: 1,
		sha256: HASH,
		mediaType: 'text/plain',
		isViewable: true,
		secrecy: 'internal',
		addedBy: 'drafter',
		addedAt: day(2),
		...change,
	}
}

/** What was said of a leader's consent to the sample's text. */
export function consentRecord(change: Partial<ConsentRecord>): ConsentRecord {
	return {
		id: 'consent-1',
		agendaItemId: 'item-1',
		contentSha256: HASH,
		title: BARE.title,
		isGiven: null,
		leaderId: 'leader',
		leaderName: '高某某',
		signedOn: null,
		words: '',
		fileName: null,
		fileSha256: null,
		mediaType: null,
		recordedAt: day(12),
		...change,
	}
}

/** What a counsel said of their interest in the matter, on a day of November 2026. */
export const declared = (personId: string, hasInterest: boolean, on = 5) => ({
	id: `d-${personId}`,
	assignmentId: personId,
	personId,
	hasInterest,
	words: null,
	declaredAt: day(on),
})

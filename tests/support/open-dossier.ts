import type { ClearanceFacts, Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { type Step, type StepStanding, STEPS } from '#app/domain/materials/step.ts'

/** The instant at which the gate is asked. */
export const NOW = new Date('2026-11-23T01:30:00Z')
/** The hash of the text that it is about. */
export const HASH = 'a'.repeat(64)

/** A clearance that the gate takes. */
export const CLEARANCE: ClearanceFacts = {
	id: 'clearance-1',
	kind: 'reviewed',
	number: '青司审通〔2026〕1号',
	state: 'valid',
	versionNo: 2,
	contentSha256: HASH,
	signerName: '周某某',
	issuedAt: new Date('2026-11-20T02:00:00Z'),
	expiresAt: new Date('2027-05-20T09:30:00Z'),
	isSignatureGood: true,
	isInTrail: true,
	isLawConfirmed: true,
	explanation: null,
}

const FACTS: Record<Step, StepStanding['facts']> = {
	'fair-competition': {
		...{ conclusion: 'complies', reviewer: 'market-regulator', firstView: '符合。', heard: '区商会' },
		...{ reviewedBy: '区市场监管局', reviewedOn: '2026-10-01' },
	},
	'risk-assessment': {
		...{ conclusion: 'controllable', level: 'low', measures: '设过渡期。' },
		...{ assessedBy: '区农业农村局', assessedOn: '2026-10-01' },
	},
	'public-consultation': { from: '2026-09-01', to: '2026-10-01', hasAdoptionReport: true },
	hearing: {
		...{ hearingCase: 'vital-interests', noticedOn: '2026-09-01', noticedAt: '区政府网站' },
		...{ participantsOn: '2026-09-10', participantsAt: '区政府网站', papersOn: '2026-09-20' },
		...{ hearingOn: '2026-10-01', presidedBy: '区农业农村局', participants: 15 },
		...{ hasRecord: true, hasHandling: true },
	},
	'expert-argumentation': {
		...{ heldOn: '2026-10-01', way: 'meeting', conclusion: '可行。', hasAdoptionReport: true },
		people: [{ name: '郑某', field: '省农业大学', interest: 'none', opinion: 'written' }],
	},
	'department-consultation': { organs: '区财政局', hasDisagreement: false, isDisclosed: false },
}

/** A step that was done, and that the reviewer accepted. */
export function done(step: Step, facts: StepStanding['facts'] = {}): StepStanding {
	return { step, answer: 'done', reason: null, facts: { ...FACTS[step], ...facts }, verdict: 'confirmed' }
}

/** A dossier that opens the gate, every rule met. */
export const OPEN: Dossier = {
	now: NOW,
	tracks: ['government-decision'],
	versionNo: 2,
	contentSha256: HASH,
	isProposedRightly: true,
	issuer: 'government',
	clearance: CLEARANCE,
	conclusion: 'lawful',
	openMandatoryItems: 0,
	unboundProblems: 0,
	needsCounsel: true,
	counselOpinions: 1,
	undisposedHolds: 0,
	disposals: [],
	opinionNumber: '青司审〔2026〕3号',
	handNames: { reviewer: '承办人', checker: '复核人', signer: '签发人', counsel: '顾问' },
	recusals: 0,
	files: 3,
	steps: STEPS.map((step) => done(step)),
	clashes: [],
	openRecusals: 0,
	isOpinionRevoked: false,
	changedLaws: [],
	lawTableReaches: '2026-08-15',
	changedMaterials: 0,
	classifiedFiles: 0,
	alteredParts: [],
}

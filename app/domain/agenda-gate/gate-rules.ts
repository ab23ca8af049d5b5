import { isOwnDocument } from '#app/domain/issuer/issuer.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type Step, findStepDefect } from '#app/domain/materials/step.ts'
import { isDecision, mayNeedNoReview } from '#app/domain/matter/track.ts'
import type { Dossier } from './dossier.ts'
import type { Finding } from './finding.ts'
import { findingOfStep } from './step-finding.ts'

/** Who can mend an unmet rule. */
export type Mender = 'drafter' | 'reviewer' | 'signing-officer' | 'review-lead' | 'audit-administrator'

type GateRule = {
	readonly id: string
	readonly menders: readonly Mender[]
	readonly judge: (dossier: Dossier) => Finding
	/** Not a condition that a reader weighs: it is named only where it shuts the gate. */
	readonly isUnsaidWhenMet?: true
}

/**
 * The agenda gate, H1–H12 and H16 of the procedure, H17 and H18 of the product, in the order a reader should mend things. One line a rule. H4 (a paper of a
 * consultation or a countersigning stands for no review) is no rule of its own: H1 asks for the review itself, and those
 * papers are asked for by law (Decree 713 art. 13, 29).
 */
export const GATE_RULES = [
	// Decree 713 art. 25; 国办发〔2018〕37号 (六).
	{ id: 'H1', menders: ['drafter', 'reviewer', 'signing-officer'], judge: judgeClearance },
	// Decree 713 art. 25, 28; 国办发〔2018〕115号 (六).
	{ id: 'H2', menders: ['drafter', 'reviewer'], judge: judgeFindings },
	// 中办发〔2016〕30号: what counsel call unlawful may not be submitted.
	{ id: 'H3', menders: ['reviewer', 'signing-officer'], judge: judgeCounsel },
	// 公平竞争审查条例 art. 18; Decree 713 art. 29 (一).
	{ id: 'H5', menders: ['drafter', 'reviewer'], judge: judgeStep('fair-competition') },
	// A product rule: Decree 713 art. 24 forbids deciding on an uncontrollable risk, not discussing it.
	{ id: 'H6', menders: ['drafter', 'reviewer'], judge: judgeStep('risk-assessment') },
	// Decree 713 art. 15, 29 (二).
	{ id: 'H7', menders: ['drafter', 'reviewer'], judge: judgeStep('public-consultation') },
	// Decree 713 art. 16, 17; 规章制定程序条例 art. 16, 36.
	{ id: 'H18', menders: ['drafter', 'reviewer'], judge: judgeStep('hearing') },
	// Decree 713 art. 19–21, 29 (三).
	{ id: 'H8', menders: ['drafter', 'reviewer'], judge: judgeStep('expert-argumentation') },
	// Decree 713 art. 13.
	{ id: 'H9', menders: ['drafter', 'reviewer'], judge: judgeStep('department-consultation') },
	{ id: 'H10', menders: ['review-lead'], judge: judgeHands },
	{ id: 'H11', menders: ['signing-officer'], judge: judgeStanding },
	{ id: 'H12', menders: ['drafter'], judge: judgeSecrecy },
	// 国办发〔2018〕37号 (七); Decree 713 art. 30: whose meeting decides follows from who issues.
	{ id: 'H16', menders: ['drafter'], judge: judgeMeeting },
	// A product rule: what the others are judged on is what the acts in the trail have left.
	{ id: 'H17', menders: ['audit-administrator'], judge: judgeRecord, isUnsaidWhenMet: true },
] as const satisfies readonly GateRule[]

export type GateRuleId = (typeof GATE_RULES)[number]['id']

function judgeClearance({ clearance, contentSha256, versionNo, tracks }: Dossier): Finding {
	if (!clearance) return { status: 'unmet', fact: 'no-clearance' }
	if (!clearance.isSignatureGood || !clearance.isInTrail)
		return { status: 'unmet', fact: 'clearance-not-genuine' }
	if (clearance.contentSha256 !== contentSha256)
		return {
			status: 'unmet',
			fact: 'other-text-cleared',
			figures: { cleared: clearance.versionNo, current: versionNo ?? 0 },
		}
	if (clearance.state !== 'valid') return { status: 'unmet', fact: `clearance-${clearance.state}` }
	const figures = { number: clearance.number, version: clearance.versionNo }
	if (clearance.kind === 'reviewed') return { status: 'met', fact: 'cleared', figures }
	// Decree 713 art. 3 and 25 speak of decisions, 国办发〔2018〕115号 (三) of papers kept inside: a normative document is never exempt.
	const isForTrack = clearance.kind === 'out-of-scope' ? mayNeedNoReview(tracks) : isDecision(tracks)
	if (!isForTrack) return { status: 'unmet', fact: 'kind-not-for-track' }
	return {
		status: 'signed-fact',
		fact: clearance.kind,
		figures: { ...figures, signer: clearance.signerName },
	}
}

function judgeFindings(dossier: Dossier): Finding {
	// An opinion in force outweighs a later 不属审查范围: what was found wanting has no way round (Decree 713 art. 25).
	if (dossier.conclusion === 'unlawful') return { status: 'unmet', fact: 'found-unlawful' }
	if (dossier.unboundProblems > 0)
		return { status: 'unmet', fact: 'problems-unbound', figures: { points: dossier.unboundProblems } }
	if (dossier.openMandatoryItems > 0)
		return { status: 'unmet', fact: 'mandatory-items-open', figures: { items: dossier.openMandatoryItems } }
	if (isOutOfScope(dossier)) return outOfScope(dossier)
	if (dossier.conclusion === null) return { status: 'unmet', fact: 'no-opinion' }
	const figures = { opinion: dossier.opinionNumber ?? '' }
	if (dossier.conclusion === 'lawful') return { status: 'met', fact: 'found-lawful', figures }
	if (dossier.conclusion === 'risk-flagged') return { status: 'signed-fact', fact: 'risk-stated', figures }
	const explanation = dossier.clearance?.explanation
	if (explanation)
		return { status: 'signed-fact', fact: 'difference-retained', figures: { ...figures, explanation } }
	return { status: 'met', fact: 'amended', figures }
}

function judgeCounsel(dossier: Dossier): Finding {
	if (dossier.undisposedHolds > 0)
		return { status: 'unmet', fact: 'counsel-hold', figures: { holds: dossier.undisposedHolds } }
	if (isOutOfScope(dossier)) return outOfScope(dossier)
	if (dossier.counselOpinions === 0 && dossier.needsCounsel)
		return { status: 'unmet', fact: 'counsel-not-heard' }
	const disposal = dossier.disposals.at(-1)
	if (disposal)
		return { status: 'signed-fact', fact: 'counsel-hold-disposed', figures: { signer: disposal.signerName } }
	return dossier.counselOpinions > 0
		? { status: 'met', fact: 'counsel-heard', figures: { opinions: dossier.counselOpinions } }
		: { status: 'not-applicable', fact: 'counsel-not-required' }
}

function judgeStep(step: Step): (dossier: Dossier) => Finding {
	return (dossier) => {
		const standing = dossier.steps.find((candidate) => candidate.step === step)
		if (!standing) return { status: 'unmet', fact: 'step-unanswered' }
		const frame = { today: plainDateIn(dossier.now), issuer: dossier.issuer, tracks: dossier.tracks }
		const hasDefect = standing.answer === 'done' && findStepDefect(standing, frame) !== null
		if (!hasDefect && isOutOfScope(dossier)) return outOfScope(dossier)
		return findingOfStep(standing, frame, dossier.opinionNumber)
	}
}

function judgeHands({ clashes, openRecusals, recusals, handNames }: Dossier): Finding {
	const clash = clashes[0]
	if (clash)
		return { status: 'unmet', fact: 'hands-not-separate', figures: { hand: clash.hand, other: clash.other } }
	if (openRecusals > 0) return { status: 'unmet', fact: 'recusal-open', figures: { recusals: openRecusals } }
	return { status: 'met', fact: 'hands-separate', figures: { ...handNames, recusals } }
}

function judgeStanding(dossier: Dossier): Finding {
	const { clearance, isOpinionRevoked, changedMaterials, now } = dossier
	if (isOpinionRevoked) return { status: 'unmet', fact: 'opinion-revoked' }
	// Expiry is computed from the clock here, not left to the sweep that records it.
	if (clearance?.expiresAt && clearance.expiresAt.getTime() <= now.getTime())
		return { status: 'unmet', fact: 'clearance-expired' }
	if (changedMaterials > 0)
		return { status: 'unmet', fact: 'materials-changed', figures: { materials: changedMaterials } }
	return judgeLaw(dossier)
}

/** Whether the law behind the opinion still stands: by the table of statutes, or, without one, by the word of who signed. */
function judgeLaw({ clearance, changedLaws, lawTableReaches }: Dossier): Finding {
	if (changedLaws !== null)
		return changedLaws.length > 0
			? {
					status: 'unmet',
					fact: 'law-changed',
					figures: { laws: changedLaws.join('、'), reaches: lawTableReaches ?? '' },
				}
			: { status: 'met', fact: 'opinion-stands', figures: { reaches: lawTableReaches ?? '' } }
	if (!clearance?.isLawConfirmed) return { status: 'unverified', fact: 'law-not-verified' }
	return {
		status: 'signed-fact',
		fact: 'law-confirmed',
		mark: 'not-tested',
		figures: { signer: clearance.signerName, day: plainDateIn(clearance.issuedAt) },
	}
}

/** The word of whoever uploaded: nobody tests it (保密法 art. 13, 14). */
function judgeSecrecy({ classifiedFiles, files }: Dossier): Finding {
	if (classifiedFiles > 0)
		return { status: 'unmet', fact: 'classified-file', figures: { files: classifiedFiles } }
	return { status: 'signed-fact', fact: 'nothing-classified', figures: { files }, mark: 'declared' }
}

/** An item on the agenda of an organ that does not decide it would be decided by nobody who may. */
function judgeMeeting({ isProposedRightly, issuer }: Dossier): Finding {
	const isOwn = isOwnDocument(issuer)
	if (isProposedRightly === null) return { status: 'not-applicable', fact: 'not-proposed' }
	if (!isProposedRightly)
		return { status: 'unmet', fact: isOwn ? 'not-own-meeting' : 'not-government-meeting' }
	return { status: 'met', fact: isOwn ? 'own-meeting' : 'government-meeting' }
}

/** Rows that somebody changed past the product are no facts: nothing is judged on them. */
function judgeRecord({ alteredParts }: Dossier): Finding {
	if (alteredParts === null) return { status: 'unverified', fact: 'record-not-compared' }
	const [part] = alteredParts
	if (part) return { status: 'unmet', fact: `altered-${part}`, figures: { parts: alteredParts.length } }
	return { status: 'met', fact: 'record-answers' }
}

function isOutOfScope({ clearance }: Dossier): boolean {
	return clearance?.kind === 'out-of-scope' && clearance.state === 'valid'
}

function outOfScope({ clearance }: Dossier): Finding {
	return { status: 'signed-fact', fact: 'out-of-scope', figures: { signer: clearance?.signerName ?? '' } }
}

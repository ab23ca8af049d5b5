import type { StoredFacts } from '#app/domain/materials/step-facts.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { Conclusion, CounselConclusion, ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { FlaggedRisk } from '#app/domain/opinion/flagged-risk.ts'
import type { PointAnswer } from '#app/domain/opinion/opinion-body.ts'
import type { RecheckKind } from '#app/domain/opinion/recheck-kind.ts'
import type { RecheckResult } from '#app/domain/opinion/recheck.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'

/** A step's verdict: the reviewer confirms the drafter's answer or rejects it. */
export type StepVerdictRecord = { readonly verdict: 'confirmed' | 'rejected'; readonly note: string }

/** What the drafter said of one statutory step (H5–H9, H18), and what each opinion and re-check said of that answer. */
export type StepAnswerRecord = {
	readonly id: string
	readonly step: Step
	readonly answer: 'done' | 'not-applicable'
	readonly reason: string | null
	readonly facts: StoredFacts
	readonly materialId: string | null
	readonly findings: readonly (StepVerdictRecord & { readonly opinionId: string })[]
	readonly recheckSteps: readonly (StepVerdictRecord & { readonly recheckId: string })[]
}

export type StepsPart = { readonly stepAnswers: readonly StepAnswerRecord[] }

/** The reviewer's working paper of one round; `body` is JSON as it is hashed. */
export type OpinionDraftRecord = {
	readonly round: number
	readonly versionId: string
	readonly body: string
	readonly savedBy: string
	readonly savedAt: Date
	readonly frozenSha256: string | null
	readonly frozenAt: Date | null
	readonly checkedBy: string | null
	readonly checkedAt: Date | null
	readonly sentBackText: string | null
	readonly sentBackBy: string | null
}

export type DraftsPart = { readonly opinionDrafts: readonly OpinionDraftRecord[] }

/** The drafter's reply to one item (采纳情况); the newest counts. */
export type ReplyRecord = {
	readonly id: string
	readonly answer: ReplyAnswer
	readonly text: string
	readonly reason: string | null
	readonly repliedBy: string
	readonly repliedAt: Date
}

/** What a signed opinion answered to one review point. */
export type PointRecord = { readonly point: string; readonly answer: PointAnswer }

/** One item of a signed opinion, with the replies to it and what re-checks said of it. */
export type OpinionItemRecord = {
	readonly id: string
	readonly position: number
	readonly kind: ItemKind
	readonly anchor: string
	readonly place: string
	readonly quote: string
	readonly problem: string
	readonly ground: string
	readonly suggestion: string | null
	/** The review points that it cites. */
	readonly points: readonly string[]
	readonly replies: readonly ReplyRecord[]
	readonly recheckItems: readonly {
		readonly recheckId: string
		readonly verdict: RecheckVerdict
		readonly note: string
	}[]
}

/** A signed opinion (审查意见); it is never changed, and a revoked one stays on record. */
export type OpinionRecord = {
	readonly jurisdictionId: string
	readonly id: string
	readonly round: number
	readonly versionId: string
	readonly contentSha256: string
	readonly number: string
	readonly conclusion: Conclusion
	readonly summary: string
	readonly reviewerId: string
	readonly checkerId: string
	readonly signerId: string
	readonly isTwoPerson: boolean
	readonly signedAt: Date
	readonly version: { readonly versionNo: number }
	readonly points: readonly PointRecord[]
	readonly items: readonly OpinionItemRecord[]
	/** What it says of the risk that it flags; null of every other. */
	readonly risk: Omit<FlaggedRisk, 'isUnprohibited'> | null
	readonly revocation: {
		readonly reason: string
		readonly revokedBy: string
		readonly revokedAt: Date
	} | null
}

export type OpinionsPart = { readonly opinions: readonly OpinionRecord[] }

/** The signed opinion of a counsel on one version, and how the signing officer disposed of a 不合法 in it. */
export type CounselOpinionRecord = {
	readonly id: string
	readonly round: number
	readonly versionId: string
	readonly personId: string
	readonly conclusion: CounselConclusion
	readonly text: string
	readonly signedAt: Date
	readonly disposition: {
		readonly text: string
		readonly disposedBy: string
		readonly disposedAt: Date
	} | null
}

export type CounselPart = { readonly counselOpinions: readonly CounselOpinionRecord[] }

/** 复核: the reviewer's proposal on one revised version, and the signing officer's decision on it. */
export type RecheckRecord = {
	readonly id: string
	readonly opinionId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly kind: RecheckKind
	readonly result: RecheckResult
	readonly note: string
	readonly reviewerId: string
	readonly proposedAt: Date
	readonly decision: 'signed' | 'refused' | null
	readonly decisionText: string | null
	readonly decidedBy: string | null
	readonly decidedAt: Date | null
}

export type RechecksPart = { readonly rechecks: readonly RecheckRecord[] }

/** The opinion in force: the newest signed one. Once that is revoked none is, whatever an earlier round said. */
export function opinionInForce<Opinion extends { readonly revocation: unknown }>(matter: {
	readonly opinions: readonly Opinion[]
}): Opinion | null {
	const newest = matter.opinions.at(-1)
	return newest && newest.revocation === null ? newest : null
}

/** The rows that re-checks left, each with its re-check, in the order in which those were proposed. */
export function withRechecks<
	Row extends { readonly recheckId: string },
	Recheck extends { readonly id: string },
>(
	rows: readonly Row[],
	matter: { readonly rechecks: readonly Recheck[] },
): (Row & { readonly recheck: Recheck })[] {
	return matter.rechecks.flatMap((recheck) =>
		rows.filter((row) => row.recheckId === recheck.id).map((row) => ({ ...row, recheck })),
	)
}

import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { StepStanding } from '#app/domain/materials/step.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { RecordPart } from '#app/domain/matter-record/record-fault.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { NotSeparate } from '#app/domain/permission/separation.ts'
import type { ClearanceKind } from '#app/domain/review-workflow/clearance-machine.ts'
import type { ClearanceState } from '#app/domain/review-workflow/life-cycle-states.ts'

/** The latest clearance of a matter as the gate must know it. */
export type ClearanceFacts = {
	readonly id: string
	readonly kind: ClearanceKind
	readonly number: string
	readonly state: ClearanceState
	readonly versionNo: number
	readonly contentSha256: string
	readonly signerName: string
	readonly issuedAt: Date
	readonly expiresAt: Date | null
	/** The Ed25519 signature over the row holds, by the key that lives outside the database. */
	readonly isSignatureGood: boolean
	/** The trail has the entry of its issue. */
	readonly isInTrail: boolean
	/** Who signed it confirmed, by the trail, that the law behind it still stands. */
	readonly isLawConfirmed: boolean
	readonly explanation: string | null
}

/** Everything that the gate judges, about one matter at one instant, bound to one content hash. */
export type Dossier = {
	readonly now: Date
	readonly tracks: readonly Track[]
	readonly versionNo: number | null
	readonly contentSha256: string | null
	/** Whether the organ whose meeting it was proposed to decides it; null while it is proposed to none. */
	readonly isProposedRightly: boolean | null
	/** Who issues it: which meeting decides, and on what that rests. */
	readonly issuer: Issuer
	readonly clearance: ClearanceFacts | null
	readonly conclusion: Conclusion | null
	/** The number of the opinion in force. */
	readonly opinionNumber: string | null
	readonly openMandatoryItems: number
	/** Points with a problem that no 必须修改 item of the opinion cites, or that stand beside 合法. */
	readonly unboundProblems: number
	readonly needsCounsel: boolean
	readonly counselOpinions: number
	readonly undisposedHolds: number
	readonly disposals: readonly { readonly signerName: string; readonly at: Date }[]
	readonly steps: readonly StepStanding[]
	readonly clashes: readonly NotSeparate[]
	/** Who held which hand, by name; several counsel in one text. */
	readonly handNames: Readonly<Record<'reviewer' | 'checker' | 'signer' | 'counsel', string>>
	readonly openRecusals: number
	/** All requests for recusal that are on record. */
	readonly recusals: number
	readonly isOpinionRevoked: boolean
	/** The laws behind the opinion that have changed; null while no table of statutes says so: a fact nobody computes. */
	readonly changedLaws: readonly string[] | null
	/** The last day that the table of statutes knows of. */
	readonly lawTableReaches: string | null
	readonly changedMaterials: number
	readonly classifiedFiles: number
	/** The files whose uploader declared something of their secrecy. */
	readonly files: number
	/** The parts of the record whose rows are not as the trail left them; null while nobody has compared them. */
	readonly alteredParts: readonly RecordPart[] | null
}

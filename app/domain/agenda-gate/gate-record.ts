import type { ClearancesPart } from '#app/domain/matter-record/agenda-records.ts'
import type {
	AssignmentsPart,
	MaterialRecord,
	MatterRow,
	OrgansPart,
	RecusalsPart,
	TracksPart,
	VersionFileRecord,
	VersionRecord,
} from '#app/domain/matter-record/matter-record.ts'
import type {
	CounselOpinionRecord,
	OpinionItemRecord,
	OpinionRecord,
	RecheckRecord,
	StepAnswerRecord,
} from '#app/domain/matter-record/opinion-records.ts'

type Verdict<Row extends { readonly verdict: unknown }, Key extends keyof Row> = readonly Pick<
	Row,
	Key | 'verdict'
>[]

/** What the agenda gate judges of a matter's record; the record of an act has it all, an agenda loads no more. */
export type GateRecord = MatterRow &
	TracksPart &
	OrgansPart & {
		readonly currentVersion:
			| (Pick<VersionRecord, 'id' | 'versionNo' | 'contentSha256' | 'uploadedAt'> & {
					readonly files: readonly Omit<VersionFileRecord, 'mediaType'>[]
			  })
			| null
		readonly materials: readonly Pick<MaterialRecord, 'item' | 'kind' | 'secrecy' | 'addedAt'>[]
		readonly stepAnswers: readonly (Omit<StepAnswerRecord, 'findings' | 'recheckSteps'> & {
			readonly findings: Verdict<StepAnswerRecord['findings'][number], 'opinionId'>
			readonly recheckSteps: Verdict<StepAnswerRecord['recheckSteps'][number], 'recheckId'>
		})[]
		readonly opinions: readonly (Pick<
			OpinionRecord,
			'id' | 'round' | 'conclusion' | 'reviewerId' | 'checkerId' | 'signerId' | 'isTwoPerson' | 'signedAt'
		> & {
			readonly revocation: Pick<NonNullable<OpinionRecord['revocation']>, 'revokedAt'> | null
			readonly items: readonly (Pick<OpinionItemRecord, 'kind'> & {
				readonly recheckItems: Verdict<OpinionItemRecord['recheckItems'][number], 'recheckId'>
			})[]
		})[]
		readonly counselOpinions: readonly (Pick<CounselOpinionRecord, 'round' | 'personId' | 'conclusion'> & {
			readonly disposition: Pick<
				NonNullable<CounselOpinionRecord['disposition']>,
				'disposedBy' | 'disposedAt'
			> | null
		})[]
		readonly rechecks: readonly Pick<
			RecheckRecord,
			'id' | 'opinionId' | 'contentSha256' | 'decision' | 'decidedAt'
		>[]
	} & {
		readonly assignments: readonly Pick<AssignmentsPart['assignments'][number], 'role' | 'personId'>[]
	} & ClearancesPart &
	RecusalsPart

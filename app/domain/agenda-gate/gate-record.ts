import type { AgendaItemRow, ClearancesPart } from '#app/domain/matter-record/agenda-records.ts'
import type {
	AssignmentsPart,
	DelegatedActsPart,
	InterestsPart,
	MaterialsPart,
	MatterRow,
	OrgansPart,
	RecusalsPart,
	TextPart,
	TracksPart,
} from '#app/domain/matter-record/matter-record.ts'
import type {
	CounselPart,
	OpinionItemRecord,
	OpinionRecord,
	RechecksPart,
	StepsPart,
} from '#app/domain/matter-record/opinion-records.ts'

/** What the agenda gate judges of a matter's record; the record of an act has it all, an agenda loads no more. */
export type GateRecord = MatterRow &
	TracksPart &
	OrgansPart &
	TextPart &
	MaterialsPart &
	StepsPart &
	AssignmentsPart &
	DelegatedActsPart &
	RecusalsPart &
	InterestsPart &
	CounselPart &
	RechecksPart &
	ClearancesPart & {
		/** Whose meeting it was proposed to, and whether it still waits or stands there. */
		readonly agendaItems: readonly Pick<AgendaItemRow, 'state' | 'organId'>[]
		/** Opinions without their texts, of which an agenda shows nothing. */
		readonly opinions: readonly (Pick<
			OpinionRecord,
			| 'id'
			| 'round'
			| 'number'
			| 'conclusion'
			| 'reviewerId'
			| 'checkerId'
			| 'signerId'
			| 'isTwoPerson'
			| 'signedAt'
			| 'risk'
		> & {
			readonly revocation: Pick<NonNullable<OpinionRecord['revocation']>, 'revokedAt'> | null
			readonly points: OpinionRecord['points']
			readonly items: readonly Pick<OpinionItemRecord, 'kind' | 'points' | 'recheckItems'>[]
		})[]
	}

import { type AgendaItemRow, openItem } from '#app/domain/matter-record/agenda-records.ts'
import type {
	AssignmentRecord,
	InterestRecord,
	MatterRow,
	RecusalRecord,
} from '#app/domain/matter-record/matter-record.ts'
import { askedCounsel, declaredCounsel } from '#app/domain/matter-record/review-standing.ts'
import type { Turn } from '#app/domain/review-workflow/turn.ts'
import { permit } from './permit.ts'
import type { Actor, Subject } from './relation.ts'

/** What of a matter's record its ties to persons and organs are read from. */
export type TiedMatter = Pick<
	MatterRow,
	'jurisdictionId' | 'organId' | 'unitId' | 'reviewOrganId' | 'reviewUnitId' | 'submittedAt' | 'reviewerId'
> & {
	readonly waiverRequests: readonly unknown[]
	readonly assignments: readonly Pick<AssignmentRecord, 'id' | 'role' | 'personId'>[]
	readonly recusals: readonly Pick<RecusalRecord, 'personId' | 'decision'>[]
	readonly interests: readonly Pick<InterestRecord, 'assignmentId' | 'personId' | 'hasInterest'>[]
	readonly agendaItems: readonly Pick<AgendaItemRow, 'state' | 'organId'>[]
	readonly consents: readonly { readonly leaderId: string | null }[]
	readonly emergency: readonly { readonly leaderId: string }[]
}

/** The ties of a matter that permission asks for. */
export function subjectOf(matter: TiedMatter): Subject {
	return {
		jurisdictionId: matter.jurisdictionId,
		organId: matter.organId,
		unitId: matter.unitId,
		reviewOrganId: matter.reviewOrganId,
		reviewUnitId: matter.reviewUnitId,
		wasSubmitted: matter.submittedAt !== null,
		isWaiverAsked: matter.waiverRequests.length > 0,
		reviewerId: matter.reviewerId,
		counselIds: declaredCounsel(matter),
		askedCounselIds: askedCounsel(matter),
		recusedIds: [
			...matter.recusals.flatMap(({ personId, decision }) => (decision === 'granted' ? [personId] : [])),
			...matter.interests.flatMap(({ personId, hasInterest }) => (hasInterest ? [personId] : [])),
		],
		askedLeaderIds: matter.consents.flatMap(({ leaderId }) => leaderId ?? []),
		orderLeaderIds: matter.emergency.map(({ leaderId }) => leaderId),
		agendaOrganIds: matter.agendaItems.map((item) => item.organId),
	}
}

/** The same for whose turn it is: at its meeting a matter also belongs to the organ that it was proposed to. */
export function turnSubjectOf(matter: TiedMatter): Subject {
	const organId = openItem(matter)?.organId
	return organId ? { ...subjectOf(matter), meetingOrganId: organId } : subjectOf(matter)
}

/** Whether a turn is this actor's: named, or by a post that the permission table lets do the act. */
export function isTurnOf(actor: Actor, turn: Turn, matter: TiedMatter): boolean {
	if (turn.personIds && !turn.personIds.includes(actor.personId)) return false
	return permit(actor, turn.act, turnSubjectOf(matter)).ok
}

import type {
	AssignmentRecord,
	DelegatedActsPart,
	MatterRow,
	OrgansPart,
} from '#app/domain/matter-record/matter-record.ts'
import { assignedCounsel } from '#app/domain/matter-record/review-standing.ts'
import type { Hands } from './separation.ts'

/** Everybody who worked on a matter before: uploaders, heads who signed a submission, all who were ever assigned, who checked, signed and listed. */
export type PastHands = {
	readonly uploaderIds: readonly string[]
	readonly submitterIds: readonly string[]
	readonly checkerIds: readonly string[]
	readonly signerIds: readonly string[]
	readonly listerIds: readonly string[]
	/** Reviewers and counsel, those of today among them. */
	readonly assigned: readonly Pick<AssignmentRecord, 'role' | 'personId'>[]
}

type WorkedOn = DelegatedActsPart &
	Pick<MatterRow, 'drafterId' | 'headId' | 'reviewerId' | 'checkerId' | 'signerId'> & {
		readonly assignments: readonly Pick<AssignmentRecord, 'role' | 'personId'>[]
		readonly reviewOrgan: Pick<NonNullable<OrgansPart['reviewOrgan']>, 'twoPersonReview'> | null
	}

/** Everybody whose hand has been on a matter in any of its rounds (H10). */
export function handsOf(matter: WorkedOn, past: PastHands): Hands {
	const assigned = (role: AssignmentRecord['role']) =>
		past.assigned.filter((each) => each.role === role).map((each) => each.personId)
	return {
		drafterIds: [...new Set([matter.drafterId, ...past.uploaderIds])],
		headIds: [...new Set([...(matter.headId ? [matter.headId] : []), ...past.submitterIds])],
		reviewerId: matter.reviewerId,
		formerReviewerIds: assigned('reviewer').filter((personId) => personId !== matter.reviewerId),
		checkerId: matter.checkerId,
		signerId: matter.signerId,
		formerCheckerIds: past.checkerIds.filter((personId) => personId !== matter.checkerId),
		formerSignerIds: past.signerIds.filter((personId) => personId !== matter.signerId),
		listerIds: past.listerIds,
		counselIds: [...new Set([...assignedCounsel(matter), ...assigned('counsel')])],
		isTwoPersonReview: matter.reviewOrgan?.twoPersonReview ?? false,
		asOne: matter.delegatedActs.map(({ delegatorId, substituteId }) => [delegatorId, substituteId]),
	}
}

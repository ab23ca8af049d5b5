import type { OrganKind } from '#app/domain/account/organisation-kinds.ts'
import type { MeetingKind } from '#app/domain/meeting/meeting-kind.ts'
import { type Issuer, isOwnDocument } from './issuer.ts'

/** What of a matter says whose meeting decides it. */
export type Decided = { readonly issuer: Issuer; readonly organId: string }

/**
 * Whether a meeting of this organ decides the matter (国办发〔2018〕37号 (七); Decree 713 art. 30): of what the government
 * issues or approves, one that the government office prepares; of what an organ issues alone, its own.
 */
export function decides(
	meetingOrganId: string,
	{ issuer, organId }: Decided,
	governmentOfficeIds: readonly string[],
): boolean {
	return isOwnDocument(issuer) ? meetingOrganId === organId : governmentOfficeIds.includes(meetingOrganId)
}

/** The meetings that an organ prepares: the government office the government's, every other organ its own. */
export function meetingKindsOf(kind: OrganKind): readonly MeetingKind[] {
	return kind === 'government-office' ? ['standing', 'plenary', 'thematic'] : ['office']
}

import { type MatterState, ISSUING_STATES, PUBLIC_STATES } from '#app/domain/matter/matter-state.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** How a matter stands to the library: the document that it became, or that it is on its way there. */
export type Registration = {
	readonly document: { readonly id: string; readonly documentNumber: string } | null
	readonly isBeingIssued: boolean
}

const BEING_ISSUED: readonly MatterState[] = ISSUING_STATES
const PUBLIC: readonly MatterState[] = PUBLIC_STATES

/** What of a matter says whether its text stands in the library. */
type Matter = { readonly jurisdictionId: string; readonly id: string; readonly state: MatterState }

/** Whether the text of a matter that the actor reads stands in the library, or is on its way there. */
export async function registrationOf(
	shell: Shell,
	actor: Actor,
	{ jurisdictionId, id: matterId, state }: Matter,
): Promise<Registration> {
	const isBeingIssued = BEING_ISSUED.includes(state)
	if (!PUBLIC.includes(state) || !isPermitted(actor, 'register.read', { jurisdictionId }))
		return { document: null, isBeingIssued }
	const live = await shell.db.publishedDocumentLive.findUnique({
		where: { jurisdictionId_matterId: { jurisdictionId, matterId } },
		select: { documentId: true, documentNumber: true },
	})
	return {
		document: live && { id: live.documentId, documentNumber: live.documentNumber },
		isBeingIssued,
	}
}

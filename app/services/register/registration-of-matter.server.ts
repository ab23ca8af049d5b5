import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { registrableTexts } from './registrable-texts.server.ts'

/** How a matter that a meeting has passed stands to the register. */
export type Registration = {
	readonly document: { readonly id: string; readonly documentNumber: string } | null
	readonly mayRegister: boolean
}

/** Whether the text of a matter that the actor reads stands in the register, and whether they may register it. */
export async function registrationOf(shell: Shell, actor: Actor, matterId: string): Promise<Registration> {
	const { jurisdictionId } = actor
	const live = await shell.db.publishedDocumentLive.findUnique({
		where: { jurisdictionId_matterId: { jurisdictionId, matterId } },
		select: { documentId: true, documentNumber: true },
	})
	if (live && isPermitted(actor, 'register.read', { jurisdictionId }))
		return {
			document: { id: live.documentId, documentNumber: live.documentNumber },
			mayRegister: false,
		}
	const mayRegister = isPermitted(actor, 'document.registered', { jurisdictionId })
	const texts = mayRegister ? await registrableTexts(shell, shell.db, actor, matterId) : []
	return { document: null, mayRegister: texts.length > 0 }
}

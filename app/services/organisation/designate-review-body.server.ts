import { loadReviewingOrgans } from '#app/db/load-reviewing-organs.server.ts'
import { judgeDesignation } from '#app/domain/issuer/review-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

export type DesignationForm = { readonly organId: string; readonly designatedId: string | null }

/**
 * Writes down which organ the district has designated to review what another may not review itself; null ends it. What was submitted before stays with the body that it was sent to. Whoever reviews there holds a post that two
 * administrators granted.
 */
export async function designateReviewBody(
	shell: Shell,
	actor: Actor,
	key: string,
	form: DesignationForm,
): Promise<Result<Done<{ designationId: string }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: form }, 'review-body.designated', async (work) => {
		const { jurisdictionId } = work
		const { organId } = form
		const organs = await loadReviewingOrgans(work.tx, jurisdictionId)
		const designated = judgeDesignation(organId, form.designatedId, organs)
		if (!designated.ok) return designated
		const designationId = shell.newId()
		await work.tx.reviewDesignation.create({
			data: {
				jurisdictionId,
				id: designationId,
				organId,
				designatedId: designated.value,
				designatedBy: actor.personId,
				designatedAt: work.at,
			},
		})
		work.note({ organ: organId, designated: designated.value })
		return accept({ designationId })
	})
}

import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadReviewingOrgans } from '#app/db/load-reviewing-organs.server.ts'
import { judgeDesignation } from '#app/domain/issuer/review-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

export type DesignationForm = { readonly organId: string; readonly designatedId: string | null }

/**
 * Writes down which organ the district has designated to review what another may not review itself; null ends it. It
 * counts once a second administrator has confirmed it. What was submitted before stays with the body that it was sent to.
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
		const second = await loadHolders(work.tx, jurisdictionId, ['security-administrator'])
		work.tell({ personIds: second, matterId: null })
		return accept({ designationId })
	})
}

/** Confirms a designation or declines it (security administrator): never whoever made it, and once. */
export async function decideDesignation(
	shell: Shell,
	actor: Actor,
	key: string,
	{ designationId, isConfirmed }: { readonly designationId: string; readonly isConfirmed: boolean },
): Promise<Result<Done<{ designationId: string }>, Refusal>> {
	const act = isConfirmed ? 'designation.confirmed' : 'designation.declined'
	return commandOnJurisdiction(shell, actor, { key, body: { designationId } }, act, async (work) => {
		const { jurisdictionId } = work
		const made = await work.tx.reviewDesignation.findUnique({
			where: { jurisdictionId_id: { jurisdictionId, id: designationId } },
			include: { decision: true },
		})
		if (!made || made.decision)
			return refuse({ code: 'unfitting', field: 'designationId', problem: 'already-decided' })
		const { organId, designatedId, designatedBy } = made
		if (designatedBy === actor.personId)
			return refuse({ code: 'unfitting', field: 'designationId', problem: 'own-request' })
		if (isConfirmed) {
			const organs = await loadReviewingOrgans(work.tx, jurisdictionId)
			const fitting = judgeDesignation(organId, designatedId, organs)
			if (!fitting.ok) return fitting
		}
		const answer = { isConfirmed, decidedBy: actor.personId, decidedAt: work.at }
		await work.tx.reviewDesignationDecision.create({
			data: { jurisdictionId, designationId, designatedBy, ...answer },
		})
		work.note({ designation: designationId, organ: organId, designated: designatedId })
		work.tell({ personIds: [designatedBy], matterId: null })
		return accept({ designationId })
	})
}

import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { readBody } from '#app/domain/opinion/opinion-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { endLiveClearance } from '#app/services/clearance/end-clearance.server.ts'
import { openRound } from '#app/services/matter/open-round.server.ts'
import { writeDraft } from './save-opinion.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'

/**
 * [15] Revokes the opinion in force, in words. It stays on record; its clearance is void, its agenda item blocked,
 * and a new round begins with what the old opinion said, so that a correction does not start from nothing.
 */
export async function revokeOpinion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: { readonly reason: string; readonly password: string },
): Promise<Result<Done<{ round: number }>, Refusal>> {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const body = { reason: given.reason }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'opinion.revoked' }, async (work) => {
		const signed = await confirmSignature(work, isOwn)
		if (!signed.ok) return signed
		const opinion = opinionInForce(work.matter)
		if (!opinion) return refuse({ code: 'unfitting', field: 'opinion', problem: 'none-in-force' })
		const reason = readWords('reason', given.reason)
		if (!reason.ok) return reason
		await work.tx.opinionRevocation.create({
			data: {
				jurisdictionId: opinion.jurisdictionId,
				opinionId: opinion.id,
				reason: reason.value,
				revokedBy: actor.personId,
				postId: work.post.id,
				revokedAt: work.at,
			},
		})
		await endLiveClearance(work, 'clearance.voided', 'opinion-revoked')
		const round = await openRound(work, 'opinion-revoked')
		await takeUpAgain(work, opinion.round, round)
		work.note({ opinion: opinion.id, number: opinion.number, reason: reason.value, round })
		return accept({ round })
	})
}

async function takeUpAgain(work: MatterWork, from: number, round: number): Promise<void> {
	const draft = work.matter.opinionDrafts.find((each) => each.round === from)
	if (draft) await writeDraft(work, readBody(draft.body), round)
}

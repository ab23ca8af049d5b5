import { openWaiver } from '#app/domain/matter-record/current-text.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the intake may answer. */
export type WaiverAnswer = { readonly decision: 'granted' | 'declined'; readonly reason: string }

/**
 * The intake lets the invisible characters of exactly this version stand, or does not: by name, with a reason. Another
 * version, be it one character away, has to be asked about anew. Nobody answers about a text that they drafted or signed.
 */
export async function decideWaiver(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: WaiverAnswer,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const act = given.decision === 'granted' ? 'waiver.granted' : 'waiver.declined'
	return commandOnMatter(shell, actor, { ...order, body: { ...given } }, { act }, async (work) => {
		const apart = await checkSeparation(work, 'reviewer')
		if (!apart.ok && (apart.reason.other === 'drafter' || apart.reason.other === 'head')) return apart
		const reason = readWords('reason', given.reason)
		if (!reason.ok) return reason
		const request = openWaiver(work.matter)
		if (!request) throw new Error('the workflow asks for an open request')
		await work.tx.waiverDecision.create({
			data: {
				jurisdictionId: work.matter.jurisdictionId,
				requestId: request.id,
				decision: given.decision,
				reason: reason.value,
				decidedBy: actor.personId,
				postId: work.post.id,
				decidedAt: work.at,
			},
		})
		work.note({
			version: work.matter.currentVersion?.versionNo ?? null,
			contentSha256: request.contentSha256,
			words: reason.value,
		})
		work.tell({ personIds: [request.requestedBy], matterId: work.matter.id })
		return accept({ matterId: work.matter.id })
	})
}

import { UNSEEN_CHARACTERS } from '#app/domain/precheck/invisible-characters.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { findReviewBody } from '#app/services/organisation/find-review-body.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Asks the review body's intake to let the invisible characters of the current version stand, with a reason. From then
 * on its registrars may read the matter, which is not submitted yet: they have to look at what they are asked about.
 */
export async function requestWaiver(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	typedReason: string,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const body = { reason: typedReason }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'waiver.requested' }, async (work) => {
		const reason = readWords('reason', typedReason)
		if (!reason.ok) return reason
		const reviewBody = await findReviewBody(work.tx, work.matter)
		if (!reviewBody.ok) return reviewBody
		const { organId, unitId } = reviewBody.value
		const { jurisdictionId, id: matterId, currentVersion: version } = work.matter
		if (!version) throw new Error('a version has the characters')
		await work.tx.waiverRequest.create({
			data: {
				jurisdictionId,
				id: shell.newId(),
				matterId,
				versionId: version.id,
				contentSha256: version.contentSha256,
				characters: UNSEEN_CHARACTERS.write(work.facts.unseenCharacters),
				reason: reason.value,
				requestedBy: actor.personId,
				postId: work.post.id,
				requestedAt: work.at,
			},
		})
		work.change({ reviewOrganId: organId, reviewUnitId: unitId })
		work.note({
			version: version.versionNo,
			contentSha256: version.contentSha256,
			characters: work.facts.unseenCharacters.map((each) => ({ ...each })),
			words: reason.value,
		})
		return accept({ matterId })
	})
}

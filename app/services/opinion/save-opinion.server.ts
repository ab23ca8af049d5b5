import { currentDraft } from '#app/domain/matter-record/review-standing.ts'
import { type OpinionChange, changeOpinion } from '#app/domain/opinion/edit-opinion.ts'
import { type OpinionBody, EMPTY_OPINION, readBody, writeBody } from '#app/domain/opinion/opinion-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Saves one change to the reviewer's working paper, laid onto what is stored, so that two windows do not undo each
 * other. The matter's revision stays: a paper that saves itself must not make everybody else's page stale.
 */
export async function saveOpinion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	change: OpinionChange,
): Promise<Result<Done<{ savedAt: string }>, Refusal>> {
	const body = { ...change }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'opinion.saved' }, async (work) => {
		const { matter } = work
		const apart = await checkSeparation(work, 'reviewer')
		if (!apart.ok) return apart
		const draft = currentDraft(matter)
		if (draft?.frozenSha256) return refuse({ code: 'unfitting', field: 'body', problem: 'frozen' })
		const changed = changeOpinion(draft ? readBody(draft.body) : EMPTY_OPINION, change)
		if (!changed.ok) return changed
		await writeDraft(work, changed.value)
		work.change({ revision: matter.revision })
		work.note({ part: change.part, items: changed.value.items.length, conclusion: changed.value.conclusion })
		return accept({ savedAt: work.at.toISOString() })
	})
}

/** Writes the working paper of the present round, on the version that is there now. */
export async function writeDraft(
	work: MatterWork,
	body: OpinionBody,
	round = work.matter.round,
): Promise<void> {
	const { jurisdictionId, id: matterId, currentVersionId: versionId } = work.matter
	if (versionId === null) throw new Error(`matter ${matterId} is in review without a version`)
	const saved = {
		versionId,
		body: writeBody(body),
		savedBy: work.actor.personId,
		savedAt: work.at,
	}
	await work.tx.opinionDraft.upsert({
		where: { jurisdictionId_matterId_round: { jurisdictionId, matterId, round } },
		create: { jurisdictionId, matterId, round, ...saved },
		update: saved,
	})
}

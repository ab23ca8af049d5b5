import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { currentDraft } from '#app/domain/matter-record/review-standing.ts'
import { type Json, canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { type OpinionBody, readBody } from '#app/domain/opinion/opinion-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A working paper that is out for signature: its body, and the hash by which it is frozen. */
export type FrozenOpinion = {
	readonly body: OpinionBody
	readonly sha256: string
	readonly checkedBy: string | null
}

/** [14] Sends the opinion to be checked and signed: from here on its body is frozen by its hash. */
export async function sendOpinion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ sha256: string }>, Refusal>> {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: {} },
		{ act: 'opinion.sent-for-signature' },
		async (work) => {
			const { matter } = work
			const apart = await checkSeparation(work, 'reviewer')
			if (!apart.ok) return apart
			const draft = currentDraft(matter)
			if (!draft) return refuse({ code: 'unfitting', field: 'body', problem: 'missing' })
			// A supplement may have brought another text: the reviewer looks at it and saves before sending.
			if (draft.versionId !== matter.currentVersionId)
				return refuse({ code: 'unfitting', field: 'version', problem: 'changed' })
			const sha256 = bodyHash(draft.body)
			await changeDraft(work, {
				frozenSha256: sha256,
				frozenAt: work.at,
				checkedBy: null,
				checkedPostId: null,
				checkedAt: null,
				sentBackText: null,
				sentBackBy: null,
			})
			work.note({ body: sha256, version: matter.currentVersion?.contentSha256 ?? null })
			return accept({ sha256 })
		},
	)
}

/** The checker's word on the frozen opinion; nothing is signed without it. */
export async function checkOpinion(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<{ sha256: string }>, Refusal>> {
	return commandOnMatter(shell, actor, { ...order, body: {} }, { act: 'opinion.checked' }, async (work) => {
		const apart = await checkSeparation(work, 'checker')
		if (!apart.ok) return apart
		const frozen = frozenOpinion(work.matter)
		if (!frozen.ok) return frozen
		await changeDraft(work, { checkedBy: actor.personId, checkedPostId: work.post.id, checkedAt: work.at })
		work.change({ checkerId: actor.personId })
		work.note({ body: frozen.value.sha256 })
		return accept({ sha256: frozen.value.sha256 })
	})
}

/** Gives the opinion back to its reviewer, in words; the body is open again. */
export async function sendOpinionBack(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	typedWords: string,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const body = { words: typedWords }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'opinion.sent-back' }, async (work) => {
		const words = readWords('words', typedWords)
		if (!words.ok) return words
		await changeDraft(work, {
			frozenSha256: null,
			frozenAt: null,
			checkedBy: null,
			checkedPostId: null,
			checkedAt: null,
			sentBackText: words.value,
			sentBackBy: actor.personId,
		})
		work.note({ words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/** The frozen opinion of the present round; a body that is no longer the one that was frozen is refused. */
export function frozenOpinion(matter: MatterRecord): Result<FrozenOpinion, Refusal> {
	const draft = currentDraft(matter)
	if (!draft?.frozenSha256 || bodyHash(draft.body) !== draft.frozenSha256)
		return refuse({ code: 'unfitting', field: 'body', problem: 'not-as-frozen' })
	return accept({
		body: readBody(draft.body),
		sha256: draft.frozenSha256,
		checkedBy: draft.checkedBy,
	})
}

function bodyHash(body: string): string {
	const value: Json = JSON.parse(body)
	return sha256Hex(canonicalJson(value))
}

async function changeDraft(work: MatterWork, data: Prisma.OpinionDraftUncheckedUpdateInput): Promise<void> {
	const { jurisdictionId, id: matterId, round } = work.matter
	await work.tx.opinionDraft.update({
		where: { jurisdictionId_matterId_round: { jurisdictionId, matterId, round } },
		data,
	})
}

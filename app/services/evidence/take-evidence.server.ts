import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { auditActor } from '#app/services/command/command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { awaitCheckpoint, isUnderCheckpoint } from './await-checkpoint.server.ts'
import { writeEvidence } from './write-evidence.server.ts'

/** The evidence of a matter under the name that it is filed by, made while it is fetched. */
export type Evidence = { readonly name: string; readonly chunks: AsyncGenerator<Uint8Array> }

/**
 * Hands over the evidence of a matter to somebody who may have it; the trail names them first, and the archive holds that
 * entry too. Null, and nothing said to be taken, where nothing of the matter stands under a checkpoint yet. None is handed
 * over of a database that a deposit outside knows a later state of.
 */
export async function takeEvidence(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<Evidence | null, Refusal>> {
	const { jurisdictionId } = actor
	const matter = await loadMatter(shell.db, jurisdictionId, matterId)
	if (!matter || !permit(actor, 'matter.read', subjectOf(matter)).ok) return refuse({ code: 'not-found' })
	const post = permit(actor, 'evidence.read', subjectOf(matter))
	if (!post.ok) return post
	if (shell.checkpoints.behind.has(jurisdictionId)) return refuse({ code: 'not-found' })
	return accept(await openEvidence(shell, matter, auditActor(actor, post.value)))
}

type Matter = { readonly jurisdictionId: string; readonly id: string; readonly caseNumber: string | null }

/** The same for whoever runs the house: a matter by its id or its case number; null where there is none, or no checkpoint. */
export async function takeEvidenceByCommand(shell: Shell, named: string): Promise<Evidence | null> {
	const matter = await shell.db.matter.findFirst({
		where: { OR: [{ id: named }, { caseNumber: named }] },
		select: { jurisdictionId: true, id: true, caseNumber: true },
	})
	if (!matter || shell.checkpoints.behind.has(matter.jurisdictionId)) return null
	return openEvidence(shell, matter, null)
}

async function noteTaking(
	{ db, now }: Shell,
	{ jurisdictionId, matterId }: { readonly jurisdictionId: string; readonly matterId: string },
	actor: ReturnType<typeof auditActor> | null,
): Promise<void> {
	await inTransaction(db, (tx) =>
		appendAudit(tx, {
			jurisdictionId,
			stream: `matter/${matterId}`,
			at: now(),
			actor,
			kind: 'evidence.taken',
			outcome: 'done',
			detail: { by: actor ? 'person' : 'command' },
		}),
	)
}

/** Nothing is said to be taken before there is something to take. */
async function openEvidence(
	shell: Shell,
	{ jurisdictionId, id, caseNumber }: Matter,
	actor: ReturnType<typeof auditActor> | null,
): Promise<Evidence | null> {
	const stream = `matter/${id}`
	if (!(await isUnderCheckpoint(shell, jurisdictionId, stream))) return null
	await noteTaking(shell, { jurisdictionId, matterId: id }, actor)
	const checkpoint = await awaitCheckpoint(shell, jurisdictionId, stream)
	if (!checkpoint) return null
	const chunks = writeEvidence(shell, { jurisdictionId, stream, checkpoint })
	return { name: `证据包（${caseNumber ?? id}）.zip`, chunks }
}

import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { ReadingAct } from '#app/domain/act/act.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { auditActor } from '#app/services/command/command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A list that is taken away: which, as what, and the names of the fields that it was narrowed by. */
export type TakenList = { readonly list: string; readonly format: string; readonly narrowedBy: string }

/**
 * Enters into the trail that somebody takes away a list of other people, or of the trail itself, before the first row of
 * it leaves (个人信息保护法第五十四条：处理活动可审计). Which names were searched for is not kept.
 */
export async function logListExport(
	shell: Shell,
	actor: Actor,
	act: ReadingAct | 'document.import-confirmed',
	detail: TakenList,
): Promise<Result<null, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, act, { jurisdictionId })
	if (!post.ok) return post
	await inTransaction(shell.db, (tx) =>
		appendAudit(tx, {
			jurisdictionId,
			stream: `user/${actor.personId}`,
			at: shell.now(),
			actor: auditActor(actor, post.value),
			kind: 'list.exported',
			outcome: 'done',
			detail,
		}),
	)
	return accept(null)
}

import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import { auditActor } from '#app/services/command/command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Enters into the trail of a matter what counsel take away from it; what the house itself reads is not entered. */
export async function logDownload(
	shell: Shell,
	actor: Actor,
	post: Post,
	matterId: string,
	detail: Readonly<Record<string, string | number>>,
	blobs: readonly string[],
): Promise<void> {
	if (post.role !== 'counsel' && post.role !== 'public-lawyer') return
	await inTransaction(shell.db, (tx) =>
		appendAudit(tx, {
			jurisdictionId: actor.jurisdictionId,
			stream: `matter/${matterId}`,
			at: shell.now(),
			actor: auditActor(actor, post),
			kind: 'file.downloaded',
			outcome: 'done',
			detail,
			blobs: [...blobs],
		}),
	)
}

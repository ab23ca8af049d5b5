import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import { auditActor } from '#app/services/command/command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Enters into a stream of the trail what counsel take away with them; what the house itself reads is not entered. */
export async function logDownload(
	shell: Shell,
	actor: Actor,
	post: Post,
	stream: string,
	detail: Readonly<Record<string, string | number>>,
	blobs: readonly string[],
): Promise<void> {
	if (post.role !== 'counsel' && post.role !== 'public-lawyer') return
	await inTransaction(shell.db, (tx) =>
		appendAudit(tx, {
			jurisdictionId: actor.jurisdictionId,
			stream,
			at: shell.now(),
			actor: auditActor(actor, post),
			kind: 'file.downloaded',
			outcome: 'done',
			detail,
			blobs: [...blobs],
		}),
	)
}

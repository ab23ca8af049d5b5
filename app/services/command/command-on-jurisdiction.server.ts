import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import type { Act } from '#app/domain/act/act.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Command, Done } from './command.server.ts'
import { runCommand } from './run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** An action of administration, as a form sends it. */
export type JurisdictionOrder = { readonly key: string; readonly body: JsonObject }

/** Administration at work: the post that acts, and the facts for its entry in the administration stream. */
export type JurisdictionWork = Command & {
	readonly post: Post
	readonly jurisdictionId: string
	readonly note: (detail: JsonObject) => void
}

/** Runs one act of administration, one at a time per jurisdiction; its trail is the stream `admin/<jurisdiction>`. */
export async function commandOnJurisdiction<Value>(
	shell: Shell,
	actor: Actor,
	order: JurisdictionOrder,
	act: Act,
	perform: (work: JurisdictionWork) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const { jurisdictionId } = actor
	const locks = [{ table: 'jurisdiction', id: jurisdictionId }] as const
	return runCommand(shell, actor, { name: act, key: order.key, body: order.body, locks }, async (command) => {
		const post = permit(actor, act, { jurisdictionId })
		if (!post.ok) return post
		const stream = `admin/${jurisdictionId}`
		command.refusalsGoTo(stream, post.value)
		let detail: JsonObject = {}
		const answer = await perform({
			...command,
			post: post.value,
			jurisdictionId,
			note: (more) => {
				detail = { ...detail, ...more }
			},
		})
		if (!answer.ok) return answer
		await command.record({ stream, kind: act, detail, post: post.value })
		return answer
	})
}

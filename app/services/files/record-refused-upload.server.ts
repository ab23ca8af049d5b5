import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { refuse } from '#app/domain/result.ts'
import { commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { BringingAct } from './may-bring-files.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Records an upload that was cut off before it could be read, and gives the answer: a file over the limit has no
 * bytes to look at, but the try is in the trail like any other, and nobody learns of a matter that is not theirs.
 */
export async function recordRefusedUpload(
	shell: Shell,
	actor: Actor,
	matterId: string,
	act: BringingAct,
	refusal: Refusal,
): Promise<Refusal> {
	const order = { matterId, key: shell.newId(), seen: null, body: { refused: refusal.code } }
	const answer = await commandOnMatter(shell, actor, order, { act }, async () => refuse(refusal))
	return answer.ok ? refusal : answer.reason
}

import { loadHolders } from '#app/db/load-holders.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Tells the security administrators when a file was turned away for its marking, and hands the answer on. The line
 * names the level and who tried, nothing of the file: its name may itself be what must not be here. A retry under
 * the same key tells nobody twice.
 */
export async function alertWhenClassified<Value>(
	shell: Shell,
	actor: Actor,
	key: string,
	answer: Result<Value, Refusal>,
): Promise<Result<Value, Refusal>> {
	if (answer.ok || answer.reason.code !== 'classified') return answer
	const detail = JSON.stringify({ level: answer.reason.level, by: actor.name, command: key })
	await inTransaction(shell.db, async (tx) => {
		const where = { jurisdictionId: actor.jurisdictionId, kind: 'file.classified', detail }
		if (await tx.notice.findFirst({ where, select: { id: true } })) return
		const personIds = await loadHolders(tx, actor.jurisdictionId, ['security-administrator'])
		await tx.notice.createMany({
			data: personIds.map((personId) => ({
				...where,
				id: shell.newId(),
				personId,
				matterId: null,
				createdAt: shell.now(),
			})),
		})
	})
	return answer
}

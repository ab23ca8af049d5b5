import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What became of a command: done, refused, or neither is on record, so far. */
export type OnRecord = 'done' | 'refused' | 'none'

/** Whether a command of this actor's was done, by its key. A key of somebody else is never on record. */
export async function findReceipt({ db }: Pick<Shell, 'db'>, actor: Actor, key: string): Promise<OnRecord> {
	const { jurisdictionId, personId: actorId } = actor
	const receipt = await db.commandReceipt.findUnique({
		where: { jurisdictionId_actorId_key: { jurisdictionId, actorId, key } },
		select: { answer: true },
	})
	if (!receipt) return 'none'
	const answer: Result<unknown, Refusal> = JSON.parse(receipt.answer)
	return answer.ok ? 'done' : 'refused'
}

import { jsonText } from '#app/domain/json-text.ts'
import type { AuditReceipt } from '#app/db/append-audit.server.ts'
import { findTree } from '#app/db/find-trees.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Checkpoints } from '#app/storage/checkpoints.server.ts'
import type { Done, Order } from './command.server.ts'

/** The answer that was given under this key before, if any: the action has one effect however often it is sent. */
export async function earlierAnswer<Value>(
	tx: Tx,
	actor: Actor,
	order: Order,
	bodySha256: string,
): Promise<Result<Done<Value>, Refusal> | null> {
	const { jurisdictionId, personId: actorId } = actor
	const receipt = await findTree(tx, 'commandReceipt', { where: { jurisdictionId, actorId, key: order.key } })
	if (!receipt) return null
	if (receipt.bodySha256 !== bodySha256) return refuse({ code: 'key-reused' })
	const answer = jsonText<Result<Value, Refusal>>().read(receipt.answer)
	if (!answer.ok) return answer
	const { stream, seq, hash } = receipt
	if (stream === null || seq === null || hash === null) throw new Error(`receipt ${order.key} names no entry`)
	return accept({ value: answer.value, receipt: { stream, seq, hash } })
}

/** The hash of an answer as it is kept, for the entry to which it belongs. */
export function answerHash(answer: Result<unknown, Refusal>): string {
	return sha256Hex(JSON.stringify(answer))
}

/** Keeps the answer under its key, with the place of its entry in the trail and the signature of the receipt. */
export async function keepAnswer(
	tx: Tx,
	actor: Actor,
	order: Order,
	bodySha256: string,
	answer: Result<unknown, Refusal>,
	receipt: AuditReceipt,
	at: Date,
	{ key, newest }: Pick<Checkpoints, 'key' | 'newest'>,
): Promise<void> {
	const { jurisdictionId } = actor
	const checkpointSize = newest.get(jurisdictionId) ?? 0
	const origin = originOf(jurisdictionId)
	await insertRows(tx, 'commandReceipt', [
		{
			jurisdictionId,
			actorId: actor.personId,
			key: order.key,
			command: order.name,
			bodySha256,
			answer: JSON.stringify(answer),
			...receipt,
			createdAt: at,
			checkpointSize,
			signature: key.signReceipt({ ...receipt, origin, at: at.toISOString(), checkpointSize }),
		},
	])
}

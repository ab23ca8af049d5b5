import { type AuditReceipt, appendAudit, sealTrail } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { type JsonObject, canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { answersSlip, type KeyReused, type Refusal } from '#app/domain/refusal.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { answerHash, earlierAnswer, keepAnswer } from './command-receipt.server.ts'
import { type Done, type Order, type RefusalNote, auditActor } from './command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Within this time an equal refusal is counted on the entry that is there, instead of making a new one. */
const SAME_REFUSAL_MS = 60_000

/**
 * Records a refusal in the trail and under its key, in a transaction of its own, and returns it. A slip of a form is no
 * act: it is answered and not recorded, and its key may be used again for the form put right. Repeated equal refusals within a minute are one entry with a count.
 */
export async function recordRefusal<Value>(
	shell: Shell,
	actor: Actor,
	order: Order,
	bodySha256: string,
	refusal: Refusal,
	note: RefusalNote,
): Promise<Result<Done<Value>, Refusal>> {
	if (answersSlip(refusal)) return refuse(refusal)
	return inTransaction(shell.db, async (tx) => {
		const earlier = await earlierAnswer<Value>(tx, actor, order, bodySha256)
		const reused = earlier && isReused(earlier) ? earlier.reason : null
		if (earlier && !reused) return earlier
		const said = reused ?? refusal
		const at = shell.now()
		const answer = reused ? null : answerHash(refuse(said))
		const receipt =
			(await countAgain(tx, actor, order, said, answer, note, at)) ??
			(await write(tx, actor, order, said, answer, note, at))
		// A key keeps the answer to what it was first sent with.
		if (!reused) await keepAnswer(tx, actor, order, bodySha256, refuse(said), receipt, at, shell.checkpoints)
		return refuse(said)
	})
}

/** Whether a key came again with another body: the one refusal that is not stored under its key. */
export function isReused(
	answer: Result<unknown, Refusal>,
): answer is { readonly ok: false; readonly reason: KeyReused } {
	return !answer.ok && answer.reason.code === 'key-reused'
}

async function write(
	tx: Tx,
	actor: Actor,
	order: Order,
	refusal: Refusal,
	answer: string | null,
	note: RefusalNote,
	at: Date,
): Promise<AuditReceipt> {
	await appendAudit(tx, {
		jurisdictionId: actor.jurisdictionId,
		stream: note.stream,
		at,
		actor: auditActor(actor, note.post),
		kind: order.name,
		outcome: 'refused',
		detail: { ...refusalDetail(refusal), ...note.context },
		command: order.key,
	})
	const [receipt] = await sealTrail(tx, answer)
	if (!receipt) throw new Error('unreachable: what was noted is sealed')
	return receipt
}

/** What the trail keeps of a refusal: its code and what was missing, never what was typed. */
function refusalDetail(refusal: Refusal): JsonObject {
	switch (refusal.code) {
		case 'gate-blocked':
			return {
				code: refusal.code,
				unmet: refusal.decision.rules.filter((rule) => rule.status === 'unmet').map((rule) => rule.id),
				contentSha256: refusal.decision.contentSha256,
			}
		case 'agenda-not-sound':
			return {
				code: refusal.code,
				items: refusal.items.map(({ decision, damagedFiles }) => ({
					contentSha256: decision.contentSha256,
					unmet: decision.rules.filter((rule) => rule.status === 'unmet').map((rule) => rule.id),
					damagedFiles: damagedFiles.length,
				})),
			}
		case 'transition-refused':
			return { code: refusal.code, state: refusal.state, event: refusal.event, unmet: [...refusal.unmet] }
		case 'not-separate':
			return { code: refusal.code, hand: refusal.hand, other: refusal.other }
		case 'record-altered':
			return { code: refusal.code, about: refusal.about, parts: [...refusal.parts] }
		case 'classified':
			return { code: refusal.code, level: refusal.level }
		case 'file-refused':
			return { code: refusal.code, cause: refusal.cause }
		default:
			return { code: refusal.code }
	}
}

async function countAgain(
	tx: Tx,
	actor: Actor,
	order: Order,
	refusal: Refusal,
	answer: string | null,
	note: RefusalNote,
	at: Date,
): Promise<AuditReceipt | null> {
	const last = await tx.auditEntry.findFirst({
		where: { jurisdictionId: actor.jurisdictionId, stream: note.stream },
		orderBy: { seq: 'desc' },
	})
	const detail = canonicalJson({ ...refusalDetail(refusal), ...note.context })
	const isSame =
		last?.outcome === 'refused' &&
		last.kind === order.name &&
		last.actorId === actor.personId &&
		at.getTime() - last.at.getTime() < SAME_REFUSAL_MS &&
		isSameAnswer(last.leaf, detail, answer)
	if (!last || !isSame) return null
	const key = { jurisdictionId: last.jurisdictionId, stream: last.stream, seq: last.seq }
	await tx.refusalTally.upsert({
		where: { jurisdictionId_stream_seq: key },
		create: { ...key, count: 2, lastAt: at },
		update: { count: { increment: 1 }, lastAt: at },
	})
	return { stream: last.stream, seq: last.seq, hash: last.hash }
}

type RefusedLeaf = { readonly detail: JsonObject; readonly answer?: string }

/** An entry vouches for every answer that is kept with its place, so all of them are one. */
function isSameAnswer(text: string, detail: string, answer: string | null): boolean {
	const leaf: RefusedLeaf = JSON.parse(text)
	return (leaf.answer ?? null) === answer && canonicalJson(leaf.detail) === detail
}

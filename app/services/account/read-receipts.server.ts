import { jsonText } from '#app/domain/json-text.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { receiptNote } from '#app/domain/checkpoint/receipt.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A receipt of one's own: what was sent, what came of it, and where the trail has it. */
export type ReceiptLine = {
	readonly key: string
	readonly command: string
	readonly at: string
	readonly isDone: boolean
	readonly stream: string
	readonly seq: number
	readonly isSigned: boolean
}

const PAGE = 50

const ANSWER = jsonText<Result<unknown, Refusal>>()

/** Reads the actor's receipts, newest first; goes on before an instant. */
export async function readReceipts(
	{ db }: Pick<Shell, 'db'>,
	{ jurisdictionId, personId: actorId }: Actor,
	before: string | null,
): Promise<{ readonly receipts: readonly ReceiptLine[]; readonly next: string | null }> {
	const rows = await db.commandReceipt.findMany({
		where: { jurisdictionId, actorId, ...(before === null ? {} : { createdAt: { lt: new Date(before) } }) },
		orderBy: [{ createdAt: 'desc' }, { key: 'desc' }],
		take: PAGE + 1,
	})
	const shown = rows.slice(0, PAGE).map((row) => ({
		key: row.key,
		command: row.command,
		at: row.createdAt.toISOString(),
		isDone: ANSWER.read(row.answer).ok,
		stream: row.stream ?? '',
		seq: row.seq ?? 0,
		isSigned: row.signature !== null,
	}))
	return { receipts: shown, next: rows.length > PAGE ? (shown.at(-1)?.at ?? null) : null }
}

/** The signed receipt of one's own act as a text to keep; null where there is none. */
export async function readReceiptNote(
	{ db }: Pick<Shell, 'db'>,
	{ jurisdictionId, personId: actorId }: Actor,
	key: string,
): Promise<string | null> {
	const row = await db.commandReceipt.findUnique({
		where: { jurisdictionId_actorId_key: { jurisdictionId, actorId, key } },
	})
	if (!row?.signature || row.stream === null || row.seq === null || row.hash === null) return null
	const { stream, seq, hash, checkpointSize } = row
	const receipt = {
		origin: originOf(jurisdictionId),
		stream,
		seq,
		hash,
		at: row.createdAt.toISOString(),
		checkpointSize: checkpointSize ?? 0,
	}
	return receiptNote(receipt, row.signature)
}

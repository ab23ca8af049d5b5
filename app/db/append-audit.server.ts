import type { AuditActor } from '#app/domain/audit-chain/entry.ts'
import { GENESIS, matterOfStream, sealEntry } from '#app/domain/audit-chain/entry.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { lockRow } from './in-transaction.server.ts'
import type { Tx } from './open-database.server.ts'

/** What is to be written into the trail. */
export type AuditNote = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly at: Date
	readonly actor: AuditActor | null
	readonly kind: string
	readonly outcome: 'done' | 'refused'
	readonly detail: JsonObject
	readonly before?: string | null
	readonly after?: string | null
	readonly command?: string | null
	readonly blobs?: readonly string[]
}

/** Where an entry stands: with this a person can show later that the trail had it. */
export type AuditReceipt = { readonly stream: string; readonly seq: number; readonly hash: string }

/**
 * Appends one entry to its stream, in the caller's transaction: if the trail cannot be written, nothing is done.
 *
 * The head row is locked first, so two commands cannot continue one stream from the same entry. Time never runs
 * backwards inside a stream: a clock that was set back repeats the last time instead.
 */
export async function appendAudit(tx: Tx, note: AuditNote): Promise<AuditReceipt> {
	const head = await openStream(tx, note.jurisdictionId, note.stream)
	const last = head.seq === 0 ? null : await lastAt(tx, note.jurisdictionId, note.stream, head.seq)
	const at = last !== null && last.getTime() > note.at.getTime() ? last : note.at
	const seq = head.seq + 1
	const sealed = sealEntry({
		log: note.jurisdictionId,
		stream: note.stream,
		seq,
		prev: head.hash,
		at: at.toISOString(),
		cmd: note.command ?? null,
		actor: note.actor,
		act: note.kind,
		outcome: note.outcome,
		detail: note.detail,
		pre: note.before ?? null,
		post: note.after ?? null,
		blob: [...(note.blobs ?? [])],
	})
	// Many rows or one, `createMany` and `updateMany` do not read back what they wrote.
	await tx.auditEntry.createMany({
		data: {
			jurisdictionId: note.jurisdictionId,
			stream: note.stream,
			seq,
			prev: head.hash,
			hash: sealed.hash,
			leaf: sealed.leaf,
			at,
			kind: note.kind,
			outcome: note.outcome,
			actorId: note.actor?.id ?? null,
			matterId: matterOfStream(note.stream),
		},
	})
	await tx.auditStream.updateMany({
		where: { jurisdictionId: note.jurisdictionId, stream: note.stream },
		data: { seq, hash: sealed.hash },
	})
	return { stream: note.stream, seq, hash: sealed.hash }
}

async function openStream(tx: Tx, jurisdictionId: string, stream: string) {
	const row = { jurisdiction_id: jurisdictionId, stream }
	const where = { jurisdictionId_stream: { jurisdictionId, stream } }
	const isThere = await lockRow(tx, 'audit_stream', row)
	const head = isThere ? await tx.auditStream.findUnique({ where }) : null
	if (head) return head
	// Two commands may begin a stream at the same moment: the second waits here, then for the row of the first.
	const begun = await tx.$queryRaw<unknown[]>`
		INSERT INTO "audit_stream" ("jurisdiction_id", "stream", "seq", "hash")
		VALUES (${jurisdictionId}, ${stream}, 0, ${GENESIS}) ON CONFLICT DO NOTHING RETURNING 1`
	if (begun.length > 0) return { seq: 0, hash: GENESIS }
	await lockRow(tx, 'audit_stream', row)
	return tx.auditStream.findUniqueOrThrow({ where })
}

async function lastAt(tx: Tx, jurisdictionId: string, stream: string, seq: number): Promise<Date | null> {
	const entry = await tx.auditEntry.findUnique({
		where: { jurisdictionId_stream_seq: { jurisdictionId, stream, seq } },
		select: { at: true },
	})
	return entry?.at ?? null
}

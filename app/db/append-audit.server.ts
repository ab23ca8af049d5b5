import { type AuditActor, GENESIS, matterOfStream, sealEntry } from '#app/domain/audit-chain/entry.ts'
import type { SealedNote, TrailKind, TrailNote } from '#app/domain/act/trail-entry.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { findTree } from './find-trees.server.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { lockRow } from './in-transaction.server.ts'
import { writeRows } from './statements.server.ts'
import { insertRows, updateRow } from './write-rows.server.ts'
import type { Tx } from './open-database.server.ts'

/** What was done, with the facts of its kind; or what was refused, with what the refusal says. */
type AuditFacts =
	| (TrailNote & { readonly outcome: 'done' })
	| { readonly kind: TrailKind; readonly outcome: 'refused'; readonly detail: JsonObject }

/** What is to be written into the trail. */
export type AuditNote = AuditFacts & {
	readonly jurisdictionId: string
	readonly stream: string
	readonly at: Date
	readonly actor: AuditActor | null
	readonly before?: string | null
	readonly after?: string | null
	readonly command?: string | null
	readonly blobs?: readonly string[]
	/** The papers that the act sealed, by the hash of their content. */
	readonly papers?: readonly SealedNote[]
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
	const at = head.lastAt !== null && head.lastAt.getTime() > note.at.getTime() ? head.lastAt : note.at
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
		detail: note.papers ? { ...note.detail, papers: note.papers } : note.detail,
		pre: note.before ?? null,
		post: note.after ?? null,
		blob: [...(note.blobs ?? [])],
	})
	await insertRows(tx, 'auditEntry', [
		{
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
	])
	const { jurisdictionId, stream } = note
	await updateRow(tx, 'auditStream', { jurisdictionId, stream }, { seq, hash: sealed.hash })
	return { stream: note.stream, seq, hash: sealed.hash }
}

/** Where a stream stands, and when its last entry was made. */
type Head = { readonly seq: number; readonly hash: string; readonly lastAt: Date | null }

async function openStream(tx: Tx, jurisdictionId: string, stream: string): Promise<Head> {
	const head = await lockHead(tx, jurisdictionId, stream)
	if (head) return head
	// Two commands may begin a stream at the same moment: the second waits here, then for the row of the first.
	const begun = await writeRows(
		tx,
		Prisma.sql`INSERT INTO "audit_stream" ("jurisdiction_id", "stream", "seq", "hash")
			VALUES (${jurisdictionId}, ${stream}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`,
	)
	if (begun > 0) return { seq: 0, hash: GENESIS, lastAt: null }
	const other = await lockHead(tx, jurisdictionId, stream)
	if (!other) throw new Error(`the stream ${stream} was neither there nor could it be begun`)
	return other
}

/** The head is read after it was locked: what a waiting lock gives back may be of two moments. */
async function lockHead(tx: Tx, jurisdictionId: string, stream: string): Promise<Head | null> {
	if (!(await lockRow(tx, 'audit_stream', { jurisdiction_id: jurisdictionId, stream }))) return null
	const head = await findTree(tx, 'auditStream', {
		where: { jurisdictionId, stream },
		select: { seq: true, hash: true },
	})
	if (!head) return null
	const last = await findTree(tx, 'auditEntry', {
		where: { jurisdictionId, stream, seq: head.seq },
		select: { at: true },
	})
	return { ...head, lastAt: last?.at ?? null }
}

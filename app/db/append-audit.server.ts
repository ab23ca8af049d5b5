import { type AuditActor, GENESIS, matterOfStream, sealEntry } from '#app/domain/audit-chain/entry.ts'
import type { SealedNote, TrailKind, TrailNote } from '#app/domain/act/trail-entry.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { findTree } from './find-trees.server.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { countSeals } from './row-seals.server.ts'
import { readRows, writeRows } from './statements.server.ts'
import { takeTouchedRows, type TouchedRow } from './touched-rows.server.ts'
import { insertRows, updateRow } from './write-rows.server.ts'
import { engineOf, markOf, type Tx } from './open-database.server.ts'

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
	/** Rows that are there already, which the entry takes up beside those that the transaction writes. */
	readonly adopted?: readonly TouchedRow[]
}

/** Where an entry stands: with this a person can show later that the trail had it. */
export type AuditReceipt = { readonly stream: string; readonly seq: number; readonly hash: string }

/** What a transaction has noted for the trail and not sealed yet. */
type Open = { readonly notes: AuditNote[]; isSealed: boolean }

const open = new WeakMap<object, Open>()

function openOf(tx: Tx): Open {
	const present = open.get(tx) ?? { notes: [], isSealed: false }
	open.set(tx, present)
	return present
}

/**
 * Notes one entry for its stream. It is sealed at the end of the caller's transaction, with the digests of all rows that
 * the transaction has written: if the trail cannot be written, nothing is done.
 */
export async function appendAudit(tx: Tx, note: AuditNote): Promise<void> {
	openOf(tx).notes.push(note)
}

/**
 * Seals what was noted, in its order, together with every row that the transaction has written so far. A row of a matter
 * goes into the matter's own stream where that has an entry, any other into the first. Gives where the entries stand.
 *
 * @param answer the hash of the answer that is kept with the first entry
 * @throws Error where rows were written and nothing was noted
 */
export async function sealTrail(tx: Tx, answer: string | null = null): Promise<readonly AuditReceipt[]> {
	const present = openOf(tx)
	const notes = present.notes.splice(0)
	const rows = (await takeTouchedRows(tx)).filter((row) => row.jurisdictionId !== null)
	present.isSealed = true
	if (notes.length === 0 && rows.length > 0)
		throw new Error(`rows of ${rows[0]?.table} were written without an entry in the trail`)
	const receipts: AuditReceipt[] = []
	for (const [at, note] of notes.entries()) {
		const its = [...rows.filter((row) => placeOf(row, notes) === at), ...(note.adopted ?? [])]
		receipts.push(await sealNote(tx, note, its, at === 0 ? answer : null))
	}
	return receipts
}

/** The same at the end of a transaction, for what its work has not sealed by itself. */
export async function sealTransaction(tx: Tx): Promise<void> {
	const { notes, isSealed } = openOf(tx)
	if (notes.length > 0 || !isSealed) await sealTrail(tx)
}

function placeOf({ matterId }: TouchedRow, notes: readonly AuditNote[]): number {
	const own = notes.findIndex(({ stream }) => matterId !== null && stream === `matter/${matterId}`)
	return Math.max(own, 0)
}

/**
 * The head row is locked first, so two commands cannot continue one stream from the same entry. Time never runs
 * backwards inside a stream: a clock that was set back repeats the last time instead.
 */
async function sealNote(
	tx: Tx,
	note: AuditNote,
	touched: readonly TouchedRow[],
	answer: string | null,
): Promise<AuditReceipt> {
	const { jurisdictionId, stream } = note
	const head = await openStream(tx, jurisdictionId, stream)
	const at = head.lastAt !== null && head.lastAt.getTime() > note.at.getTime() ? head.lastAt : note.at
	const seq = head.seq + 1
	const rows = await countSeals(tx, { jurisdictionId, stream, seq }, touched)
	const sealed = sealEntry({
		log: jurisdictionId,
		stream,
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
		...(rows.length > 0 ? { rows } : {}),
		...(answer === null ? {} : { answer }),
	})
	const actorId = note.actor?.id ?? null
	const { hash, leaf } = sealed
	const { kind, outcome } = note
	const matterId = matterOfStream(stream)
	await insertRows(tx, 'auditEntry', [
		{
			jurisdictionId,
			stream,
			seq,
			prev: head.hash,
			hash,
			leaf,
			at,
			kind,
			outcome,
			actorId,
			matterId,
			mac: markOf(tx, hash),
		},
	])
	await updateRow(tx, 'auditStream', { jurisdictionId, stream }, { seq, hash })
	return { stream, seq, hash }
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

/**
 * The row that waits to be locked is given as it is then. The time of the last entry is read after that: in the same
 * statement it would be of the moment when the waiting began.
 */
async function lockHead(tx: Tx, jurisdictionId: string, stream: string): Promise<Head | null> {
	const lock = Prisma.raw(engineOf(tx) === 'postgresql' ? 'FOR UPDATE' : '')
	const [head] = await readRows(
		tx,
		Prisma.sql`SELECT "seq", "hash" FROM "audit_stream"
			WHERE "jurisdiction_id" = ${jurisdictionId} AND "stream" = ${stream} ${lock}`,
	)
	if (!head) return null
	const seq = Number(head[0])
	const last = await findTree(tx, 'auditEntry', {
		where: { jurisdictionId, stream, seq },
		select: ONLY_AT,
	})
	return { seq, hash: String(head[1]), lastAt: last?.at ?? null }
}

const ONLY_AT = { at: true } as const

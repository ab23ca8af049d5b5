import { openCheckpoint, originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { writeVerifierKey } from '#app/domain/checkpoint/signed-note.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A checkpoint as the public sees it: numbers and hashes, nothing of what the trail says. */
export type PublicCheckpoint = {
	readonly size: number
	readonly fingerprint: string
	readonly madeAt: string
	readonly note: string
	readonly publicKey: string
	/** Whether the note is signed by this house's key. */
	readonly isSigned: boolean
	readonly isCosigned: boolean
}

/** What a code leads to: a sealed paper with the first checkpoint after it, or a checkpoint by its own fingerprint. */
export type Covering = {
	readonly paper: { readonly sealedAt: string; readonly position: number | null } | null
	readonly checkpoint: PublicCheckpoint | null
	/** Whether the entry that sealed the paper is the one that the list has. */
	readonly holds: boolean
}

/** Finds by a code that is printed on a paper; null for one that leads to nothing. It asks a handful of keys. */
export async function findCovering(shell: Shell, code: string): Promise<Covering | null> {
	const paper = await shell.db.sealedPaper.findUnique({
		where: { code },
		select: { jurisdictionId: true, id: true, sealedAt: true },
	})
	if (!paper) return byFingerprint(shell, code)
	const { jurisdictionId, id } = paper
	const seal = await shell.db.rowSeal.findUnique({
		where: { jurisdictionId_tableName_rowKey: { jurisdictionId, tableName: 'sealed_paper', rowKey: id } },
		select: { stream: true, seq: true },
	})
	const place = seal && { jurisdictionId, stream: seal.stream, seq: seal.seq }
	const leaf =
		place && (await shell.db.checkpointLeaf.findUnique({ where: { jurisdictionId_stream_seq: place } }))
	const entry =
		place && (await shell.db.auditEntry.findUnique({ where: { jurisdictionId_stream_seq: place } }))
	const covering =
		leaf &&
		(await shell.db.checkpoint.findFirst({
			where: { jurisdictionId, size: { gt: leaf.position } },
			orderBy: { size: 'asc' },
		}))
	const checkpoint = covering && (await publicCheckpoint(shell, covering))
	return {
		paper: { sealedAt: paper.sealedAt.toISOString(), position: leaf?.position ?? null },
		checkpoint,
		holds: leaf === null || (entry?.hash === leaf.hash && checkpoint?.isSigned !== false),
	}
}

async function byFingerprint(shell: Shell, fingerprint: string): Promise<Covering | null> {
	// The key begins with the jurisdiction, of which a house has one.
	const house = await shell.db.jurisdiction.findFirst({ select: { id: true } })
	if (!house) return null
	const key = { jurisdictionId: house.id, fingerprint }
	const row = await shell.db.checkpoint.findUnique({ where: { jurisdictionId_fingerprint: key } })
	if (!row) return null
	const checkpoint = await publicCheckpoint(shell, row)
	return { paper: null, checkpoint, holds: checkpoint.isSigned }
}

type Row = {
	readonly jurisdictionId: string
	readonly size: number
	readonly fingerprint: string
	readonly madeAt: Date
	readonly note: string
}

async function publicCheckpoint(
	{ db, checkpoints }: Shell,
	{ jurisdictionId, size, fingerprint, madeAt, note }: Row,
): Promise<PublicCheckpoint> {
	const key = checkpoints.key.asNoteKey(originOf(jurisdictionId))
	const witnessed = await db.checkpointDeposit.findUnique({
		where: { jurisdictionId_size_target: { jurisdictionId, size, target: 'witness' } },
		select: { cosignature: true },
	})
	return {
		size,
		fingerprint,
		madeAt: madeAt.toISOString(),
		note: note + (witnessed?.cosignature ?? ''),
		publicKey: writeVerifierKey(key),
		isSigned: openCheckpoint(note, [key])?.size === size,
		isCosigned: Boolean(witnessed?.cosignature),
	}
}

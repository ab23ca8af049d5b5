import { findTrees } from '#app/db/find-trees.server.ts'
import type { VerifyClearance } from '#app/db/load-dossier.server.ts'
import { type Tx, urlOf } from '#app/db/open-database.server.ts'
import { readSnapshot } from '#app/db/read-snapshot.server.ts'
import type { VerifyRow } from '#app/domain/audit-chain/signed-row.ts'
import { openChain } from '#app/domain/audit-chain/verify-chain.ts'
import type { CheckpointSecrets } from '#app/long-reads/house-keys.ts'
import type { TrailReport } from '#app/long-reads/trail-report.ts'
import { verifyStreams } from '#app/long-reads/verify-streams.server.ts'

/** What verifying needs: it reads, and it has no clock. */
export type Verifier = {
	readonly db: object
	readonly clearanceKey: { readonly verify: VerifyClearance; readonly verifyRow?: VerifyRow }
	/** Null or absent where the house's key is not at hand: marks and checkpoints are not judged then. */
	readonly checkpoints?: { readonly key: CheckpointSecrets } | null
}

/**
 * Verifies every chain entry by entry, each chain against its stored head, and every clearance against its signature
 * and its entries in the trail; of one jurisdiction, or of all. It reads the database as it was at one moment, in the
 * order of the keys, and keeps nothing of what it has read: a trail of any length takes the same memory.
 */
export function verifyTrail(verifier: Verifier, jurisdictionId?: string): Promise<TrailReport> {
	const { verify, verifyRow = null } = verifier.clearanceKey
	return readSnapshot(urlOf(verifier.db), (snapshot) =>
		verifyStreams(snapshot, verify, jurisdictionId ?? null, verifier.checkpoints?.key ?? null, verifyRow),
	)
}

const ENTRY = {
	jurisdictionId: true,
	stream: true,
	seq: true,
	prev: true,
	leaf: true,
	hash: true,
	at: true,
	kind: true,
	outcome: true,
	actorId: true,
	matterId: true,
} as const

const AT_ONCE = 500

/** Verifies one stream: its entries link up, and they end where the stored head says. */
export async function verifyStream(
	shell: { readonly db: Pick<Tx, '$queryRaw'> },
	head: { jurisdictionId: string; stream: string; seq: number; hash: string },
): Promise<{
	readonly entries: number
	readonly fault: { readonly seq: number; readonly problem: string } | null
}> {
	const { jurisdictionId, stream } = head
	const chain = openChain()
	let last = { seq: 0, hash: head.hash }
	let entries = 0
	for (let isMore = true; isMore;) {
		const rows = await findTrees(shell.db, 'auditEntry', {
			where: { jurisdictionId, stream, seq: { gt: last.seq } },
			orderBy: { seq: 'asc' },
			take: AT_ONCE,
			select: ENTRY,
		})
		for (const row of rows) chain.take({ ...row, at: row.at.toISOString() })
		entries += rows.length
		last = rows.at(-1) ?? last
		isMore = rows.length === AT_ONCE
	}
	const found = chain.found()
	if (!found.ok) return { entries, fault: found.reason }
	const endsAtHead = last.seq === head.seq && last.hash === head.hash
	return { entries, fault: endsAtHead ? null : { seq: last.seq, problem: 'head' } }
}

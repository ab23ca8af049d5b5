import { loadClearanceTrail } from '#app/db/load-clearance-trail.server.ts'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import { verifyChain } from '#app/domain/audit-chain/verify-chain.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One stream's answer: how many entries hold, and the first that does not. */
export type StreamFinding = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly entries: number
	readonly fault: { readonly seq: number; readonly problem: string } | null
}

/** A clearance that nothing beside the database vouches for: unsigned, not in the trail, or in another state than it. */
export type ForgedClearance = {
	readonly clearanceId: string
	readonly number: string
	readonly problem: 'signature' | 'trail' | 'revived' | 'state'
}

export type TrailReport = {
	readonly streams: readonly StreamFinding[]
	readonly forged: readonly ForgedClearance[]
	readonly clearances: number
}

/** What verifying needs: it reads, and it has no clock. */
type Verifier = Pick<Shell, 'db' | 'clearanceKey'>

/**
 * Verifies every chain entry by entry, each chain against its stored head, and every clearance against its signature
 * and its entries in the trail; of one jurisdiction, or of all. Reads stream by stream: the trail of a whole district
 * does not have to fit in memory.
 */
export async function verifyTrail(shell: Verifier, jurisdictionId?: string): Promise<TrailReport> {
	const within = jurisdictionId === undefined ? {} : { jurisdictionId }
	const heads = await shell.db.auditStream.findMany({
		where: within,
		orderBy: [{ jurisdictionId: 'asc' }, { stream: 'asc' }],
	})
	const streams: StreamFinding[] = []
	for (const head of heads) streams.push(await verifyStream(shell, head))
	for (const orphan of await streamsWithoutHead(shell, within, heads)) streams.push(orphan)
	const clearances = await shell.db.clearance.count({ where: within })
	return { streams, forged: await findForgedClearances(shell, within), clearances }
}

/** Verifies one stream: its entries link up, and they end where the stored head says. */
export async function verifyStream(
	shell: Verifier,
	head: { jurisdictionId: string; stream: string; seq: number; hash: string },
): Promise<StreamFinding> {
	const { jurisdictionId, stream } = head
	const entries = await shell.db.auditEntry.findMany({
		where: { jurisdictionId, stream },
		orderBy: { seq: 'asc' },
		select: {
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
		},
	})
	const verified = verifyChain(entries)
	const finding = { jurisdictionId, stream, entries: entries.length }
	if (!verified.ok)
		return { ...finding, fault: { seq: verified.reason.seq, problem: verified.reason.problem } }
	const last = entries.at(-1)
	const endsAtHead = (last?.seq ?? 0) === head.seq && (last?.hash ?? head.hash) === head.hash
	return { ...finding, fault: endsAtHead ? null : { seq: last?.seq ?? 0, problem: 'head' } }
}

async function streamsWithoutHead(
	shell: Verifier,
	within: { jurisdictionId?: string },
	heads: readonly { jurisdictionId: string; stream: string }[],
): Promise<StreamFinding[]> {
	const known = new Set(heads.map((head) => `${head.jurisdictionId} ${head.stream}`))
	const groups = await shell.db.auditEntry.groupBy({
		by: ['jurisdictionId', 'stream'],
		where: within,
		_count: true,
	})
	return groups
		.filter((group) => !known.has(`${group.jurisdictionId} ${group.stream}`))
		.map(({ jurisdictionId, stream, _count }) => ({
			jurisdictionId,
			stream,
			entries: _count,
			fault: { seq: 1, problem: 'head' },
		}))
}

async function findForgedClearances(
	shell: Verifier,
	within: { jurisdictionId?: string },
): Promise<ForgedClearance[]> {
	const clearances = await shell.db.clearance.findMany({
		where: within,
		orderBy: { id: 'asc' },
		include: { standing: true },
	})
	const trailOf = await loadClearanceTrail(shell.db, within)
	return clearances.flatMap((clearance): ForgedClearance[] => {
		const named = { clearanceId: clearance.id, number: clearance.number }
		if (!shell.clearanceKey.verify(signedClearance(clearance), clearance.signature))
			return [{ ...named, problem: 'signature' }]
		const trail = trailOf(clearance)
		if (trail === 'missing') return [{ ...named, problem: 'trail' }]
		const state = clearance.standing?.state
		if (state === trail) return []
		return [{ ...named, problem: state === 'valid' ? 'revived' : 'state' }]
	})
}

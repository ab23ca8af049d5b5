import {
	type ClearanceTrail,
	type ClearanceTrails,
	openClearanceTrails,
} from '#app/db/load-clearance-trail.server.ts'
import type { VerifyClearance } from '#app/db/load-dossier.server.ts'
import type { Snapshot } from '#app/db/read-snapshot.server.ts'
import { readFirstSizes } from '#app/db/read-checkpoint-rows.server.ts'
import {
	type ListedEntry,
	type StoredClearance,
	type StreamHead,
	type StreamName,
	readClearancesOf,
	readClearancesWithoutTrail,
	readEntries,
	readHeads,
} from '#app/db/read-trail-rows.server.ts'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import type { VerifyRow } from '#app/domain/audit-chain/signed-row.ts'
import { type OpenChain, type StoredEntry, openChain } from '#app/domain/audit-chain/verify-chain.ts'
import type { CheckpointSecrets } from './house-keys.ts'
import { type JudgeListing, listingJudge } from './judge-listing.ts'
import { openRowLedger, type RowLedger } from './row-ledger.server.ts'
import type { BrokenStream, CheckpointFault, ForgedClearance, RowFault, TrailReport } from './trail-report.ts'
import { verifyCheckpoints } from './verify-checkpoints.server.ts'
import { verifyRows } from './verify-rows.server.ts'

/** So many faults are named; more would be a page that nobody reads, and a report that grows without bound. */
const MOST_NAMED = 100

/** A stream as far as it was read. */
type ReadStream = StreamName & {
	readonly chain: OpenChain
	readonly trails: ClearanceTrails
	entries: number
	/** Whether an entry came that is not in the list of checkpoints: nothing after it may be. */
	isUnlisted: boolean
	/** The first entry whose mark or leaf does not hold. */
	listing: Fault | null
	last: { readonly seq: number; readonly hash: string }
}

/**
 * Verifies all streams of a snapshot in one reading: entries in the order of their keys, with them the heads and the
 * clearances of the streams that end. At every moment it holds one batch of entries and one open stream; what the entries
 * leave of each row goes into a temporary file, with which the rows are compared.
 */
export async function verifyStreams(
	snapshot: Snapshot,
	verify: VerifyClearance,
	jurisdictionId: string | null,
	secrets: CheckpointSecrets | null = null,
	verifyRow: VerifyRow | null = null,
): Promise<TrailReport> {
	const findings = openFindings(verify)
	const ledger = openRowLedger()
	const judgeListing = secrets && listingJudge(secrets.markSecret, await readFirstSizes(snapshot))
	try {
		await verifyChains(snapshot, ledger, findings, jurisdictionId, judgeListing)
		await verifyRows(snapshot, ledger, jurisdictionId, findings, verifyRow)
		if (secrets) await verifyCheckpoints(snapshot, secrets.publicKey, jurisdictionId, findings.checkpoints)
	} finally {
		ledger.close()
	}
	return findings.report()
}

async function verifyChains(
	snapshot: Snapshot,
	ledger: RowLedger,
	findings: ReturnType<typeof openFindings>,
	jurisdictionId: string | null,
	judgeListing: JudgeListing | null,
): Promise<void> {
	let present: ReadStream | null = null
	let after: StreamName | null = null
	for await (const batch of readEntries(snapshot, jurisdictionId)) {
		const ended: ReadStream[] = []
		for (const entry of batch) {
			if (!isOf(present, entry)) {
				if (present) ended.push(present)
				present = beginStream(entry)
			}
			present.listing ??= judgeListing?.(entry, present.isUnlisted) ?? null
			takeEntry(present, entry)
			ledger.take(entry)
		}
		const upTo = ended.at(-1)
		if (!upTo) continue
		findings.streams(ended, await readHeads(snapshot, { jurisdictionId, after, upTo }))
		findings.clearances(ended, await readClearancesOf(snapshot, ended))
		after = upTo
	}
	const ended = present ? [present] : []
	findings.streams(ended, await readHeads(snapshot, { jurisdictionId, after, upTo: null }))
	findings.clearances(ended, await readClearancesOf(snapshot, ended))
	for await (const clearances of readClearancesWithoutTrail(snapshot, jurisdictionId))
		findings.clearances([], clearances)
}

function isOf(stream: ReadStream | null, entry: StoredEntry): stream is ReadStream {
	return stream?.stream === entry.stream && stream.jurisdictionId === entry.jurisdictionId
}

function beginStream({ jurisdictionId, stream }: StoredEntry): ReadStream {
	const last = { seq: 0, hash: '' }
	const chain = openChain()
	const trails = openClearanceTrails()
	return { jurisdictionId, stream, chain, trails, entries: 0, isUnlisted: false, listing: null, last }
}

function takeEntry(stream: ReadStream, entry: ListedEntry): void {
	stream.isUnlisted ||= entry.position === null
	stream.chain.take(entry)
	stream.trails.take(entry.leaf)
	stream.entries += 1
	stream.last = entry
}

function openFindings(verify: VerifyClearance) {
	const found = {
		streams: 0,
		entries: 0,
		clearances: 0,
		brokenStreams: 0,
		forgedClearances: 0,
		rows: 0,
		faultyRows: 0,
	}
	const broken: BrokenStream[] = []
	const forged: ForgedClearance[] = []
	const faulty: RowFault[] = []
	const checkpoints = openCheckpointFindings()
	const judge = ({ jurisdictionId, stream }: StreamName, fault: Fault | null) => {
		found.streams += 1
		if (!fault) return
		found.brokenStreams += 1
		if (broken.length < MOST_NAMED) broken.push({ jurisdictionId, stream, ...fault })
	}
	return {
		streams: (ended: readonly ReadStream[], heads: readonly StreamHead[]) => {
			const headOf = new Map(heads.map((head) => [nameOf(head), head]))
			for (const stream of ended) {
				found.entries += stream.entries
				judge(stream, faultOf(stream, headOf.get(nameOf(stream))))
				headOf.delete(nameOf(stream))
			}
			// What is left are heads of streams without entries: of one that was begun, or that was emptied.
			for (const head of headOf.values()) judge(head, head.seq === 0 ? null : { seq: 0, problem: 'head' })
		},
		clearances: (ended: readonly ReadStream[], clearances: readonly StoredClearance[]) => {
			const streamOf = new Map(ended.map((stream) => [nameOf(stream), stream]))
			for (const clearance of clearances) {
				const { jurisdictionId, matterId } = clearance
				const stream = streamOf.get(nameOf({ jurisdictionId, stream: `matter/${matterId}` }))
				const problem = problemOf(clearance, verify, stream?.trails.of(clearance) ?? 'missing')
				found.clearances += 1
				if (!problem) continue
				found.forgedClearances += 1
				if (forged.length < MOST_NAMED)
					forged.push({ clearanceId: clearance.id, number: clearance.number, problem })
			}
		},
		row: () => {
			found.rows += 1
		},
		fault: (fault: RowFault) => {
			found.faultyRows += 1
			if (faulty.length < MOST_NAMED) faulty.push(fault)
		},
		checkpoints: checkpoints.take,
		report: (): TrailReport => ({ ...found, ...checkpoints.found(), broken, forged, faulty }),
	}
}

function openCheckpointFindings() {
	const found = { checkpoints: 0, leaves: 0, faultyCheckpoints: 0 }
	const checkpointFaults: CheckpointFault[] = []
	return {
		take: {
			leaf: () => {
				found.leaves += 1
			},
			checkpoint: () => {
				found.checkpoints += 1
			},
			fault: (fault: CheckpointFault) => {
				found.faultyCheckpoints += 1
				if (checkpointFaults.length < MOST_NAMED) checkpointFaults.push(fault)
			},
		},
		found: () => ({ ...found, checkpointFaults }),
	}
}

type Fault = { readonly seq: number; readonly problem: string }

function nameOf({ jurisdictionId, stream }: StreamName): string {
	return `${jurisdictionId} ${stream}`
}

/** A stream ends where its stored head says; one without a head is nobody's. */
function faultOf(stream: ReadStream, head: StreamHead | undefined): Fault | null {
	if (!head) return { seq: 1, problem: 'head' }
	const found = stream.chain.found()
	if (!found.ok) return found.reason
	if (stream.listing) return stream.listing
	const { seq, hash } = stream.last
	return seq === head.seq && hash === head.hash ? null : { seq, problem: 'head' }
}

function problemOf(
	clearance: StoredClearance,
	verify: VerifyClearance,
	trail: ClearanceTrail,
): ForgedClearance['problem'] | null {
	if (!verify(signedClearance(clearance), clearance.signature)) return 'signature'
	if (trail === 'missing') return 'trail'
	if (clearance.state === trail) return null
	return clearance.state === 'valid' ? 'revived' : 'state'
}

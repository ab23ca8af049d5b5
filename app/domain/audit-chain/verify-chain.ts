import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type Json, canonicalJson } from './canonical-json.ts'
import { GENESIS, matterOfStream } from './entry.ts'
import { leafHash } from './sha256.ts'

/** An entry as it is stored: the sealed text, and the columns by which pages and searches find it. */
export type StoredEntry = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly seq: number
	readonly prev: string
	readonly leaf: string
	readonly hash: string
	readonly at: Date
	readonly kind: string
	readonly outcome: string
	readonly actorId: string | null
	readonly matterId: string | null
}

/** The first entry that does not hold, and what about it does not. */
export type ChainBroken = {
	readonly seq: number
	readonly problem: 'not-canonical' | 'hash' | 'prev' | 'sequence' | 'stream' | 'columns'
}

/** The head of a chain that holds. */
export type ChainHead = { readonly count: number; readonly hash: string }

/**
 * Verifies one stream from its first entry: the text is canonical, its hash is right, it names its predecessor, the
 * numbers run without a gap, all belong to one stream, and the columns say what the text says. Every link is checked,
 * not only the two ends. What was cut off after the last entry shows only against the stored head or a receipt.
 */
export function verifyChain(entries: readonly StoredEntry[]): Result<ChainHead, ChainBroken> {
	let before: StoredEntry | null = null
	for (const [index, entry] of entries.entries()) {
		const problem = findProblem(entry, index + 1, before)
		if (problem) return refuse({ seq: entry.seq, problem })
		before = entry
	}
	return accept({ count: entries.length, hash: before?.hash ?? GENESIS })
}

function findProblem(
	entry: StoredEntry,
	seq: number,
	before: StoredEntry | null,
): ChainBroken['problem'] | null {
	const previous = before?.hash ?? GENESIS
	if (before && (entry.stream !== before.stream || entry.jurisdictionId !== before.jurisdictionId))
		return 'stream'
	if (entry.seq !== seq) return 'sequence'
	if (leafHash(entry.leaf) !== entry.hash) return 'hash'
	const body = parseCanonical(entry.leaf)
	if (!body) return 'not-canonical'
	if (entry.prev !== previous || body['prev'] !== previous) return 'prev'
	return doColumnsAgree(entry, body) ? null : 'columns'
}

/** Pages read the columns, so a column that was changed beside an untouched text is a forgery all the same. */
function doColumnsAgree(entry: StoredEntry, body: Record<string, Json>): boolean {
	const actor = body['actor'] as { readonly id?: Json } | null | undefined
	return (
		body['log'] === entry.jurisdictionId &&
		body['stream'] === entry.stream &&
		body['seq'] === entry.seq &&
		body['at'] === entry.at.toISOString() &&
		body['act'] === entry.kind &&
		body['outcome'] === entry.outcome &&
		(actor?.id ?? null) === entry.actorId &&
		matterOfStream(entry.stream) === entry.matterId
	)
}

function parseCanonical(leaf: string): Record<string, Json> | null {
	try {
		const body = JSON.parse(leaf) as Record<string, Json>
		return canonicalJson(body) === leaf ? body : null
	} catch {
		return null
	}
}

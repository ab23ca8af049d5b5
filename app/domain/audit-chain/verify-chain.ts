import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { Json } from './canonical-json.ts'
import { canonicalJson } from './canonical-json.ts'
import { GENESIS } from './entry.ts'
import { leafHash } from './sha256.ts'

/** An entry as it is stored. */
export type StoredEntry = {
	readonly stream: string
	readonly seq: number
	readonly prev: string
	readonly leaf: string
	readonly hash: string
}

/** The first entry that does not hold, and what about it does not. */
export type ChainBroken = {
	readonly seq: number
	readonly problem: 'not-canonical' | 'hash' | 'prev' | 'sequence' | 'columns'
}

/** The head of a chain that holds. */
export type ChainHead = { readonly count: number; readonly hash: string }

/**
 * Verifies one stream from its first entry: the text is canonical, its hash is right, it names its predecessor, the
 * numbers run without a gap, and the columns say what the text says. Every link is checked, not only the two ends.
 */
export function verifyChain(entries: readonly StoredEntry[]): Result<ChainHead, ChainBroken> {
	let previous = GENESIS
	for (const [index, entry] of entries.entries()) {
		const problem = findProblem(entry, index + 1, previous)
		if (problem) return refuse({ seq: entry.seq, problem })
		previous = entry.hash
	}
	return accept({ count: entries.length, hash: previous })
}

function findProblem(entry: StoredEntry, seq: number, previous: string): ChainBroken['problem'] | null {
	if (entry.seq !== seq) return 'sequence'
	if (leafHash(entry.leaf) !== entry.hash) return 'hash'
	const body = parseCanonical(entry.leaf)
	if (!body) return 'not-canonical'
	if (entry.prev !== previous || body['prev'] !== previous) return 'prev'
	return body['stream'] === entry.stream && body['seq'] === entry.seq ? null : 'columns'
}

function parseCanonical(leaf: string): Record<string, Json> | null {
	try {
		const body = JSON.parse(leaf) as Record<string, Json>
		return canonicalJson(body) === leaf ? body : null
	} catch {
		return null
	}
}

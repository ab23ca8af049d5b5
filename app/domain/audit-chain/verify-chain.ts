import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type JsonObject, isJsonObject, parseCanonical } from './canonical-json.ts'
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
	/** The instant as ISO text in UTC. */
	readonly at: string
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

/** A chain that is being verified: entry after entry is shown to it, and none is kept. */
export type OpenChain = {
	/** Takes the next entry; after the first that does not hold nothing is looked at any more. */
	readonly take: (entry: StoredEntry) => void
	/** What was found so far: the head, or the first entry that does not hold. */
	readonly found: () => Result<ChainHead, ChainBroken>
}

/**
 * Opens the verification of one stream from its first entry: the text is canonical, its hash is right, it names its
 * predecessor, the numbers run without a gap, all belong to one stream, and the columns say what the text says. Every
 * link is checked, not only the two ends. What was cut off after the last entry shows only against the stored head or a
 * receipt.
 */
export function openChain(): OpenChain {
	let count = 0
	let before: StoredEntry | null = null
	let broken: ChainBroken | null = null
	return {
		take: (entry) => {
			if (broken) return
			const problem = findProblem(entry, count + 1, before)
			if (problem) broken = { seq: entry.seq, problem }
			count += 1
			before = entry
		},
		found: () => (broken ? refuse(broken) : accept({ count, hash: before?.hash ?? GENESIS })),
	}
}

/** The same for a stream that is at hand as a whole. */
export function verifyChain(entries: Iterable<StoredEntry>): Result<ChainHead, ChainBroken> {
	const chain = openChain()
	for (const entry of entries) chain.take(entry)
	return chain.found()
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
	if (!isJsonObject(body)) return 'not-canonical'
	if (entry.prev !== previous || body['prev'] !== previous) return 'prev'
	return doColumnsAgree(entry, body) ? null : 'columns'
}

/** Pages read the columns, so a column that was changed beside an untouched text is a forgery all the same. */
function doColumnsAgree(entry: StoredEntry, body: JsonObject): boolean {
	const actor = body['actor']
	const actorId = isJsonObject(actor) ? actor['id'] : null
	return (
		body['log'] === entry.jurisdictionId &&
		body['stream'] === entry.stream &&
		body['seq'] === entry.seq &&
		body['at'] === entry.at &&
		body['act'] === entry.kind &&
		body['outcome'] === entry.outcome &&
		(actorId ?? null) === entry.actorId &&
		matterOfStream(entry.stream) === entry.matterId
	)
}

import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import type { ComparerBounds, ComparisonAsked } from './comparison-asked.ts'
import { openResultCache } from './result-cache.ts'
import type { CompareThreads } from './compare-threads.server.ts'
import { openCompareThreads } from './compare-threads.server.ts'

/** Compares texts for all pages and papers of the process: what was compared once is not compared again. */
export type Comparer = {
	readonly compare: (asked: ComparisonAsked) => Promise<Redline>
	/** Ends the threads; what is under way fails. */
	readonly close: () => Promise<void>
}

const BOUNDS: ComparerBounds = { inPlace: 16_000, threads: 2, large: 200_000, kept: 8_000_000 }

/**
 * Opens the comparer. Small pairs are compared in place, others in threads beside the one that answers pages. Results
 * are kept in memory by the hashes of both texts and the corrections, and who asks for a pair that is being compared
 * waits for the same result.
 */
export function openComparer(bounds: ComparerBounds = BOUNDS): Comparer {
	const kept = openResultCache<Redline>(bounds.kept)
	const underWay = new Map<string, Promise<Redline>>()
	let threads: CompareThreads | null = null
	const compareNow = async (asked: ComparisonAsked, size: number): Promise<Redline> => {
		if (size <= bounds.inPlace) return compareTexts(asked.oldText, asked.newText, asked.corrections)
		threads ??= openCompareThreads(bounds)
		return threads.compare(asked, size)
	}
	return {
		compare: (asked) => {
			const key = keyOf(asked)
			const known = kept.find(key)
			if (known) return Promise.resolve(known)
			const present = underWay.get(key)
			if (present) return present
			const size = asked.oldText.length + asked.newText.length
			const result = compareNow(asked, size)
				.then((redline) => {
					kept.keep(key, redline, size)
					return redline
				})
				.finally(() => underWay.delete(key))
			underWay.set(key, result)
			return result
		},
		close: async () => threads?.close(),
	}
}

function keyOf({ oldText, newText, corrections }: ComparisonAsked): string {
	return [sha256Hex(oldText), sha256Hex(newText), JSON.stringify(corrections)].join(' ')
}

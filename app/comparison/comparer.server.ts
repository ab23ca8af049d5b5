import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Given } from '#app/domain/redline/compared-text.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { writePaper } from '#app/documents/papers/write-paper.server.ts'
import { writeSealedWord } from '#app/documents/sealed-word/write-sealed-word.ts'
import type { ComparerBounds, ComparisonAsked, PaperAsked } from './comparison-asked.ts'
import { openResultCache } from './result-cache.ts'
import { type CompareThreads, openCompareThreads } from './compare-threads.server.ts'

/** Compares texts for all pages and papers of the process: what was compared once is not compared again. */
export type Comparer = {
	readonly compare: (asked: ComparisonAsked) => Promise<Redline>
	/** Writes a paper of two texts; who asks for one that is being written waits for the same. */
	readonly write: (asked: PaperAsked) => Promise<Uint8Array>
	/** Writes the Word file of a sealed paper from its content. */
	readonly writeSealed: (content: string) => Promise<Uint8Array>
	/** Ends the threads; what is under way fails. */
	readonly close: () => Promise<void>
}

const BOUNDS: ComparerBounds = {
	inPlace: 16_000,
	sealedInPlace: 64_000,
	threads: 2,
	large: 200_000,
	kept: 8_000_000,
}

/** A paper takes about so many times as long as its comparison, and waits its turn accordingly. */
const WRITING = 3

/**
 * Opens the comparer. Small pairs are compared, and their papers written, in place, others in threads beside the one that
 * answers pages. Results are kept in memory by the hashes of both texts and the corrections, and who asks for a pair
 * that is being compared waits for the same result.
 */
export function openComparer(bounds: ComparerBounds = BOUNDS): Comparer {
	const kept = openResultCache<Redline>(bounds.kept)
	const comparing = new Map<string, Promise<Redline>>()
	const writing = new Map<string, Promise<Uint8Array>>()
	let opened: CompareThreads | null = null
	const threads = () => (opened ??= openCompareThreads(bounds))

	const compare = (asked: ComparisonAsked): Promise<Redline> => {
		const key = keyOf(asked)
		const known = kept.find(key)
		if (known) return Promise.resolve(known)
		return once(comparing, key, async () => {
			const size = sizeOf(asked)
			const redline =
				size <= bounds.inPlace
					? compareTexts(asked.old, asked.new, asked.corrections)
					: await threads().compare(asked, size)
			kept.keep(key, redline, size)
			return redline
		})
	}

	/** A file that asks for more than a thread may take is typeset anew: nobody is left without a paper. */
	const writeFromFiles = async (asked: PaperAsked, size: number): Promise<Uint8Array> => {
		try {
			return await threads().write(asked, size * WRITING)
		} catch {
			return threads().write({ ...asked, facts: { ...asked.facts, files: null } }, size * WRITING)
		}
	}

	return {
		compare,
		write: (asked) => {
			const { paper, facts, corrections } = asked
			const pair = { old: facts.texts.old, new: facts.texts.new, corrections }
			const size = sizeOf(pair)
			return once(writing, paperKeyOf(asked, pair), async () => {
				// Reading and writing Word files anew is work of another order than that of a small text.
				if (facts.files !== null) return writeFromFiles(asked, size)
				return size <= bounds.inPlace
					? writePaper(paper, facts, await compare(pair))
					: threads().write(asked, size * WRITING)
			})
		},
		writeSealed: async (content) =>
			content.length <= bounds.sealedInPlace ? writeSealedWord(content) : threads().writeSealed(content),
		close: async () => opened?.close(),
	}
}

/** The work that is under way for a key, begun if it is not. */
function once<Value>(
	underWay: Map<string, Promise<Value>>,
	key: string,
	begin: () => Promise<Value>,
): Promise<Value> {
	const present = underWay.get(key)
	if (present) return present
	const work = begin().finally(() => underWay.delete(key))
	underWay.set(key, work)
	return work
}

/** Everything that a paper says. */
function paperKeyOf({ paper, facts }: PaperAsked, pair: ComparisonAsked): string {
	const { texts, files, ...rest } = facts
	const marked = files === null ? [] : [files.old !== null, files.new !== null]
	const names = [texts.old, texts.new].map(({ name, day, sha256 }) => [name, day, sha256])
	return [paper, keyOf(pair), JSON.stringify([names, marked, rest])].join(' ')
}

function keyOf({ old, new: fresh, corrections }: ComparisonAsked): string {
	return [hashOf(old), hashOf(fresh), JSON.stringify(corrections)].join(' ')
}

/** Of a document all that is compared counts: two may say the same words in other cells. */
function hashOf(text: Given): string {
	if (typeof text === 'string') return sha256Hex(text)
	const { document } = text
	return sha256Hex(document === null ? text.text : JSON.stringify([document.body, document.notes]))
}

function sizeOf({ old, new: fresh }: ComparisonAsked): number {
	const lengthOf = (text: Given) => (typeof text === 'string' ? text : text.text).length
	return lengthOf(old) + lengthOf(fresh)
}

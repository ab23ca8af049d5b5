import { type BigramCounts, type Recognisable, countBigrams } from './count-bigrams.ts'

/**
 * What a text is recognised by: its pairs of neighbouring characters (bigrams), each with its weight. `ids` is sorted,
 * so that two fingerprints are compared in one walk.
 */
export type Fingerprint = { readonly ids: Int32Array; readonly weights: Float64Array; readonly total: number }

/** How much more a rare bigram says than its logarithm. */
const RARITY = 1.5
/** A bigram that stands in every clause still says this much; otherwise short boilerplate could not be matched at all. */
const LEAST_WEIGHT = 0.25
/** How much a text that stands whole in a longer one counts beside how alike the two are. */
const CONTAINED = 0.3

/**
 * Takes the fingerprints of two lists of texts. A bigram that few texts of both lists hold weighs more than one
 * that most hold ("应当", "县级以上"), by the logarithm of its rarity. What is settled gets none.
 */
export function takeFingerprints(lists: readonly (readonly Recognisable[])[]): Fingerprint[][] {
	const all = lists.flat()
	const { counts, spread } = countBigrams(all)
	const rarity = rarityOf(spread, all.length)
	const weights = new Float64Array(counts.reduce((sum, { ids }) => sum + ids.length, 0))
	let [at, used] = [0, 0]
	const next = () => {
		const count = counts[at++]
		if (!count) throw new Error('every text was counted')
		if (count.ids.length === 0) return NONE
		const from = used
		used += count.ids.length
		return weigh(count, rarity, weights.subarray(from, used))
	}
	return lists.map((list) => list.map(next))
}

/** How much each bigram says, by the number of texts that hold it. */
function rarityOf(spread: Int32Array, texts: number): Float64Array {
	const bySpread = new Float64Array(texts + 1)
	const rarity = new Float64Array(spread.length)
	for (let id = 0; id < spread.length; id += 1) {
		const holders = spread[id] ?? 0
		if (bySpread[holders] === 0)
			bySpread[holders] = Math.max(LEAST_WEIGHT, Math.log(texts / holders + 1) ** RARITY)
		rarity[id] = bySpread[holders] ?? 0
	}
	return rarity
}

const NONE: Fingerprint = { ids: new Int32Array(), weights: new Float64Array(), total: 0 }

function weigh({ ids, times }: BigramCounts, rarity: Float64Array, weights: Float64Array): Fingerprint {
	for (let at = 0; at < ids.length; at += 1) weights[at] = (times[at] ?? 0) * (rarity[ids[at] ?? 0] ?? 0)
	return fingerprint(ids, weights)
}

function fingerprint(ids: Int32Array, weights: Float64Array): Fingerprint {
	let total = 0
	for (const weight of weights) total += weight
	return { ids, weights, total }
}

/** The weight of what two texts have in common. */
export function overlap(a: Fingerprint, b: Fingerprint): number {
	const [few, many] = a.ids.length <= b.ids.length ? [a, b] : [b, a]
	let shared = 0
	let there = 0
	for (let at = 0; at < few.ids.length; at += 1) {
		const id = few.ids[at] ?? 0
		there = placeFrom(many.ids, there, id, few.ids.length)
		if (many.ids[there] === id) shared += Math.min(few.weights[at] ?? 0, many.weights[there] ?? 0)
	}
	return shared
}

/** In so many times more bigrams a place is searched for by halves. */
const MUCH_LONGER = 8

/**
 * The first place from `from` on whose number is not below `id`. Where `few` numbers are looked for in very many, as of an
 * article in one that holds thousands, halves are taken, so that the work is that of the few.
 */
function placeFrom(ids: Int32Array, from: number, id: number, few: number): number {
	let low = from
	if (ids.length > MUCH_LONGER * few)
		for (let high = ids.length; low < high;) {
			const middle = (low + high) >> 1
			if ((ids[middle] ?? 0) < id) low = middle + 1
			else high = middle
		}
	else while (low < ids.length && (ids[low] ?? 0) < id) low += 1
	return low
}

/** What `whole` holds beyond `part`. */
export function without(whole: Fingerprint, part: Fingerprint): Fingerprint {
	return takeOff({ ...whole, weights: Float64Array.from(whole.weights) }, part)
}

/** What is left is nothing when it is less than this: sums of fractions are not exact. */
const NEXT_TO_NOTHING = 1e-9

/** Takes `part` off a fingerprint that nobody else holds: it is changed in place. */
export function takeOff({ ids, weights, total }: Fingerprint, part: Fingerprint): Fingerprint {
	let left = total
	let there = 0
	for (let at = 0; at < part.ids.length; at += 1) {
		const id = part.ids[at] ?? 0
		there = placeFrom(ids, there, id, part.ids.length)
		if (ids[there] !== id) continue
		const weight = weights[there] ?? 0
		const taken = Math.min(weight, part.weights[at] ?? 0)
		weights[there] = weight - taken
		left -= taken
	}
	return { ids, weights, total: left > NEXT_TO_NOTHING ? left : 0 }
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: Fingerprint, whole: Fingerprint): number {
	return part.total === 0 ? 0 : overlap(part, whole) / part.total
}

/** How alike two texts are, 0 to 1: mostly what they share of both (Dice), partly what they share of the shorter. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
	if (a.total === 0 || b.total === 0) return a.total === b.total ? 1 : 0
	const shared = overlap(a, b)
	const ofBoth = (2 * shared) / (a.total + b.total)
	return (1 - CONTAINED) * ofBoth + CONTAINED * (shared / Math.min(a.total, b.total))
}

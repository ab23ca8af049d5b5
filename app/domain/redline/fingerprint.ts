/**
 * What a text is recognised by: its pairs of neighbouring characters (bigrams), each with its weight. `ids` is sorted,
 * so that two fingerprints are compared in one walk.
 */
export type Fingerprint = { readonly ids: Int32Array; readonly weights: Float64Array; readonly total: number }

/** References and amounts are masked: two penalty articles are not alike because both cite 第十条 and ask for 五百元. */
const REFERENCE =
	/第[零〇一二两三四五六七八九十百千0-9０-９]{1,12}[编章节条款项目](?:之[一二三四五六七八九十]{1,3})?/g
const AMOUNT = /[零〇一二两三四五六七八九十百千万亿0-9０-９.]{1,16}(?=[元年月日天倍人户％%]|个)/g
/** How much more a rare bigram says than its logarithm. */
const RARITY = 1.5
/** A bigram that stands in every clause still says this much; otherwise short boilerplate could not be matched at all. */
const LEAST_WEIGHT = 0.25

/**
 * Takes the fingerprints of two lists of texts. A bigram that few texts of both lists hold weighs more than one
 * that most hold ("应当", "县级以上"), by the logarithm of its rarity.
 */
export function takeFingerprints(lists: readonly (readonly string[])[]): Fingerprint[][] {
	const numbers = new Map<number, number>()
	const counted = lists.map((texts) => texts.map((text) => countBigrams(text, numbers)))
	const spread = new Int32Array(numbers.size)
	for (const bigrams of counted.flat()) for (const id of bigrams.keys()) spread[id] = (spread[id] ?? 0) + 1
	const texts = lists.reduce((sum, list) => sum + list.length, 0)
	const rarity = Float64Array.from(spread, (holders) =>
		Math.max(LEAST_WEIGHT, Math.log(texts / holders + 1) ** RARITY),
	)
	return counted.map((list) => list.map((bigrams) => weigh(bigrams, rarity)))
}

function countBigrams(text: string, numbers: Map<number, number>): Map<number, number> {
	const masked = text.replaceAll(REFERENCE, '§').replaceAll(AMOUNT, '#').replaceAll(/\s/g, '')
	const counts = new Map<number, number>()
	const add = (bigram: number) => {
		const id = numbers.get(bigram) ?? numbers.size
		if (id === numbers.size) numbers.set(bigram, id)
		counts.set(id, (counts.get(id) ?? 0) + 1)
	}
	if (masked.length === 1) add(masked.charCodeAt(0))
	for (let at = 0; at + 1 < masked.length; at += 1)
		add(masked.charCodeAt(at) * 0x10000 + masked.charCodeAt(at + 1))
	return counts
}

function weigh(bigrams: ReadonlyMap<number, number>, rarity: Float64Array): Fingerprint {
	const ids = Int32Array.from(bigrams.keys()).sort()
	const weights = Float64Array.from(ids, (id) => (bigrams.get(id) ?? 0) * (rarity[id] ?? 0))
	return fingerprint(ids, weights)
}

function fingerprint(ids: Int32Array, weights: Float64Array): Fingerprint {
	return { ids, weights, total: weights.reduce((sum, weight) => sum + weight, 0) }
}

/** The weight of what two texts have in common. */
export function overlap(a: Fingerprint, b: Fingerprint): number {
	let shared = 0
	for (let at = 0, there = 0; at < a.ids.length && there < b.ids.length;) {
		const id = a.ids[at] ?? 0
		const other = b.ids[there] ?? 0
		if (id === other) shared += Math.min(a.weights[at] ?? 0, b.weights[there] ?? 0)
		if (id <= other) at += 1
		if (other <= id) there += 1
	}
	return shared
}

/** What `whole` holds beyond `part`. */
export function without(whole: Fingerprint, part: Fingerprint): Fingerprint {
	const weights = Float64Array.from(whole.weights)
	for (let at = 0, there = 0; at < whole.ids.length && there < part.ids.length;) {
		const id = whole.ids[at] ?? 0
		const other = part.ids[there] ?? 0
		if (id === other) weights[at] = Math.max(0, (weights[at] ?? 0) - (part.weights[there] ?? 0))
		if (id <= other) at += 1
		if (other <= id) there += 1
	}
	return fingerprint(whole.ids, weights)
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: Fingerprint, whole: Fingerprint): number {
	return part.total === 0 ? 0 : overlap(part, whole) / part.total
}

/** How much a text that stands whole in a longer one counts beside how alike the two are. */
const CONTAINED = 0.3

/** How alike two texts are, 0 to 1: mostly what they share of both (Dice), partly what they share of the shorter. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
	if (a.total === 0 || b.total === 0) return a.total === b.total ? 1 : 0
	const shared = overlap(a, b)
	return (
		(1 - CONTAINED) * ((2 * shared) / (a.total + b.total)) + CONTAINED * (shared / Math.min(a.total, b.total))
	)
}

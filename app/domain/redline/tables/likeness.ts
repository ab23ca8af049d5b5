/** Of longer texts the beginning decides. */
const MOST = 2_000

/** The pairs of characters of a text, sorted: read once where a text is weighed against many. */
export type Profile = { readonly text: string; readonly pairs: Uint32Array }

/** Reads the pairs of characters of a text. */
export function profileOf(text: string): Profile {
	const head = text.slice(0, MOST)
	const pairs = new Uint32Array(Math.max(0, head.length - 1))
	for (let at = 0; at < pairs.length; at += 1)
		pairs[at] = head.charCodeAt(at) * 65_536 + head.charCodeAt(at + 1)
	return { text, pairs: pairs.sort() }
}

/** The share of pairs of characters that two texts have in common, 0 to 1. */
export function likeness(one: string, other: string): number {
	return one === other ? 1 : likenessOfProfiles(profileOf(one), profileOf(other))
}

/** The same of texts that were read. */
export function likenessOfProfiles(one: Profile, other: Profile): number {
	if (one.text === other.text) return 1
	const [a, b] = [one.pairs, other.pairs]
	const all = a.length + b.length
	if (all === 0) return 0
	let [common, at, to] = [0, 0, 0]
	while (at < a.length && to < b.length) {
		const difference = (a[at] ?? 0) - (b[to] ?? 0)
		if (difference === 0) common += 1
		if (difference <= 0) at += 1
		if (difference >= 0) to += 1
	}
	return (2 * common) / all
}

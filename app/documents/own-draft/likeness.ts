/** Of longer texts the beginning decides. */
const MOST = 2_000

/** The share of pairs of characters that two texts have in common, 0 to 1. */
export function likeness(one: string, other: string): number {
	if (one === other) return 1
	const [a, b] = [one.slice(0, MOST), other.slice(0, MOST)]
	const counts = new Map<string, number>()
	for (let at = 0; at + 1 < a.length; at += 1) {
		const pair = a.slice(at, at + 2)
		counts.set(pair, (counts.get(pair) ?? 0) + 1)
	}
	let common = 0
	for (let at = 0; at + 1 < b.length; at += 1) {
		const pair = b.slice(at, at + 2)
		const left = counts.get(pair) ?? 0
		if (left === 0) continue
		counts.set(pair, left - 1)
		common += 1
	}
	const all = a.length + b.length - 2
	return all <= 0 ? 0 : (2 * common) / all
}

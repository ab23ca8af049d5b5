/** The pairs of neighbouring characters in a text, blanks left out, each with how often it stands there. */
export type Shingles = { readonly counts: ReadonlyMap<string, number>; readonly total: number }

/** The shingles of a text. */
export function shinglesOf(text: string): Shingles {
	const signs = [...text.replaceAll(/[\s\u3000]/g, '')]
	const counts = new Map<string, number>()
	if (signs.length === 1) counts.set(signs[0] ?? '', 1)
	for (let at = 0; at + 1 < signs.length; at += 1) {
		const pair = `${signs[at]}${signs[at + 1]}`
		counts.set(pair, (counts.get(pair) ?? 0) + 1)
	}
	return { counts, total: signs.length === 1 ? 1 : Math.max(0, signs.length - 1) }
}

/** How many shingles two texts share. */
export function overlap(a: Shingles, b: Shingles): number {
	const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
	let shared = 0
	for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0)
	return shared
}

/** How alike two texts are, 0 to 1 (Dice): 1 for the same shingles, two empty texts included. */
export function likeness(a: Shingles, b: Shingles): number {
	const total = a.total + b.total
	return total === 0 ? 1 : (2 * overlap(a, b)) / total
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: Shingles, whole: Shingles): number {
	return part.total === 0 ? 0 : overlap(part, whole) / part.total
}

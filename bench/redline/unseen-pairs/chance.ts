/** Random choices that a seed repeats. */
export type Chance = {
	/** From 0 up to 1. */
	readonly share: () => number
	/** A whole number from 0 up to `below`. */
	readonly below: (below: number) => number
	readonly between: (least: number, most: number) => number
	readonly oneOf: <Each>(list: readonly Each[]) => Each
	readonly shuffled: <Each>(list: readonly Each[]) => Each[]
}

/** Opens a stream of random numbers (mulberry32). */
export function openChance(seed: number): Chance {
	let state = Math.imul(seed + 1, 0x9e3779b1)
	const share = () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
	const below = (limit: number) => Math.floor(share() * limit)
	const shuffled = <Each>(list: readonly Each[]) =>
		list
			.map((each) => ({ each, rank: share() }))
			.toSorted((x, y) => x.rank - y.rank)
			.map(({ each }) => each)
	return {
		share,
		below,
		between: (least, most) => least + below(most - least + 1),
		oneOf: <Each>(list: readonly Each[]) => {
			const chosen = list[below(list.length)]
			if (chosen === undefined) throw new Error('there is nothing to choose from')
			return chosen
		},
		shuffled,
	}
}

/** How far the last two lines of a paper stand from the right margin, in characters of the body. */
export type SignaturePlaces = { readonly name: number; readonly day: number }

/**
 * Where an organ that seals a paper stands, and the day under it (GB/T 9704-2012 7.3.5.1): the day four characters from
 * the margin, the name centred over it; a name too long for that ends at the margin and the day is centred under it.
 */
export function sealedPlaces(name: string, day: string): SignaturePlaces {
	const half = (widthOf(name) - widthOf(day)) / 2
	return half > FOUR ? { name: 0, day: half } : { name: FOUR - half, day: FOUR }
}

/**
 * Where somebody stands who signs without a seal, and the day under it (7.3.5.2): the name two characters from the
 * margin, the day begins two characters further right than the name; a longer day stands two characters from the margin.
 */
export function unsealedPlaces(name: string, day: string): SignaturePlaces {
	const spare = widthOf(name) - TWO - widthOf(day)
	return spare >= 0 ? { name: TWO, day: TWO + spare } : { name: TWO - spare, day: TWO }
}

const FOUR = 4
const TWO = 2

/** A text in widths of a Chinese character; Arabic figures and Latin letters take half of one. */
export function widthOf(text: string): number {
	return [...text].reduce((sum, sign) => sum + (/[\u0020-\u007E]/.test(sign) ? 0.5 : 1), 0)
}

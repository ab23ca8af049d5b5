/** A text as a search sees it: its letters in their plain form, and the place in the text at which each began. */
export type Letters = { readonly letters: readonly string[]; readonly places: readonly number[] }

/**
 * The letters of a text. Full width is half width, capitals are small letters, and blanks and line ends are nothing:
 * a word is found where a line broke it. Every other sign is a letter, `%` and `_` too.
 */
export function lettersOf(text: string): Letters {
	const letters: string[] = []
	const places: number[] = []
	let place = 0
	for (const written of text) {
		for (const letter of written.normalize('NFKC').toLowerCase())
			if (/\S/u.test(letter)) {
				letters.push(letter)
				places.push(place)
			}
		place += written.length
	}
	return { letters, places }
}

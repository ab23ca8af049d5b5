import { wordsOf } from './grams.ts'
import { lettersOf } from './letters.ts'

/** Where a word stands in a text, with what stands around it. */
export type Excerpt = { readonly before: string; readonly word: string; readonly after: string }

/** So many characters are shown on each side. */
const AROUND = 24

/** The first place at which one of the words asked for stands in a text, or null where none does. */
export function excerptOf(text: string, asked: string): Excerpt | null {
	const { letters, places } = lettersOf(text)
	const whole = letters.join('')
	for (const asWritten of wordsOf(asked)) {
		const word = lettersOf(asWritten).letters
		const found = whole.indexOf(word.join(''))
		if (found === -1) continue
		// Places count letters; a letter outside the basic plane takes two units of a string.
		const first = [...whole.slice(0, found)].length
		const from = places[first] ?? 0
		const to = places[first + word.length] ?? text.length
		return {
			before: oneLine(text.slice(Math.max(0, from - AROUND), from)),
			word: oneLine(text.slice(from, to)).trim(),
			after: oneLine(text.slice(to, to + AROUND)),
		}
	}
	return null
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/gu, ' ')
}

import { lettersOf } from './letters.ts'

/** The longest word that can be asked for, in letters. */
export const LONGEST_WORD = 60

/** So many words are looked for; what stands behind them is not. */
export const MOST_WORDS = 5

/** A part of a text in the index, in letters; PostgreSQL counts no further than to 16,383 in one of them. */
const PART_LETTERS = 8_000

/** A word to look for: letters that follow one another, each pair of neighbours as one gram. */
export type Phrase =
	| { readonly kind: 'grams'; readonly grams: readonly string[] }
	/** One letter alone: the beginning of a gram. */
	| { readonly kind: 'beginning'; readonly of: string }

/**
 * Texts as the grams of their neighbouring letters in order: 规范性 gives 规范, 范性 and 性 alone, so that no word reaches
 * from one text into the next. They are cut into parts that overlap by the longest word, so that no word is cut. A gram
 * is written in digits and small letters: no index takes it for anything but one word.
 */
export function gramsOf(texts: readonly string[]): string[][] {
	const grams = texts.flatMap((text) => pairs(lettersOf(text).letters))
	const parts: string[][] = []
	for (let from = 0; from === 0 || from < grams.length - LONGEST_WORD; from += PART_LETTERS)
		parts.push(grams.slice(from, from + PART_LETTERS + LONGEST_WORD))
	return parts
}

/** The words that somebody asks for, apart at blanks; none where nothing was asked. */
export function phrasesOf(asked: string): Phrase[] {
	return wordsOf(asked).map((word) => {
		const { letters } = lettersOf(word)
		if (letters.length === 1) return { kind: 'beginning', of: `x${code(letters[0])}` }
		return { kind: 'grams', grams: pairs(letters).slice(0, -1) }
	})
}

/** The words that are looked for, as they were asked. */
export function wordsOf(asked: string): string[] {
	return asked
		.split(/\s+/u)
		.map((word) => [...word].slice(0, LONGEST_WORD).join(''))
		.filter((word) => lettersOf(word).letters.length > 0)
		.slice(0, MOST_WORDS)
}

function pairs(letters: readonly string[]): string[] {
	return letters.map((letter, at) => `x${code(letter)}${code(letters[at + 1])}`)
}

/** Four digits of base 36 hold every letter there is; nothing is written as 0000. */
function code(letter: string | undefined): string {
	return (letter?.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
}

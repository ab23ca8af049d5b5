import { invisibleKind } from '#app/domain/precheck/invisible-characters.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** The longest title, in UTF-16 code units: titles of documents seldom pass a hundred characters. */
export const TITLE_LIMIT = 200

/** The longest name, number or code, in UTF-16 code units. */
export const NAME_LIMIT = 100

/** The longest reason, answer or note that a form takes, in UTF-16 code units. */
export const WORDS_LIMIT = 4000

/** The longest opinion of counsel, in UTF-16 code units. */
export const COUNSEL_TEXT_LIMIT = 20_000

/** The longest note of a re-check, in UTF-16 code units. */
export const RECHECK_NOTE_LIMIT = 20_000

/**
 * Reads a title: one line, trimmed, at most `TITLE_LIMIT` long; empty or longer is refused by field name. What stands in it
 * unseen, or turns what follows about, is left out: an agenda, a paper and a list show a title, and nothing but it.
 */
export function readTitle(field: string, typed: string): Result<string, Unfitting> {
	return readWords(field, asSeen(typed.replaceAll(/\s+/g, ' ')), TITLE_LIMIT)
}

/** Variation selectors stay: by them the rare characters of names are written. */
function asSeen(typed: string): string {
	return [...typed]
		.filter((character) => [null, 'variation'].includes(invisibleKind(character.codePointAt(0) ?? 0)))
		.join('')
}

/** Reads words that must be there: trimmed, at most `limit` long; empty or longer is refused by field name. */
export function readWords(field: string, typed: string, limit = WORDS_LIMIT): Result<string, Unfitting> {
	const words = typed.trim()
	if (words === '') return refuse({ code: 'unfitting', field, problem: 'missing' })
	if (words.length > limit) return refuse({ code: 'unfitting', field, problem: 'too-long' })
	return accept(words)
}

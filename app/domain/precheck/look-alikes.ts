import { latinLookAlike, oddCharacter } from './character-classes.ts'
import { codePointName, invisibleKind } from './invisible-characters.ts'
import { type Swap, findSwaps } from './find-swaps.ts'
import { isOftenConfused, rightCharacter } from './same-shape-words.ts'

/** A character or a stretch that looks like something it is not. */
export type LookAlike = {
	/** Code units in the text. */
	readonly start: number
	readonly end: number
	/** U+0430 */
	readonly codePoints: readonly string[]
	readonly kind:
		| 'bidi'
		| 'zero-width'
		| 'tag'
		| 'variation'
		| 'control'
		| 'full-width'
		| 'compatibility'
		| 'foreign-script'
		| 'confusable'
	/** The character that it is taken for; null for what is not seen at all, or cannot be told. */
	readonly looksLike: string | null
	readonly isInvisible: boolean
}

/**
 * What in a text looks equal to something else and is not: characters that are not seen, forms that only look like
 * ordinary ones, letters of other scripts, and Han characters in a common word that is written with another one
 * (己经). With `before`, the other version of the same paragraph, also every character that was put in the place of one
 * that looks like it. What usual Chinese typing gives is never named.
 */
export function findLookAlikes(text: string, before?: string): LookAlike[] {
	const found: LookAlike[] = []
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at)
		const watched = WATCHED[unit]
		if (watched === PLAIN) continue
		const character = String.fromCodePoint(text.codePointAt(at) ?? unit)
		const odd = judge(text, at, character)
		if (odd)
			found.push({ start: at, end: at + character.length, codePoints: [codePointName(character)], ...odd })
		at += character.length - 1
	}
	return before === undefined || before === text ? found : withSwaps(found, text, before)
}

type Judged = Pick<LookAlike, 'kind' | 'looksLike' | 'isInvisible'>

const FIGURE_LIKE: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' }

/** One entry for each UTF-16 unit: whether a character that begins with it may look like another. */
const WATCHED = new Uint8Array(0x10000)
const PLAIN = 0

for (let unit = 0; unit < 0x10000; unit += 1) {
	const character = String.fromCharCode(unit)
	const isWatched =
		(unit >= 0xd800 && unit < 0xe000) ||
		invisibleKind(unit) !== null ||
		latinLookAlike(character) !== null ||
		isOftenConfused(character) ||
		FIGURE_LIKE[character] !== undefined ||
		oddCharacter(character) !== null
	WATCHED[unit] = isWatched ? 1 : PLAIN
}

function judge(text: string, at: number, character: string): Judged | null {
	const point = character.codePointAt(0) ?? 0
	const invisible = invisibleKind(point)
	if (invisible !== null) return { kind: invisible, looksLike: null, isInvisible: true }
	if (point >= 0xd800 && point < 0xe000) return { kind: 'control', looksLike: null, isInvisible: true }
	const odd = oddCharacter(character)
	if (odd) return isInOwnScript(text, at) ? null : { ...odd, isInvisible: false }
	const latin = latinLookAlike(character)
	if (latin !== null)
		return isReadAsLatin(text, at) ? { kind: 'foreign-script', looksLike: latin, isInvisible: false } : null
	const right = rightCharacter(text, at, character) ?? rightFigure(text, at, character)
	return right === null ? null : { kind: 'confusable', looksLike: right, isInvisible: false }
}

const SYLLABLE = /[\u3041-\u3096\u30A1-\u30FA\u3105-\u312F\u3131-\u318E\uAC00-\uD7A3\u30FC]/

/** Whether a kana, Hangul or Bopomofo letter stands in a word of its script: one with a letter that looks like no other. */
function isInOwnScript(text: string, at: number): boolean {
	return [...wordAt(text, at, SYLLABLE)].some(
		(letter) => SYLLABLE.test(letter) && oddCharacter(letter) === null,
	)
}

const LETTER = /[A-Za-z\u00C0-\u024F\u0250-\u02AF\u0370-\u03FF\u0400-\u052F\u0531-\u0587\u1D00-\u1D2B]/
/** λ, μ, ρ alone are signs of mathematics. */
const GREEK_SYMBOL = /[\u03B1-\u03C9]/
const LATIN = /[A-Za-z\u00C0-\u024F]/
/** A longer run of letters is no word. */
const LONGEST_WORD = 40

/** Whether every letter of a word is Latin or looks like it: a Russian or Greek word with a letter of its own is not. */
function isReadAsLatin(text: string, at: number): boolean {
	const letters = [...wordAt(text, at, LETTER)]
	if (letters.length === 1 && GREEK_SYMBOL.test(letters[0] ?? '')) return false
	const hasOwn = letters.some((letter) => !LATIN.test(letter) && latinLookAlike(letter) === null)
	return !hasOwn || letters.some((letter) => LATIN.test(letter))
}

const FIGURE_OR_LETTER = /[0-9A-Za-z.,]/
const LEADING = /^[0-9A-Za-z.,]+/
const NUMBER = /^(?=.*[0-9])[0-9OoIl.,]+$/
const MEASURE = /^[年月日号元万亿条款项章个名人家户倍天页%％]/

/** The figure that a letter stands for in a number with its measure: 2O26年, l0万元. */
function rightFigure(text: string, at: number, character: string): string | null {
	const figure = FIGURE_LIKE[character]
	if (figure === undefined) return null
	const word = wordAt(text, at, FIGURE_OR_LETTER)
	const measured = text.slice(at, at + LONGEST_WORD + 1).replace(LEADING, '')
	return NUMBER.test(word) && MEASURE.test(measured) ? figure : null
}

/** The characters of a kind that stand together here; of a very long stretch, those near. */
function wordAt(text: string, at: number, kind: RegExp): string {
	let start = at
	let end = at
	while (at - start < LONGEST_WORD && kind.test(text[start - 1] ?? '')) start -= 1
	while (end - at < LONGEST_WORD && kind.test(text[end] ?? '')) end += 1
	return text.slice(start, end)
}

/** Adds the characters that were put in the place of ones that look like them, unless they are named already. */
function withSwaps(found: readonly LookAlike[], text: string, before: string): LookAlike[] {
	const named = new Set(found.map((each) => each.start))
	const swaps = findSwaps(text, before)
		.filter((swap) => !named.has(swap.start) && !isMadeUsual(swap))
		.map(({ start, character, instead }): LookAlike => {
			const kind = kindOfSwap(character, instead)
			const end = start + character.length
			return {
				start,
				end,
				codePoints: [codePointName(character)],
				kind,
				looksLike: instead,
				isInvisible: false,
			}
		})
	return swaps.length === 0 ? [...found] : [...found, ...swaps].sort((a, b) => a.start - b.start)
}

/** Whether a form that only looks like a character gave way to the character itself: １０ that is 10 now hides nothing. */
function isMadeUsual({ character, instead }: Swap): boolean {
	return oddCharacter(character) === null && instead !== character && instead.normalize('NFKC') === character
}

function kindOfSwap(character: string, instead: string): LookAlike['kind'] {
	const odd = oddCharacter(character) ?? oddCharacter(instead)
	if (odd) return odd.kind
	const isForeign = latinLookAlike(character) !== null || latinLookAlike(instead) !== null
	return isForeign ? 'foreign-script' : 'confusable'
}

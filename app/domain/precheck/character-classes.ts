import { invisibleKind } from './invisible-characters.ts'
import {
	FIGURES,
	FOREIGN_LETTERS,
	FOREIGN_MARKS,
	FOREIGN_STROKES,
	RADICALS,
	SAME_SHAPES,
	VARIANTS,
} from './look-alike-table.ts'

/** What is odd about a character wherever it stands, and what it looks like. */
export type OddCharacter = {
	readonly kind: 'full-width' | 'compatibility' | 'foreign-script' | 'confusable'
	readonly looksLike: string | null
}

/**
 * Compatibility forms (Unicode: characters kept for the sake of older codes) that look like an ordinary character.
 * What Chinese typing gives is none of them: ①, ㈠, Ⅳ, ㎡, ℃, …, full-width punctuation.
 */
const COMPATIBILITY: readonly (readonly [first: number, last: number])[] = [
	[0x132, 0x133],
	[0x13f, 0x140],
	[0x17f, 0x17f],
	[0x1c4, 0x1cc],
	[0x1f1, 0x1f3],
	[0x1680, 0x1680],
	[0x2000, 0x200a],
	[0x2011, 0x2011],
	[0x202f, 0x202f],
	[0x205f, 0x205f],
	[0x2102, 0x2102],
	[0x210a, 0x2115],
	[0x2119, 0x211d],
	[0x2124, 0x2124],
	[0x2128, 0x2138],
	[0x216c, 0x216f],
	[0x217a, 0x217f],
	[0x2e80, 0x2fd5],
	[0x3038, 0x303a],
	[0x32c0, 0x32cb],
	[0x3358, 0x3370],
	[0x33e0, 0x33fe],
	[0xe000, 0xf8ff],
	[0xf900, 0xfaff],
	[0xfb00, 0xfdff],
	[0xfe10, 0xfe19],
	[0xfe30, 0xfe6b],
	[0xfe70, 0xfefc],
	[0xff61, 0xffdc],
	[0xffe8, 0xffee],
	[0x1d400, 0x1d7ff],
	[0x2f800, 0x2fa1f],
]

/** ０-９, Ａ-Ｚ, ａ-ｚ. */
const FULL_WIDTH: readonly (readonly [first: number, last: number])[] = [
	[0xff10, 0xff19],
	[0xff21, 0xff3a],
	[0xff41, 0xff5a],
]

const ODD = new Map<string, OddCharacter>()
/** The first character of the class that each character looks alike with. */
const CLASS = new Map<string, string>()
/** Letters of other scripts, odd only in a word that could be read as Latin. */
const LETTERS = new Map<string, string>()

for (const group of FOREIGN_LETTERS) readGroup(group, (looksLike, each) => LETTERS.set(each, looksLike))
for (const group of [...FOREIGN_STROKES, ...FOREIGN_MARKS, ...VARIANTS, ...RADICALS])
	readGroup(group, (looksLike, each) =>
		ODD.set(each, {
			kind: VARIANTS.includes(group)
				? 'confusable'
				: RADICALS.includes(group)
					? 'compatibility'
					: 'foreign-script',
			looksLike,
		}),
	)
for (const group of [...SAME_SHAPES, ...FIGURES]) readGroup(group, () => undefined)

/** Joins a group to the classes that its characters are in already: О looks like O, and O like 0. */
function readGroup(group: string, note: (looksLike: string, each: string) => void): void {
	const [first = '', ...others] = group
	for (const each of others) {
		note(first, each)
		join(first, each)
	}
}

function join(one: string, other: string): void {
	const [a, b] = [CLASS.get(one) ?? one, CLASS.get(other) ?? other]
	if (a === b) return
	CLASS.set(one, a)
	for (const [each, first] of CLASS) if (first === b) CLASS.set(each, a)
	CLASS.set(b, a)
	CLASS.set(other, a)
}

/** What is odd about this character by itself, or null. Letters of other scripts are judged in their word. */
export function oddCharacter(character: string): OddCharacter | null {
	const listed = ODD.get(character)
	if (listed) return listed
	const point = character.codePointAt(0) ?? 0
	if (isUsual(point)) return null
	if (isIn(FULL_WIDTH, point)) return { kind: 'full-width', looksLike: plain(character) }
	if (isIn(COMPATIBILITY, point)) {
		const looksLike = plain(character)
		const isOrdinary = looksLike === character && point >= 0xf900 && point <= 0xfaff
		return isOrdinary
			? null
			: { kind: 'compatibility', looksLike: looksLike === character ? null : looksLike }
	}
	const digit = digitOf(character, point)
	return digit === null ? null : { kind: 'foreign-script', looksLike: digit }
}

/** The Latin letter that a letter of another script looks like, or null. */
export function latinLookAlike(character: string): string | null {
	return LETTERS.get(character) ?? null
}

/** Whether any other character is seen as this one. */
export function hasTwin(character: string): boolean {
	return CLASS.has(character) || (!isUsual(character.codePointAt(0) ?? 0) && seenAs(character) !== character)
}

/** A character as the eye takes it: two characters that are seen as the same look alike. Nothing, if it is not seen. */
export function seenAs(character: string): string {
	const listed = CLASS.get(character)
	if (listed !== undefined) return listed
	const point = character.codePointAt(0) ?? 0
	if (isUsual(point)) return character
	if (invisibleKind(point) !== null) return ''
	const looksLike = oddCharacter(character)?.looksLike ?? character
	return CLASS.get(looksLike) ?? looksLike
}

/** Letters, figures and signs of ASCII, Chinese punctuation and Han characters: what nearly all of a text is. */
function isUsual(point: number): boolean {
	return (
		(point >= 0x3400 && point <= 0x9fff) ||
		(point >= 0x20 && point < 0x7f) ||
		(point >= 0x3001 && point < 0x3011)
	)
}

function isIn(ranges: readonly (readonly [first: number, last: number])[], point: number): boolean {
	return ranges.some(([first, last]) => first <= point && point <= last)
}

function plain(character: string): string {
	return character.normalize('NFKC')
}

/** The figure that a digit of another script stands for; each script has its ten in a row. */
function digitOf(character: string, point: number): string | null {
	if (!DIGIT.test(character)) return null
	let before = 0
	while (before < 60 && DIGIT.test(String.fromCodePoint(point - before - 1))) before += 1
	return String(before % 10)
}

const DIGIT = /^\p{Nd}$/u

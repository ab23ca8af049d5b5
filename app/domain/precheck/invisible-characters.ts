import { jsonText } from '../json-text.ts'
/** Why a character is not seen, or null in a name for one that is. */
export type InvisibleKind = 'bidi' | 'zero-width' | 'tag' | 'variation' | 'control'

/** An invisible character as a version names it: its code point, where it stands and how often. */
export type UnseenCharacter = {
	/** U+200B */
	readonly codePoint: string
	/** Line of the text, counted from 1; absent where characters are only counted. */
	readonly line?: number
	/** 第三条第二款 */
	readonly place?: string
	readonly count: number
	/** The words around the first one, with its code point in its place: 可〔U+200B〕以. */
	readonly words?: string
	/** The annex that it stands in; absent for the main text. */
	readonly file?: string
}

/** How a version keeps the ones that were found in it. */
export const UNSEEN_CHARACTERS = jsonText<readonly UnseenCharacter[]>()

/**
 * Characters that take part in a text without being seen, by kind. With them two texts look equal and are not. This
 * is the only list of them: reader, pre-check and redline take it from here.
 */
const RANGES: readonly (readonly [first: number, last: number, kind: InvisibleKind])[] = [
	[0x00, 0x08, 'control'],
	[0x0b, 0x0c, 'control'],
	[0x0e, 0x1f, 'control'],
	[0x7f, 0x9f, 'control'],
	[0xad, 0xad, 'zero-width'],
	[0x34f, 0x34f, 'zero-width'],
	[0x61c, 0x61c, 'bidi'],
	[0x115f, 0x1160, 'zero-width'],
	[0x17b4, 0x17b5, 'zero-width'],
	[0x180b, 0x180d, 'variation'],
	[0x180e, 0x180e, 'zero-width'],
	[0x180f, 0x180f, 'variation'],
	[0x200b, 0x200d, 'zero-width'],
	[0x200e, 0x200f, 'bidi'],
	[0x2028, 0x2029, 'control'],
	[0x202a, 0x202e, 'bidi'],
	[0x2060, 0x2065, 'zero-width'],
	[0x2066, 0x2069, 'bidi'],
	[0x206a, 0x206f, 'control'],
	[0x2800, 0x2800, 'zero-width'],
	[0x3164, 0x3164, 'zero-width'],
	[0xfe00, 0xfe0f, 'variation'],
	[0xfeff, 0xfeff, 'zero-width'],
	[0xffa0, 0xffa0, 'zero-width'],
	[0xfff0, 0xfff8, 'control'],
	[0xfff9, 0xfffb, 'control'],
	[0xfffe, 0xffff, 'control'],
	[0x13430, 0x1343f, 'control'],
	[0x16fe4, 0x16fe4, 'zero-width'],
	[0x1bca0, 0x1bca3, 'control'],
	[0x1d159, 0x1d159, 'zero-width'],
	[0x1d173, 0x1d17a, 'control'],
	[0xe0000, 0xe007f, 'tag'],
	[0xe0080, 0xe00ff, 'control'],
	[0xe0100, 0xe01ef, 'variation'],
	[0xe01f0, 0xe0fff, 'control'],
]

const INVISIBLE = new RegExp(
	`[${RANGES.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`,
	'gu',
)

/** Why this character is not seen, or null when it is one that is. */
export function invisibleKind(codePoint: number): InvisibleKind | null {
	let low = 0
	let high = RANGES.length
	while (low < high) {
		const middle = (low + high) >> 1
		if ((RANGES[middle]?.[1] ?? 0) < codePoint) low = middle + 1
		else high = middle
	}
	const range = RANGES[low]
	return range !== undefined && range[0] <= codePoint ? range[2] : null
}

/** The invisible characters of a text, in order. */
export function invisibleCharactersIn(text: string): string[] {
	return text.match(INVISIBLE) ?? []
}

/** A text as it is seen. */
export function withoutInvisible(text: string): string {
	return text.replaceAll(INVISIBLE, '')
}

/** A text in which nothing is unseen: 登〔U+200B〕记. */
export function withInvisibleNamed(text: string): string {
	return text.replaceAll(INVISIBLE, (character) => `〔${codePointName(character)}〕`)
}

/** U+200B */
export function codePointName(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

import type { FindingLog } from './finding-log.ts'

/**
 * Characters that take part in a text without being seen: control characters, zero-width and bidirectional marks,
 * fillers, variation selectors and tags. With them two texts look equal and are not.
 */
const INVISIBLE =
	// oxlint-disable-next-line no-control-regex, no-misleading-character-class -- control characters are what is looked for
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu

/** Names each kind of invisible character once a line, by its code point. */
export function nameInvisibleCharacters(lines: readonly string[], findings: FindingLog): void {
	for (const [index, line] of lines.entries()) {
		const points = new Map<string, number>()
		for (const [character] of line.matchAll(INVISIBLE))
			points.set(character, (points.get(character) ?? 0) + 1)
		for (const [character, count] of points)
			findings.add('invisible-character', { line: index + 1, name: codePointName(character), count })
	}
}

function codePointName(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

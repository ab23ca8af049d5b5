const BLANK = /\s/
const BLANKS = /\s+/g

/** A text without its blanks and line ends, of which most have none. */
export function withoutBlanks(text: string): string {
	return BLANK.test(text) ? text.replaceAll(BLANKS, '') : text
}

import { type Line, isPageNumber } from './line-kind.ts'
import { endsSentence } from './sentence-end.ts'

const PUNCTUATION = /[，。；：、《》,;:]/
/** A line that was broken is longer than this. */
const LONGEST_TITLE = 20
/** A heading without a number that stands before an article; it may list things. */
const LONGEST_HEADING = 40
const SENTENCE = /[，。；：,;:]/
/** What ends the name of a law that is cited, and the words that lead to it. */
const CITES =
	/(?:》|法|法典|条例|规定|規定|办法|辦法|细则|細則|规则|规程|决定|解释|依照|按照|根据|违反|依据|适用|以及|[和与及或并由对向见])$/

/**
 * Whether the text before this line was at an end: a sentence closed, a heading or a short line like one, or nothing.
 * Empty lines and the numbers of pages are passed over.
 */
export function isAtEnd(lines: readonly Line[], at: number): boolean {
	const above = textAbove(lines, at)
	const before = lines[above]
	if (!before) return true
	const words = before.text.slice(before.begins.label.length).trim()
	const isShort = words.length <= LONGEST_TITLE && !PUNCTUATION.test(words)
	if (before.begins.kind === 'division' || before.role !== null || isShort || endsSentence(words)) return true
	return isPlainHeading(before, words) && hasEnded(lines[textAbove(lines, above)])
}

/** A heading without a number, as it stands between two articles: 代表建议的分送、交办和答复. */
function isPlainHeading({ begins }: Line, words: string): boolean {
	const isShort = begins.kind === 'plain' && words.length <= LONGEST_HEADING
	return isShort && !SENTENCE.test(words) && !CITES.test(words)
}

function hasEnded(line: Line | undefined): boolean {
	return line === undefined || line.begins.kind === 'division' || endsSentence(line.text)
}

/** Where the next line above with words stands, or -1. */
function textAbove(lines: readonly Line[], at: number): number {
	for (let above = at - 1; above >= 0; above -= 1) {
		const text = lines[above]?.text ?? ''
		if (text.trim() !== '' && !isPageNumber(text)) return above
	}
	return -1
}

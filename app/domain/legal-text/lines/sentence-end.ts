const ENDS = '。；：！？.;:!?'
/** What may close after the mark. A title in 《》 at the end of a line ends no sentence: what is cited from it may follow. */
const CLOSES = '”’」』）)'

/** Whether a text ends a sentence, a member of a list or the words before a list; blanks at its end do not count. */
export function endsSentence(text: string): boolean {
	const words = text.trimEnd()
	let last = words.length - 1
	while (last >= 0 && CLOSES.includes(words.charAt(last))) last -= 1
	return last >= 0 && ENDS.includes(words.charAt(last))
}

/** A mark of which no piece that is compared whole holds one, titles apart. */
const MARK = /[，。；：、\n\u2029]/
/** No title that is compared whole is longer, its brackets included. */
const LONGEST_TITLE = 82

/**
 * How many code units two texts have in common at the beginning and at the end, up to a mark of punctuation outside a
 * title, so that the rest can be cut into pieces by itself.
 */
export function shareTheEnds(before: string, after: string): { head: number; tail: number } {
	const most = Math.min(before.length, after.length)
	let head = 0
	while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
	while (head > 0 && !isCutBefore(before, after, head)) head -= 1
	let tail = 0
	while (
		tail < most - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	)
		tail += 1
	while (tail > 0 && !isCutAfter(before, after, tail)) tail -= 1
	return { head, tail }
}

/** Whether what both begin with may end here. */
function isCutBefore(before: string, after: string, head: number): boolean {
	return MARK.test(before.charAt(head - 1)) && !isInTitle(before, head) && !isInTitle(after, head)
}

/** Whether what both end with may begin so far from their ends: a sentence that was added keeps its own full stop. */
function isCutAfter(before: string, after: string, tail: number): boolean {
	const [old, fresh] = [before.length - tail, after.length - tail]
	const isAtMark = MARK.test(before.charAt(old - 1)) && MARK.test(after.charAt(fresh - 1))
	return isAtMark && !isInTitle(before, old) && !isInTitle(after, fresh)
}

/** The same up to any code point, for texts that are not cut into pieces. */
export function shareAll(before: string, after: string): { head: number; tail: number } {
	const most = Math.min(before.length, after.length)
	let head = 0
	while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
	if (isWithinPair(before, head) || isWithinPair(after, head)) head -= 1
	let tail = 0
	while (
		tail < most - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	)
		tail += 1
	if (isWithinPair(before, before.length - tail) || isWithinPair(after, after.length - tail)) tail -= 1
	return { head, tail }
}

/** Whether a title in 《》 stands open at a place. */
function isInTitle(text: string, at: number): boolean {
	const opened = text.slice(Math.max(0, at - LONGEST_TITLE), at).search(/《[^《》]*$/)
	return opened >= 0 && /^[^《》]*》/.test(text.slice(at, at + LONGEST_TITLE))
}

function isWithinPair(text: string, at: number): boolean {
	return /^[\uD800-\uDBFF]$/.test(text.charAt(at - 1)) && /^[\uDC00-\uDFFF]$/.test(text.charAt(at))
}

import type { Fate, MarkedLine } from '../marked-lines/placed-lines.ts'

/** A paragraph of the file with what becomes of its mark. `at` is the place of its line; null has no words. */
export type MarkedParagraph = {
	readonly line: MarkedLine
	readonly at: number | null
	readonly mark: Fate
}

/**
 * The paragraphs of a marked-up draft with their marks (¶). Up to the last line that both texts have, a line takes its
 * own mark along; after it, the mark before it, because the last mark of a file can neither come nor go.
 *
 * Words inserted before a mark that stays and words inserted right behind it are one insertion to LibreOffice, which
 * takes the mark out with them. So they never touch: either the inserted line lends its mark to the line before it, as
 * when somebody types Enter at the end of a line, or the mark between them is itself replaced by an equal one.
 */
export function layMarks(lines: readonly MarkedLine[]): MarkedParagraph[] {
	const marks = ownMarks(lines)
	return lines.flatMap((line, at): MarkedParagraph[] => {
		const next = lines[at + 1]
		const touches =
			next && marks[at] === 'kept' && endsInserted(lines, marks, at) && beginsInserted(next, marks[at + 1])
		if (!touches) return [{ line, at, mark: marks[at] ?? 'kept' }]
		if (next.fate === 'inserted') {
			marks[at] = 'inserted'
			marks[lastInserted(lines, at + 1)] = 'kept'
			return [{ line, at, mark: 'inserted' }]
		}
		return [
			{ line, at, mark: 'inserted' },
			{ line, at: null, mark: 'deleted' },
		]
	})
}

function ownMarks(lines: readonly MarkedLine[]): Fate[] {
	const lastKept = lines.findLastIndex((line) => line.fate === 'kept')
	return lines.map((line, at) => (at < lastKept ? line.mark : (lines[at + 1]?.fate ?? 'kept')))
}

/** An empty line ends where the mark before it does. */
function endsInserted(lines: readonly MarkedLine[], marks: readonly Fate[], at: number): boolean {
	const words = wordsOf(lines[at])
	return words.length > 0 ? words[words.length - 1]?.kind === 'inserted' : marks[at - 1] === 'inserted'
}

/** An empty line begins with its mark. */
function beginsInserted(line: MarkedLine, mark: Fate | undefined): boolean {
	return (wordsOf(line)[0]?.kind ?? mark) === 'inserted'
}

function lastInserted(lines: readonly MarkedLine[], from: number): number {
	let at = from
	while (lines[at + 1]?.fate === 'inserted') at += 1
	return at
}

function wordsOf(line: MarkedLine | undefined) {
	return line ? [...line.label, ...line.body] : []
}

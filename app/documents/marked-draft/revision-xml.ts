/**
 * The body of a Word file with tracked changes, written by ourselves: the library that writes our other Word files can
 * track words, but neither the mark at the end of a paragraph (without which accepting or rejecting a whole paragraph
 * leaves an empty one behind) nor texts of a million characters in a second.
 */
import type { Segment } from '#app/domain/redline/redline.ts'
import { type LineStyle, styleOf } from './line-style.ts'
import { layMarks } from './paragraph-marks.ts'
import type { Fate, MarkedLine } from '../marked-lines/placed-lines.ts'
import { xmlText } from '../papers/xml-text.ts'

/** Who changed the text, and when, as `w:date` has it. */
export type Revision = { readonly author: string; readonly date: string }

/**
 * The paragraphs of a marked-up draft. `commentsOf` gives the numbers of the comments on a line; revisions are numbered
 * from `firstId`, so that no number of the file stands twice.
 */
export function writeRevisions(
	lines: readonly MarkedLine[],
	revision: Revision,
	firstId: number,
	commentsOf: (at: number) => readonly number[],
): string {
	const write = openWriter(revision, firstId)
	return layMarks(lines)
		.map(({ line, at, mark }) => {
			const style = styleOf(line)
			const comments = at === null ? [] : commentsOf(at)
			const [label, body] = at === null ? [[], []] : [line.label, line.body]
			return [
				'<w:p>',
				paragraphProperties(style, write.mark(mark)),
				...comments.map((id) => `<w:commentRangeStart w:id="${id}"/>`),
				...label.map((segment) => write.run(segment, style.label)),
				...body.map((segment) => write.run(segment, null)),
				...comments.map((id) => `<w:commentRangeEnd w:id="${id}"/>`),
				...comments.map(commentMark),
				'</w:p>',
			].join('')
		})
		.join('')
}

function openWriter({ author, date }: Revision, firstId: number) {
	let id = firstId
	const change = () => `w:id="${id++}" w:author="${xmlText(author)}" w:date="${date}"`
	return {
		run({ kind, text }: Segment, runStyle: string | null): string {
			const properties = runStyle === null ? '' : `<w:rPr><w:rStyle w:val="${runStyle}"/></w:rPr>`
			const run = `<w:r>${properties}${wordsXml(text, kind === 'deleted' ? 'w:delText' : 'w:t')}</w:r>`
			if (kind === 'same') return run
			const element = kind === 'deleted' ? 'w:del' : 'w:ins'
			return `<${element} ${change()}>${run}</${element}>`
		},
		mark(fate: Fate): string {
			if (fate === 'kept') return ''
			return `<w:rPr><w:${fate === 'deleted' ? 'del' : 'ins'} ${change()}/></w:rPr>`
		},
	}
}

function commentMark(id: number): string {
	return `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
}

function paragraphProperties({ paragraph, isIndented }: LineStyle, mark: string): string {
	// A line that brings its own blanks is not indented once more.
	const indent = isIndented ? '' : '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
	return `<w:pPr><w:pStyle w:val="${paragraph}"/>${indent}${mark}</w:pPr>`
}

const APART: Readonly<Record<string, string>> = { '\t': '<w:tab/>', '\n': '<w:br/>' }

/** Words as the content of a run. A tab, and the end of a line inside a broken sentence, are elements of their own. */
function wordsXml(text: string, element: 'w:t' | 'w:delText'): string {
	return text
		.split(/([\t\n])/)
		.map((part) => {
			if (part === '') return ''
			return APART[part] ?? `<${element} xml:space="preserve">${xmlText(part)}</${element}>`
		})
		.join('')
}

import type { Clause, Paragraph } from './legal-text.ts'
import type { Line } from './line-kind.ts'
import { DIVISIONS } from './line-kind.ts'

/** Reads a text with articles: what stands before the first, headings, articles with their 款, 项 and 目. */
export class ArticleReader {
	readonly #lines: readonly Line[]
	readonly #headings: string[] = []
	readonly #clauses: Clause[] = []
	readonly #anchors = new Map<string, number>()

	constructor(lines: readonly Line[]) {
		this.#lines = lines
	}

	/** The clauses in order; together they hold every line. */
	read(): Clause[] {
		let block: Line[] = []
		for (const line of this.#lines) {
			if (line.begins.kind === 'article' || line.begins.kind === 'division') {
				this.#close(block)
				block = []
				if (line.begins.kind === 'division') {
					this.#addHeading(line)
					continue
				}
			}
			block.push(line)
		}
		this.#close(block)
		return this.#clauses
	}

	#close(block: readonly Line[]): void {
		const first = block[0]
		if (!first) return
		if (first.begins.kind !== 'article') return this.#addTop(block)
		const { number, branch, label } = first.begins
		const key = branch === null ? String(number) : `${number}-${branch}`
		const anchor = this.#unique(`art-${key}`)
		this.#clauses.push({
			key: anchor.slice('art-'.length),
			label: label.replaceAll(/[\s\u3000]/g, ''),
			kind: 'article',
			headings: this.#headings.filter(Boolean),
			anchor,
			paragraphs: paragraphsOf(block, anchor),
		})
	}

	/** Title, preamble, or the words under a heading that belong to no article. */
	#addTop(block: readonly Line[]): void {
		const anchor = this.#unique('top')
		const paragraphs = block.map(
			({ index, text }, at): Paragraph => ({ line: index, label: '', body: text, kind: index === 0 ? 'title' : 'text', anchor: `${anchor}-${at + 1}` }),
		)
		this.#clauses.push({ key: anchor, label: '', kind: 'top', headings: this.#headings.filter(Boolean), anchor, paragraphs })
	}

	#addHeading(line: Line): void {
		if (line.begins.kind !== 'division') return
		const depth = DIVISIONS.indexOf(line.begins.division)
		this.#headings.splice(depth)
		this.#headings[depth] = line.text.trim()
		const anchor = this.#unique('head')
		const { label } = line.begins
		this.#clauses.push({
			key: anchor,
			label: label.replaceAll(/[\s\u3000]/g, ''),
			kind: 'heading',
			headings: this.#headings.slice(0, depth).filter(Boolean),
			anchor,
			paragraphs: [{ line: line.index, label, body: line.text.slice(label.length), kind: 'heading', anchor }],
		})
	}

	/** A second article of the same number gets an anchor of its own; the text's problems name it. */
	#unique(anchor: string): string {
		const count = (this.#anchors.get(anchor) ?? 0) + 1
		this.#anchors.set(anchor, count)
		return count === 1 && anchor !== 'top' && anchor !== 'head' ? anchor : `${anchor}-${anchor.startsWith('art-') ? 'r' : ''}${count}`
	}
}

/** 款 are the unnumbered paragraphs, 项 the （一）, 目 the 1. under them. An article of one 款 does not name it. */
function paragraphsOf(block: readonly Line[], anchor: string): Paragraph[] {
	const single = block.filter((line) => isPlain(line)).length <= 1
	let part = 0
	let item = ''
	return block.map((line): Paragraph => {
		const { begins, index, text } = line
		if (isPlain(line)) {
			if (text.trim() !== '' || begins.kind === 'article') part += 1
			item = ''
			const label = begins.kind === 'article' ? begins.label : ''
			return { line: index, label, body: text.slice(label.length), kind: 'text', anchor: single ? anchor : `${anchor}-p${part}` }
		}
		const under = single ? anchor : `${anchor}-p${Math.max(1, part)}`
		const number = 'number' in begins ? begins.number : 0
		const isItem = begins.kind === 'item'
		if (isItem) item = `${under}-i${number}`
		return {
			line: index,
			label: begins.label,
			body: text.slice(begins.label.length),
			kind: isItem ? 'item' : 'sub-item',
			anchor: isItem ? item : `${item || under}-m${number}`,
		}
	})
}

function isPlain(line: Line): boolean {
	return line.begins.kind === 'article' || line.begins.kind === 'plain' || line.begins.kind === 'first-level'
}

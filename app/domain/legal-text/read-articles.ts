import { anchorNames } from './anchor-names.ts'
import type { Clause, Paragraph } from './legal-text.ts'
import { type Line, DIVISIONS, isFootnote, isPageNumber } from './lines/line-kind.ts'
import { type LooseKind, partOf, readLoose, rowAnchors } from './read-loose.ts'
import { withoutBlanks } from './without-blanks.ts'

type Naming = (wanted: string) => string
type Block = { readonly kind: 'article' | 'heading' | LooseKind; readonly lines: Line[] }

/** Reads a text with articles: what stands before the first, headings, articles with 款, 项 and 目, and the other parts. */
export function readArticles(lines: readonly Line[]): Clause[] {
	const name = anchorNames()
	const headings: (string | undefined)[] = []
	const counts = { top: 0, heading: 0, annex: 0, closing: 0, imprint: 0 }
	return blocksOf(lines).map((block): Clause => {
		if (block.kind === 'article') return articleOf(block, written(headings), name)
		if (block.kind === 'heading') return headingOf(block, headings, name(`head-${(counts.heading += 1)}`))
		if (block.kind !== 'top') headings.length = 0
		const anchor = name(`${block.kind}-${(counts[block.kind] += 1)}`)
		return readLoose(block.kind, block.lines, written(headings), anchor)
	})
}

/** Each article, heading or part begins a block; what stands before the first is one of its own. */
function blocksOf(lines: readonly Line[]): Block[] {
	const blocks: Block[] = []
	const last = lines.map((line) => line.begins.kind).lastIndexOf('article')
	let above: Line | undefined
	for (const [at, line] of lines.entries()) {
		const { kind } = line.begins
		const part = partOf(line)
		const current = blocks[blocks.length - 1]
		const isEmpty = line.text.trim() === ''
		if (part !== null) blocks.push({ kind: part, lines: [line] })
		else if (kind === 'article') blocks.push({ kind: 'article', lines: [line] })
		else if (kind === 'division') blocks.push({ kind: 'heading', lines: [line] })
		else if (at > last && last >= 0 && beginsList(line, current, above))
			blocks.push({ kind: 'annex', lines: [line] })
		else if (!current || (current.kind === 'heading' && !isEmpty)) blocks.push({ kind: 'top', lines: [line] })
		else current.lines.push(line)
		if (!isEmpty) above = line
	}
	return blocks
}

/** A list of an article follows a colon; 一、 after the last article's full stop begins one that belongs to no article. */
function beginsList({ begins }: Line, before: Block | undefined, above: Line | undefined): boolean {
	const isFirst = begins.kind === 'first-level' && begins.number === 1
	const end = above?.text.trimEnd() ?? ''
	return isFirst && before?.kind === 'article' && end.endsWith('。')
}

function articleOf({ lines }: Block, headings: readonly string[], name: Naming): Clause {
	const begins = lines[0]?.begins
	if (begins?.kind !== 'article') throw new Error('an article begins with its number')
	const anchor = name(`art-${begins.branch === null ? begins.number : `${begins.number}-${begins.branch}`}`)
	const key = anchor.slice('art-'.length)
	const paragraphs = paragraphsOf(lines, anchor, name)
	const number = withoutBlanks(begins.label)
	const label = /[：:、]$/.test(number) ? number.slice(0, -1) : number
	return { key, label, kind: 'article', headings, anchor, paragraphs }
}

function headingOf({ lines }: Block, headings: (string | undefined)[], anchor: string): Clause {
	const begins = lines[0]?.begins
	if (begins?.kind !== 'division') throw new Error('a heading begins with its number')
	const depth = DIVISIONS.indexOf(begins.division)
	headings.splice(depth)
	const above = written(headings)
	headings[depth] = lines[0]?.text.trim()
	const paragraphs = lines.map(({ index, text }, at): Paragraph => {
		const label = at === 0 ? begins.label : ''
		return {
			line: index,
			label,
			body: text.slice(label.length),
			kind: 'heading',
			anchor: numberedFrom(anchor, at),
		}
	})
	return {
		key: anchor,
		label: withoutBlanks(begins.label),
		kind: 'heading',
		headings: above,
		anchor,
		paragraphs,
	}
}

/** 款 are the unnumbered paragraphs, 项 the （一）, 目 the 1. under them. An article of one 款 does not name it. */
function paragraphsOf(lines: readonly Line[], anchor: string, name: Naming): Paragraph[] {
	const areParts = lines.map(isPart)
	const isSingle = areParts.indexOf(true) === areParts.lastIndexOf(true)
	let part = 0
	let item = ''
	const names = rowAnchors(anchor)
	return lines.map((line, at): Paragraph => {
		const { begins, index, text, role, row } = line
		if (row) return { line: index, label: '', body: text, kind: 'cell', anchor: names(row) }
		if (begins.kind === 'decimal') {
			const place = name(`${anchor}-n${begins.path.join('.')}`)
			const body = text.slice(begins.label.length)
			item = place
			return { line: index, label: begins.label, body, kind: 'item', anchor: place }
		}
		if (begins.kind === 'item' || begins.kind === 'sub-item' || begins.kind === 'fourth-level') {
			const under = isSingle ? anchor : `${anchor}-p${Math.max(1, part)}`
			const isItem = begins.kind === 'item'
			const place = name(isItem ? `${under}-i${begins.number}` : `${item || under}-m${begins.number}`)
			if (isItem) item = place
			const body = text.slice(begins.label.length)
			return { line: index, label: begins.label, body, kind: isItem ? 'item' : 'sub-item', anchor: place }
		}
		const label = at === 0 ? begins.label : isPageNumber(text) ? text : ''
		const isOwnPart = areParts[at] === true
		if (isOwnPart) {
			part += 1
			item = ''
		}
		const place =
			at === 0 && (isSingle || !isOwnPart) ? anchor : name(placeOf(anchor, isOwnPart, isSingle, part))
		return { line: index, label, body: text.slice(label.length), kind: role ?? 'text', anchor: place }
	})
}

/** The place of an unnumbered line; an empty one or a note is none that anybody cites. */
function placeOf(anchor: string, isOwnPart: boolean, isSingle: boolean, part: number): string {
	if (!isOwnPart) return `${anchor}-b`
	return isSingle ? `${anchor}-p1` : `${anchor}-p${part}`
}

/** Whether a line is a 款: unnumbered (its article's number apart), not empty, no note and no number of a page. */
function isPart({ begins, text, role }: Line): boolean {
	if (role !== null) return false
	if (begins.kind === 'article') return text.slice(begins.label.length).trim() !== ''
	if (begins.kind === 'first-level') return true
	return begins.kind === 'plain' && text.trim() !== '' && !isFootnote(text) && !isPageNumber(text)
}

function numberedFrom(anchor: string, at: number): string {
	return at === 0 ? anchor : `${anchor}-${at + 1}`
}

function written(headings: readonly (string | undefined)[]): string[] {
	return headings.filter((heading) => heading !== undefined)
}

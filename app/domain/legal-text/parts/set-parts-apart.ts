import { isAtEnd } from '../lines/at-end.ts'
import { findClosings, type ClosingLine } from './find-closings.ts'
import type { ParagraphKind } from '../legal-text.ts'
import { type Line, type PartKind, isPageNumber, PLAIN } from '../lines/line-kind.ts'
import { isCopies, isIssue, isRemark, readAnnexHead } from './part-words.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import { isInForceClause, sightAhead, type SightAhead } from './sight-ahead.ts'

/** What is known on the way down the text. */
type Way = {
	/** The part that the line above stands in. */
	part: PartKind
	/** Whether a sentence, an article or a section has stood above. */
	hasBody: boolean
	hasSection: boolean
	/** Whether an annex has begun: no article of the text comes any more. */
	isPastText: boolean
	/** Whether the names of annexes are listed here that come after the signature. */
	isNoting: boolean
	/** The last article above by its form, and whether it says from when the text applies. */
	last: number
	isClosed: boolean
}

/** A line with which another part begins, or which has a role of its own in the one that goes on. */
type Turn = { readonly part: PartKind; readonly role: ParagraphKind | null }

type Document = {
	readonly lines: readonly Line[]
	/** Asked where an annex is named: most texts have none. */
	readonly ahead: () => SightAhead
	readonly closings: ReadonlyMap<number, ClosingLine>
}

/**
 * Sets apart what is no text of the document but stands in it: annexes (附件), signature and date (落款), and the imprint
 * (版记: 抄送, 印发). The first line of each begins a part; no line of an annex begins an article of the text. Where the
 * articles stand in what is called an annex, because a notice carries its measure, they are the text.
 */
export function setPartsApart(lines: readonly Line[]): readonly Line[] {
	const closings = findClosings(lines)
	let ahead: SightAhead | null = null
	const document = { lines, closings, ahead: () => (ahead ??= sightAhead(lines, closings)) }
	const way: Way = {
		part: 'body',
		hasBody: false,
		hasSection: false,
		isPastText: false,
		isNoting: false,
		last: 0,
		isClosed: false,
	}
	return lines.map((line, at) => {
		if (line.text.trim() === '' || line.role !== null || isPageNumber(line.text)) return line
		const turn = turnAt(document, at, way)
		if (turn) {
			way.part = turn.part
			way.isNoting = turn.part === 'closing' && turn.role === 'annex-note'
			way.isPastText ||= turn.part === 'annex'
			return { ...line, begins: { kind: 'part', part: turn.part, label: '' }, role: turn.role }
		}
		if (way.part !== 'body')
			return { ...line, begins: PLAIN, role: roleWithin(way.part, line, closings.get(at)) }
		note(way, line)
		return line
	})
}

/** The part that begins with this line, or null where the one above goes on. */
function turnAt({ lines, closings, ahead }: Document, at: number, way: Way): Turn | null {
	const line = lines[at]
	if (!line || !way.hasBody) return null
	const { text } = line
	if (isCopies(text) || isIssue(text))
		return way.part === 'imprint' ? null : { part: 'imprint', role: isIssue(text) ? 'issue' : 'copies' }
	const closing = closings.get(at)
	if (closing && isClosing(closing, way.part)) {
		way.isNoting = false
		return way.part === 'closing' ? null : { part: 'closing', role: closing.role }
	}
	if (readAnnexHead(text) && (way.part !== 'body' || isAtEnd(lines, at))) {
		const turn = annexTurn(ahead(), at, way)
		if (turn || way.part === 'body') return turn
	}
	if (way.part === 'closing' && (way.isNoting || isRemark(text))) return null
	const isOver = way.part === 'closing' || (way.part === 'imprint' && line.begins.kind === 'article')
	return isOver ? { part: way.isPastText ? 'annex' : 'body', role: null } : null
}

/** In a form of an annex a day and a name may stand anywhere. */
function isClosing({ isFinal, isSealed }: ClosingLine, part: PartKind): boolean {
	return part === 'annex' ? isFinal && !isSealed : true
}

function annexTurn(ahead: SightAhead, at: number, way: Way): Turn | null {
	const isText = way.last === 0 && !way.isPastText && ahead.carriesText(at, way.hasSection)
	if (isText && !ahead.isSignedFirst(at)) return { part: 'body', role: 'annex-note' }
	if (isText || ahead.isNote(at))
		return way.part === 'closing' ? null : { part: 'closing', role: 'annex-note' }
	if (way.part === 'body' && ahead.resumes(at, way.last, way.isClosed)) return null
	return { part: 'annex', role: 'heading' }
}

function roleWithin(part: PartKind, { text }: Line, closing: ClosingLine | undefined): ParagraphKind | null {
	if (part === 'closing') return closing?.role ?? (isRemark(text) ? 'remark' : 'annex-note')
	if (part === 'imprint') return isIssue(text) ? 'issue' : isRemark(text) ? 'remark' : 'copies'
	return null
}

function note(way: Way, { text, begins }: Line): void {
	const isNumbered = begins.kind === 'article' || begins.kind === 'first-level' || begins.kind === 'decimal'
	way.hasBody ||= isNumbered || begins.kind === 'division' || endsSentence(text)
	way.hasSection ||= begins.kind === 'first-level'
	if (begins.kind === 'article' && !begins.cited) {
		way.last = begins.number
		way.isClosed = false
	}
	way.isClosed ||= way.last > 0 && isInForceClause(text)
}

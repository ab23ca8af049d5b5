import type { Block } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf } from '../xml-element.ts'
import { type Slot, alignBlocks, blocksOf } from './align-blocks.ts'
import { carriedWords, writtenNumber } from './carried-words.ts'
import { type LaidParagraph, type ParagraphSlot, layParagraphs } from './lay-paragraphs.ts'
import { NotCarried, type OwnDraft, elementAt, spanOf } from './own-draft.server.ts'
import { markOwnWords } from './own-words.ts'
import { paragraphProperties, propertiesOn } from './paragraph-properties.ts'
import { strokesOf } from './strokes.ts'
import { carriedTable } from './carried-table.ts'
import { writeTables } from './write-table.ts'
import { type Containers, type Writer, rawOf } from './writer.ts'

/** Marks the blocks of the marked draft where they stand, and brings those in that only the other one has. */
export function writeBlocks(writer: Writer, { part, old, new: fresh, known, settle }: Containers): void {
	const drafts = { old: draftOn(writer, 'old'), new: draftOn(writer, 'new') }
	const aligned = alignBlocks(
		blocksOf(drafts.old, old, writer.signs),
		blocksOf(drafts.new, fresh, writer.signs),
		known ?? [],
		writer.budget,
	)
	const slots = settle === undefined ? aligned : settle(aligned)
	const place = openPlace(writer, part)
	for (const group of groupsOf(writer, slots)) {
		if (group.kind === 'paragraphs')
			for (const paragraph of layParagraphs(group.slots)) writeParagraph(writer, part, paragraph, place)
		else {
			const table = group.slot[writer.side]
			if (table === null) place.bring(carriedTable(writer, group.slot[writer.side === 'old' ? 'new' : 'old']))
			else {
				place.stand(elementAt(writer.base, table.place), elementAt(writer.base, table.place))
				writeTables(writer, part, group.slot)
			}
		}
	}
	place.close()
}

function draftOn({ base, other, side }: Writer, asked: 'old' | 'new'): OwnDraft {
	return asked === side ? base : other
}

type Group =
	| { readonly kind: 'paragraphs'; readonly slots: readonly ParagraphSlot[] }
	| { readonly kind: 'table'; readonly slot: Extract<Slot, { kind: 'table' }> }

/** Paragraphs that follow each other, up to a table or the end of a section. */
function groupsOf(writer: Writer, slots: readonly Slot[]): Group[] {
	const groups: Group[] = []
	let open: ParagraphSlot[] = []
	const close = () => {
		if (open.length > 0) groups.push({ kind: 'paragraphs', slots: open })
		open = []
	}
	for (const slot of slots) {
		if (slot.kind === 'table') {
			close()
			groups.push({ kind: 'table', slot })
			continue
		}
		open.push(slot)
		const properties = childOf(slot[writer.side]?.origin.elements.at(-1), 'w:pPr')
		if (childOf(properties, 'w:sectPr') !== undefined) close()
	}
	close()
	return groups
}

/** Where what comes in is put: behind the last block of the marked draft, or before its first one. */
type Standing = {
	readonly bring: (xml: string) => void
	readonly stand: (first: XmlElement, last: XmlElement) => void
	readonly close: () => void
}

function openPlace(writer: Writer, part: string): Standing {
	const edits = writer.editsOf(part)
	let waiting = ''
	let end: number | null = null
	const put = (before: number) => {
		if (waiting !== '') edits.insert(end ?? before, waiting)
		waiting = ''
	}
	return {
		bring: (xml) => {
			waiting += xml
		},
		stand: (first, last) => {
			put(spanOf(writer.base, first).start)
			end = spanOf(writer.base, last).end
		},
		close: () => {
			if (waiting !== '' && end === null) throw new NotCarried('nowhere to put it')
			put(0)
		},
	}
}

function writeParagraph(writer: Writer, part: string, laid: LaidParagraph, place: Standing): void {
	const { slot, words, mark } = laid
	const base = slot[writer.side]
	const element = words === null || base === null ? null : (base.origin.elements.at(-1) ?? null)
	const moved = slot.segments.find((segment) => segment.moved !== undefined)
	const range = words === null || moved === undefined ? NO_RANGE : rangeOf(writer, moved)
	const properties = paragraphProperties(writer, part, {
		after: laid.after && propertiesOn(writer, part, laid.after, 'new'),
		before: laid.before && propertiesOn(writer, part, laid.before, 'old'),
		mark: markOf(mark, moved),
		element,
	})
	if (element === null || base === null) {
		const content = words === null ? '' : carriedParagraph(writer, slot)
		const [start, end] = words === null ? ['', ''] : commentsOn(writer, slot)
		place.bring(`<w:p>${properties}${range.start}${start}${content}${end}</w:p>${range.end}`)
		return
	}
	const first = base.origin.elements[0] ?? element
	place.stand(first, element)
	const strokes = strokesOf(writer, slot.segments, base, slot[writer.side === 'old' ? 'new' : 'old'])
	writeBoxes(writer, part, slot)
	const [start, end] = commentsOn(writer, slot)
	const close = openInside(writer, part, element, `${properties}${range.start}${start}`)
	close(`${markOwnWords(writer, part, base, strokes)}${end}`)
	place.bring(range.end)
}

function markOf(mark: LaidParagraph['mark'], moved: ParagraphSlot['segments'][number] | undefined) {
	if (mark === 'kept') return { kind: 'same' } as const
	return moved !== undefined && moved.kind === mark
		? { kind: mark, moved: moved.moved ?? NOWHERE }
		: { kind: mark }
}

const NOWHERE = { anchor: '', place: '' }
const NO_RANGE = { start: '', end: '' }

/** The marks that tell where moved words begin and end; both places bear the same name. */
function rangeOf(writer: Writer, { kind, moved }: ParagraphSlot['segments'][number]) {
	const name = kind === 'deleted' ? 'w:moveFromRange' : 'w:moveToRange'
	const change = writer.change()
	const id = /w:id="\d+"/.exec(change)?.[0] ?? ''
	return {
		start: `<${name}Start ${change} w:name="${moved?.anchor ?? ''}"/>`,
		end: `<${name}End ${id}/>`,
	}
}

/** Words of a paragraph that only the other draft has. */
function carriedParagraph(writer: Writer, slot: ParagraphSlot): string {
	const stretch = slot[writer.side === 'old' ? 'new' : 'old']
	if (stretch === null) return ''
	let at = 0
	const runs = slot.segments.map((segment) => {
		const from = at
		at += segment.text.length
		return carriedWords(writer, { stretch, from, to: at }, segment)
	})
	return `${writtenNumber(writer, stretch, { kind: writer.theirs, text: '' })}${runs.join('')}`
}

/** Puts properties and what else stands before the words into a paragraph; then, when they are marked, what stands behind. */
function openInside(writer: Writer, part: string, element: XmlElement, head: string): (tail: string) => void {
	const edits = writer.editsOf(part)
	const span = spanOf(writer.base, element)
	if (span.inside === span.end)
		return (tail) => {
			const tag = rawOf(writer, part, element).replace(/\s*\/>$/, '>')
			if (head + tail !== '') edits.replace(span.start, span.end, `${tag}${head}${tail}</w:p>`)
		}
	const own = childOf(element, 'w:pPr')
	if (own === undefined) edits.insert(span.inside, head)
	else edits.replace(spanOf(writer.base, own).start, spanOf(writer.base, own).end, head)
	return (tail) => edits.insert(span.insideEnd, tail)
}

function commentsOn(writer: Writer, slot: ParagraphSlot): [string, string] {
	const ids = writer.commentsAt.get(slot.old?.origin.place ?? '') ?? []
	return [
		ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join(''),
		ids
			.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
			.join(''),
	]
}

/** Text boxes that both drafts have at the same place of a paragraph are marked within. */
function writeBoxes(writer: Writer, part: string, { old, new: fresh, segments }: ParagraphSlot): void {
	if (old === null || fresh === null) return
	let [a, b] = [0, 0]
	for (const { kind, text } of segments) {
		if (kind === 'same')
			for (let at = 0; at < text.length; at += 1) {
				const [one, other] = [itemAt(old, a + at), itemAt(fresh, b + at)]
				if (one?.kind === 'box' && other?.kind === 'box') writeBox(writer, part, one, other)
				if (one?.kind === 'note' && other?.kind === 'note') writeNote(writer, one, other)
			}
		if (kind !== 'inserted') a += text.length
		if (kind !== 'deleted') b += text.length
	}
}

type Held = NonNullable<ReturnType<typeof itemAt>>

function itemAt({ items, words }: NonNullable<ParagraphSlot['old']>, offset: number) {
	if (!/[\uE000-\uF8FF]/.test(words[offset] ?? '')) return undefined
	return items.find((item) => item.from === offset && item.kind !== 'words')
}

function writeBox(writer: Writer, part: string, old: Held, fresh: Held): void {
	const edits = writer.editsOf(part)
	const before = edits.count()
	for (const [at, place] of old.targets.entries()) {
		const [a, b] = [
			boxAt(draftOn(writer, 'old'), place),
			boxAt(draftOn(writer, 'new'), fresh.targets[at] ?? ''),
		]
		if (a !== null && b !== null && JSON.stringify(wordsOf(a)) !== JSON.stringify(wordsOf(b)))
			writeBlocks(writer, { part, old: a, new: b })
	}
	if (edits.count() === before) return
	// What older programs would show instead holds the words unmarked.
	const { child } = writer.side === 'old' ? old : fresh
	for (const element of descendantsOf(child))
		if (element.name === 'mc:Fallback') {
			const { start, end } = spanOf(writer.base, element)
			edits.replace(start, end, '')
		}
}

function wordsOf(blocks: readonly Block[]): unknown[] {
	return blocks.map((block) => ({ ...block, place: '' }))
}

function boxAt({ document }: OwnDraft, place: string): readonly Block[] | null {
	return boxesIn(document).get(place) ?? null
}

const known = new WeakMap<OwnDraft['document'], Map<string, readonly Block[]>>()

function boxesIn(document: OwnDraft['document']): Map<string, readonly Block[]> {
	const boxes = known.get(document) ?? new Map<string, readonly Block[]>()
	if (known.has(document)) return boxes
	known.set(document, boxes)
	const walk = (blocks: readonly Block[]) => {
		for (const block of blocks) {
			if (block.kind === 'text-box') boxes.set(block.place, block.blocks)
			if (block.kind === 'text-box') walk(block.blocks)
			if (block.kind === 'table')
				for (const row of block.rows) for (const cell of row.cells) walk(cell.blocks)
		}
	}
	walk(document.body)
	for (const note of document.notes) boxes.set(note.place, note.blocks)
	return boxes
}

function writeNote(writer: Writer, old: Held, fresh: Held): void {
	const [a, b] = [
		boxAt(draftOn(writer, 'old'), old.targets[0] ?? ''),
		boxAt(draftOn(writer, 'new'), fresh.targets[0] ?? ''),
	]
	const link = writer.base.source
		.relationshipsOf(writer.base.source.mainPart)
		.find((one) => one.type === ((old.targets[0] ?? '').startsWith('footnote') ? 'footnotes' : 'endnotes'))
	if (a !== null && b !== null && link !== undefined)
		writeBlocks(writer, { part: link.target, old: a, new: b })
}

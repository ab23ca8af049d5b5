import type { Block } from '#app/domain/document/document-tree.ts'
import type { Link } from '#app/domain/redline/align/heaviest-chain.ts'
import type { WorkBudget } from '#app/domain/redline/compare/work-budget.ts'
import type { Segment } from '#app/domain/redline/redline.ts'
import { xmlText } from '../papers/xml-text.ts'
import { childOf } from '../xml-element.ts'
import type { XmlElement } from '../parse-xml.ts'
import type { Slot } from './align-blocks.ts'
import type { CarriedNumbers } from './carried-numbers.ts'
import type { Carrier } from './carrier.ts'
import { type Edits, openEdits } from './edits.ts'
import { type OwnDraft, spanOf, textOfPart } from './own-draft.server.ts'
import type { PackageParts } from './package-parts.ts'
import type { Signs } from './stretch.ts'

export type Side = 'old' | 'new'
export type Change = 'inserted' | 'deleted'

/** Blocks of both drafts that hold the same place: the bodies, two cells, two notes, two text boxes. */
export type Containers = {
	/** The part of the marked draft that its blocks stand in. */
	readonly part: string
	readonly old: readonly Block[]
	readonly new: readonly Block[]
	readonly known?: readonly Link[]
	/** Looks at the order before it is written, to tell what was moved. */
	readonly settle?: (slots: readonly Slot[]) => readonly Slot[]
}

/** All that the writing of one marked draft needs: the draft that is marked, the one it is compared with, and what is changed. */
export type Writer = {
	readonly base: OwnDraft
	readonly other: OwnDraft
	/** Which of the two is marked. */
	readonly side: Side
	/** What becomes of words that only the marked draft has, and of those that only the other one has. */
	readonly own: Change
	readonly theirs: Change
	readonly signs: Signs
	readonly budget: WorkBudget
	readonly parts: PackageParts
	readonly carrier: Carrier
	readonly numbers: CarriedNumbers
	/** Author, time and a new number of a change. */
	readonly change: () => string
	/** The changes to a part of the marked draft. */
	readonly editsOf: (part: string) => Edits
	/** Comments by the places of the older draft. */
	readonly commentsAt: ReadonlyMap<string, readonly number[]>
	/** Changes of somebody else that tell what we would tell: they keep their names, and are taken back with ours. */
	readonly relied: Set<string>
	/** Writes blocks; carried here because the cells of a table hold blocks. */
	readonly writeBlocks: (writer: Writer, containers: Containers) => void
	/** Brings a note of the other draft along; gives its id here. */
	readonly note: (place: string) => string
}

/** Names of the elements around words that came or went, and among the properties of a mark. */
export function elementOf({ kind, moved }: Pick<Segment, 'kind' | 'moved'>): string {
	if (moved !== undefined) return kind === 'deleted' ? 'w:moveFrom' : 'w:moveTo'
	return kind === 'deleted' ? 'w:del' : 'w:ins'
}

export function wrapped(writer: Writer, segment: Pick<Segment, 'kind' | 'moved'>, runs: string): string {
	if (runs === '') return ''
	const element = elementOf(segment)
	return `<${element} ${writer.change()}>${runs}</${element}>`
}

/** Numbers of changes go on after the highest number of any element with a `w:id`. */
export function openChanges(base: OwnDraft, author: string, date: string): () => string {
	let id = 0
	for (const text of base.xml.texts.values())
		for (const [, number] of text.matchAll(/\sw:id="(\d{1,9})"/g)) id = Math.max(id, Number(number))
	return () => `w:id="${(id += 1)}" w:author="${xmlText(author)}" w:date="${date}"`
}

export function openPartEdits(base: OwnDraft): {
	of: (part: string) => Edits
	write: (parts: PackageParts) => void
} {
	const edits = new Map<string, Edits>()
	return {
		of: (part) => {
			const known = edits.get(part) ?? openEdits(textOfPart(base, part))
			edits.set(part, known)
			return known
		},
		write: (parts) => {
			for (const [part, own] of edits)
				if (own.count() > 0) parts.set(part, own.render(0, textOfPart(base, part).length))
		},
	}
}

/** The text of an element of the marked draft with what was changed within it. */
export function rendered(writer: Writer, part: string, element: XmlElement): string {
	const { start, end } = spanOf(writer.base, element)
	// What comes in right before or behind the element is none of it.
	const text = textOfPart(writer.base, part)
	return `${text.slice(start, start + 1)}${writer.editsOf(part).render(start + 1, end - 1)}${text.slice(end - 1, end)}`
}

/** The text of an element of the marked draft as it was. */
export function rawOf({ base }: Pick<Writer, 'base'>, part: string, element: XmlElement): string {
	const { start, end } = spanOf(base, element)
	return textOfPart(base, part).slice(start, end)
}

/** `<w:t>` of a deleted run is `<w:delText>`. */
export function asDeleted(child: XmlElement, xml: string): string {
	if (child.name === 'w:t')
		return xml.replace(/^<w:t(?=[\s/>])/, '<w:delText').replace(/<\/w:t\s*>$/, '</w:delText>')
	if (child.name === 'w:instrText')
		return xml
			.replace(/^<w:instrText(?=[\s/>])/, '<w:delInstrText')
			.replace(/<\/w:instrText\s*>$/, '</w:delInstrText>')
	return xml
}

export function wordsXml(text: string, isDeleted: boolean): string {
	const element = isDeleted ? 'w:delText' : 'w:t'
	return text === '' ? '' : `<${element} xml:space="preserve">${xmlText(text)}</${element}>`
}

export function runPropertiesOf(unit: XmlElement): XmlElement | undefined {
	return childOf(unit, 'w:rPr')
}

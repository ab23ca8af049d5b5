import type { Segment } from '#app/domain/redline/redline.ts'
import type { XmlElement } from '../parse-xml.ts'
import type { NumberedBy } from '../word/trace.ts'
import { childOf, elementsOf, valueOf } from '../xml-element.ts'
import type { Stretch } from './stretch.ts'
import { type Side, type Writer, elementOf, rawOf } from './writer.ts'

/** A paragraph of either draft, or of both. */
export type Both = { readonly old: Stretch | null; readonly new: Stretch | null }

/** What stands among the properties and is none of the paragraph itself. */
const APART = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange'])

/** The properties that a number stands behind. */
const BEFORE_NUMBER = new Set([
	'w:pStyle',
	'w:keepNext',
	'w:keepLines',
	'w:pageBreakBefore',
	'w:framePr',
	'w:widowControl',
])

type Property = { readonly name: string; readonly xml: string }

/** The properties of a paragraph as it is on one side, in this draft's names, without mark and section. */
export function propertiesOn(writer: Writer, part: string, both: Both, side: Side): string {
	const base = both[writer.side]
	const other = both[writer.side === 'old' ? 'new' : 'old']
	if (base === null) return other === null ? '' : carried(writer, other)
	const own = baseProperties(writer, part, base)
	const wanted = other === null ? null : writer.numbers.numberedBy(other.origin.place)
	if (side === writer.side || other === null || sameNumber(wanted, base.origin.numbering))
		return own.map(({ xml }) => xml).join('')
	return withNumber(own, wanted)
}

function baseProperties(writer: Writer, part: string, base: Stretch): Property[] {
	const properties = childOf(base.origin.elements.at(-1), 'w:pPr')
	return (properties === undefined ? [] : elementsOf(properties))
		.filter(({ name }) => !APART.has(name))
		.map((property) => ({ name: property.name, xml: rawOf(writer, part, property) }))
}

function carried(writer: Writer, other: Stretch): string {
	const properties = childOf(other.origin.elements.at(-1), 'w:pPr')
	const own = (properties === undefined ? [] : elementsOf(properties))
		.filter(
			({ name }) => !APART.has(name) && name !== 'w:numPr' && name !== 'w:divId' && name !== 'w:cnfStyle',
		)
		.map((property) => ({ name: property.name, xml: writer.carrier.raw(property) }))
	const wanted = writer.numbers.numberedBy(other.origin.place)
	const { styles } = writer.base
	const style = writer.carrier.styleOf(valueOf(properties, 'w:pStyle')) ?? styles.defaultParagraph
	const inherited = styles.numberingOf(style).numberId ?? '0'
	return wanted === null && inherited === '0' ? own.map(({ xml }) => xml).join('') : withNumber(own, wanted)
}

function sameNumber(one: NumberedBy | null, other: NumberedBy | null): boolean {
	return one?.numberId === other?.numberId && one?.depth === other?.depth
}

function withNumber(properties: readonly Property[], numbering: NumberedBy | null): string {
	const { numberId, depth } = numbering ?? { numberId: '0', depth: 0 }
	const number = `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numberId}"/></w:numPr>`
	const others = properties.filter(({ name }) => name !== 'w:numPr')
	const xmlOf = (list: readonly Property[]) => list.map(({ xml }) => xml).join('')
	const isBefore = ({ name }: Property) => BEFORE_NUMBER.has(name)
	return `${xmlOf(others.filter(isBefore))}${number}${xmlOf(others.filter((one) => !isBefore(one)))}`
}

/** What the properties of one paragraph of the file are made of. */
export type Marked = {
	/** With every change accepted, and with every change rejected; null where the mark is not there then. */
	readonly after: string | null
	readonly before: string | null
	/** What becomes of the mark. */
	readonly mark: Pick<Segment, 'kind' | 'moved'>
	/** The paragraph of the marked draft that this is, with its own mark and section. */
	readonly element: XmlElement | null
}

/** The `w:pPr` of a paragraph of the file, or nothing where it has no properties. */
export function paragraphProperties(writer: Writer, part: string, marked: Marked): string {
	const { after, before, mark, element } = marked
	const properties = childOf(element ?? undefined, 'w:pPr')
	const earlier = childOf(properties, 'w:pPrChange')
	const section = childOf(properties, 'w:sectPr')
	const shown = after ?? before ?? ''
	const change =
		earlier !== undefined
			? rawOf(writer, part, earlier)
			: after !== null && before !== null && after !== before
				? `<w:pPrChange ${writer.change()}><w:pPr>${before}</w:pPr></w:pPrChange>`
				: ''
	const inside = [
		shown,
		markProperties(writer, part, childOf(properties, 'w:rPr'), mark),
		section === undefined ? '' : rawOf(writer, part, section),
		change,
	].join('')
	return inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`
}

function markProperties(
	writer: Writer,
	part: string,
	properties: XmlElement | undefined,
	mark: Marked['mark'],
): string {
	const inside = (properties === undefined ? [] : elementsOf(properties)).map((one) => ({
		name: one.name,
		xml: rawOf(writer, part, one),
	}))
	const name = elementOf(mark)
	const isNew = mark.kind !== 'same' && !inside.some((one) => one.name === name)
	const change = isNew ? `<${name} ${writer.change()}/>` : ''
	// A mark that somebody inserted already keeps that one's name.
	const earlier = isNew ? undefined : childOf(properties, name)
	if (earlier !== undefined && mark.kind !== 'same') writer.relied.add(earlier.attributes.get('w:id') ?? '')
	const first = inside.filter((one) => one.name === 'w:ins' || one.name === 'w:moveTo')
	const rest = inside.filter((one) => !first.includes(one))
	const xml = [...first.map((one) => one.xml), change, ...rest.map((one) => one.xml)].join('')
	return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`
}

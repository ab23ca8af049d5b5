import { appendAll } from '#app/domain/append-all.ts'
import type { Segment } from '#app/domain/redline/redline.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf } from '../xml-element.ts'
import { aroundEarlier } from './earlier-changes.ts'
import { spanOf } from './own-draft.server.ts'
import type { Item, Stretch } from './stretch.ts'
import { type Writer, asDeleted, rawOf, rendered, runPropertiesOf, wordsXml, wrapped } from './writer.ts'

/** What becomes of the words of a paragraph of the marked draft, and what of the other draft comes in where. */
export type Strokes = {
	/** The change that holds at an offset; null for words that stay. */
	readonly at: (offset: number) => Segment | null
	/** Offsets at which a change begins or ends, or something comes in, in order. */
	readonly borders: readonly number[]
	/** What comes in before the character at an offset, written. */
	readonly comingIn: ReadonlyMap<number, string>
}

type Unit = {
	readonly element: XmlElement
	/** The tracked change of somebody else that it stands in. */
	readonly earlier: XmlElement | null
	readonly items: readonly Item[]
}

type Paragraph = {
	readonly writer: Writer
	readonly part: string
	readonly stretch: Stretch
	readonly strokes: Strokes
	/** What has been written of what comes in. */
	readonly done: Set<number>
	/** Changes of somebody else that came with this version whole. */
	readonly wholly: ReadonlySet<XmlElement>
}

/** Marks the words of a paragraph where they stand. Gives what comes in after the last of them. */
export function markOwnWords(writer: Writer, part: string, stretch: Stretch, strokes: Strokes): string {
	const units = unitsOf(stretch)
	const wholly = whollyOwn(units, strokes)
	const paragraph: Paragraph = { writer, part, stretch, strokes, done: new Set(), wholly }
	const fates = fatesOf(units, strokes)
	for (const [at, unit] of units.entries()) markUnit(paragraph, unit, fates[at] ?? null)
	return [...strokes.comingIn].flatMap(([at, xml]) => (paragraph.done.has(at) ? [] : [xml])).join('')
}

const INSIDE = new Set([
	'w:hyperlink',
	'w:fldSimple',
	'w:sdt',
	'w:sdtContent',
	'w:smartTag',
	'w:customXml',
	'w:bdo',
	'w:dir',
	'mc:AlternateContent',
	'mc:Choice',
])

function unitsOf({ origin, items }: Stretch): Unit[] {
	const byUnit = new Map<XmlElement, Item[]>()
	for (const item of items) {
		const own = byUnit.get(item.unit)
		if (own === undefined) byUnit.set(item.unit, [item])
		else own.push(item)
	}
	const units: Unit[] = []
	const walk = (element: XmlElement, earlier: XmlElement | null) => {
		for (const child of elementsOf(element)) {
			if (child.name === 'w:ins' || child.name === 'w:moveTo') walk(child, child)
			else if (INSIDE.has(child.name)) walk(child, earlier)
			else if (child.name === 'w:r' || byUnit.has(child))
				units.push({ element: child, earlier, items: byUnit.get(child) ?? [] })
		}
	}
	for (const element of origin.elements) walk(element, null)
	return units
}

/** What becomes of the runs without words: a field goes as its words do, anything else as its neighbours do. */
function fatesOf(units: readonly Unit[], { at }: Strokes): (Segment | null)[] {
	const first = units.map(({ items }) => (items[0] === undefined ? undefined : at(items[0].from)))
	const last = units.map(({ items }) => {
		const item = items.at(-1)
		return item === undefined ? undefined : at(item.to - 1)
	})
	const before = carriedOn(last)
	const after = carriedOn(first.toReversed()).toReversed()
	const fates = units.map((_, index): Segment | null => {
		const [one, other] = [before[index], after[index]]
		if (first[index] !== undefined) return first[index] === null ? null : (last[index] ?? null)
		if (one === undefined && other === undefined) return at(0)
		return one === null || other === null ? null : (one ?? other ?? null)
	})
	const open: number[] = []
	for (const [index, { element }] of units.entries()) {
		const kind = childOf(element, 'w:fldChar')?.attributes.get('w:fldCharType')
		if (kind === 'begin') open.push(index)
		const from = kind === 'end' ? open.pop() : undefined
		if (from !== undefined && open.length === 0) settleField(fates, first, last, from, index)
	}
	return fates
}

function settleField(
	fates: (Segment | null)[],
	first: readonly (Segment | null | undefined)[],
	last: readonly (Segment | null | undefined)[],
	from: number,
	until: number,
): void {
	const inside = [...first.slice(from, until + 1), ...last.slice(from, until + 1)].filter(
		(each) => each !== undefined,
	)
	if (inside.length === 0) return
	const fate = inside.includes(null) ? null : (inside[0] ?? null)
	for (let at = from; at <= until; at += 1) if (first[at] === undefined) fates[at] = fate
}

/** Where nothing is known, what was known last. */
function carriedOn<Each>(values: readonly (Each | undefined)[]): (Each | undefined)[] {
	let known: Each | undefined
	return values.map((value) => {
		if (value !== undefined) known = value
		return known
	})
}

function markUnit(paragraph: Paragraph, unit: Unit, fate: Segment | null): void {
	const { writer, part } = paragraph
	const { start, end } = spanOf(writer.base, unit.element)
	const edits = writer.editsOf(part)
	const [first, last] = [unit.items[0], unit.items.at(-1)]
	if (first === undefined || last === undefined) {
		if (fate !== null)
			edits.replace(start, end, ownRun(paragraph, unit, fate, unitXml(paragraph, unit, fate)))
		return
	}
	const before = takeComingIn(paragraph, first.from)
	const cuts = paragraph.strokes.borders.filter((at) => at > first.from && at < last.to)
	if (before !== '') insertBefore(paragraph, unit, before)
	if (cuts.length === 0 && fate === null) return
	if (cuts.length === 0 && fate !== null) {
		edits.replace(start, end, ownRun(paragraph, unit, fate, unitXml(paragraph, unit, fate)))
		return
	}
	edits.replace(start, end, cutUnit(paragraph, unit))
}

/**
 * A run that came or went. Words that somebody inserted keep that one's name: the whole change, or, where only a part of
 * it came with this version, that part as a change of its own.
 */
function ownRun({ writer, part, wholly }: Paragraph, { earlier }: Unit, fate: Segment, run: string): string {
	if (writer.own !== 'inserted' || earlier === null) return wrapped(writer, fate, run)
	if (wholly.has(earlier)) {
		writer.relied.add(earlier.attributes.get('w:id') ?? '')
		return run
	}
	const { close, open } = aroundEarlier(writer, part, earlier)
	const [own, rest] = [open(), open()]
	writer.relied.add(own.id)
	return `${close}${own.tag}${run}${close}${rest.tag}`
}

/** Earlier insertions of which every word came with this version. */
function whollyOwn(units: readonly Unit[], { at, borders }: Strokes): ReadonlySet<XmlElement> {
	const [whole, mixed] = [new Set<XmlElement>(), new Set<XmlElement>()]
	for (const { earlier, items } of units) {
		if (earlier === null) continue
		whole.add(earlier)
		for (const { from, to } of items) {
			const cuts = [from, ...borders.filter((border) => border > from && border < to)]
			if (cuts.some((cut) => at(cut) === null)) mixed.add(earlier)
		}
	}
	return new Set([...whole].filter((element) => !mixed.has(element)))
}

function takeComingIn({ strokes, done }: Paragraph, at: number): string {
	const xml = strokes.comingIn.get(at)
	if (xml === undefined || done.has(at)) return ''
	done.add(at)
	return xml
}

/** What we bring in stands in nobody else's change. */
function insertBefore({ writer, part }: Paragraph, { element, earlier }: Unit, xml: string): void {
	const edits = writer.editsOf(part)
	const { start } = spanOf(writer.base, element)
	if (earlier === null) return edits.insert(start, xml)
	if (elementsOf(earlier)[0] === element) return edits.insert(spanOf(writer.base, earlier).start, xml)
	edits.insert(start, outside({ writer, part }, earlier, xml))
}

function outside(
	{ writer, part }: Pick<Paragraph, 'writer' | 'part'>,
	earlier: XmlElement,
	xml: string,
): string {
	const { close, open } = aroundEarlier(writer, part, earlier)
	return `${close}${xml}${open().tag}`
}

/** A unit whole, in the form of what went where it does. */
function unitXml({ writer, part }: Paragraph, { element }: Unit, fate: Segment): string {
	const whole = rendered(writer, part, element)
	if (fate.kind !== 'deleted' || element.name !== 'w:r') return whole
	const { start, inside } = spanOf(writer.base, element)
	if (inside === spanOf(writer.base, element).end) return whole
	const tag = whole.slice(0, inside - start)
	const children = elementsOf(element).map((child) => asDeleted(child, rendered(writer, part, child)))
	return `${tag}${children.join('')}</w:r>`
}

type Bit = { readonly fate: Segment | null; readonly before: string; readonly xml: string }

/** A run cut where its words change, each piece a run of its own with the same properties. */
function cutUnit(paragraph: Paragraph, unit: Unit): string {
	const { writer, part } = paragraph
	const { element, earlier } = unit
	const properties = runPropertiesOf(element)
	const head = properties === undefined ? '' : rawOf(writer, part, properties)
	const tag = /^<[^>]*>/.exec(rawOf(writer, part, element))?.[0] ?? '<w:r>'
	const written: string[] = []
	let fate: Segment | null = null
	let xml = ''
	const close = () => {
		const run = `${tag}${head}${xml}</w:r>`
		if (xml !== '') written.push(fate === null ? run : ownRun(paragraph, unit, fate, run))
		xml = ''
	}
	for (const bit of bitsOf(paragraph, unit)) {
		if (bit.before !== '' || bit.fate !== fate) close()
		if (bit.before !== '')
			written.push(earlier === null ? bit.before : outside(paragraph, earlier, bit.before))
		fate = bit.fate
		xml += bit.xml
	}
	close()
	return written.join('')
}

function bitsOf(paragraph: Paragraph, { element, items }: Unit): Bit[] {
	const { writer, part, strokes } = paragraph
	const bits: Bit[] = []
	const byChild = new Map(items.map((item) => [item.child, item]))
	for (const child of elementsOf(element)) {
		if (child.name === 'w:rPr') continue
		const item = byChild.get(child)
		if (item !== undefined && item.skip !== null) appendAll(bits, wordBits(paragraph, item))
		else {
			const fate =
				item === undefined ? (bits.at(-1)?.fate ?? strokes.at(items[0]?.from ?? 0)) : strokes.at(item.from)
			const whole = rendered(writer, part, child)
			bits.push({
				fate,
				before: item === undefined ? '' : takeComingIn(paragraph, item.from),
				xml: fate?.kind === 'deleted' ? asDeleted(child, whole) : whole,
			})
		}
	}
	return bits
}

function wordBits(paragraph: Paragraph, { from, to }: Item): Bit[] {
	const { strokes, stretch } = paragraph
	const cuts = [from, ...strokes.borders.filter((at) => at > from && at < to), to]
	return cuts.slice(0, -1).map((at, index) => {
		const fate = strokes.at(at)
		return {
			fate,
			before: takeComingIn(paragraph, at),
			xml: wordsXml(stretch.words.slice(at, cuts[index + 1]), fate?.kind === 'deleted'),
		}
	})
}

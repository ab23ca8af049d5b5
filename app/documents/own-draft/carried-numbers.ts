import type { NodePlace } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import { type ListDefinitions, openCounter } from '../word/numbering.ts'
import type { NumberedBy } from '../word/trace.ts'
import { elementsOf } from '../xml-element.ts'
import type { OwnDraft } from './own-draft.server.ts'
import type { Carrier } from './carrier.ts'

/** How the paragraphs of the other draft are numbered in this one. */
export type CarriedNumbers = {
	/** The list and level of a paragraph of the other draft, in this one's lists; null where it has none or its number is written out. */
	readonly numberedBy: (place: NodePlace) => NumberedBy | null
	/** The number of such a paragraph as words, where no list of this draft counts to it; or ''. */
	readonly written: (place: NodePlace) => string
	/** What is added to this draft's lists: definitions, then numbers. */
	readonly added: { readonly abstracts: string; readonly numbers: string }
}

/**
 * Finds for each list of the other draft the equal one of this draft, or brings it along, and counts through the other
 * draft with them. Where that gives other numbers than the other draft has, the numbers of the whole list become words.
 */
export function carryNumbers(base: OwnDraft, other: OwnDraft, carrier: Carrier): CarriedNumbers {
	const { ids, lists, added } = carryLists(base, other, carrier)
	const count = openCounter(lists)
	const wrong = new Set<string>()
	const keyOf = (numberId: string) => lists.get(ids.get(numberId) ?? '')?.counterKey ?? numberId
	for (const { numbering, label } of other.trace.paragraphs.values()) {
		if (numbering === null) continue
		const counted = count(ids.get(numbering.numberId) ?? '', numbering.depth)
		const shown = counted === null || counted.hidden ? '' : counted.text
		if (shown !== label) wrong.add(keyOf(numbering.numberId))
	}
	return {
		numberedBy: (place) => {
			const numbering = other.trace.paragraphs.get(place)?.numbering ?? null
			if (numbering === null || wrong.has(keyOf(numbering.numberId))) return null
			const numberId = ids.get(numbering.numberId)
			return numberId === undefined ? null : { numberId, depth: numbering.depth }
		},
		written: (place) => {
			const origin = other.trace.paragraphs.get(place)
			const numbering = origin?.numbering ?? null
			return numbering !== null && wrong.has(keyOf(numbering.numberId)) ? (origin?.label ?? '') : ''
		},
		added,
	}
}

type Lists = {
	readonly ids: ReadonlyMap<string, string>
	readonly lists: ListDefinitions
	readonly added: CarriedNumbers['added']
}

function carryLists(base: OwnDraft, other: OwnDraft, carrier: Carrier): Lists {
	const used = new Set(
		[...other.trace.paragraphs.values()].flatMap(({ numbering }) => numbering?.numberId ?? []),
	)
	const ids = new Map<string, string>()
	const lists = new Map(base.lists)
	const known = new Map([...base.lists].map(([id, list]) => [signatureOf(list), id]))
	const [root, target] = [numberingOf(other), numberingOf(base)]
	const abstracts = new Map<string, string>()
	const numbers: string[] = []
	let free = 1 + highest(target, 'w:numId', 'w:abstractNumId')
	for (const numberId of used) {
		const list = other.lists.get(numberId)
		if (list === undefined) continue
		const same = base.lists.get(numberId)
		const equal =
			same !== undefined && signatureOf(same) === signatureOf(list) ? numberId : known.get(signatureOf(list))
		if (equal !== undefined && ![...ids.values()].includes(equal)) {
			ids.set(numberId, equal)
			continue
		}
		const definition = root && elementsOf(root).find((one) => idOf(one, 'w:abstractNum') === list.counterKey)
		const number = root && elementsOf(root).find((one) => idOf(one, 'w:num') === numberId)
		if (definition === undefined || number === undefined || target === undefined) continue
		const key = abstracts.get(list.counterKey) ?? String(free++)
		if (!abstracts.has(list.counterKey)) numbers.unshift(abstractXml(definition, key, carrier))
		abstracts.set(list.counterKey, key)
		const id = String(free++)
		numbers.push(numberXml(number, id, key, carrier))
		ids.set(numberId, id)
		lists.set(id, { ...list, counterKey: key })
	}
	const isAbstract = (xml: string) => xml.startsWith('<w:abstractNum')
	return {
		ids,
		lists,
		added: {
			abstracts: numbers.filter(isAbstract).join(''),
			numbers: numbers.filter((xml) => !isAbstract(xml)).join(''),
		},
	}
}

/** Two lists that count and look the same. */
function signatureOf(list: ListDefinitions extends ReadonlyMap<string, infer Each> ? Each : never): string {
	const levels = [...list.levels]
		.toSorted(([a], [b]) => a - b)
		.map(([depth, { style: _style, ...level }]) => [depth, level])
	return JSON.stringify([levels, [...list.startOverrides]])
}

export function numberingOf({ source }: OwnDraft): XmlElement | undefined {
	const link = source.relationshipsOf(source.mainPart).find((one) => one.type === 'numbering')
	return link === undefined ? undefined : source.part(link.target)
}

function idOf(element: XmlElement, name: 'w:abstractNum' | 'w:num'): string | null {
	if (element.name !== name) return null
	return element.attributes.get(name === 'w:num' ? 'w:numId' : 'w:abstractNumId') ?? null
}

function highest(root: XmlElement | undefined, ...names: readonly string[]): number {
	const numbers = (root === undefined ? [] : elementsOf(root)).flatMap((one) =>
		names.map((name) => Number(one.attributes.get(name) ?? 0)),
	)
	return numbers.reduce((most, number) => (Number.isSafeInteger(number) ? Math.max(most, number) : most), 0)
}

/** A definition under another number. It belongs to no style here, and keeps no name by which Word would join it to another. */
function abstractXml(definition: XmlElement, id: string, carrier: Carrier): string {
	const inside = elementsOf(definition)
		.filter(({ name }) => !['w:nsid', 'w:tmpl', 'w:styleLink', 'w:numStyleLink', 'w:name'].includes(name))
		.map((part) => withoutLinks(carrier.raw(part)))
	return `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`
}

function numberXml(number: XmlElement, id: string, abstract: string, carrier: Carrier): string {
	const overrides = elementsOf(number).filter(({ name }) => name === 'w:lvlOverride')
	const inside = overrides.map((part) => withoutLinks(carrier.raw(part)))
	return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inside.join('')}</w:num>`
}

/** A level that is brought along belongs to no style here, and its picture stays behind. */
function withoutLinks(level: string): string {
	return level.replaceAll(/<w:(?:pStyle|lvlPicBulletId)\s[^>]*>/g, '')
}

import type { XmlElement, XmlNode } from './parse-xml.ts'

/** The child elements of an element, in order. */
export function elementsOf(element: XmlElement): XmlElement[] {
	return element.children.filter(isElement)
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name)
}

/** The `w:val` of the first child of that name: how WordprocessingML writes nearly every property. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
	return childOf(element, name)?.attributes.get('w:val')
}

/** A property that is on by being there: `<w:vanish/>`; undefined when absent. */
export function toggleOf(element: XmlElement | undefined, name: string): boolean | undefined {
	const child = childOf(element, name)
	if (child === undefined) return undefined
	return isOn(child.attributes.get('w:val'))
}

/** Whether an on/off value is on; a missing value is. */
export function isOn(value: string | undefined): boolean {
	return value === undefined || !['0', 'false', 'off'].includes(value)
}

/** A whole number in an attribute, or the fallback when it is none. */
export function integerOf(value: string | undefined, fallback: number): number {
	return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : fallback
}

/** Every element below, in the order of the file, the element itself excluded. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
	const ahead = elementsOf(element).toReversed()
	for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
		yield next
		for (const child of elementsOf(next).toReversed()) ahead.push(child)
	}
}

/** All character data of an element that carries words: `w:t`, `a:t`, `m:t` and the like. */
export function charactersOf(element: XmlElement): string {
	return element.children.filter((child) => typeof child === 'string').join('')
}

const WORD_ELEMENTS = new Set(['w:t', 'w:delText', 'a:t', 'm:t', 'c:v', '?:t', 't'])

/** Words by element: nested tables and choices ask for the same words once a level. */
const knownWords = new WeakMap<XmlElement, string>()

/** Every word of an element and below, whatever stands between: to name what could not be placed. */
export function wordsIn(element: XmlElement): string {
	const known = knownWords.get(element)
	if (known !== undefined) return known
	let words = ownWords(element)
	for (const child of elementsOf(element)) words += wordsIn(child)
	knownWords.set(element, words)
	return words
}

function ownWords(element: XmlElement): string {
	if (element.name === 'v:textpath') return element.attributes.get('string') ?? ''
	return WORD_ELEMENTS.has(element.name) ? charactersOf(element) : ''
}

function isElement(node: XmlNode): node is XmlElement {
	return typeof node !== 'string'
}

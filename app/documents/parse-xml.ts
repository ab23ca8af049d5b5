import { SaxesParser } from 'saxes'
import { accept, refuse, type Result } from '#app/domain/result.ts'
import type { XmlRefused } from './draft-reading.ts'
import { canonicalPrefix, isKnownToWord } from './xml-namespaces.ts'

/** An element with its namespaces settled: `name` is `w:p` whatever prefix the file chose for that namespace. */
export type XmlElement = {
	readonly name: string
	readonly attributes: ReadonlyMap<string, string>
	readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** Nesting that is read; a table in a text box in a table stays below 40. Bounds every walk over a tree. */
const DEPTH_LIMIT = 100
/** Elements of a part; a statute of 100,000 characters in ragged runs has about 100,000. */
const ELEMENT_LIMIT = 600_000
/** Namespaces in scope; Word declares about 40. */
const NAMESPACE_LIMIT = 200

/** Where an element stands in the text of its part: from its first `<` to after its last `>`, its content within. */
export type Span = {
	readonly start: number
	readonly inside: number
	readonly insideEnd: number
	readonly end: number
}

/** The text of the parts that were read, and where in it each element stands: for who writes a part anew. */
export type XmlSource = {
	readonly texts: Map<string, string>
	readonly spans: WeakMap<XmlElement, Span>
}

type Scope = ReadonlyMap<string, string>
type OpenElement = XmlElement & { readonly children: XmlNode[] }

/** Thrown inside this file only, and turned into a refusal: an error deep in a part is not a value to hand up. */
class Refusal extends Error {
	readonly code: XmlRefused['code']
	constructor(code: XmlRefused['code']) {
		super(code)
		this.code = code
	}
}

/**
 * Reads one XML part. Refused: any document type (nothing of ours needs one, and its entities are the way to
 * billion-laughs and foreign files), and anything that is not well-formed, which Word refuses too. Blanks and zero
 * bytes after the end are no words and pass.
 */
export function parseXml(
	bytes: Uint8Array,
	part: string,
	source: XmlSource | null = null,
): Result<XmlElement, XmlRefused> {
	const xml = decodeXml(bytes)
	if (xml === null) return refuse({ code: 'damaged-xml', part })
	try {
		const text = withoutFill(xml)
		source?.texts.set(part.toLowerCase(), text)
		return accept(readElements(text, source?.spans ?? null))
	} catch (error) {
		const code = error instanceof Refusal ? error.code : 'damaged-xml'
		return refuse(code === 'too-many-elements' ? { code, part, limit: ELEMENT_LIMIT } : { code, part })
	}
}

/** @throws Refusal, or the parser's own error for what is not well-formed */
function readElements(xml: string, spans: XmlSource['spans'] | null): XmlElement {
	const parser = new SaxesParser({ xmlns: false, position: false })
	const root: OpenElement = { name: '', attributes: NONE, children: [] }
	const open: OpenElement[] = [root]
	const scopes: Scope[] = [new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])]
	let count = 0
	const addWords = (words: string) => {
		if (open.length > 1) open.at(-1)?.children.push(words)
	}
	parser.on('doctype', () => {
		throw new Refusal('xml-entities')
	})
	parser.on('opentag', (tag) => {
		count += 1
		if (count > ELEMENT_LIMIT) throw new Refusal('too-many-elements')
		if (open.length > DEPTH_LIMIT) throw new Refusal('damaged-xml')
		const outer = scopes.at(-1) ?? new Map<string, string>()
		const scope = innerScope(tag.attributes, outer)
		const element = settleElement(tag.name, tag.attributes, scope)
		open.at(-1)?.children.push(element)
		open.push(element)
		scopes.push(scope)
		const inside = parser.position
		// No `<` may stand in the value of an attribute.
		spans?.set(element, { start: xml.lastIndexOf('<', inside - 1), inside, insideEnd: inside, end: inside })
	})
	parser.on('closetag', () => {
		const closed = open.pop()
		scopes.pop()
		const span = closed === undefined ? undefined : spans?.get(closed)
		if (closed === undefined || span === undefined || parser.position === span.inside) return
		const end = parser.position
		spans?.set(closed, { ...span, insideEnd: xml.lastIndexOf('<', end - 1), end })
	})
	parser.on('text', addWords)
	parser.on('cdata', addWords)
	parser.write(xml).close()
	const [only] = root.children
	if (only === undefined || typeof only === 'string') throw new Refusal('damaged-xml')
	return only
}

/** What some programs leave behind the last tag. */
function withoutFill(xml: string): string {
	let end = xml.length
	while (end > 0 && (xml[end - 1] === '\u0000' || xml[end - 1]?.trim() === '')) end -= 1
	return xml.slice(0, end)
}

/** UTF-8 or UTF-16 with a mark, as the standard asks of every reader; any other declared encoding is refused. */
function decodeXml(bytes: Uint8Array): string | null {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: 'utf-8'
	try {
		const xml = new TextDecoder(encoding, { fatal: true }).decode(bytes)
		const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(xml)?.[1]?.toLowerCase()
		const fits =
			declared === undefined || declared === 'us-ascii' || declared.startsWith(encoding.slice(0, 5))
		return fits ? xml : null
	} catch {
		return null
	}
}

/** Most elements have no attributes, and a map each would double the memory of a tree. */
const NONE: ReadonlyMap<string, string> = new Map()

function settleElement(tag: string, raw: Readonly<Record<string, string>>, scope: Scope): OpenElement {
	const name = settleName(tag, scope)
	let attributes: Map<string, string> | null = null
	for (const key in raw) {
		if (isNamespace(key)) continue
		attributes ??= new Map()
		// An attribute without prefix has no namespace, unlike an element.
		attributes.set(key.includes(':') ? settleName(key, scope) : key, raw[key] ?? '')
	}
	if (name === 'mc:Choice') {
		attributes ??= new Map()
		attributes.set('known', isChoiceKnown(attributes.get('Requires') ?? '', scope) ? '1' : '0')
	}
	return { name, attributes: attributes ?? NONE, children: [] }
}

function isNamespace(key: string): boolean {
	return key === 'xmlns' || key.startsWith('xmlns:')
}

function innerScope(raw: Readonly<Record<string, string>>, outer: Scope): Scope {
	let own: Map<string, string> | null = null
	for (const key in raw) {
		if (!isNamespace(key)) continue
		own ??= new Map(outer)
		own.set(key.slice(6), raw[key] ?? '')
		if (own.size > NAMESPACE_LIMIT) throw new Refusal('damaged-xml')
	}
	return own ?? outer
}

function settleName(qualified: string, scope: Scope): string {
	const colon = qualified.indexOf(':')
	const prefix = colon < 0 ? '' : qualified.slice(0, colon)
	const namespace = scope.get(prefix)
	if (namespace === undefined && prefix !== '') throw new Refusal('damaged-xml')
	const local = qualified.slice(colon + 1)
	return namespace === undefined ? local : `${canonicalPrefix(namespace)}:${local}`
}

function isChoiceKnown(requires: string, scope: Scope): boolean {
	return requires
		.split(/\s+/)
		.filter((prefix) => prefix !== '')
		.every((prefix) => isKnownToWord(scope.get(prefix) ?? ''))
}

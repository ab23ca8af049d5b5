import { XMLParser, XMLValidator } from 'fast-xml-parser'
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
/** Tags in a part, opening and closing; a statute of 100,000 characters in ragged runs has about 200,000. */
const TAG_LIMIT = 600_000
/** Namespaces in scope; Word declares about 40. */
const NAMESPACE_LIMIT = 200
const CDATA = '#cdata'
const TEXT = '#text'
const ATTRIBUTES = ':@'

type RawNode = Readonly<Record<string, readonly RawNode[] | string | Readonly<Record<string, string>>>>
type Scope = ReadonlyMap<string, string>

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	trimValues: false,
	processEntities: false,
	parseTagValue: false,
	parseAttributeValue: false,
	cdataPropName: CDATA,
	maxNestedTags: DEPTH_LIMIT,
})

/** Thrown inside this file only, and turned into a refusal: an error deep in a tree is not a value to hand up. */
const MALFORMED = Symbol('malformed')

/**
 * Reads one XML part. Refused: any document type or entity declaration (nothing of ours needs one, and they are the
 * way to billion-laughs and foreign files), and anything that is not well-formed, which Word refuses too.
 */
export function parseXml(bytes: Uint8Array, part: string): Result<XmlElement, XmlRefused> {
	const xml = decodeXml(bytes)
	if (xml === null) return refuse({ code: 'damaged-xml', part })
	if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse({ code: 'xml-entities', part })
	// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
	if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml))
		return refuse({ code: 'damaged-xml', part })
	if (countTags(xml) > TAG_LIMIT) return refuse({ code: 'too-many-elements', part, limit: TAG_LIMIT })
	try {
		if (XMLValidator.validate(xml) !== true) return refuse({ code: 'damaged-xml', part })
		const roots = (parser.parse(xml) as RawNode[]).filter((node) => !tagOf(node).startsWith('?'))
		const [root, ...others] = roots.filter((node) => tagOf(node) !== TEXT)
		if (root === undefined || others.length > 0) return refuse({ code: 'damaged-xml', part })
		return accept(settleElement(root, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])))
	} catch {
		return refuse({ code: 'damaged-xml', part })
	}
}

function countTags(xml: string): number {
	let count = 0
	for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) count += 1
	return count
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

function tagOf(node: RawNode): string {
	for (const key in node) if (key !== ATTRIBUTES) return key
	throw MALFORMED
}

/** Most elements have no attributes, and a map each would double the memory of a tree. */
const NONE: ReadonlyMap<string, string> = new Map()

function settleElement(node: RawNode, outer: Scope): XmlElement {
	const tag = tagOf(node)
	const raw = node[ATTRIBUTES] as Record<string, string> | undefined
	if (raw === undefined)
		return {
			name: settleName(tag, outer),
			attributes: NONE,
			children: settleChildren(node[tag] as readonly RawNode[], outer),
		}
	const scope = innerScope(raw, outer)
	const attributes = new Map<string, string>()
	for (const [key, value] of Object.entries(raw)) {
		if (key === 'xmlns' || key.startsWith('xmlns:')) continue
		// An attribute without prefix has no namespace, unlike an element.
		attributes.set(key.includes(':') ? settleName(key, scope) : key, decodeEntities(value))
	}
	const name = settleName(tag, scope)
	if (name === 'mc:Choice')
		attributes.set('known', isChoiceKnown(attributes.get('Requires') ?? '', scope) ? '1' : '0')
	return { name, attributes, children: settleChildren(node[tag] as readonly RawNode[], scope) }
}

function settleChildren(nodes: readonly RawNode[], scope: Scope): XmlNode[] {
	const children: XmlNode[] = []
	for (const node of nodes) {
		const tag = tagOf(node)
		if (tag.startsWith('?')) continue
		if (tag === TEXT) children.push(decodeEntities(node[TEXT] as string))
		else if (tag === CDATA) children.push(cdataOf(node[CDATA] as readonly RawNode[]))
		else children.push(settleElement(node, scope))
	}
	return children
}

function cdataOf(nodes: readonly RawNode[]): string {
	return nodes.map((node) => (node[TEXT] as string | undefined) ?? '').join('')
}

function innerScope(raw: Record<string, string>, outer: Scope): Scope {
	const own = Object.entries(raw).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
	if (own.length === 0) return outer
	if (outer.size + own.length > NAMESPACE_LIMIT) throw MALFORMED
	return new Map([...outer, ...own.map(([key, value]) => [key.slice(6), decodeEntities(value)] as const)])
}

function settleName(qualified: string, scope: Scope): string {
	const colon = qualified.indexOf(':')
	const prefix = colon < 0 ? '' : qualified.slice(0, colon)
	const namespace = scope.get(prefix)
	if (namespace === undefined && prefix !== '') throw MALFORMED
	const local = qualified.slice(colon + 1)
	return namespace === undefined ? local : `${canonicalPrefix(namespace)}:${local}`
}

function isChoiceKnown(requires: string, scope: Scope): boolean {
	return requires
		.split(/\s+/)
		.filter((prefix) => prefix !== '')
		.every((prefix) => isKnownToWord(scope.get(prefix) ?? ''))
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities of XML and character references; any other would need a declaration, which is refused. */
function decodeEntities(text: string): string {
	if (!text.includes('&')) return text
	return text.replaceAll(/&([^;&\s]{0,10});?/g, (whole, name: string) => {
		const known = PREDEFINED[name]
		if (known !== undefined && whole.endsWith(';')) return known
		const code = /^#x[0-9a-f]+$/i.test(name)
			? Number.parseInt(name.slice(2), 16)
			: /^#\d+$/.test(name)
				? Number(name.slice(1))
				: -1
		if (!whole.endsWith(';') || !isXmlCharacter(code)) throw MALFORMED
		return String.fromCodePoint(code)
	})
}

function isXmlCharacter(code: number): boolean {
	if (code === 0x9 || code === 0xa || code === 0xd) return true
	return (
		(code >= 0x20 && code <= 0xd7ff) ||
		(code >= 0xe000 && code <= 0xfffd) ||
		(code >= 0x10000 && code <= 0x10ffff)
	)
}

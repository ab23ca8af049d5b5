import type { XmlElement } from '../parse-xml.ts'
import { elementsOf, valueOf } from '../xml-element.ts'
import { NotCarried, type OwnDraft, spanOf, textOfPart } from './own-draft.server.ts'
import type { PackageParts } from './package-parts.ts'

/** Brings what stands in the other draft into this one: as it is written there, under this draft's names. */
export type Carrier = {
	readonly raw: (element: XmlElement) => string
	/** Properties of runs, without those of earlier changes. */
	readonly runProperties: (properties: XmlElement | undefined) => string
	/** The style of this draft for one of the other; null where it has none of that name. */
	readonly styleOf: (styleId: string | undefined) => string | null
}

/** Elements that are known by the part that they stand in. */
const STYLED = /<w:(pStyle|rStyle|tblStyle)\s+w:val="([^"]*)"\s*\/>/g
const LINKED = /\sr:(?:embed|id|link|pict|dm|lo|qs|cs)="([^"]*)"/g

export function openCarrier(base: OwnDraft, other: OwnDraft, parts: PackageParts): Carrier {
	const styles = mapStyles(base, other)
	const spaces = { base: spacesOf(base), other: spacesOf(other) }
	const partOf = openPartFinder(other)
	const styleOf = (styleId: string | undefined) =>
		styleId === undefined ? null : (styles.get(styleId) ?? null)
	const raw = (element: XmlElement): string => {
		const part = partOf(element)
		const { start, end } = spanOf(other, element)
		const written = textOfPart(other, part)
			.slice(start, end)
			.replaceAll(STYLED, (_whole, name: string, styleId: string) => {
				const mapped = styleOf(styleId)
				return mapped === null ? '' : `<w:${name} w:val="${mapped}"/>`
			})
			.replaceAll(LINKED, (whole, id: string) => whole.replace(`"${id}"`, `"${parts.link(part, id)}"`))
		return withSpaces(written, spaces)
	}
	return {
		raw,
		styleOf,
		runProperties: (properties) => {
			const inside = (properties === undefined ? [] : elementsOf(properties))
				.filter(({ name }) => !APART.has(name))
				.map(raw)
				.join('')
			return inside === '' ? '' : `<w:rPr>${inside}</w:rPr>`
		},
	}
}

const APART = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** In which part an element stands: the one whose tree holds it. */
function openPartFinder(other: OwnDraft): (element: XmlElement) => string {
	const main = other.source.mainPart
	const parts = new Map<XmlElement, string>()
	const links = other.source.relationshipsOf(main)
	for (const name of [...links.map((link) => link.target), main]) {
		const root = name === main ? other.source.document : other.source.part(name)
		const ahead = root === undefined || parts.has(root) ? [] : [root]
		for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
			parts.set(next, name)
			for (const child of elementsOf(next)) ahead.push(child)
		}
	}
	return (element) => {
		const part = parts.get(element)
		if (part === undefined) throw new NotCarried(`no part of ${element.name}`)
		return part
	}
}

/** Styles of the same id and kind, or of the same name. */
function mapStyles(base: OwnDraft, other: OwnDraft): Map<string, string> {
	const [here, there] = [stylesIn(base), stylesIn(other)]
	const byName = new Map(here.map(({ id, kind, name }) => [`${kind} ${name}`, id]))
	const byId = new Set(here.map(({ id, kind }) => `${kind} ${id}`))
	const mapped = new Map<string, string>()
	for (const { id, kind, name } of there) {
		const target = byName.get(`${kind} ${name}`) ?? (byId.has(`${kind} ${id}`) ? id : undefined)
		if (target !== undefined) mapped.set(id, target)
	}
	return mapped
}

function stylesIn({ source }: OwnDraft) {
	const link = source.relationshipsOf(source.mainPart).find((one) => one.type === 'styles')
	const root = link === undefined ? undefined : source.part(link.target)
	return (root === undefined ? [] : elementsOf(root))
		.filter(({ name }) => name === 'w:style')
		.map((style) => ({
			id: style.attributes.get('w:styleId') ?? '',
			kind: style.attributes.get('w:type') ?? '',
			name: (valueOf(style, 'w:name') ?? '').toLowerCase(),
		}))
}

type Spaces = Readonly<Record<'base' | 'other', ReadonlyMap<string, string>>>

/** The prefixes that the root of the main part declares. */
function spacesOf(draft: OwnDraft): Map<string, string> {
	const { start, inside } = spanOf(draft, draft.source.document)
	const tag = textOfPart(draft, draft.source.mainPart).slice(start, inside)
	const spaces = new Map(
		[...tag.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].map(([, a, b]) => [a ?? '', b ?? '']),
	)
	if (!tag.startsWith('<w:document')) throw new NotCarried('another prefix')
	return spaces
}

/** Prefixes that this draft does not declare, or uses for something else, are declared where they come in. */
function withSpaces(written: string, { base, other }: Spaces): string {
	const used = new Set([...written.matchAll(/[<\s]([A-Za-z_][\w.-]*):/g)].map(([, prefix]) => prefix ?? ''))
	const missing = [...used].filter((prefix) => other.has(prefix) && other.get(prefix) !== base.get(prefix))
	if (missing.length === 0) return written
	const declared = missing.map((prefix) => ` xmlns:${prefix}="${other.get(prefix) ?? ''}"`).join('')
	return written.replace(/^<[\w.-]+:?[\w.-]*/, (tag) => `${tag}${declared}`)
}

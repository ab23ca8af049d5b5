import type { Paragraph, StyleRole } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf, integerOf, isOn, valueOf } from '../xml-element.ts'
import { isShaded, type ThemeColours } from './colours.ts'

type Style = {
	readonly basedOn: string | undefined
	readonly paragraph: XmlElement | undefined
	readonly run: XmlElement | undefined
	readonly element: XmlElement
}

/** What of a document's styles decides which words show and which numbers stand before them. */
export type Styles = {
	readonly defaultParagraph: string | undefined
	/** The style and those it is based on, nearest first. */
	readonly chainOf: (styleId: string | undefined) => readonly string[]
	/** The first such property of a style's paragraphs along its chain. */
	readonly paragraphProperty: (styleId: string | undefined, name: string) => XmlElement | undefined
	/** What a paragraph of that style is, by the name of the style or of one it is based on. */
	readonly roleOf: (styleId: string | undefined) => StyleRole
	readonly runProperty: (styleId: string | undefined, name: string) => XmlElement | undefined
	/**
	 * One attribute of a paragraph's property: `w:spacing` says its line height in one style and its rule in another.
	 * Direct formatting first, then the style's chain, then the document's defaults.
	 */
	readonly attribute: (
		direct: XmlElement | undefined,
		styleId: string | undefined,
		name: string,
		attribute: string,
	) => string | undefined
	/** The number id and the level of a style's paragraphs, each from the nearest style that says it. */
	readonly numberingOf: (styleId: string | undefined) => {
		readonly numberId: string | undefined
		/** Levels said along the chain, nearest first, each with its style. */
		readonly levels: readonly { readonly styleId: string; readonly level: string | undefined }[]
	}
	readonly theme: ThemeColours
	readonly defaultRun: XmlElement | undefined
	/** Whether a table style fills some of its cells, so that white words on it are meant to be seen. */
	readonly shades: (styleId: string | undefined) => boolean
}

export function readStyles(root: XmlElement | undefined, theme: ThemeColours): Styles {
	const styles = new Map<string, Style>()
	let defaultParagraph: string | undefined
	for (const element of root === undefined ? [] : elementsOf(root)) {
		if (element.name !== 'w:style') continue
		const id = element.attributes.get('w:styleId') ?? ''
		styles.set(id, {
			basedOn: valueOf(element, 'w:basedOn'),
			paragraph: childOf(element, 'w:pPr'),
			run: childOf(element, 'w:rPr'),
			element,
		})
		const isDefault = element.attributes.has('w:default') && isOn(element.attributes.get('w:default'))
		if (isDefault && element.attributes.get('w:type') === 'paragraph') defaultParagraph = id
	}
	const chainOf = (styleId: string | undefined) => chain(styles, styleId)
	const firstOf = remembered((styleId, name, of: 'paragraph' | 'run') =>
		chainOf(styleId)
			.map((id) => childOf(styles.get(id)?.[of], name))
			.find((property) => property !== undefined),
	)
	const shading = new Set([...styles].filter(([, { element }]) => hasShading(element)).map(([id]) => id))
	const defaults = childOf(root, 'w:docDefaults')
	const defaultParagraphs = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')
	const attributes = new Map<string, string | undefined>()
	const inherited = (styleId: string | undefined, name: string, attribute: string) => {
		const key = `${name} ${attribute} ${styleId ?? ''}`
		if (!attributes.has(key))
			attributes.set(
				key,
				[...chainOf(styleId).map((id) => styles.get(id)?.paragraph), defaultParagraphs]
					.map((properties) => childOf(properties, name)?.attributes.get(attribute))
					.find((value) => value !== undefined),
			)
		return attributes.get(key)
	}
	const numberings = new Map<string | undefined, ReturnType<Styles['numberingOf']>>()
	return {
		defaultParagraph,
		chainOf,
		paragraphProperty: (styleId, name) => firstOf(styleId, name, 'paragraph'),
		roleOf: (styleId) => roleIn(chainOf(styleId).map((id) => styles.get(id)?.element)),
		runProperty: (styleId, name) => firstOf(styleId, name, 'run'),
		attribute: (direct, styleId, name, attribute) =>
			childOf(direct, name)?.attributes.get(attribute) ?? inherited(styleId, name, attribute),
		numberingOf: (styleId) => {
			const known = numberings.get(styleId) ?? numberingAlong(styles, chainOf(styleId))
			numberings.set(styleId, known)
			return known
		},
		theme,
		defaultRun: childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'),
		shades: (styleId) => chainOf(styleId).some((id) => shading.has(id)),
	}
}

function numberingAlong(
	styles: ReadonlyMap<string, Style>,
	ids: readonly string[],
): ReturnType<Styles['numberingOf']> {
	const said = ids.map((styleId) => {
		const numbering = childOf(styles.get(styleId)?.paragraph, 'w:numPr')
		return { styleId, numberId: valueOf(numbering, 'w:numId'), level: valueOf(numbering, 'w:ilvl') }
	})
	return { numberId: said.find(({ numberId }) => numberId !== undefined)?.numberId, levels: said }
}

/** The names that Word gives its own styles in every language; a style of the office's is based on one of them. */
const ROLES: readonly (readonly [StyleRole, RegExp])[] = [
	['title', /^title$/i],
	['subtitle', /^subtitle$/i],
	['heading', /^heading \d$/i],
	['contents', /^(toc \d|toc heading|table of figures)$/i],
	['caption', /^caption$/i],
]

function roleIn(chain: readonly (XmlElement | undefined)[]): StyleRole {
	for (const style of chain) {
		const name = valueOf(style, 'w:name') ?? ''
		const role = ROLES.find(([, pattern]) => pattern.test(name))
		if (role !== undefined) return role[0]
	}
	return 'text'
}

/** The parts of a paragraph that its properties and its style decide. */
export function shapeOf(
	styles: Styles,
	properties: XmlElement | undefined,
	styleId: string | undefined,
): Pick<Paragraph, 'role' | 'outline' | 'align'> {
	const level = integerOf(styles.attribute(properties, styleId, 'w:outlineLvl', 'w:val'), 9)
	const aligned = styles.attribute(properties, styleId, 'w:jc', 'w:val') ?? ''
	return {
		role: styles.roleOf(styleId),
		outline: level >= 0 && level < 9 ? level + 1 : null,
		align: aligned === 'center' ? 'centre' : aligned === 'right' || aligned === 'end' ? 'end' : null,
	}
}

function hasShading(element: XmlElement): boolean {
	for (const below of descendantsOf(element)) if (below.name === 'w:shd' && isShaded(below)) return true
	return false
}

/** Styles may be based on each other in a circle in a forged file; Word itself follows no more than a dozen. */
const CHAIN_LENGTH = 30

function chain(styles: ReadonlyMap<string, Style>, styleId: string | undefined): string[] {
	const ids: string[] = []
	for (
		let id = styleId;
		id !== undefined && styles.has(id) && ids.length < CHAIN_LENGTH;
		id = styles.get(id)?.basedOn
	)
		ids.push(id)
	return ids
}

type PropertyLookup = (
	styleId: string | undefined,
	name: string,
	of: 'paragraph' | 'run',
) => XmlElement | undefined

/** Every run asks the same few questions of the same few styles. */
function remembered(lookup: PropertyLookup): PropertyLookup {
	const answers = new Map<string, XmlElement | undefined>()
	return (styleId, name, of) => {
		const key = `${of} ${name} ${styleId ?? ''}`
		if (!answers.has(key)) answers.set(key, lookup(styleId, name, of))
		return answers.get(key)
	}
}

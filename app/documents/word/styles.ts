import type { Paragraph, StyleRole } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf, integerOf, isOn, toggleOf, valueOf } from '../xml-element.ts'

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
	readonly defaultRun: XmlElement | undefined
	/** Whether a table style fills some of its cells, so that white words on it are meant to be seen. */
	readonly shades: (styleId: string | undefined) => boolean
}

export function readStyles(root: XmlElement | undefined): Styles {
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
	return {
		defaultParagraph,
		chainOf,
		paragraphProperty: (styleId, name) => firstOf(styleId, name, 'paragraph'),
		roleOf: (styleId) => roleIn(chainOf(styleId).map((id) => styles.get(id)?.element)),
		runProperty: (styleId, name) => firstOf(styleId, name, 'run'),
		defaultRun: childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'),
		shades: (styleId) => chainOf(styleId).some((id) => shading.has(id)),
	}
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
	const property = (name: string) =>
		(childOf(properties, name) ?? styles.paragraphProperty(styleId, name))?.attributes.get('w:val')
	const level = integerOf(property('w:outlineLvl'), 9)
	const aligned = property('w:jc') ?? ''
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

/** How the words of one run show. */
export type Visibility = 'shown' | 'hidden' | 'faint' | 'struck'

/**
 * Whether Word shows a run. Hidden: `w:vanish`, which a paragraph style and a character style toggle between them
 * (ECMA-376 part 1, 17.7.3) and which the run itself decides. Faint: white on nothing, in the colour of its ground,
 * without any colour, or at most two points high. Struck: with a line through it, as a change by hand is often marked.
 */
export function visibilityOf(
	styles: Styles,
	run: XmlElement | undefined,
	paragraphStyle: string | undefined,
	onShading: boolean,
): Visibility {
	const runStyle = valueOf(run, 'w:rStyle')
	if (isHidden(styles, run, paragraphStyle, runStyle)) return 'hidden'
	const property = (name: string) =>
		childOf(run, name) ??
		styles.runProperty(runStyle, name) ??
		styles.runProperty(paragraphStyle, name) ??
		childOf(styles.defaultRun, name)
	const shaded = onShading || isShaded(property('w:shd')) || property('w:highlight') !== undefined
	const halfPoints = Number(property('w:sz')?.attributes.get('w:val') ?? '21')
	if (halfPoints <= 4 || (!shaded && isWhite(property('w:color')))) return 'faint'
	if (isTransparent(property('w14:textFill')) || isOfItsGround(property)) return 'faint'
	const isStruck = ['w:strike', 'w:dstrike'].some((name) => {
		const strike = property(name)
		return strike !== undefined && isOn(strike.attributes.get('w:val'))
	})
	return isStruck ? 'struck' : 'shown'
}

/** Letters that are filled with nothing, or with a colour that lets (nearly) everything through. */
function isTransparent(fill: XmlElement | undefined): boolean {
	if (fill === undefined) return false
	if (childOf(fill, 'w14:noFill') !== undefined) return true
	for (const below of descendantsOf(fill))
		if (below.name === 'w14:alpha' && Number(below.attributes.get('w14:val')) >= 90_000) return true
	return false
}

/** Whether words have the colour of the shading or marker that they themselves stand on. */
function isOfItsGround(property: (name: string) => XmlElement | undefined): boolean {
	const named = property('w:color')?.attributes.get('w:val')?.toLowerCase()
	const color = named === undefined || named === 'auto' ? '000000' : named
	const marker = property('w:highlight')?.attributes.get('w:val')
	if (marker === 'black' || marker === 'white') return color === (marker === 'black' ? '000000' : 'ffffff')
	const ground = property('w:shd')?.attributes.get('w:fill')?.toLowerCase()
	return named !== undefined && named !== 'auto' && ground === color
}

function isHidden(
	styles: Styles,
	run: XmlElement | undefined,
	paragraphStyle: string | undefined,
	runStyle: string | undefined,
): boolean {
	const direct = toggleOf(run, 'w:vanish')
	if (direct !== undefined) return direct
	if (toggleOf(styles.defaultRun, 'w:vanish') === true) return true
	return hides(styles, paragraphStyle) !== hides(styles, runStyle)
}

function hides(styles: Styles, styleId: string | undefined): boolean {
	const property = styles.runProperty(styleId, 'w:vanish')
	return property !== undefined && isOn(property.attributes.get('w:val'))
}

/** Whether a shading fills the ground with something other than white. */
export function isShaded(shading: XmlElement | undefined): boolean {
	const fill = shading?.attributes.get('w:fill')?.toLowerCase()
	const pattern = shading?.attributes.get('w:val') ?? 'clear'
	return (
		shading !== undefined &&
		((fill !== undefined && !['auto', 'ffffff'].includes(fill)) || !['clear', 'nil'].includes(pattern))
	)
}

function isWhite(color: XmlElement | undefined): boolean {
	const value = color?.attributes.get('w:val') ?? ''
	return /^[ef][0-9a-f][ef][0-9a-f][ef][0-9a-f]$/i.test(value)
}

import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, integerOf, isOn, toggleOf, valueOf } from '../xml-element.ts'
import { colourOf, isNearWhite, isShaded, letterFillOf, looksLike } from './colours.ts'
import type { Styles } from './styles.ts'

/** How the words of one run show. */
export type Visibility = 'shown' | 'hidden' | 'faint' | 'struck' | 'squeezed'

/** Where a run stands, as far as it decides how its words show. */
export type Ground = {
	readonly paragraphStyle: string | undefined
	readonly tableStyle: string | undefined
	/** On a filled ground, where white words can be read. */
	readonly shaded: boolean
	/** The colour of that ground, where it is known. */
	readonly fill: string | null
}

export type PropertyOf = (name: string) => XmlElement | undefined

/** A property of a run: its own, or that of its character style, paragraph style, table style, document's defaults. */
export function runPropertyOf(styles: Styles, run: XmlElement | undefined, ground: Ground): PropertyOf {
	const runStyle = valueOf(run, 'w:rStyle')
	return (name) =>
		childOf(run, name) ??
		styles.runProperty(runStyle, name) ??
		styles.runProperty(ground.paragraphStyle, name) ??
		styles.runProperty(ground.tableStyle, name) ??
		childOf(styles.defaultRun, name)
}

/**
 * Whether Word shows a run. Hidden: `w:vanish`, which a paragraph style and a character style toggle between them
 * (ECMA-376 part 1, 17.7.3) and which the run itself decides. Faint: white on nothing, in the colour of its ground,
 * without any colour, or at most two points high. Squeezed: so narrow that no character is made out. Struck: with a
 * line through it, as a change by hand is often marked.
 */
export function visibilityOf(styles: Styles, run: XmlElement | undefined, ground: Ground): Visibility {
	if (isHidden(styles, run, ground.paragraphStyle, valueOf(run, 'w:rStyle'))) return 'hidden'
	const property = runPropertyOf(styles, run, ground)
	const halfPoints = Number(property('w:sz')?.attributes.get('w:val') ?? '21')
	if (halfPoints <= 4 || isTransparent(property('w14:textFill')) || isOfItsGround(styles, property, ground))
		return 'faint'
	if (isSqueezed(property, halfPoints)) return 'squeezed'
	const isStruck = ['w:strike', 'w:dstrike'].some((name) => {
		const strike = property(name)
		return strike !== undefined && isOn(strike.attributes.get('w:val'))
	})
	return isStruck ? 'struck' : 'shown'
}

/** Characters of a tenth of their width; set upon one another; raised or lowered out of their line. */
const NARROWEST_PERCENT = 10
const FARTHEST_HALF_POINTS = 400
const NARROWEST_FIT_TWIPS = 40

function isSqueezed(property: PropertyOf, halfPoints: number): boolean {
	const number = (name: string, fallback: number) =>
		integerOf(property(name)?.attributes.get('w:val')?.replace('%', ''), fallback)
	const ownWidth = halfPoints * 10
	return (
		number('w:w', 100) <= NARROWEST_PERCENT ||
		number('w:spacing', 0) <= -ownWidth * 0.8 ||
		Math.abs(number('w:position', 0)) >= FARTHEST_HALF_POINTS ||
		number('w:fitText', NARROWEST_FIT_TWIPS + 1) <= NARROWEST_FIT_TWIPS
	)
}

/** Letters that are filled with nothing, or with a colour that lets (nearly) everything through. */
function isTransparent(fill: XmlElement | undefined): boolean {
	if (fill === undefined) return false
	if (childOf(fill, 'w14:noFill') !== undefined) return true
	for (const below of descendantsOf(fill))
		if (below.name === 'w14:alpha' && Number(below.attributes.get('w14:val')) >= 90_000) return true
	return false
}

/** Whether words have the colour of what they stand on: their shading, their marker, a filled ground, white paper. */
function isOfItsGround(styles: Styles, property: PropertyOf, ground: Ground): boolean {
	const filled = letterFillOf(styles.theme, property('w14:textFill'))
	const colour = filled === undefined ? colourOf(styles.theme, property('w:color')) : filled
	const marker = property('w:highlight')?.attributes.get('w:val') ?? 'none'
	if (marker === 'black' || marker === 'white')
		return looksLike(colour ?? '000000', marker === 'black' ? '000000' : 'ffffff')
	if (colour === null) return false
	const shading = property('w:shd')
	const fill = colourOf(styles.theme, shading, 'w:fill')
	if (fill !== null) return looksLike(colour, fill) || (isNearWhite(colour) && isNearWhite(fill))
	if (ground.fill !== null && looksLike(colour, ground.fill)) return true
	const shaded = ground.shaded || marker !== 'none' || isShaded(shading, styles.theme)
	return !shaded && isNearWhite(colour)
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

import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf } from '../xml-element.ts'

/** The colours of a document's theme by their names in text: background1 is FFFFFF, as a rule. */
export type ThemeColours = ReadonlyMap<string, string>

/** The names that text uses for the colours of the theme's scheme. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
	dk1: ['dark1', 'text1', 'tx1', 'dk1'],
	lt1: ['light1', 'background1', 'bg1', 'lt1'],
	dk2: ['dark2', 'text2', 'tx2', 'dk2'],
	lt2: ['light2', 'background2', 'bg2', 'lt2'],
}

export function readThemeColours(theme: XmlElement | undefined): ThemeColours {
	const colours = new Map([
		['background1', 'ffffff'],
		['light1', 'ffffff'],
		['bg1', 'ffffff'],
		['lt1', 'ffffff'],
	])
	for (const scheme of theme === undefined ? [] : descendantsOf(theme)) {
		if (scheme.name !== 'a:clrScheme') continue
		for (const entry of elementsOf(scheme)) {
			const [colour] = elementsOf(entry)
			const value = colour?.attributes.get('lastClr') ?? colour?.attributes.get('val')
			const name = entry.name.replace(/^a:/, '')
			for (const used of NAMES[name] ?? [name])
				if (value !== undefined) colours.set(used, value.toLowerCase())
		}
	}
	return colours
}

/**
 * The colour that `w:color` or `w:shd` names, as six hexadecimal digits; null for none or an automatic one. The theme's
 * colour counts before the value beside it, which is only there for programs that know no themes.
 */
export function colourOf(
	theme: ThemeColours,
	element: XmlElement | undefined,
	of: 'w:color' | 'w:fill' = 'w:color',
): string | null {
	const [value, named, tint, shade] =
		of === 'w:color'
			? (['w:val', 'w:themeColor', 'w:themeTint', 'w:themeShade'] as const)
			: (['w:fill', 'w:themeFill', 'w:themeFillTint', 'w:themeFillShade'] as const)
	const base = theme.get(element?.attributes.get(named) ?? '')
	if (base === undefined) return sixDigits(element?.attributes.get(value))
	const lighter = Number.parseInt(element?.attributes.get(tint) ?? 'ff', 16) / 255
	const darker = Number.parseInt(element?.attributes.get(shade) ?? 'ff', 16) / 255
	return channels(base)
		.map((channel) => Math.round((channel * lighter + 255 * (1 - lighter)) * darker))
		.map((channel) => channel.toString(16).padStart(2, '0'))
		.join('')
}

/** The colour of Word 2010's own fill of letters, which counts before `w:color`; undefined where there is none. */
export function letterFillOf(theme: ThemeColours, fill: XmlElement | undefined): string | null | undefined {
	const solid = childOf(fill, 'w14:solidFill')
	const own = childOf(solid, 'w14:srgbClr')
	if (own !== undefined) return sixDigits(own.attributes.get('w14:val'))
	const named = childOf(solid, 'w14:schemeClr')
	if (named === undefined || elementsOf(named).length > 0) return undefined
	return theme.get(named.attributes.get('w14:val') ?? '') ?? null
}

/** Whether a colour is white, or so near it that nobody reads it on white paper. */
export function isNearWhite(colour: string | null): boolean {
	return colour !== null && channels(colour).every((channel) => channel >= 0xe0)
}

/** Whether two colours look the same. */
export function looksLike(colour: string, other: string): boolean {
	const others = channels(other)
	return channels(colour).every((channel, index) => Math.abs(channel - (others[index] ?? 0)) <= 0x10)
}

/** Whether a shading fills the ground with something that white words can be read on. */
export function isShaded(shading: XmlElement | undefined, theme: ThemeColours = new Map()): boolean {
	if (shading === undefined) return false
	const fill = colourOf(theme, shading, 'w:fill')
	const pattern = shading.attributes.get('w:val') ?? 'clear'
	return (fill !== null && !isNearWhite(fill)) || !['clear', 'nil'].includes(pattern)
}

function sixDigits(value: string | undefined): string | null {
	return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null
}

function channels(colour: string): number[] {
	return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

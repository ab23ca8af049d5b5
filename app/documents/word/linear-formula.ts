import type { XmlElement } from '../parse-xml.ts'
import { charactersOf, childOf, elementsOf } from '../xml-element.ts'

const TRANSPARENT = new Set([
	'm:oMath',
	'm:oMathPara',
	'm:e',
	'm:num',
	'm:den',
	'm:sub',
	'm:sup',
	'm:deg',
	'm:box',
	'm:r',
	'w:r',
])
const PROPERTIES = /^(m|w):\w*Pr$/

/**
 * A formula in one line: 〈a/b〉 as `(a)/(b)`, powers as `^(…)`, indices as `_(…)`, roots as `√(…)`. Null when it has
 * parts (matrices, sums, limits) for which one line would be ambiguous.
 */
export function linearFormula(element: XmlElement): string | null {
	if (element.name === 'm:t' || element.name === 'w:t') return charactersOf(element)
	if (PROPERTIES.test(element.name)) return ''
	if (TRANSPARENT.has(element.name)) return joined(elementsOf(element))
	const arms = ARMS[element.name]
	if (arms === undefined) return null
	let words = ''
	for (const [before, arm, after] of arms) {
		const inner = joined(
			elementsOf(childOf(element, arm) ?? element).filter(() => childOf(element, arm) !== undefined),
		)
		if (inner === null) return null
		words += `${before}${inner}${after}`
	}
	return words
}

const ARMS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
	'm:f': [
		['(', 'm:num', ')'],
		['/(', 'm:den', ')'],
	],
	'm:sSup': [
		['', 'm:e', ''],
		['^(', 'm:sup', ')'],
	],
	'm:sSub': [
		['', 'm:e', ''],
		['_(', 'm:sub', ')'],
	],
	'm:sSubSup': [
		['', 'm:e', ''],
		['_(', 'm:sub', ')'],
		['^(', 'm:sup', ')'],
	],
	'm:rad': [
		['√[', 'm:deg', ']'],
		['(', 'm:e', ')'],
	],
}

function joined(elements: readonly XmlElement[]): string | null {
	let words = ''
	for (const element of elements) {
		const inner = linearFormula(element)
		if (inner === null) return null
		words += inner
	}
	return words
}

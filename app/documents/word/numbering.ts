import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf, integerOf, isOn, toggleOf, valueOf } from '../xml-element.ts'
import { formatNumber, isFormUncertain } from './number-format.ts'

/** One level of a list, as `numbering.xml` defines it. */
type Level = {
	readonly start: number
	readonly format: string
	/** Model of a custom format such as `001, 002, …`: the length to which figures are filled with zeros. */
	readonly fill: number
	/** `第%1条`; `%1` is the number of the first level. */
	readonly template: string
	readonly suffix: string
	/** The level (from 0) whose next number starts this one again; -1 for never; undefined for any higher one. */
	readonly restartAfter: number | undefined
	readonly legal: boolean
	readonly hidden: boolean
	readonly style: string | undefined
}

type List = {
	/** Lists made from one abstract definition go on counting where the other stopped. */
	readonly counterKey: string
	readonly levels: ReadonlyMap<number, Level>
	readonly startOverrides: ReadonlyMap<number, number>
	readonly levelOfStyle: ReadonlyMap<string, number>
}

/** All lists of a document, by number id. */
export type ListDefinitions = ReadonlyMap<string, List>

/** What Word shows before the words of a numbered paragraph. */
export type Label = {
	/** The number with what follows it (a tab, a space or nothing). */
	readonly text: string
	readonly hidden: boolean
	/** A format this reader does not know: its number is shown in decimal figures and must be named. */
	readonly unknownFormat: string | null
	/** Word and WPS are known or believed to write such a number in different signs: 一百〇一, 一百零一, 一○一. */
	readonly uncertain: boolean
}

const LEVELS = 9

/** Reads `numbering.xml`. Style links (`numStyleLink`) are followed through `listOfStyle`, a numbering style's list. */
export function readListDefinitions(
	numbering: XmlElement | undefined,
	listOfStyle: (styleId: string) => string | undefined,
): ListDefinitions {
	const lists = new Map<string, List>()
	if (numbering === undefined) return lists
	const abstracts = new Map<string, XmlElement>()
	const abstractOfNumber = new Map<string, string>()
	for (const element of elementsOf(numbering)) {
		if (element.name === 'w:abstractNum')
			abstracts.set(element.attributes.get('w:abstractNumId') ?? '', element)
		if (element.name === 'w:num')
			abstractOfNumber.set(element.attributes.get('w:numId') ?? '', valueOf(element, 'w:abstractNumId') ?? '')
	}
	for (const element of elementsOf(numbering)) {
		if (element.name !== 'w:num') continue
		const own = valueOf(element, 'w:abstractNumId') ?? ''
		const linked = abstractOfNumber.get(
			listOfStyle(valueOf(abstracts.get(own), 'w:numStyleLink') ?? '') ?? '',
		)
		const key = linked ?? own
		lists.set(element.attributes.get('w:numId') ?? '', readList(element, key, abstracts.get(key)))
	}
	return lists
}

function readList(num: XmlElement, counterKey: string, abstract: XmlElement | undefined): List {
	const levels = new Map<number, Level>()
	const startOverrides = new Map<number, number>()
	for (const element of abstract === undefined ? [] : elementsOf(abstract))
		if (element.name === 'w:lvl')
			levels.set(integerOf(element.attributes.get('w:ilvl'), 0), readLevel(element))
	for (const override of elementsOf(num)) {
		if (override.name !== 'w:lvlOverride') continue
		const depth = integerOf(override.attributes.get('w:ilvl'), 0)
		const level = childOf(override, 'w:lvl')
		if (level !== undefined) levels.set(depth, readLevel(level))
		const start = valueOf(override, 'w:startOverride')
		if (start !== undefined) startOverrides.set(depth, integerOf(start, 1))
	}
	const levelOfStyle = new Map<string, number>()
	for (const [depth, { style }] of levels)
		if (style !== undefined && !levelOfStyle.has(style)) levelOfStyle.set(style, depth)
	return { counterKey, levels, startOverrides, levelOfStyle }
}

function readLevel(element: XmlElement): Level {
	const format = childOf(element, 'w:numFmt') ?? customFormatOf(element)
	const restart = valueOf(element, 'w:lvlRestart')
	const model = format?.attributes.get('w:format')?.split(',')[0]?.trim() ?? ''
	return {
		start: integerOf(valueOf(element, 'w:start'), 0),
		format: format?.attributes.get('w:val') ?? 'decimal',
		fill: /^0{1,8}1$/.test(model) ? model.length : 0,
		template: templateOf(childOf(element, 'w:lvlText')),
		suffix: { space: ' ', nothing: '' }[valueOf(element, 'w:suff') ?? ''] ?? '\t',
		restartAfter: restart === undefined ? undefined : integerOf(restart, 0) - 1,
		legal: toggleOf(element, 'w:isLgl') ?? false,
		hidden: toggleOf(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
		style: valueOf(element, 'w:pStyle'),
	}
}

/** `%1.%2`; Word takes at most 255 characters. */
function templateOf(text: XmlElement | undefined): string {
	const isNull = text?.attributes.has('w:null') === true && isOn(text.attributes.get('w:null'))
	return isNull ? '' : (text?.attributes.get('w:val') ?? '').slice(0, 255)
}

/** Word writes a custom format inside a choice of markup, with an older format beside it. */
function customFormatOf(level: XmlElement): XmlElement | undefined {
	const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice')
	return childOf(choice, 'w:numFmt')
}

/**
 * The level of a paragraph that does not say its own: along its styles, nearest first, the level that one says, or that
 * of the list which belongs to it (`w:pStyle`). Number and level are inherited apart.
 */
export function levelAlong(
	lists: ListDefinitions,
	numberId: string,
	styles: readonly { readonly styleId: string; readonly level: string | undefined }[],
): string | undefined {
	const linked = lists.get(numberId)?.levelOfStyle
	for (const { styleId, level } of styles) {
		const own = level ?? linked?.get(styleId)?.toString()
		if (own !== undefined) return own
	}
	return undefined
}

/** Counts through a document: each call is the next paragraph of that list and level. Null where nothing shows. */
export type Counter = (numberId: string, depth: number) => Label | null

export function openCounter(lists: ListDefinitions): Counter {
	const counts = new Map<string, (number | undefined)[]>()
	const overridden = new Set<string>()
	return (numberId, depth) => {
		const list = lists.get(numberId)
		const level = list?.levels.get(depth)
		if (list === undefined || level === undefined || depth >= LEVELS) return null
		const numbers = counts.get(list.counterKey) ?? []
		counts.set(list.counterKey, numbers)
		applyOverride(list, numberId, depth, numbers, overridden)
		numbers[depth] = (numbers[depth] ?? level.start - 1) + 1
		restartBelow(list, depth, numbers)
		return labelOf(list, level, depth, numbers)
	}
}

/** A list with its own start begins there the first time it is used, whatever its sister list counted to. */
function applyOverride(
	list: List,
	numberId: string,
	depth: number,
	numbers: (number | undefined)[],
	done: Set<string>,
): void {
	const start = list.startOverrides.get(depth)
	const key = `${numberId}/${depth}`
	if (start === undefined || done.has(key)) return
	done.add(key)
	numbers[depth] = start - 1
}

function restartBelow(list: List, depth: number, numbers: (number | undefined)[]): void {
	for (let below = depth + 1; below < LEVELS; below += 1) {
		const after = list.levels.get(below)?.restartAfter
		if (after === undefined || depth <= after) numbers[below] = undefined
	}
}

function labelOf(list: List, level: Level, depth: number, numbers: readonly (number | undefined)[]): Label {
	let unknownFormat: string | null = null
	let uncertain = false
	if (level.format === 'bullet')
		return {
			text: `${bulletOf(level.template)}${level.suffix}`,
			hidden: level.hidden,
			unknownFormat,
			uncertain,
		}
	const words = level.template.replaceAll(/%([1-9])/g, (_, place: string) => {
		const at = Number(place) - 1
		const shown = list.levels.get(at)
		if (shown === undefined || at > depth) return ''
		const number = numbers[at] ?? shown.start
		if (shown.format === 'custom' && shown.fill > 0) return String(number).padStart(shown.fill, '0')
		const formatted = formatNumber(level.legal && shown.format !== 'none' ? 'decimal' : shown.format, number)
		if (formatted === null) unknownFormat = shown.format
		if (!level.legal && isFormUncertain(shown.format, number)) uncertain = true
		return formatted ?? String(number)
	})
	return {
		text: words === '' ? '' : `${words}${level.suffix}`,
		hidden: level.hidden,
		unknownFormat,
		uncertain,
	}
}

/** Bullets come as private characters of the Symbol and Wingdings fonts. */
function bulletOf(template: string): string {
	return /[\uE000-\uF8FF]/.test(template) ? '•' : template
}

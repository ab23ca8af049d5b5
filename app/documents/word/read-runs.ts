import type { XmlElement } from '../parse-xml.ts'
import { charactersOf, childOf, elementsOf, isOn, wordsIn } from '../xml-element.ts'
import { linearFormula } from './linear-formula.ts'
import { isMarkedDirty, nameField, readFieldMark } from './read-fields.ts'
import { chooseBranch, readGraphic } from './read-graphic.ts'
import { readNoteReference, settleCustomMark } from './note-references.ts'
import {
	nameUnplaced,
	noteStretch,
	placeWords,
	type OpenParagraph,
	type Place,
	type Reading,
	type Look,
} from './reading.ts'
import { type SymbolFont, symbolFontOf, symbolOf, wordsInSymbols } from './symbol-fonts.ts'
import { within } from './trace.ts'
import { fateIn, propertiesIn } from './tracked-view.ts'
import { type Visibility, runPropertyOf, visibilityOf } from './visibility.ts'

const FIXED_WORDS: Readonly<Record<string, string>> = {
	'w:tab': '\t',
	'w:ptab': '\t',
	'w:br': '\n',
	'w:cr': '\n',
	'w:noBreakHyphen': '\u2011',
}

/** Containers that show their content as it is. */
const TRANSPARENT = new Set(['w:smartTag', 'w:customXml', 'w:sdtContent', 'mc:Choice', 'mc:Fallback'])

/** Words that Word makes itself when it shows the page. */
const COMPUTED = new Set([
	'w:pgNum',
	'w:dayShort',
	'w:dayLong',
	'w:monthShort',
	'w:monthLong',
	'w:yearShort',
	'w:yearLong',
])

/** Reads what stands inside a paragraph, element by element; what it does not know and carries words is named. */
export function readInline(
	reading: Reading,
	elements: readonly XmlElement[],
	paragraph: OpenParagraph,
	place: Place,
): void {
	for (const element of elements) {
		const inside = elementsOf(element)
		if (TRANSPARENT.has(element.name)) readInline(reading, inside, paragraph, place)
		else (INLINE[element.name] ?? nameUnknown)(reading, element, paragraph, place)
	}
}

type InlineReader = (reading: Reading, element: XmlElement, paragraph: OpenParagraph, place: Place) => void

const readTracked: InlineReader = (reading, element, paragraph, place) => {
	const isGone = fateIn(reading.view, element) === 'gone'
	const there = isGone ? { ...place, deleted: true } : { ...place, inserted: true }
	readChange(reading, element, paragraph, there, isGone ? 'tracked-deletion' : 'tracked-insertion')
}

const readTurned: InlineReader = (reading, element, paragraph, place) => {
	reading.findings.add('direction-override', {
		line: paragraph.line,
		kind: element.attributes.get('w:val') ?? '',
	})
	readInline(reading, elementsOf(element), paragraph, place)
}

const readFormula: InlineReader = (reading, element, paragraph, place) => {
	const words = linearFormula(element)
	if (words === null) nameUnplaced(reading, element, paragraph.line, 'formula')
	else within(reading.trace, element, element, () => placeWords(reading, paragraph, place, words))
}

const INLINE: Readonly<Record<string, InlineReader>> = {
	'w:r': readRun,
	'w:ins': readTracked,
	'w:moveTo': readTracked,
	'w:del': readTracked,
	'w:moveFrom': readTracked,
	'w:bdo': readTurned,
	'w:dir': readTurned,
	'm:oMath': readFormula,
	'm:oMathPara': readFormula,
	'w:sdt': (reading, element, paragraph, place) => {
		nameBinding(reading, element, paragraph.line)
		readInline(reading, elementsOf(childOf(element, 'w:sdtContent') ?? element), paragraph, place)
	},
	'w:hyperlink': (reading, element, paragraph, place) => {
		const link = reading.source.linkOf(reading.part, element.attributes.get('r:id'))
		if (link?.external === true)
			reading.findings.add('hyperlink', { line: paragraph.line, excerpt: link.target })
		readInline(reading, elementsOf(element), paragraph, place)
	},
	'w:fldSimple': (reading, element, paragraph, place) => {
		const before = paragraph.text.length
		readInline(reading, elementsOf(element), paragraph, place)
		const instruction = element.attributes.get('w:instr') ?? ''
		const result = paragraph.text.slice(before)
		nameField(reading, { instruction, result, dirty: isMarkedDirty(element) }, paragraph.line)
	},
	'mc:AlternateContent': (reading, element, paragraph, place) =>
		readInline(reading, elementsOf(chooseBranch(reading, element, paragraph.line)), paragraph, place),
	'w:pPr': () => undefined,
	'w:sdtPr': () => undefined,
}

/** A control bound to a data part: Word overwrites its words from there when it opens the file. */
export function nameBinding(reading: Reading, control: XmlElement, line: number): void {
	const properties = childOf(control, 'w:sdtPr')
	const binding = childOf(properties, 'w:dataBinding') ?? childOf(properties, 'w15:dataBinding')
	if (binding !== undefined)
		reading.findings.add('bound-control', { line, name: binding.attributes.get('w:xpath') ?? '' })
}

function readChange(
	reading: Reading,
	element: XmlElement,
	paragraph: OpenParagraph,
	place: Place,
	code: 'tracked-insertion' | 'tracked-deletion',
): void {
	const before = paragraph.stretches.length
	const joined = paragraph.lastCode === code
	readInline(reading, elementsOf(element), paragraph, place)
	// A change without words (a picture, a mark) is a change all the same.
	if (paragraph.stretches.length === before && !joined) noteStretch(paragraph, code, '')
}

function nameUnknown(reading: Reading, element: XmlElement, paragraph: OpenParagraph): void {
	nameUnplaced(reading, element, paragraph.line, element.name)
}

function readRun(reading: Reading, run: XmlElement, paragraph: OpenParagraph, outer: Place): void {
	const properties = propertiesIn(reading.view, childOf(run, 'w:rPr'))
	const visibility = visibilityOf(reading.styles, properties, outer)
	const place: Place = visibility === 'hidden' ? { ...outer, hidden: true } : outer
	if (childOf(properties, 'w:rPrChange') !== undefined) noteStretch(paragraph, 'tracked-formatting', '')
	const look = lookOf(visibility, outer)
	const font = symbolFontOf(runPropertyOf(reading.styles, properties, outer))
	const brackets = bracketsOf(properties)
	within(reading.trace, run, run, () => {
		if (brackets !== undefined) placeWords(reading, paragraph, place, brackets[0], look)
		for (const element of elementsOf(run))
			within(reading.trace, run, element, () => readInRun(reading, element, paragraph, place, look, font))
		if (brackets !== undefined) placeWords(reading, paragraph, place, brackets[1], look)
	})
	settleCustomMark(reading, run, paragraph)
}

function lookOf(visibility: Visibility, place: Place): Look {
	if (visibility === 'squeezed' || place.outOfSight) return 'hidden-by-layout'
	return visibility === 'faint' || visibility === 'struck' ? `${visibility}-text` : null
}

/** Letters in a symbol font are seen as its signs; one that is not known is named. */
function placeShown(
	reading: Reading,
	paragraph: OpenParagraph,
	place: Place,
	characters: string,
	look: Look,
	font: SymbolFont | null,
): void {
	const words = font === null ? characters : wordsInSymbols(characters, font)
	if (font !== null && words.includes('\uFFFD'))
		reading.findings.add('unplaced-text', { line: paragraph.line, kind: 'symbol', excerpt: characters })
	placeWords(reading, paragraph, place, words, look)
}

const BRACKETS: Readonly<Record<string, readonly [string, string]>> = {
	round: ['（', '）'],
	square: ['［', '］'],
	angle: ['〈', '〉'],
	curly: ['｛', '｝'],
}

/** Two lines in one may stand in brackets that are no characters of the text. */
function bracketsOf(properties: XmlElement | undefined): readonly [string, string] | undefined {
	const layout = childOf(properties, 'w:eastAsianLayout')
	if (layout === undefined || !isOn(layout.attributes.get('w:combine') ?? '0')) return undefined
	return BRACKETS[layout.attributes.get('w:combineBrackets') ?? '']
}

function readInRun(
	reading: Reading,
	element: XmlElement,
	paragraph: OpenParagraph,
	place: Place,
	look: Look,
	font: SymbolFont | null,
): void {
	const fixed = FIXED_WORDS[element.name]
	if (fixed !== undefined) placeWords(reading, paragraph, place, fixed, look)
	else if (element.name === 'w:t') placeShown(reading, paragraph, place, shownCharacters(element), look, font)
	else if (COMPUTED.has(element.name))
		reading.findings.add('unplaced-text', { line: paragraph.line, kind: element.name })
	else (IN_RUN[element.name] ?? nameUnknown)(reading, element, paragraph, place)
}

const readDrawn: InlineReader = (reading, element, paragraph, place) =>
	readGraphic(reading, element, paragraph, place)

const readInstruction: InlineReader = (reading, element) => {
	const open = reading.openFields.at(-1)
	if (open?.inResult === false) open.instruction += charactersOf(element)
}

const IN_RUN: Readonly<Record<string, InlineReader>> = {
	'w:delText': (reading, element, paragraph, place) =>
		placeWords(
			reading,
			paragraph,
			{ ...place, deleted: place.deleted || reading.view.state === 'after' },
			shownCharacters(element),
		),
	'w:instrText': readInstruction,
	'w:delInstrText': readInstruction,
	'w:fldChar': readFieldMark,
	'w:footnoteReference': readNoteReference,
	'w:endnoteReference': readNoteReference,
	'w:drawing': readDrawn,
	'w:pict': readDrawn,
	'w:object': readDrawn,
	'w:rPr': () => undefined,
	// Ink: what somebody wrote over the text by hand. It has no words that could be read.
	'w:contentPart': (reading, _element, paragraph) =>
		reading.findings.add('unplaced-text', { line: paragraph.line, kind: 'ink' }),
	'mc:AlternateContent': (reading, element, paragraph, place) => {
		for (const inside of elementsOf(chooseBranch(reading, element, paragraph.line)))
			readInRun(reading, inside, paragraph, place, null, null)
	},
	'w:ruby': (reading, element, paragraph, place) => {
		const base = childOf(element, 'w:rubyBase')
		const above = childOf(element, 'w:rt')
		if (base !== undefined) readInline(reading, elementsOf(base), paragraph, place)
		if (above !== undefined) nameGuide(reading, above, base, paragraph.line)
	},
	'w:sym': (reading, element, paragraph, place) => {
		const words = symbolOf(element.attributes.get('w:font') ?? '', element.attributes.get('w:char'))
		if (words === null)
			reading.findings.add('unplaced-text', {
				line: paragraph.line,
				kind: 'symbol',
				name: element.attributes.get('w:font') ?? '',
			})
		placeWords(reading, paragraph, place, words ?? '\uFFFD')
	},
}

/** Word drops blanks at both ends unless told to keep them, and shows a line end inside words as a blank. */
function shownCharacters(element: XmlElement): string {
	const characters = charactersOf(element).replaceAll(/[\n\r]/g, ' ')
	if (element.attributes.get('xml:space') === 'preserve') return characters
	let [from, to] = [0, characters.length]
	while (from < to && isBlank(characters[from])) from += 1
	while (to > from && isBlank(characters[to - 1])) to -= 1
	return characters.slice(from, to)
}

function isBlank(character: string | undefined): boolean {
	return character === ' ' || character === '\t'
}

/** A reading above the words is seen and changes none of them, unless it holds words of its own. */
function nameGuide(reading: Reading, above: XmlElement, base: XmlElement | undefined, line: number): void {
	const guide = wordsIn(above).trim()
	if (/[\p{Script=Han}\d]/u.test(guide)) nameUnplaced(reading, above, line, 'ruby')
	else if (guide !== '')
		reading.findings.add('phonetic-guide', {
			line,
			excerpt: `${base === undefined ? '' : wordsIn(base)}（${guide}）`,
		})
}

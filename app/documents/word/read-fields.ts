import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf, integerOf, isOn, toggleOf, valueOf } from '../xml-element.ts'
import { charactersOfEquation } from './enclosed-characters.ts'
import { placeWords, type OpenField, type OpenParagraph, type Place, type Reading } from './reading.ts'

/**
 * Fields whose words follow from the document alone, so that computing them again gives what was reviewed: numbers of
 * pages and notes, references within the document, contents, entries of an index, forms and typesetting. Any other field
 * takes its words from a clock, a property, a question, a calculation or another file.
 */
const STILL = new Set(
	(
		'PAGE NUMPAGES SECTION SECTIONPAGES REF PAGEREF NOTEREF FTNREF STYLEREF SEQ TOC TOA TC TA XE INDEX HYPERLINK ' +
		'LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT EQ SYMBOL ADVANCE FORMTEXT FORMCHECKBOX FORMDROPDOWN MACROBUTTON ' +
		'GOTOBUTTON BARCODE DISPLAYBARCODE PRIVATE'
	).split(' '),
)

/** Fields whose words stand in the instruction and not in a stored result. */
const SHOWN_BY_INSTRUCTION = new Set(
	'EQ SYMBOL MACROBUTTON GOTOBUTTON LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT BARCODE DISPLAYBARCODE FORMDROPDOWN'.split(
		' ',
	),
)

/** A mark that begins, divides or ends a field (`w:fldChar`). */
export function readFieldMark(
	reading: Reading,
	mark: XmlElement,
	paragraph: OpenParagraph,
	place: Place,
): void {
	const kind = mark.attributes.get('w:fldCharType')
	const open = reading.openFields.at(-1)
	if (kind === 'begin')
		reading.openFields.push({
			instruction: '',
			inResult: false,
			dirty: isMarkedDirty(mark),
			insideCode: open !== undefined && (open.insideCode || !open.inResult),
			result: '',
			form: childOf(mark, 'w:ffData'),
		})
	if (kind === 'separate' && open !== undefined) open.inResult = true
	if (kind === 'end' && open !== undefined) {
		reading.openFields.pop()
		closeField(reading, open, paragraph, place)
	}
}

/** Names a field by what it does; its stored result is already in the text, as Word shows it. */
export function nameField(
	reading: Reading,
	field: { readonly instruction: string; readonly result: string; readonly dirty: boolean },
	line: number,
): void {
	const { instruction, result, dirty } = field
	const name = /^\s*([A-Za-z=]+)/.exec(instruction)?.[1]?.toUpperCase() ?? ''
	if (name === '' && instruction.trim() === '' && result.trim() === '') return
	const excerpt = result.trim() === '' ? instruction : `${instruction.trim()} → ${result}`
	if (!STILL.has(name)) reading.findings.add('live-field', { line, name, excerpt })
	else if (dirty) reading.findings.add('live-field', { line, name, kind: 'dirty', excerpt })
	else if (SHOWN_BY_INSTRUCTION.has(name) && result.trim() === '')
		reading.findings.add('unplaced-text', { line, kind: 'field', name, excerpt: instruction })
	else if (name === 'HYPERLINK') reading.findings.add('hyperlink', { line, excerpt: instruction })
	else reading.fieldCounts.set(name, (reading.fieldCounts.get(name) ?? 0) + 1)
}

/** A field that the office program computes again as soon as it opens the file. */
export function isMarkedDirty(field: XmlElement): boolean {
	return field.attributes.has('w:dirty') && isOn(field.attributes.get('w:dirty'))
}

/** The order to compute all fields again when the file is opened: it only matters where there is one. */
export function nameFieldUpdate(reading: Reading, settings: XmlElement | undefined): void {
	const names = [...reading.fieldCounts.keys()]
	if (toggleOf(settings, 'w:updateFields') !== true || names.length === 0) return
	reading.findings.add('live-field', { kind: 'update-fields', name: names.join(' ') })
}

/** A field that never ends swallows its words as code: they are named, not lost. */
export function nameOpenFields(reading: Reading, line: number): void {
	for (const { instruction, inResult } of reading.openFields.splice(0))
		if (!inResult) reading.findings.add('unplaced-text', { line, kind: 'field', excerpt: instruction })
}

function closeField(reading: Reading, field: OpenField, paragraph: OpenParagraph, place: Place): void {
	const box = childOf(field.form, 'w:checkBox')
	if (box !== undefined && /^\s*FORMCHECKBOX/i.test(field.instruction))
		placeWords(reading, paragraph, place, isChecked(box) ? '☑' : '☐')
	const chosen = childOf(field.form, 'w:ddList')
	if (chosen !== undefined && field.result.trim() === '') field.result = placeSeen(chosenEntry(chosen))
	const enclosed = field.result.trim() === '' ? charactersOfEquation(field.instruction) : null
	if (enclosed !== null) field.result = placeSeen(enclosed)
	const outer = reading.openFields.at(-1)
	if (outer?.inResult === true) outer.result += field.result
	if (enclosed === null) nameField(reading, field, paragraph.line)

	function placeSeen(words: string): string {
		if (!field.insideCode) placeWords(reading, paragraph, place, words)
		return words
	}
}

/** What a list to choose from shows: its chosen entry, or the first one. */
function chosenEntry(list: XmlElement): string {
	const entries = elementsOf(list).filter((one) => one.name === 'w:listEntry')
	const at = integerOf(valueOf(list, 'w:result') ?? valueOf(list, 'w:default'), 0)
	return entries[at]?.attributes.get('w:val') ?? ''
}

function isChecked(box: XmlElement): boolean {
	const states = elementsOf(box)
	const state =
		states.find((one) => one.name === 'w:checked') ?? states.find((one) => one.name === 'w:default')
	return state !== undefined && isOn(state.attributes.get('w:val'))
}

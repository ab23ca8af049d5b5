import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf, isOn } from '../xml-element.ts'
import { placeWords, type OpenField, type OpenParagraph, type Place, type Reading } from './reading.ts'

/** Fields that fetch something or change by themselves: what is reviewed is not what is seen tomorrow. */
const LIVE = new Set([
	'DATE',
	'TIME',
	'DDE',
	'DDEAUTO',
	'LINK',
	'INCLUDETEXT',
	'INCLUDEPICTURE',
	'INCLUDE',
	'IMPORT',
	'DATABASE',
	'RD',
	'EMBED',
])

/** Fields whose words stand in the instruction and not in a stored result. */
const SHOWN_BY_INSTRUCTION = new Set([
	'EQ',
	'SYMBOL',
	'MACROBUTTON',
	'GOTOBUTTON',
	'LISTNUM',
	'AUTONUM',
	'AUTONUMLGL',
	'AUTONUMOUT',
	'BARCODE',
	'DISPLAYBARCODE',
	'FORMDROPDOWN',
])

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
export function nameField(reading: Reading, instruction: string, result: string, line: number): void {
	const name = /^\s*([A-Za-z=]+)/.exec(instruction)?.[1]?.toUpperCase() ?? ''
	if (LIVE.has(name)) reading.findings.add('live-field', { line, name, excerpt: instruction })
	else if (SHOWN_BY_INSTRUCTION.has(name) && result.trim() === '')
		reading.findings.add('unplaced-text', { line, kind: 'field', name, excerpt: instruction })
	else if (name === 'HYPERLINK') reading.findings.add('hyperlink', { line, excerpt: instruction })
	else reading.fieldCounts.set(name, (reading.fieldCounts.get(name) ?? 0) + 1)
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
	const outer = reading.openFields.at(-1)
	if (outer?.inResult === true) outer.result += field.result
	nameField(reading, field.instruction, field.result, paragraph.line)
}

function isChecked(box: XmlElement): boolean {
	const states = elementsOf(box)
	const state =
		states.find((one) => one.name === 'w:checked') ?? states.find((one) => one.name === 'w:default')
	return state !== undefined && isOn(state.attributes.get('w:val'))
}

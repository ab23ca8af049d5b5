import { Zip, ZipDeflate, strToU8 } from 'fflate'
import { xmlText } from '../papers/xml-text.ts'
import type { Cell, CellRow } from './cell.ts'
import {
	contentTypes,
	STYLES,
	STYLE_CODES,
	relationships,
	sheetEnd,
	sheetStart,
	workbook,
} from './xlsx-parts.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A sheet holds so many rows, and no more (ECMA-376 names no limit; every program has this one). */
export const MOST_ROWS = 1_048_576
/** A cell holds so many characters in every program. */
const MOST_CHARACTERS = 32_767

/**
 * Writes a list as a spreadsheet while it is read: one piece of rows is in memory at a time, however long the list is.
 * What does not fit on a sheet goes on on the next one. Words are words here, never a formula. The few parts are written
 * by ourselves, as those of the comparison sheet are: the libraries that write spreadsheets keep the whole list.
 *
 * @param perSheet the most rows of a sheet, with its heading
 */
export async function* xlsxPieces(
	name: string,
	heading: readonly string[],
	pieces: AsyncIterable<readonly CellRow[]>,
	perSheet: number = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
	const { zip, written } = openZip()
	let sheets = 0
	let line = 1
	const begin = () => {
		sheets += 1
		const sheet = part(zip, `xl/worksheets/sheet${sheets}.xml`)
		sheet.push(strToU8(DECLARATION + sheetStart(heading.length) + rowXml(heading, 1, 'head')))
		line = 1
		return sheet
	}
	let present = begin()
	for await (const rows of pieces) {
		let text = ''
		for (const row of rows) {
			if (line === perSheet) {
				present.push(strToU8(text + sheetEnd()), true)
				present = begin()
				text = ''
			}
			line += 1
			text += rowXml(row, line, 'body')
		}
		present.push(strToU8(text))
		yield* written.splice(0)
	}
	present.push(strToU8(sheetEnd()), true)
	for (const [path, xml] of Object.entries(lastParts(name, sheets)))
		part(zip, path).push(strToU8(DECLARATION + xml), true)
	zip.end()
	yield* written.splice(0)
}

function openZip(): { zip: Zip; written: Uint8Array[] } {
	const written: Uint8Array[] = []
	const zip = new Zip((error, bytes) => {
		if (error) throw error
		written.push(bytes)
	})
	return { zip, written }
}

function part(zip: Zip, path: string): ZipDeflate {
	const made = new ZipDeflate(path, { level: 6 })
	zip.add(made)
	return made
}

function lastParts(name: string, sheets: number): Record<string, string> {
	const paths = Array.from({ length: sheets }, (_, at) => `worksheets/sheet${at + 1}.xml`)
	return {
		'xl/styles.xml': STYLES,
		'xl/workbook.xml': workbook(name, sheets),
		'xl/_rels/workbook.xml.rels': relationships([
			...paths.map((path) => ['worksheet', path] as const),
			['styles', 'styles.xml'],
		]),
		'_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
		'[Content_Types].xml': contentTypes(paths),
	}
}

function rowXml(cells: CellRow, line: number, style: 'head' | 'body'): string {
	return `<row r="${line}">${cells.map((cell, at) => cellXml(cell, columnName(at) + line, style)).join('')}</row>`
}

function cellXml(cell: Cell, place: string, style: 'head' | 'body'): string {
	if (cell === null || cell === '') return ''
	if (typeof cell === 'number') return `<c r="${place}" s="${STYLE_CODES[style]}"><v>${cell}</v></c>`
	if (typeof cell === 'string') {
		const text = xmlText(cell.slice(0, MOST_CHARACTERS))
		return `<c r="${place}" s="${STYLE_CODES[style]}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
	}
	const [kind, seconds] = secondsOf(cell)
	// Spreadsheets count days from the eve of 1900; they take 1900 for a leap year, which no date here meets.
	return `<c r="${place}" s="${STYLE_CODES[kind]}"><v>${(seconds + EVE_OF_1900) / 86_400}</v></c>`
}

const EVE_OF_1900 = -Date.UTC(1899, 11, 30) / 1000
/** China has kept UTC+8 without summer time since 1992. */
const CHINA = 8 * 3600

/** What a day or an instant is, and the seconds since 1970 on a clock in China; of an instant only whole minutes. */
function secondsOf(cell: Exclude<Cell, string | number | null>): ['day' | 'instant' | 'second', number] {
	if ('day' in cell) return ['day', Date.parse(`${cell.day}T00:00:00Z`) / 1000]
	if ('instant' in cell) return ['instant', Math.floor(Date.parse(cell.instant) / 60_000) * 60 + CHINA]
	return ['second', Math.floor(Date.parse(cell.second) / 1000) + CHINA]
}

/** A, B … Z, AA: lists have far fewer columns than letters, but nothing may break where one has more. */
function columnName(at: number): string {
	return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)
}

import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { accept, refuse, type Result } from '#app/domain/result.ts'
import { decodeText } from './decode-text.ts'
import type { PackageRefused, XmlRefused } from './draft-reading.ts'
import { openPackage, type Package } from './open-package.server.ts'
import { sniffContent, suffixOf } from './sniff-content.ts'

/** Bounds of an import: bytes, rows with the heading, columns. */
export const TABLE_LIMITS = { size: 5 * 1024 * 1024, rows: 5_000, columns: 60 } as const

export type TableRefused =
	| { readonly code: 'empty-file' }
	| { readonly code: 'too-large'; readonly limit: number; readonly size: number }
	| { readonly code: 'too-many-rows'; readonly limit: number }
	| { readonly code: 'too-many-columns'; readonly limit: number }
	| { readonly code: 'wrong-suffix'; readonly suffix: string; readonly content: string }
	| { readonly code: 'not-utf8' }
	| { readonly code: 'damaged-table'; readonly line?: number }
	| { readonly code: 'formula-without-result'; readonly cell: string }
	| PackageRefused
	| XmlRefused

/**
 * Reads the first sheet of an .xlsx, or a .csv in UTF-8 or GB18030, into rows of trimmed strings, the heading
 * included; rows without any words are empty, so that the others keep their places, and those at the end are left
 * out. Numbers stay as they are written (no 1.39E+10), dates are `YYYY-MM-DD`, of formulas the last result counts.
 */
export async function readTable(
	bytes: Uint8Array,
	fileName: string,
): Promise<Result<string[][], TableRefused>> {
	const suffix = suffixOf(fileName)
	const content = sniffContent(bytes)
	if (bytes.byteLength === 0) return refuse({ code: 'empty-file' })
	if (bytes.byteLength > TABLE_LIMITS.size)
		return refuse({ code: 'too-large', limit: TABLE_LIMITS.size, size: bytes.byteLength })
	if (suffix === '.xlsx' && content === 'zip') return readWorkbook(bytes)
	if (suffix === '.csv' && content === 'other') return readCsv(bytes)
	return refuse({ code: 'wrong-suffix', suffix, content })
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<string[][], TableRefused>> {
	// The library has no bounds of its own: the package is opened with ours first, and its cells are looked at.
	const opened = await openPackage(bytes)
	if (!opened.ok) return opened
	const refusal = refuseWorkbook(opened.value)
	if (refusal !== null) return refuse(refusal)
	try {
		const rows = await readSheet(Buffer.from(bytes), 1, { parseNumber: (digits) => digits })
		return settleRows(rows.map((row) => row.map(cellText)))
	} catch {
		return refuse({ code: 'damaged-table' })
	}
}

/** A cell, and what is in it. */
const CELL = /<(?:\w+:)?c\b([^>]*[^/>])>([\s\S]*?)<\/(?:\w+:)?c>/g

/**
 * The library gives nothing for a formula that was never worked out or ends in an error: a name would be missing, and
 * nobody would know. A cell far away
 * would make it build every cell before it.
 */
function refuseWorkbook({ xml }: Package): TableRefused | null {
	for (const [part, content] of xml) {
		const text = content.toString('utf8')
		if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { code: 'xml-entities', part }
		if (!/^xl\/worksheets\//i.test(part)) continue
		const formula = [...text.matchAll(CELL)].find(([, facts = '', inside = '']) => hasNoResult(facts, inside))
		if (formula)
			return { code: 'formula-without-result', cell: /\br\s*=\s*["'](\w+)/.exec(formula[1] ?? '')?.[1] ?? '' }
		for (const [, , column = '', row = ''] of text.matchAll(
			/\s(r|ref)\s*=\s*["'](?:[A-Z]+\d+:)?([A-Z]*)(\d+)["']/g,
		)) {
			if (Number(row) > TABLE_LIMITS.rows) return { code: 'too-many-rows', limit: TABLE_LIMITS.rows }
			if (columnNumber(column) > TABLE_LIMITS.columns)
				return { code: 'too-many-columns', limit: TABLE_LIMITS.columns }
		}
	}
	return null
}

function hasNoResult(facts: string, inside: string): boolean {
	return /\bt\s*=\s*["']e["']/.test(facts) || (/<(?:\w+:)?f\b/.test(inside) && !/<(?:\w+:)?v\b/.test(inside))
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0)
}

function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return ''
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
	const text = String(cell)
	return /^\d(\.\d+)?E\+?\d{1,2}$/i.test(text) ? BigInt(Math.round(Number(text))).toString() : text
}

function readCsv(bytes: Uint8Array): Result<string[][], TableRefused> {
	const text = decodeText(bytes)
	if (!text.ok) return text
	try {
		return settleRows(parse(text.value, { bom: true, relaxColumnCount: true, to: TABLE_LIMITS.rows + 1 }))
	} catch (error) {
		const line =
			error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined
		return refuse({ code: 'damaged-table', ...(line === undefined ? {} : { line }) })
	}
}

function settleRows(rows: readonly (readonly string[])[]): Result<string[][], TableRefused> {
	if (rows.length > TABLE_LIMITS.rows) return refuse({ code: 'too-many-rows', limit: TABLE_LIMITS.rows })
	const settled = rows.map((row) => {
		const cells = row.map((cell) => cell.trim())
		return cells.some((cell) => cell !== '') ? cells : []
	})
	while (settled.at(-1)?.length === 0) settled.pop()
	if (settled.some((row) => row.length > TABLE_LIMITS.columns))
		return refuse({ code: 'too-many-columns', limit: TABLE_LIMITS.columns })
	return settled.length === 0 ? refuse({ code: 'empty-file' }) : accept(settled)
}

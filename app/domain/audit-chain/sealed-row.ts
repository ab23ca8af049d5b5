import { sha256Hex } from './sha256.ts'

/** A value of a row: an instant as ISO text in UTC, true as 1. */
export type RowValue = string | number | null

/**
 * The canonical text (RFC 8785) of a row: its table and its values. What is null is left out, so that a column which a later
 * release adds does not change the text of the rows that are there.
 *
 * @param columns the names in the order of their code units, which is the order of the canonical text
 */
export function sealedRowText(
	table: string,
	columns: readonly string[],
	values: readonly RowValue[],
): string {
	const row: Record<string, RowValue> = {}
	for (const [at, column] of columns.entries()) {
		const value = values[at] ?? null
		if (value !== null) row[column] = value
	}
	return JSON.stringify({ row, table })
}

/** The digest of a row: SHA-256 of its canonical text, in hex. */
export function rowDigest(table: string, columns: readonly string[], values: readonly RowValue[]): string {
	return sha256Hex(sealedRowText(table, columns, values))
}

/** What names a row inside its jurisdiction and its table: the one value of its key, or all of them as a list. */
export function rowKey(values: readonly RowValue[]): string {
	const [only] = values
	return values.length === 1 ? String(only) : JSON.stringify(values)
}

/**
 * What an entry of the trail carries of a row that its act wrote: table, key, which time it was written (from 1), and its
 * digest after the act, or null where the act removed it.
 */
export type SealedRow = readonly [table: string, key: string, times: number, digest: string | null]

/** The rows that a sealed entry carries; none where its text holds none or cannot be read. */
export function sealedRowsOf(leaf: string): readonly SealedRow[] {
	if (!leaf.includes('"rows":[[')) return []
	try {
		const { rows }: { readonly rows?: unknown } = JSON.parse(leaf)
		return Array.isArray(rows) ? rows.filter(isSealedRow) : []
	} catch {
		return []
	}
}

function isSealedRow(row: unknown): row is SealedRow {
	if (!Array.isArray(row) || row.length !== 4) return false
	const [table, key, times, digest]: unknown[] = row
	const isDigest = digest === null || typeof digest === 'string'
	return typeof table === 'string' && typeof key === 'string' && Number.isSafeInteger(times) && isDigest
}

import type { Snapshot, SqlValue } from './read-snapshot.server.ts'
import type { SealedTable } from './sealed-tables.ts'
import { keyValues, rowText, storedRow, type StoredRow } from './stored-rows.ts'

/** So many rows are in memory at once. */
const BATCH = 1000

/** A piece of a table in the order of its key: the columns that are asked for, the key's first. */
type Piece = {
	readonly from: string
	readonly key: readonly string[]
	readonly columns: readonly string[]
	readonly jurisdiction: string
}

/** Reads a table batch by batch in the order of its key; `keyOf` gives of a row where the next batch begins. */
async function* readInOrder<Row extends readonly unknown[]>(
	snapshot: Snapshot,
	{ from, key, columns, jurisdiction }: Piece,
	jurisdictionId: string | null,
	keyOf: (row: Row) => readonly SqlValue[],
): AsyncGenerator<readonly Row[]> {
	const names = key.join(', ')
	let after: readonly SqlValue[] | null = null
	do {
		const conditions = [
			...(jurisdictionId === null ? [] : [`${jurisdiction} = ?`]),
			...(after === null ? [] : [`(${names}) > (${key.map(() => '?').join(', ')})`]),
		]
		const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
		const values: SqlValue[] = [...(jurisdictionId === null ? [] : [jurisdictionId]), ...(after ?? [])]
		const rows: readonly Row[] = await snapshot.rows<Row>(
			`SELECT ${columns.join(', ')} FROM ${from} ${where} ORDER BY ${names} LIMIT ${BATCH}`,
			values,
		)
		if (rows.length > 0) yield rows
		const last: Row | undefined = rows.length === BATCH ? rows.at(-1) : undefined
		after = last ? keyOf(last) : null
	} while (after)
}

/** Reads the rows of a sealed table with their digests. */
export async function* readSealedRows(
	snapshot: Snapshot,
	sealed: SealedTable,
	jurisdictionId: string | null,
): AsyncGenerator<readonly StoredRow[]> {
	const { engine } = snapshot
	const piece = {
		from: `"${sealed.table}"`,
		key: sealed.primary.map(({ column }) => `"${column}"`),
		columns: [rowText(engine, sealed)],
		jurisdiction: `"${sealed.jurisdiction}"`,
	}
	const nextOf = ([text]: [string]) => keyValues(engine, sealed.primary, storedRow(sealed, text).primary)
	for await (const rows of readInOrder<[string]>(snapshot, piece, jurisdictionId, nextOf))
		yield rows.map(([text]) => storedRow(sealed, text))
}

/** Where the trail is said to have a row, and how often the row is said to have been written. */
export type StoredSeal = {
	readonly jurisdictionId: string
	readonly table: string
	readonly key: string
	readonly times: number
	readonly stream: string
	readonly seq: number
}

/** Reads what is kept of where the trail has each row. */
export async function* readSeals(
	snapshot: Snapshot,
	jurisdictionId: string | null,
): AsyncGenerator<readonly StoredSeal[]> {
	const key = ['"jurisdiction_id"', '"table_name"', '"row_key"']
	const piece = {
		from: '"row_seal"',
		key,
		columns: [...key, '"times"', '"stream"', '"seq"'],
		jurisdiction: '"jurisdiction_id"',
	}
	type Row = [string, string, string, number, string, number]
	const nextOf = ([log, table, rowKey]: Row) => [log, table, rowKey]
	for await (const rows of readInOrder<Row>(snapshot, piece, jurisdictionId, nextOf))
		yield rows.map(([log, table, rowKey, times, stream, seq]) => ({
			jurisdictionId: log,
			table,
			key: rowKey,
			times,
			stream,
			seq,
		}))
}

/** An answer that was kept, with the entry that it names as that entry is now. */
export type StoredReceipt = {
	readonly jurisdictionId: string
	readonly actorId: string
	readonly key: string
	readonly answer: string
	readonly stream: string
	readonly seq: number
	readonly hash: string | null
	readonly entryHash: string | null
}

/** Reads the answers that were kept. */
export async function* readReceipts(
	snapshot: Snapshot,
	jurisdictionId: string | null,
): AsyncGenerator<readonly StoredReceipt[]> {
	const own = (column: string) => `"receipt"."${column}"`
	const key = ['jurisdiction_id', 'actor_id', 'key'].map(own)
	const piece = {
		from: `"command_receipt" "receipt" LEFT JOIN "audit_entry" "entry"
			ON ${['jurisdiction_id', 'stream', 'seq'].map((name) => `"entry"."${name}" = ${own(name)}`).join(' AND ')}`,
		key,
		columns: [...key, ...['answer', 'stream', 'seq', 'hash'].map(own), '"entry"."hash"'],
		jurisdiction: own('jurisdiction_id'),
	}
	type Row = [string, string, string, string, string | null, number | null, string | null, string | null]
	const nextOf = ([log, actorId, itsKey]: Row) => [log, actorId, itsKey]
	for await (const rows of readInOrder<Row>(snapshot, piece, jurisdictionId, nextOf))
		yield rows.map(([log, actorId, itsKey, answer, stream, seq, hash, entryHash]) => ({
			jurisdictionId: log,
			actorId,
			key: itsKey,
			answer,
			stream: stream ?? '',
			seq: seq ?? 0,
			hash,
			entryHash,
		}))
}

/** How often an equal refusal is said to have come. */
export type StoredTally = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly seq: number
	readonly count: number
}

/** Reads the counts of equal refusals. */
export async function* readTallies(
	snapshot: Snapshot,
	jurisdictionId: string | null,
): AsyncGenerator<readonly StoredTally[]> {
	const key = ['"jurisdiction_id"', '"stream"', '"seq"']
	const piece = {
		from: '"refusal_tally"',
		key,
		columns: [...key, '"count"'],
		jurisdiction: '"jurisdiction_id"',
	}
	type Row = [string, string, number, number]
	const nextOf = ([log, stream, seq]: Row) => [log, stream, seq]
	for await (const rows of readInOrder<Row>(snapshot, piece, jurisdictionId, nextOf))
		yield rows.map(([log, stream, seq, count]) => ({ jurisdictionId: log, stream, seq, count }))
}

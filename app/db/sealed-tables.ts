import { MODEL_SHAPES } from './generated/model-shapes.ts'
import type { ColumnShape } from './model-shape.ts'

/** Tables whose rows no entry of the trail answers for, each with the reason. Every other table is sealed. */
export const UNSEALED: Readonly<Record<string, string>> = {
	audit_entry: 'the trail itself: its chain is verified',
	audit_stream: 'the heads of the chains: they are verified with them',
	row_seal: 'where the trail has each row: made of the entries, and compared with them',
	checkpoint_leaf:
		'the hashes of the entries themselves: compared with them, and with what was signed of them',
	checkpoint: 'signed, and compared with the list; an entry for each would ask for the next one',
	checkpoint_deposit: 'which signed checkpoint lies elsewhere: compared with what lies there',
	command_receipt: 'compared with the entry that it names, which carries the hash of its answer',
	refusal_tally: 'how often a refusal came again: compared with the receipts that name its entry',
	refusal_count: 'a figure for a page, made of entries',
	notice: 'a line to somebody about an act; whoever reads it changes it, which is nobody’s act',
	reminder: 'what somebody was reminded of, counted from the periods; nobody’s act',
	sign_in_try: 'how often somebody tried, for a quarter of an hour: each try is in the trail',
	visitor_try: 'how often a visitor sent or looked up something, for a quarter of an hour',
	known_device:
		'a browser that strangers’ tries do not lock and that is asked for no code at sign-in: it opens nothing without the password, and signs nothing without a code',
	saved_filter: 'a filter that a reader has named for themselves: it shows nothing that they may not see',
	unsent_form: 'what somebody typed and has not sent',
	change_tick: 'what a reader ticks until their sitting ends: its entry takes it up as `seen_change`',
	file_reading: 'a reading of a file, which can be made again',
	text_precheck: 'what the rules say of a reading, which can be made again',
	search_due: 'what the search has to read anew',
	search_part: 'the index of the search, made of sealed rows',
	installation: 'what this folder is, known before there is a jurisdiction',
	reference_entry: 'law as the release ships it, before there is a jurisdiction',
	...Object.fromEntries(
		Object.values(MODEL_SHAPES)
			.filter(({ table }) => table.endsWith('_code'))
			.map(({ table }) => [table, 'the codes of the domain']),
	),
}

/** Columns that change without an act, and are left out of what is sealed. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = { session: ['last_seen_at'] }

/** Whether a column of a sealed table is part of what is sealed. */
export function isSealed(table: string, column: string): boolean {
	return LEFT_OUT[table]?.includes(column) !== true
}

/** A table whose rows the trail answers for: what names a row in its jurisdiction, and what is sealed of it. */
export type SealedTable = {
	readonly table: string
	/** The primary key, and of it what names a row inside its jurisdiction. */
	readonly primary: readonly ColumnShape[]
	readonly key: readonly string[]
	/** In the order of their names, as the canonical text has them. */
	readonly columns: readonly ColumnShape[]
	readonly jurisdiction: string
	readonly matter: string | null
}

/** Every sealed table by its name. */
export const SEALED_TABLES: ReadonlyMap<string, SealedTable> = new Map(
	Object.values(MODEL_SHAPES)
		.filter(({ table }) => !(table in UNSEALED))
		.map(({ table, key, columns }) => {
			const names = columns.map(({ column }) => column)
			const inside = key.filter((column) => column !== 'jurisdiction_id')
			return [
				table,
				{
					table,
					primary: key.flatMap((name) => columns.find(({ column }) => column === name) ?? []),
					key: inside,
					columns: columns
						.filter(({ column }) => isSealed(table, column))
						.sort((a, b) => (a.column < b.column ? -1 : 1)),
					jurisdiction: table === 'jurisdiction' ? 'id' : 'jurisdiction_id',
					matter: table === 'matter' ? 'id' : names.includes('matter_id') ? 'matter_id' : null,
				},
			]
		}),
)

/** The sealed table of this name. @throws Error where it is not sealed */
export function sealedTable(name: string): SealedTable {
	const table = SEALED_TABLES.get(name)
	if (!table) throw new Error(`${name} is not sealed`)
	return table
}

import { rowDigest, rowKey, type RowValue } from '#app/domain/audit-chain/sealed-row.ts'
import type { Engine } from './database.ts'
import type { ColumnShape } from './model-shape.ts'
import { isoText } from './iso-text.ts'
import { Prisma } from './generated/sqlite/client.ts'
import type { SealedTable } from './sealed-tables.ts'

/** A row as it is stored now: where it belongs, and its digest. */
export type StoredRow = {
	readonly jurisdictionId: string | null
	readonly key: string
	readonly matterId: string | null
	readonly digest: string
	/** The values of its primary key, from which the next rows are read on. */
	readonly primary: readonly RowValue[]
	/** Its values in the order of its table's columns. */
	readonly values: readonly RowValue[]
}

/** The values of a sealed table's columns as one JSON text, equal on both engines; of its row under the name `of` where there is more than one. */
export function rowText(engine: Engine, { columns }: SealedTable, of: string | null = null): string {
	const values = columns.map((column) => valueText(engine, column, of)).join(', ')
	return engine === 'sqlite' ? `json_array(${values})` : `json_build_array(${values})::text`
}

function valueText(engine: Engine, { column, type }: ColumnShape, of: string | null): string {
	const name = of === null ? `"${column}"` : `${of}."${column}"`
	if (type === 'DateTime') return isoText(engine, name)
	return type === 'Boolean' && engine === 'postgresql' ? `${name}::int` : name
}

/** The same values from a row as PostgreSQL's own JSON has it, by the names of its columns. */
export function valuesIn(
	{ columns }: SealedTable,
	row: Readonly<Record<string, RowValue | boolean>>,
): readonly RowValue[] {
	return columns.map(({ column, type }) => {
		const value = row[column] ?? null
		if (typeof value === 'boolean') return Number(value)
		return type === 'DateTime' && typeof value === 'string' ? isoOf(value) : value
	})
}

/** Reads a row from its text. */
export function storedRow(sealed: SealedTable, text: string): StoredRow {
	return rowOf(sealed, rowValues(text))
}

/** The values of a row's text, which `rowText` wrote. */
export function rowValues(text: string): readonly RowValue[] {
	return JSON.parse(text)
}

/** A row of these values, in the order of its table's columns. */
export function rowOf(sealed: SealedTable, values: readonly RowValue[]): StoredRow {
	const { table, columns, jurisdiction, matter, key, primary } = sealed
	const names = columns.map(({ column }) => column)
	const valueOf = (name: string) => values[names.indexOf(name)] ?? null
	const textOf = (name: string | null) => (name === null ? null : asText(valueOf(name)))
	return {
		jurisdictionId: textOf(jurisdiction),
		key: rowKey(key.map(valueOf)),
		matterId: textOf(matter),
		digest: rowDigest(table, names, values),
		primary: primary.map(({ column }) => valueOf(column)),
		values,
	}
}

function asText(value: RowValue): string | null {
	return value === null ? null : String(value)
}

/** Values of a primary key as the engine compares them with its columns; an instant may be as either engine writes it. */
export function keyValues(
	engine: Engine,
	columns: readonly ColumnShape[],
	values: readonly RowValue[],
): readonly RowValue[] {
	return values.map((value, at) => {
		if (columns[at]?.type !== 'DateTime' || typeof value !== 'string') return value
		const iso = isoOf(value)
		return engine === 'sqlite' ? iso.replace('Z', '+00:00') : iso
	})
}

/** The condition for the row that this key names inside its house; no key of a record holds an instant. */
export function keyConditions({ key: columns }: SealedTable, key: string): Prisma.Sql {
	const values: readonly (string | number)[] = columns.length === 1 ? [key] : JSON.parse(key)
	return Prisma.join(
		columns.map((column, at) => Prisma.sql`${Prisma.raw(`"${column}" = `)}${values[at] ?? null}`),
		' AND ',
	)
}

/** An instant that an engine's own JSON has written, as ISO text in UTC. */
export function isoOf(value: string): string {
	return new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`).toISOString()
}

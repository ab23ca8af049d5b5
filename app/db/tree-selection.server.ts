import { Prisma } from './generated/sqlite/client.ts'
import type { ColumnShape, ModelShape, RelationShape } from './model-shape.ts'
import type { Engine } from './open-database.server.ts'
import { aliasAt, conditionOf, orderedBy, orderOf, shapeNamed, tiedTo } from './tree-conditions.server.ts'
import { type Written, valuesOf, writtenOf } from './written.ts'

type Sql = Prisma.Sql

/** What a database gives for a row: its values in the order of the selection, children as lists of the same kind. */
type Packed = readonly unknown[]

/** What is selected of a model: the SQL of its rows as JSON, and how to make of that what Prisma would have given. */
export type Selection = {
	readonly sql: Sql
	readonly unpack: (packed: Packed) => Record<string, unknown>
}

/** The words for JSON that the engines do not share. */
const WORDS: Readonly<Record<Engine, { row: string; list: string }>> = {
	sqlite: { row: 'json_array', list: 'json_group_array' },
	postgresql: { row: 'json_build_array', list: 'json_agg' },
}

type Part = { readonly sql: Sql; readonly name: string; readonly unpack: (value: unknown) => unknown }

/** Writes the `select` or `include` of one model, with everything under it. */
export function selectionOf(shape: ModelShape, written: Written, engine: Engine, depth: number): Selection {
	const chosen = writtenOf(written['select'] ?? written['include'])
	const columns = written['select']
		? shape.columns.filter(({ name }) => chosen[name] === true)
		: shape.columns
	const children = Object.entries(chosen).flatMap(([name, how]) => {
		const relation = shape.relations[name]
		return how && relation
			? [childPart(name, relation, how === true ? {} : writtenOf(how), engine, depth + 1)]
			: []
	})
	for (const name of Object.keys(chosen))
		if (!(name in shape.relations) && !shape.columns.some((column) => column.name === name))
			throw new Error(`${shape.table} has no ${name} to be read`)
	const parts = [...columns.map((column) => columnPart(column, depth)), ...children]
	const row = Prisma.join(
		parts.map((part) => part.sql),
		', ',
		`${WORDS[engine].row}(`,
		')',
	)
	return { sql: row, unpack: (packed) => unpackRow(parts, packed) }
}

function unpackRow(parts: readonly Part[], packed: Packed): Record<string, unknown> {
	const row: Record<string, unknown> = {}
	parts.forEach((part, at) => {
		row[part.name] = part.unpack(packed[at])
	})
	return row
}

function columnPart({ name, column, type }: ColumnShape, depth: number): Part {
	return { name, sql: Prisma.raw(`${aliasAt(depth)}."${column}"`), unpack: UNPACK[type] }
}

const UNPACK: Readonly<Record<ColumnShape['type'], (value: unknown) => unknown>> = {
	String: (value) => value,
	Int: (value) => value,
	Boolean: (value) => (typeof value === 'number' ? value !== 0 : value),
	DateTime: (value) => (value === null ? null : instantOf(String(value))),
}

/** SQLite keeps instants with their zone; PostgreSQL gives them without one, and they are UTC. */
function instantOf(text: string): Date {
	return new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
}

function childPart(
	name: string,
	relation: RelationShape,
	written: Written,
	engine: Engine,
	depth: number,
): Part {
	const shape = shapeNamed(relation.to)
	const { sql, unpack } = selectionOf(shape, written, engine, depth)
	const rows = rowsOf(shape, relation, written, depth)
	if (!relation.isList)
		return {
			name,
			sql: Prisma.sql`(SELECT ${sql}${rows})`,
			unpack: (value) => (value === null ? null : unpack(valuesOf(value))),
		}
	return { name, ...listPart(shape, written['orderBy'], { sql, unpack, rows }, engine, depth) }
}

/**
 * The rows of a list come as they are found, each with the values that it is ordered by, and are put in order here:
 * most lists have a row or none, and the database would set up a sort for every one of them.
 */
function listPart(
	shape: ModelShape,
	orderBy: unknown,
	{ sql, unpack, rows }: Selection & { readonly rows: Sql },
	engine: Engine,
	depth: number,
): Omit<Part, 'name'> {
	const order = orderedBy(shape, orderBy)
	const values = order.map(({ column }) => `${aliasAt(depth)}."${column}"`).join(', ')
	if (order.some(({ how }) => how.includes('NULLS')))
		throw new Error(`${shape.table}: absence is not ordered in lists`)
	const { row, list } = WORDS[engine]
	const start = Prisma.raw(`(SELECT COALESCE(${list}(${row}(${values}, `)
	const signs = order.map(({ how }) => (how.startsWith('DESC') ? -1 : 1))
	const compare = (a: Packed, b: Packed) => {
		for (const [at, sign] of signs.entries())
			if (a[at] !== b[at]) return isBefore(a[at], b[at]) ? -sign : sign
		return 0
	}
	return {
		sql: Prisma.sql`${start}${sql})), '[]')${rows})`,
		unpack: (value) =>
			valuesOf(value)
				.map(valuesOf)
				.sort(compare)
				.map((packed) => unpack(valuesOf(packed[signs.length]))),
	}
}

/** Texts by their units, numbers by their size. */
function isBefore(left: unknown, right: unknown): boolean {
	if (typeof left === 'number' && typeof right === 'number') return left < right
	return String(left) < String(right)
}

/** The rows of a child, with its own condition; only so many of them where the selection says so. */
function rowsOf(shape: ModelShape, relation: RelationShape, written: Written, depth: number): Sql {
	const alias = aliasAt(depth)
	const where = writtenOf(written['where'])
	const from = Prisma.raw(` FROM "${shape.table}" ${alias} WHERE ${tiedTo(relation, depth)} AND `)
	const rows = Prisma.sql`${from}${conditionOf(shape, where, depth)}`
	if (written['take'] === undefined) return rows
	const end = Prisma.raw(
		` ORDER BY ${orderOf(shape, written['orderBy'], depth)} LIMIT ${Number(written['take'])}) ${alias}`,
	)
	return Prisma.sql`${Prisma.raw(` FROM (SELECT ${alias}.*`)}${rows}${end}`
}

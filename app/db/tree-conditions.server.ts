import type { ColumnShape, ModelShape, RelationShape } from './model-shape.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { MODEL_SHAPES } from './generated/model-shapes.ts'
import { type Written, valuesOf, writtenOf } from './written.ts'

type Sql = Prisma.Sql

/** The shape of a model by its name in the client. */
export function shapeNamed(name: string): ModelShape {
	const shape = MODEL_SHAPES[name]
	if (!shape) throw new Error(`no model ${name}`)
	return shape
}

/** The table under the name that a depth of the tree has: a child never hides the name of its parent. */
export function aliasAt(depth: number): string {
	return `"t${depth}"`
}

/** The columns that tie a child to its parent. */
export function tiedTo(relation: RelationShape, depth: number): string {
	return relation.on
		.map(([own, other]) => `${aliasAt(depth)}."${other}" = ${aliasAt(depth - 1)}."${own}"`)
		.join(' AND ')
}

/** A `where` of Prisma as SQL, for the part of its language that our reads speak; anything else is a bug and throws. */
export function conditionOf(shape: ModelShape, where: Written, depth: number): Sql {
	const conditions = Object.entries(where).flatMap(([name, wanted]) =>
		wanted === undefined ? [] : [oneCondition(shape, name, wanted, depth)],
	)
	return allOf(conditions)
}

function oneCondition(shape: ModelShape, name: string, wanted: unknown, depth: number): Sql {
	if (name === 'AND') return allOf(listOf(wanted).map((each) => conditionOf(shape, each, depth)))
	if (name === 'OR') return anyOf(listOf(wanted).map((each) => conditionOf(shape, each, depth)))
	const column = shape.columns.find((each) => each.name === name)
	if (column) return columnCondition(column, wanted, depth)
	const relation = shape.relations[name]
	if (relation) return relationCondition(relation, wanted, depth + 1)
	throw new Error(`${shape.table} cannot be chosen by ${name}`)
}

function columnCondition({ column }: ColumnShape, wanted: unknown, depth: number): Sql {
	const name = `${aliasAt(depth)}."${column}"`
	if (wanted === null) return Prisma.raw(`${name} IS NULL`)
	if (typeof wanted !== 'object' || wanted instanceof Date) return compared(name, '=', wanted)
	return allOf(
		Object.entries(wanted).flatMap(([how, value]: [string, unknown]) =>
			value === undefined ? [] : [comparison(name, how, value)],
		),
	)
}

const SIGNS: Readonly<Record<string, string>> = { not: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' }

function comparison(name: string, how: string, value: unknown): Sql {
	if (how === 'in') return isAmong(name, 'IN', valuesOf(value))
	if (how === 'notIn') return isAmong(name, 'NOT IN', valuesOf(value))
	if (how === 'contains') return compared(name, 'LIKE', `%${String(value)}%`)
	if (how === 'not' && value === null) return Prisma.raw(`${name} IS NOT NULL`)
	const sign = SIGNS[how]
	if (sign === undefined) throw new Error(`values cannot be compared by ${how}`)
	return compared(name, sign, value)
}

function compared(name: string, sign: string, value: unknown): Sql {
	return Prisma.sql`${Prisma.raw(`${name} ${sign} `)}${value}`
}

/** Among no values is nothing, and outside of them everything. */
function isAmong(name: string, how: 'IN' | 'NOT IN', values: readonly unknown[]): Sql {
	if (values.length === 0) return Prisma.raw(how === 'IN' ? '1 = 0' : '1 = 1')
	return Prisma.sql`${Prisma.raw(`${name} ${how} `)}(${Prisma.join([...values])})`
}

function relationCondition(relation: RelationShape, wanted: unknown, depth: number): Sql {
	if (wanted === null) return exists('NOT EXISTS', relation, {}, depth)
	const parts = writtenOf(wanted)
	if (!relation.isList) return exists('EXISTS', relation, parts, depth)
	return allOf(
		Object.entries(parts).map(([how, where]) => {
			if (how === 'some') return exists('EXISTS', relation, writtenOf(where), depth)
			if (how === 'none') return exists('NOT EXISTS', relation, writtenOf(where), depth)
			throw new Error(`a list cannot be asked for ${how}`)
		}),
	)
}

function exists(how: 'EXISTS' | 'NOT EXISTS', relation: RelationShape, where: Written, depth: number): Sql {
	const shape = shapeNamed(relation.to)
	const start = `${how} (SELECT 1 FROM "${shape.table}" ${aliasAt(depth)} WHERE ${tiedTo(relation, depth)} AND `
	return Prisma.sql`${Prisma.raw(start)}${conditionOf(shape, where, depth)})`
}

function listOf(wanted: unknown): readonly Written[] {
	return Array.isArray(wanted) ? wanted.map(writtenOf) : [writtenOf(wanted)]
}

function allOf(conditions: readonly Sql[]): Sql {
	const [first] = conditions
	if (!first) return Prisma.raw('1 = 1')
	return conditions.length === 1 ? first : Prisma.join([...conditions], ' AND ')
}

function anyOf(conditions: readonly Sql[]): Sql {
	return conditions.length === 0 ? Prisma.raw('1 = 0') : Prisma.join([...conditions], ' OR ', '(', ')')
}

/** A column to order by, as the database names it. */
type Ordered = { readonly column: string; readonly how: string }

/** An `orderBy` of Prisma, column by column; without one, the order of the keys. */
export function orderedBy(shape: ModelShape, orderBy: unknown): readonly Ordered[] {
	const given = orderBy === undefined ? [] : listOf(orderBy)
	const columns = given.flatMap((each) =>
		Object.entries(each).map(([name, how]) => {
			const column = shape.columns.find((candidate) => candidate.name === name)
			if (!column) throw new Error(`${shape.table} has no column ${name} to be ordered by`)
			return { column: column.column, how: direction(how) }
		}),
	)
	return columns.length > 0 ? columns : shape.key.map((column) => ({ column, how: 'ASC' }))
}

/** The same as SQL. */
export function orderOf(shape: ModelShape, orderBy: unknown, depth: number): string {
	return orderedBy(shape, orderBy)
		.map(({ column, how }) => `${aliasAt(depth)}."${column}" ${how}`)
		.join(', ')
}

function direction(how: unknown): string {
	if (how === 'asc' || how === 'desc') return how.toUpperCase()
	const { sort, nulls } = writtenOf(how)
	return String(sort).toUpperCase() + (nulls ? ` NULLS ${String(nulls).toUpperCase()}` : '')
}

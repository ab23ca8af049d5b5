import { Prisma } from './generated/sqlite/client.ts'
import type { ModelShape } from './model-shape.ts'
import { type Engine, engineOf, type Tx } from './open-database.server.ts'
import { readRows } from './statements.server.ts'
import { conditionOf, orderOf, shapeNamed } from './tree-conditions.server.ts'
import { type Selection, selectionOf } from './tree-selection.server.ts'
import { type Written, valuesOf, writtenOf } from './written.ts'

/** The models that the client knows, by its names for them. */
export type ModelName = Exclude<keyof Tx, `$${string}` | symbol>

type Find<Model extends ModelName> = Prisma.Args<Tx[Model], 'findMany'>

/** What `findMany` of Prisma would give for the same words. */
export type Tree<Model extends ModelName, Args> = Prisma.Result<Tx[Model], Args, 'findMany'>

/**
 * Reads rows with everything under them in one statement, on both engines. It takes the words of Prisma's `findMany`
 * and gives what that would give: Prisma asks once for every relation and spends most of a page's time on it.
 * Without an `orderBy` the rows come as the database finds them, and what hangs on a row in the order of its keys.
 */
export async function findTrees<Model extends ModelName, Args extends Find<Model>>(
	tx: Pick<Tx, '$queryRaw'>,
	model: Model,
	args: Prisma.Exact<Args, Find<Model>>,
): Promise<Tree<Model, Args>> {
	const written = writtenOf(args)
	const shape = shapeNamed(model)
	const selection = selectionFor(model, written, engineOf(tx))
	const where = conditionOf(shape, writtenOf(written['where']), 0)
	const from = Prisma.raw(`${AS[engineOf(tx)]} FROM ${source(shape, written)} WHERE `)
	const end = Prisma.raw(orderAndLimit(shape, written))
	// Of a list with an end, first the rows are chosen: what hangs on a row is not read of those that come after the end.
	const of =
		written['take'] === undefined
			? Prisma.sql`${from}${where}${end}`
			: Prisma.sql`${from}${where}${end}) "t0"${Prisma.raw(orderAndLimit(shape, { ...written, take: undefined }))}`
	const rows = await readValues(tx, Prisma.sql`SELECT ${selection.sql}${of}`)
	// Unknown at first: to compare what is unpacked with Prisma's result takes the compiler too deep.
	const trees: unknown = rows.map((row) => selection.unpack(valuesOf(JSON.parse(String(row)))))
	return trees as Tree<Model, Args>
}

/** Reads one row with everything under it, or null where there is none. */
export async function findTree<Model extends ModelName, Args extends Find<Model>>(
	tx: Pick<Tx, '$queryRaw'>,
	model: Model,
	args: Prisma.Exact<Args, Find<Model>>,
): Promise<Tree<Model, Args>[number] | null> {
	const rows = await findTrees<Model, Args>(tx, model, args)
	// The compiler does not see that what Prisma calls a result of `findMany` is a list.
	return (rows as Tree<Model, Args>[number][])[0] ?? null
}

/** How many rows of a model there are; with `most`, no more than so many are looked for. */
export async function countRows<Model extends ModelName>(
	tx: Pick<Tx, '$queryRaw'>,
	model: Model,
	where: NonNullable<Find<Model>['where']>,
	most: number | null = null,
): Promise<number> {
	const shape = shapeNamed(model)
	const start = Prisma.raw(`SELECT COUNT(*) AS "value" FROM (SELECT 1 FROM "${shape.table}" "t0" WHERE `)
	const end = Prisma.raw(`${most === null ? '' : ` LIMIT ${Number(most)}`}) "counted"`)
	const [count] = await readValues(tx, Prisma.sql`${start}${conditionOf(shape, writtenOf(where), 0)}${end}`)
	return Number(count)
}

/** The one value of each row. */
async function readValues(tx: Pick<Tx, '$queryRaw'>, statement: Prisma.Sql): Promise<readonly unknown[]> {
	return (await readRows(tx, statement)).map(([value]) => value)
}

function source(shape: ModelShape, { take }: Written): string {
	return take === undefined ? `"${shape.table}" "t0"` : `(SELECT * FROM "${shape.table}" "t0"`
}

/** The row as text, so that we read it ourselves on both engines. */
const AS: Readonly<Record<Engine, string>> = { sqlite: ' AS "value"', postgresql: '::text AS "value"' }

/** No order that nobody asked for: to spare a sort, SQLite would go over a whole table in the order of its keys. */
function orderAndLimit(shape: ModelShape, { orderBy, take }: Written): string {
	const order = orderBy === undefined ? '' : ` ORDER BY ${orderOf(shape, orderBy, 0)}`
	return order + (take === undefined ? '' : ` LIMIT ${Number(take)}`)
}

type Known = { readonly model: string; readonly selection: Selection }

/** What is selected is written down in constants, and worked out once for each engine. */
const known: Readonly<Record<Engine, WeakMap<object, Known>>> = {
	sqlite: new WeakMap(),
	postgresql: new WeakMap(),
}

function selectionFor(model: string, written: Written, engine: Engine): Selection {
	const shape = shapeNamed(model)
	const parts = writtenOf(written['select'] ?? written['include'] ?? shape)
	const present = known[engine].get(parts)
	if (present?.model === model) return present.selection
	const selection = selectionOf(shape, written, engine, 0)
	known[engine].set(parts, { model, selection })
	return selection
}

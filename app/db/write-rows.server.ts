import type { ModelName } from './find-trees.server.ts'
import { writeRows } from './statements.server.ts'
import { Prisma } from './generated/sqlite/client.ts'
import type { ModelShape } from './model-shape.ts'
import type { Tx } from './open-database.server.ts'
import { conditionOf, shapeNamed } from './tree-conditions.server.ts'
import { writtenOf } from './written.ts'

type Writer = Pick<Tx, '$executeRaw'>

type Row<Model extends ModelName> = Exclude<Prisma.Args<Tx[Model], 'createMany'>['data'], readonly unknown[]>

type Change<Model extends ModelName> = Prisma.Args<Tx[Model], 'updateMany'>['data']

/**
 * Writes rows of one model in one statement; nothing is read back. Prisma works its own `createMany` out anew at every
 * call, which takes longer than all else that a command does.
 */
export async function insertRows<Model extends ModelName>(
	tx: Writer,
	model: Model,
	rows: readonly Row<Model>[],
): Promise<void> {
	const written = rows.map(writtenOf)
	const [first] = written
	if (!first) return
	const shape = shapeNamed(model)
	const names = Object.keys(first).filter((name) => first[name] !== undefined)
	const columns = names.map((name) => `"${columnOf(shape, name)}"`).join(', ')
	const values = written.map((row) => {
		if (Object.keys(row).some((name) => row[name] !== undefined && !names.includes(name)))
			throw new Error(`rows of ${model} differ in their columns`)
		return Prisma.sql`(${Prisma.join(names.map((name) => row[name] ?? null))})`
	})
	await writeRows(
		tx,
		Prisma.sql`${Prisma.raw(`INSERT INTO "${shape.table}" (${columns}) VALUES `)}${Prisma.join(values)}`,
	)
}

/** Changes the one row that `where` names; a row that is not there is a bug. */
export async function updateRow<Model extends ModelName>(
	tx: Writer,
	model: Model,
	where: NonNullable<Prisma.Args<Tx[Model], 'updateMany'>['where']>,
	change: Change<Model>,
): Promise<void> {
	const shape = shapeNamed(model)
	const changes = Object.entries(writtenOf(change)).flatMap(([name, value]) =>
		value === undefined ? [] : [assignment(columnOf(shape, name), value)],
	)
	const changed = await writeRows(
		tx,
		Prisma.sql`${Prisma.raw(`UPDATE "${shape.table}" AS "t0" SET `)}${Prisma.join(changes)} WHERE ${conditionOf(shape, writtenOf(where), 0)}`,
	)
	if (changed !== 1) throw new Error(`${changed} rows of ${model} were changed where one was meant`)
}

function assignment(column: string, value: unknown): Prisma.Sql {
	if (value === null || typeof value !== 'object' || value instanceof Date)
		return Prisma.sql`${Prisma.raw(`"${column}" = `)}${value}`
	const { increment } = writtenOf(value)
	if (typeof increment !== 'number')
		throw new Error(`${column} cannot be changed by ${JSON.stringify(value)}`)
	return Prisma.raw(`"${column}" = "${column}" + ${increment}`)
}

function columnOf(shape: ModelShape, name: string): string {
	const column = shape.columns.find((each) => each.name === name)
	if (!column) throw new Error(`${shape.table} has no column ${name}`)
	return column.column
}

/** Reads the tables, columns and relations off the models of Prisma: the clients know them too, but do not tell. */
import type { ColumnType, ModelShape, RelationShape } from '#app/db/model-shape.ts'

type Field = { readonly name: string; readonly type: string; readonly mark: string; readonly rest: string }
type ParsedModel = { readonly name: string; readonly fields: readonly Field[]; readonly body: string }

const COLUMN_TYPES: readonly string[] = ['String', 'Int', 'Boolean', 'DateTime'] satisfies ColumnType[]

/** The shapes of all models in these texts, by the name that the client has for them (`draftVersion`). */
export function shapesOf(schema: string): Record<string, ModelShape> {
	const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
		name,
		body,
		fields: fieldsOf(body),
	}))
	return Object.fromEntries(models.map((model) => [clientName(model.name), shapeOf(model, models)]))
}

function fieldsOf(body: string): Field[] {
	return [...body.matchAll(/^ {2}(\w+) +(\w+)(\[\]|\?)?(.*)$/gm)].map(
		([, name = '', type = '', mark = '', rest = '']) => ({ name, type, mark, rest }),
	)
}

function shapeOf(model: ParsedModel, models: readonly ParsedModel[]): ModelShape {
	const relations = model.fields.filter((field) => models.some(({ name }) => name === field.type))
	const columns = model.fields.filter((field) => !relations.includes(field))
	for (const { name, type } of columns)
		if (!COLUMN_TYPES.includes(type))
			throw new Error(`${model.name}.${name}: ${type} is not read in trees yet`)
	const own = columns.find(({ rest }) => /@id\b/.test(rest))?.name
	return {
		table: /@@map\("([^"]+)"\)/.exec(model.body)?.[1] ?? model.name,
		key: (own ? [own] : listIn(/@@id\(\[([^\]]+)\]/, model.body)).map((name) => columnOf(model, name)),
		columns: columns.map(({ name, type }) => ({
			name,
			column: columnOf(model, name),
			type: type as ColumnType,
		})),
		relations: Object.fromEntries(relations.map((field) => [field.name, relationOf(model, field, models)])),
	}
}

/** A relation is written out on the side that holds the foreign key; the other side is read backwards. */
function relationOf(model: ParsedModel, field: Field, models: readonly ParsedModel[]): RelationShape {
	const other = models.find(({ name }) => name === field.type)
	if (!other) throw new Error(`no model ${field.type}`)
	const isList = field.mark === '[]'
	const to = clientName(other.name)
	const forth = keysOf(field)
	if (forth) return { to, isList, on: pairs(model, forth.fields, other, forth.references) }
	const back = other.fields.find(
		(each) => each.type === model.name && keysOf(each) !== null && titleOf(each) === titleOf(field),
	)
	const keys = back && keysOf(back)
	if (!keys) throw new Error(`${model.name}.${field.name} has no foreign key on either side`)
	return { to, isList, on: pairs(model, keys.references, other, keys.fields) }
}

function keysOf({ rest }: Field): { fields: string[]; references: string[] } | null {
	const fields = listIn(/fields: \[([^\]]+)\]/, rest)
	return fields.length === 0 ? null : { fields, references: listIn(/references: \[([^\]]+)\]/, rest) }
}

function pairs(from: ParsedModel, names: readonly string[], to: ParsedModel, others: readonly string[]) {
	return names.map((name, at) => [columnOf(from, name), columnOf(to, others[at] ?? '')] as const)
}

function titleOf({ rest }: Field): string {
	return /@relation\("([^"]+)"/.exec(rest)?.[1] ?? ''
}

function columnOf(model: ParsedModel, name: string): string {
	const field = model.fields.find((each) => each.name === name)
	if (!field) throw new Error(`${model.name} has no field ${name}`)
	return /@map\("([^"]+)"\)/.exec(field.rest)?.[1] ?? name
}

function listIn(pattern: RegExp, text: string): string[] {
	return (pattern.exec(text)?.[1] ?? '').split(',').flatMap((name) => name.trim() || [])
}

function clientName(model: string): string {
	return model.charAt(0).toLowerCase() + model.slice(1)
}

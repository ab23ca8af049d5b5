/** How a column's values travel: as JSON carries them, or as a Boolean or an instant that JSON does not know. */
export type ColumnType = 'String' | 'Int' | 'Boolean' | 'DateTime'

/** A column of a model: its name in the code, its name in the database, its type. */
export type ColumnShape = { readonly name: string; readonly column: string; readonly type: ColumnType }

/** What ties a model to another: pairs of columns, this side first. */
export type RelationShape = {
	readonly to: string
	readonly on: readonly (readonly [string, string])[]
	readonly isList: boolean
}

/** A model as the reading of trees needs it; generated from the models of Prisma together with the clients. */
export type ModelShape = {
	readonly table: string
	readonly key: readonly string[]
	readonly columns: readonly ColumnShape[]
	readonly relations: Readonly<Record<string, RelationShape>>
}

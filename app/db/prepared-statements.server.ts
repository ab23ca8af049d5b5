import type BetterSqlite3 from 'better-sqlite3'

/** More texts than the pages and commands have between them; lists of ids make several of one query. */
const MOST = 1000

/**
 * Compiles each text of SQL once on a connection instead of at every use: the stock adapter prepares anew for each
 * query, which was a third of a page's time. A text that was not used for long is given up first.
 */
export function reuseStatements(client: BetterSqlite3.Database): void {
	const prepare = client.prepare.bind(client)
	const compile = (sql: string): BetterSqlite3.Statement => prepare(sql)
	const compiled = new Map<string, Compiled>()
	const statementFor = (sql: string) => {
		const statement = compiled.get(sql) ?? withColumns(compile(sql))
		compiled.delete(sql)
		compiled.set(sql, statement)
		const [oldest] = compiled.keys()
		if (compiled.size > MOST && oldest !== undefined) compiled.delete(oldest)
		return statement
	}
	// Only what the adapter and we ask of a statement is there; the library's type knows more.
	client.prepare = ((sql: string) => new BoundStatement(statementFor(sql))) as never
}

/** A statement with the columns that it gives: the schema stands still while a server runs. */
type Compiled = {
	readonly statement: BetterSqlite3.Statement
	readonly columns: BetterSqlite3.ColumnDefinition[]
}

function withColumns(statement: BetterSqlite3.Statement): Compiled {
	return { statement, columns: statement.reader ? statement.columns() : [] }
}

/** A compiled statement with the values of one use. The library's own `bind` would tie it to its first values. */
class BoundStatement {
	readonly #statement: BetterSqlite3.Statement
	readonly #columns: BetterSqlite3.ColumnDefinition[]
	#values: unknown[] = []

	constructor({ statement, columns }: Compiled) {
		this.#statement = statement
		this.#columns = columns
	}

	get reader(): boolean {
		return this.#statement.reader
	}

	bind(values: unknown[]): this {
		this.#values = values
		return this
	}

	columns(): BetterSqlite3.ColumnDefinition[] {
		return this.#columns
	}

	raw(): this {
		this.#statement.raw()
		return this
	}

	all(): unknown[] {
		return this.#statement.all(...this.#values)
	}

	run(): BetterSqlite3.RunResult {
		return this.#statement.run(...this.#values)
	}
}

import type BetterSqlite3 from 'better-sqlite3'

/** More texts than the pages and commands have between them; lists of ids make several of one query. */
const MOST = 1000

/**
 * Compiles each text of SQL once on a connection instead of at every use: the stock adapter prepares anew for each
 * query, which was a third of a page's time. A text that was not used for long is given up first.
 */
export function reuseStatements(client: BetterSqlite3.Database): void {
	const compile = client.prepare.bind(client) as (sql: string) => BetterSqlite3.Statement
	const compiled = new Map<string, BetterSqlite3.Statement>()
	const statementFor = (sql: string) => {
		const statement = compiled.get(sql) ?? compile(sql)
		compiled.delete(sql)
		compiled.set(sql, statement)
		const [oldest] = compiled.keys()
		if (compiled.size > MOST && oldest !== undefined) compiled.delete(oldest)
		return statement
	}
	client.prepare = ((sql: string) => new BoundStatement(statementFor(sql))) as never
}

/** A compiled statement with the values of one use. The library's own `bind` would tie it to its first values. */
class BoundStatement {
	readonly #statement: BetterSqlite3.Statement
	#values: unknown[] = []

	constructor(statement: BetterSqlite3.Statement) {
		this.#statement = statement
	}

	get reader(): boolean {
		return this.#statement.reader
	}

	bind(values: unknown[]): this {
		this.#values = values
		return this
	}

	columns(): BetterSqlite3.ColumnDefinition[] {
		return this.#statement.columns()
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

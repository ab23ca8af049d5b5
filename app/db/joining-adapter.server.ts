import type {
	SqlDriverAdapter,
	SqlDriverAdapterFactory,
	SqlQuery,
	SqlResultSet,
	Transaction,
} from '@prisma/driver-adapter-utils'
import type { OpenCommand } from './shared-commits.server.ts'
import type { StockConnection } from './sqlite-connection.server.ts'

/** The command, or the reading of one moment, that is open, and the connection that it has. */
export type AtWork = () => {
	readonly command: Pick<OpenCommand, 'assertOpen'>
	readonly writer: StockConnection
}

/**
 * The adapter of the Prisma client that works inside commands: its transactions are the command's own. They begin
 * nothing and commit nothing, and what comes after the command's end is turned away.
 */
export class JoiningFactory implements SqlDriverAdapterFactory {
	readonly provider = 'sqlite' as const
	readonly adapterName = 'yiqian-joining-sqlite'
	readonly #atWork: AtWork

	constructor(atWork: AtWork) {
		this.#atWork = atWork
	}

	async connect(): Promise<SqlDriverAdapter> {
		return new JoiningAdapter(this.#atWork)
	}
}

class JoiningAdapter implements SqlDriverAdapter {
	readonly provider = 'sqlite' as const
	readonly adapterName = 'yiqian-joining-sqlite'
	readonly #atWork: AtWork

	constructor(atWork: AtWork) {
		this.#atWork = atWork
	}

	async startTransaction(): Promise<Transaction> {
		const { command, writer } = this.#atWork()
		const onWriter = () => {
			command.assertOpen()
			return writer
		}
		return {
			provider: 'sqlite',
			adapterName: this.adapterName,
			options: { usePhantomQuery: true },
			queryRaw: async (query) => onWriter().queryRaw(query),
			executeRaw: async (query) => onWriter().executeRaw(query),
			createSavepoint: async (name) => void onWriter().client.exec(`SAVEPOINT "${name}"`),
			rollbackToSavepoint: async (name) => void onWriter().client.exec(`ROLLBACK TO "${name}"`),
			releaseSavepoint: async (name) => void onWriter().client.exec(`RELEASE "${name}"`),
			commit: async () => {},
			rollback: async () => {},
		}
	}

	queryRaw(_query: SqlQuery): Promise<SqlResultSet> {
		throw new Error('commands ask inside their transaction only')
	}

	executeRaw(_query: SqlQuery): Promise<number> {
		throw new Error('commands write inside their transaction only')
	}

	async executeScript(): Promise<void> {
		throw new Error('commands run no scripts')
	}

	async dispose(): Promise<void> {}
}

/**
 * Prints the SQL that leads from the migrations as they lie here to the models, for one engine: what the author of the
 * next migration has to write, `tsx scripts/author-migration.ts sqlite`. The migrations are applied to an empty database
 * first (PostgreSQL: AUTHOR_DATABASE_URL). Checks, triggers, views, and indexes over parts or terms are written by hand
 * beside it; Prisma does not know them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { migrate } from '#app/db/migrate.server.ts'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { headFor, modelsFor, readModels } from './generate-clients.ts'

type Engine = 'sqlite' | 'postgresql'

/** Tables that have no model: the index of the search, with the tables that SQLite keeps it in. */
const WITHOUT_MODEL: Readonly<Record<Engine, readonly string[]>> = {
	sqlite: ['', '_config', '_data', '_docsize', '_idx'].map((part) => `search_grams${part}`),
	postgresql: ['public.search_grams'],
}

/** The DDL from the last migration to the models. */
export async function differenceOf(engine: Engine, models = readModels()): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-author-'))
	const url =
		engine === 'sqlite' ? `file:${join(folder, 'author.db')}` : (process.env['AUTHOR_DATABASE_URL'] ?? '')
	try {
		await migrate(url)
		return await differenceFrom(engine, url, models)
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

async function differenceFrom(
	engine: Engine,
	url: string,
	models: ReturnType<typeof readModels>,
): Promise<string> {
	const files = [
		{ path: '_head.prisma', content: headFor(engine) },
		...modelsFor(engine, models).map(({ file, text }) => ({ path: file, content: text })),
	]
	const { SchemaEngine } = await loadSchemaEngine()
	const schema = await SchemaEngine.new(
		{ datamodels: files.map(({ path, content }) => [path, content]) },
		() => {},
		await adapterFor(engine, url),
	)
	const { stdout } = await schema.diff({
		from: { tag: 'schemaDatasource', files, configDir: '.' },
		to: { tag: 'schemaDatamodel', files },
		script: true,
		shadowDatabaseUrl: null,
		exitCode: null,
		filters: { externalTables: WITHOUT_MODEL[engine], externalEnums: [] },
	} as never)
	return stdout ?? ''
}

async function adapterFor(engine: Engine, url: string): Promise<object> {
	const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
	if (engine === 'sqlite') {
		const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3')
		return bindMigrationAwareSqlAdapterFactory(withPlainNames(new PrismaBetterSqlite3({ url })))
	}
	const { PrismaPg } = await import('@prisma/adapter-pg')
	return bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
}

/** The engine writes texts in double quotes, which our build of SQLite takes for names and nothing else. */
function withPlainNames<Factory extends { connect: () => Promise<SqlDriverAdapter> }>(
	factory: Factory,
): Factory {
	const connect = factory.connect.bind(factory)
	factory.connect = async () => {
		const adapter = await connect()
		const queryRaw = adapter.queryRaw.bind(adapter)
		adapter.queryRaw = (query) =>
			queryRaw({ ...query, sql: query.sql.replaceAll(/(\bname = )"([^"]+)"/g, "$1'$2'") })
		return adapter
	}
	return factory
}

let loaded: ReturnType<typeof readSchemaEngine> | null = null

/** Once a process: its bindings belong to one engine. */
function loadSchemaEngine() {
	return (loaded ??= readSchemaEngine())
}

/** Loaded by hand: Node 20 does not import .wasm files. */
async function readSchemaEngine() {
	const require = createRequire(import.meta.url)
	const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
	const bindings = (await import(pathToFileURL(file).href)) as typeof import('@prisma/schema-engine-wasm') & {
		__wbg_set_wasm: (exports: unknown) => void
	}
	const wasm = await WebAssembly.instantiate(readFileSync(file.replace(/\.js$/, '.wasm')), {
		'./schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
	})
	bindings.__wbg_set_wasm(wasm.instance.exports)
	;(wasm.instance.exports['__wbindgen_start'] as () => void)()
	return bindings
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	process.stdout.write(await differenceOf(process.argv[2] === 'postgresql' ? 'postgresql' : 'sqlite'))

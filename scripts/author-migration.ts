/**
 * Prints the SQL that makes the tables of the models, for one engine: `tsx scripts/author-migration.ts sqlite`.
 * For authors only. CHECKs, triggers and views are written by hand beside it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { headFor, modelsFor, readModels } from './generate-clients.ts'

type Engine = 'sqlite' | 'postgresql'

/** The DDL from nothing to the models. */
export async function tablesOf(engine: Engine): Promise<string> {
	const files = [
		{ path: '_head.prisma', content: headFor(engine) },
		...modelsFor(engine, readModels()).map(({ file, text }) => ({ path: file, content: text })),
	]
	const { SchemaEngine } = await loadSchemaEngine()
	const schema = await SchemaEngine.new(
		{ datamodels: files.map(({ path, content }) => [path, content]) },
		() => {},
		await adapterFor(engine),
	)
	const { stdout } = await schema.diff({
		from: { tag: 'empty' },
		to: { tag: 'schemaDatamodel', files },
		script: true,
		shadowDatabaseUrl: null,
		exitCode: null,
		filters: { externalTables: [], externalEnums: [] },
	} as never)
	return stdout ?? ''
}

/** The engine wants a database even where it asks nothing of it; for PostgreSQL any empty one, AUTHOR_DATABASE_URL. */
async function adapterFor(engine: Engine): Promise<object> {
	const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
	if (engine === 'sqlite') {
		const { PrismaBetterSqlite3 } = await import('@prisma/adapter-better-sqlite3')
		return bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ':memory:' }))
	}
	const { PrismaPg } = await import('@prisma/adapter-pg')
	return bindMigrationAwareSqlAdapterFactory(
		new PrismaPg({ connectionString: process.env['AUTHOR_DATABASE_URL'] ?? '' }),
	)
}

/** Loaded by hand: Node 20 does not import .wasm files. */
async function loadSchemaEngine() {
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
	process.stdout.write(await tablesOf(process.argv[2] === 'postgresql' ? 'postgresql' : 'sqlite'))

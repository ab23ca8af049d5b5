/**
 * `npm run bench`: the figures of docs/performance.md, each a ratio of two measured in this run. The load generator works
 * on the same cores as the server, which the ratios bear and absolute numbers would not. `BENCH_ONLY=pages` (or command,
 * postgresql) leaves out the others.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, stopServer } from '#scripts/server-process.ts'
import { benchCommand, benchPostgresql } from './bench-command.ts'
import { benchPages } from './bench-pages.ts'
import { printCommandParts } from './command-parts.ts'
import { openFormerCheckout } from './former-checkout.ts'
import { startPostgres } from './postgres-server.ts'

/** The pages are held against the plain page of this commit, whatever the plain page of today takes. */
const FORMER = 'a9c3369'
const QUIET = { LOG_LEVEL: 'silent' }

const only = process.env['BENCH_ONLY']
const folder = mkdtempSync(join(tmpdir(), 'yiqian-bench-'))
try {
	if (only !== 'postgresql') await onSqlite(join(folder, 'data'))
	if (only === undefined || only === 'postgresql') await onPostgresql()
	const [, , load = 0] = loadavg()
	console.log(
		`\nload average over the last quarter of an hour: ${load.toFixed(1)}; at rest the bench itself makes 2`,
	)
} finally {
	rmSync(folder, { recursive: true, force: true })
}

async function onSqlite(data: string): Promise<void> {
	const server = await startServer('demo', data, QUIET)
	try {
		if (only !== 'command') {
			const checkout = openFormerCheckout(FORMER)
			const former = await startServer('demo', join(folder, 'former'), QUIET, checkout)
			try {
				await benchPages(server, former)
			} finally {
				await stopServer(former)
			}
		}
		if (only !== 'pages') await benchCommand(server, join(folder, 'bare.db'))
	} finally {
		await stopServer(server)
	}
	if (only !== 'pages') await printCommandParts(data)
}

async function onPostgresql(): Promise<void> {
	const postgres = await startPostgres(folder)
	const server = await startServer('demo', join(folder, 'on-postgresql'), {
		...QUIET,
		DATABASE_URL: postgres.product,
	})
	try {
		await benchPostgresql(server, postgres.bare, 32)
	} finally {
		await stopServer(server)
		await postgres.stop()
	}
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loggedErrors, startServer, stopServer } from '#scripts/server-process.ts'

declare module 'vitest' {
	interface ProvidedContext {
		readonly demoOrigins: readonly string[]
	}
}

/** One server with the demo for each worker: loading it takes longer than looking at a page, and no two files act on one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-e2e-'))
	const workers = Number(project.config.maxWorkers)
	const servers = await Promise.all(
		Array.from({ length: workers }, (_, at) => startServer('demo', join(folder, `data-${at}`))),
	)
	project.provide(
		'demoOrigins',
		servers.map(({ origin }) => origin),
	)
	return async () => {
		await Promise.all(servers.map((server) => stopServer(server)))
		rmSync(folder, { recursive: true, force: true })
		const errors = servers.flatMap(loggedErrors)
		if (errors.length > 0) throw new Error(`the servers logged errors:\n${errors.join('\n')}`)
	}
}

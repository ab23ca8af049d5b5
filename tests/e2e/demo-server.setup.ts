import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loggedErrors, startServer, stopServer } from '#scripts/server-process.ts'

declare module 'vitest' {
	interface ProvidedContext {
		readonly demoOrigin: string
	}
}

/** One server with the demo for all journeys and pages: loading it takes longer than looking at a page. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-e2e-'))
	const server = await startServer('demo', join(folder, 'data'))
	project.provide('demoOrigin', server.origin)
	return async () => {
		await stopServer(server)
		rmSync(folder, { recursive: true, force: true })
		const errors = loggedErrors(server)
		if (errors.length > 0) throw new Error(`the server logged errors:\n${errors.join('\n')}`)
	}
}

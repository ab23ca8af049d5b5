import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isNewerThan } from '#app/server/build-pages.server.ts'

/** A build and its sources, each written at a minute of its own. */
function ground(minutes: Readonly<Record<string, number>>) {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-build-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	for (const [name, minute] of Object.entries(minutes)) {
		mkdirSync(join(folder, name, '..'), { recursive: true })
		writeFileSync(join(folder, name), '')
		utimesSync(join(folder, name), minute * 60, minute * 60)
	}
	const sources = ['app', 'lock.json', 'not-there'].map((name) => join(folder, name))
	return isNewerThan(join(folder, 'build.js'), sources)
}

test.each([
	['there is none yet', { 'app/root.tsx': 1, 'lock.json': 1 }, false],
	['it is newer than all of its sources', { 'build.js': 9, 'app/root.tsx': 1, 'lock.json': 2 }, true],
	['a page was changed since', { 'build.js': 3, 'app/routes/work.tsx': 4, 'lock.json': 2 }, false],
	['the libraries were changed since', { 'build.js': 3, 'app/root.tsx': 1, 'lock.json': 4 }, false],
	['only generated code is newer', { 'build.js': 3, 'app/db/generated/client.ts': 9, 'lock.json': 1 }, true],
])('whether the pages need building is told by the times of the files: %s', (_when, minutes, isFresh) => {
	expect(ground(minutes)).toBe(isFresh)
})

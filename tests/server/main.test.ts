import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** Runs the process as an operator would, in a data folder of its own, and gives what it says when it stops. */
function run(mode: string, environment: Readonly<Record<string, string>>) {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-start-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/server/main.ts', mode], {
		encoding: 'utf8',
		env: { ...process.env, YIQIAN_DATA_DIR: folder, ...environment },
	})
	return { status, stderr, left: readdirSync(folder) }
}

test.each([
	['a port that is none', { PORT: 'web' }, /^Not started\. PORT: /],
	[
		'http to other machines',
		{ YIQIAN_ORIGIN: 'http://review.example' },
		/^Not started\. YIQIAN_ORIGIN: http is accepted/,
	],
	[
		'a database that we do not speak',
		{ DATABASE_URL: 'mysql://db/x' },
		/^Not started\. DATABASE_URL: "mysql:"/,
	],
	['a secret that can be guessed', { SESSION_SECRETS: 'short' }, /^Not started\. SESSION_SECRETS: /],
])('%s stops the start with a sentence, before anything is made', (_case, environment, sentence) => {
	const { status, stderr, left } = run('start', environment)
	expect(status).toBe(1)
	expect(stderr).toMatch(sentence)
	expect(stderr.trim().split('\n')).toHaveLength(1)
	expect(left).toEqual([])
})

test('a start without saying which is answered with the choices', () => {
	const { status, stderr } = run('', {})
	expect(status).toBe(1)
	expect(stderr.trim()).toBe('Say which: demo, start or dev.')
})

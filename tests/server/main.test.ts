import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startHouse } from '#app/server/start-house.server.ts'
import { startSentence } from '#app/server/start-sentence.server.ts'

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-start-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** Runs the process as an operator would, and gives what it says when it stops. */
function run(mode: string, environment: Readonly<Record<string, string>>) {
	const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/server/main.ts', mode], {
		encoding: 'utf8',
		env: { ...process.env, ...environment },
	})
	return { status, said: stderr.trim() }
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
])('%s stops the start with a sentence, before anything is made', async (_case, environment, sentence) => {
	const folder = newFolder()
	const start = startHouse('start', { YIQIAN_DATA_DIR: folder, ...environment })
	const said = startSentence(await start.catch((refusal: unknown) => refusal))
	expect(said).toMatch(sentence)
	expect(readdirSync(folder)).toEqual([])
})

test('a refused start ends the process with one sentence, no stack, and a status that says so', () => {
	const { status, said } = run('start', { YIQIAN_DATA_DIR: newFolder(), PORT: 'web' })
	expect(said).toMatch(/^Not started\. PORT: /)
	expect(said.split('\n')).toHaveLength(1)
	expect(status).toBe(1)
})

test('a start without saying which is answered with the choices', () => {
	const { status, said } = run('', {})
	expect(status).toBe(1)
	expect(said).toBe('Say which: demo, start or dev.')
})

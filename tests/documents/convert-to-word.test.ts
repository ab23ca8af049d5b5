import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openOfficeConverter } from '#app/documents/convert-to-word.server.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'

const isInstalled = spawnSync('soffice', ['--version']).status === 0
const RTF = Buffer.from('{\\rtf1\\ansi\\pard \\u31532?\\u19968?\\u26465? \\u38598?\\u24066?\\u12290?\\par}')

/** A program in the place of the office program. */
function programOf(script: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-test-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	const program = join(folder, 'soffice')
	writeFileSync(program, `#!/bin/sh\n${script}\n`)
	chmodSync(program, 0o755)
	return program
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('yiqian-convert-'))

describe('a conversion', () => {
	test('that overruns its time is ended with all that it started, and leaves nothing', async () => {
		const before = leftovers()
		const converter = openOfficeConverter(programOf('sleep 600 & sleep 600'), {
			milliseconds: 300,
			memory: 4 * 1024 ** 3,
		})
		expect(await converter(RTF, '.rtf')).toEqual({ ok: false, reason: { code: 'conversion-failed' } })
		expect(leftovers()).toEqual(before)
	})

	test('that writes nothing is a refusal, and so is a program that is not there', async () => {
		const refused = { ok: false, reason: { code: 'conversion-failed' } }
		expect(await openOfficeConverter(programOf('exit 0'))(RTF, '.rtf')).toEqual(refused)
		expect(await openOfficeConverter('/no/such/program')(RTF, '.rtf')).toEqual(refused)
	})

	test('sees nothing of the environment of the server', async () => {
		process.env['CLEARANCE_KEY_FILE'] = '/secret'
		onTestFinished(() => {
			delete process.env['CLEARANCE_KEY_FILE']
		})
		const program = programOf('[ -z "$CLEARANCE_KEY_FILE" ] && mkdir out && echo x > out/draft.docx')
		expect((await openOfficeConverter(program)(RTF, '.rtf')).ok).toBe(true)
	})

	test.skipIf(!isInstalled)('of an RTF text gives a draft that is read', async () => {
		const converted = await openOfficeConverter()(RTF, '.rtf')
		if (!converted.ok) throw new Error(converted.reason.code)
		expect(await readDraft(converted.value, '稿.docx')).toMatchObject({
			ok: true,
			value: { text: '第一条 集市。' },
		})
	})
})

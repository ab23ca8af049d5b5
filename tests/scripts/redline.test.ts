import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'yiqian-redline-'))

function file(name: string, text: string): string {
	const path = join(folder, name)
	writeFileSync(path, text)
	return path
}

function redline(...options: string[]) {
	const tsx = join('node_modules', '.bin', 'tsx')
	const { status, stdout, stderr } = spawnSync(tsx, ['scripts/redline.ts', ...options], { encoding: 'utf8' })
	return { status, stdout, stderr }
}

const OLD = '第一条　为规范集市管理，制定本办法。\n第二条　集市由街道办事处划定。'
const NEW =
	'第一条　为规范集市管理，制定本办法。\n第二条　经营者应当持证入场。\n第三条　集市由街道办事处划定。'

test('two text files give links, edits, bounded and times, and nothing else', () => {
	const answer = redline(
		file('old.txt', OLD),
		file('new.txt', `\uFEFF${NEW.replaceAll('\n', '\r\n')}`),
		'--format',
		'json',
	)
	expect(answer).toMatchObject({ status: 0, stderr: '' })
	expect(JSON.parse(answer.stdout)).toEqual({
		links: [
			{ old: ['1'], new: ['1'], kind: 'unchanged', likeness: 1, runnerUp: null },
			{ old: [], new: ['2'], kind: 'added', likeness: 0, runnerUp: null },
			{ old: ['2'], new: ['3'], kind: 'renumbered', likeness: 1, runnerUp: null },
		],
		edits: { inserted: 10, deleted: 0 },
		bounded: false,
		ms: { read: expect.any(Number), align: expect.any(Number), compare: expect.any(Number) },
	})
})

test.each([
	['a file that is not there', ['missing.txt', 'missing.txt'], 'missing.txt'],
	['one file alone', ['missing.txt'], 'usage'],
	['a format that it does not write', ['a.txt', 'b.txt', '--format', 'xml'], 'usage'],
	['a .docx that is none', [file('broken.docx', 'no zip'), file('some.txt', OLD)], 'not-a-zip'],
])('%s is trouble: status 2, the reason on stderr, nothing on stdout', (_what, options, reason) => {
	const answer = redline(...options)
	expect(answer).toMatchObject({ status: 2, stdout: '' })
	expect(answer.stderr).toContain(reason)
})

test.skipIf(LAWS === '')(
	'a Word file numbered by Word is the same text as its twin with typed numbers',
	() => {
		for (const name of readdirSync(join(LAWS, 'docx')).filter((each) => each.endsWith('.autonum.docx'))) {
			const paths = [name, name.replace('.autonum.', '.literal.')].map((each) => join(LAWS, 'docx', each))
			const { links, edits } = JSON.parse(redline(...paths).stdout) as {
				links: { kind: string }[]
				edits: object
			}
			expect([name, edits]).toEqual([name, { inserted: 0, deleted: 0 }])
			expect(new Set(links.map((link) => link.kind))).toEqual(new Set(['unchanged']))
		}
	},
)

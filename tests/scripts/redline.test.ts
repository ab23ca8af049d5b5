import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'
import { acceptAll, rejectAll } from '#tests/support/settle-revisions.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'yiqian-redline-'))

function file(name: string, text: string): string {
	const path = join(folder, name)
	writeFileSync(path, text)
	return path
}

const LONG = [1, 2, 3, 4, 5, 6]
	.map(
		(no) =>
			`第${no}条　经营者应当在第${no}号摊位的显著位置公示品名、产地和价格，不得以任何方式误导前来集市的居民。`,
	)
	.join('\n')

function redline(...options: string[]) {
	const tsx = join('node_modules', '.bin', 'tsx')
	const { status, stdout, stderr } = spawnSync(tsx, ['scripts/redline.ts', ...options], { encoding: 'utf8' })
	return { status, stdout, stderr }
}

const OLD = '第一条　为规范集市管理，制定本办法。\n第二条　集市由街道办事处划定。'
const NEW =
	'第一条　为规范集市管理，制定本办法。\n第二条　经营者应当持证入场。\n第三条　集市由街道办事处划定。'

test('two text files give links, edits, quiet places, findings and times, and nothing else', () => {
	const answer = redline(
		file('old.txt', OLD),
		file('new.txt', `\uFEFF${NEW.replaceAll('\n', '\r\n')}`),
		'--format',
		'json',
	)
	expect(answer).toMatchObject({ status: 1, stderr: '' })
	expect(JSON.parse(answer.stdout)).toEqual({
		links: [
			{ old: ['1'], new: ['1'], kind: 'unchanged', likeness: 1, runnerUp: null },
			{ old: [], new: ['2'], kind: 'added', likeness: 0, runnerUp: null },
			{ old: ['2'], new: ['3'], kind: 'renumbered', likeness: 1, runnerUp: null },
		],
		edits: { inserted: 10, deleted: 0 },
		quiet: 0,
		bounded: false,
		tables: { counts: expect.any(Object), changes: [] },
		findings: [],
		margins: [],
		beside: [],
		changes: [],
		ms: { read: expect.any(Number), align: expect.any(Number), compare: expect.any(Number) },
	})
})

test.each([
	['the same file', OLD, OLD, 0],
	['another kind of blank after a number', OLD, OLD.replaceAll('　', ' '), 0],
	['a last line that does not end', OLD, `${OLD}\n`, 0],
	['nothing, and blank lines', '', ' \n\n', 0],
	['a text of which every line was broken', LONG, LONG.replaceAll(/(.{24})(?=.)/g, '$1\n'), 0],
	['a number written in another way', OLD, OLD.replace('第二条', '第2条'), 0],
	['one more sign', OLD, `${OLD}。`, 1],
	[
		'a paragraph that became two',
		'第一条　街道办事处应当公示摊位的划分方案。经营者应当保持消防通道畅通。',
		'第一条　街道办事处应当公示摊位的划分方案。\n经营者应当保持消防通道畅通。',
		1,
	],
	[
		'an article that only moved',
		`${OLD}\n第三条　摊位不得转让给他人。`,
		'第一条　摊位不得转让给他人。\n第二条　为规范集市管理，制定本办法。\n第三条　集市由街道办事处划定。',
		1,
	],
])(
	'%s: the exit status is the one of diff, in each format',
	(what, old, fresh, status) => {
		const paths = [file('a.txt', old), file('b.txt', fresh)]
		const formats = what === 'one more sign' ? ['text', 'json', 'html', 'docx', 'table'] : ['text']
		for (const format of formats) {
			const answer = redline(...paths, '--format', format)
			expect([format, answer.status, answer.stderr]).toEqual([format, status, ''])
			// What is only written in another way is said, and is no difference.
			const said = what === 'a number written in another way' ? /\n两稿条文相同，只有编号/ : /^$/
			if (status === 0 && format === 'text') expect(answer.stdout).toMatch(said)
		}
	},
	90_000,
)

test('text is the default: clause by clause, what went and what came, without colours where nobody sees them', () => {
	const { stdout } = redline(file('old.txt', OLD), file('new.txt', `${NEW}\u001B[2J`))
	expect(stdout.split('\n').slice(3)).toEqual([
		'',
		'@@ 第二条 新增 @@',
		'{+第二条　经营者应当持证入场。+}',
		'',
		'@@ 第二条 → 第三条 修改 @@',
		'[-第二条-]{+第三条+}　集市由街道办事处划定。{+〔U+001B〕[2J+}',
		'  ! 有看不见的字符：U+001B。',
		'',
	])
})

test('a marked-up draft, a table and a page are written where --out says', async () => {
	const paths = [file('old.txt', OLD), file('new.txt', NEW)]
	const out = (name: string) => join(folder, name)
	expect(redline(...paths, '--format', 'docx', '--out', out('m.docx')).status).toBe(1)
	const bytes = readFileSync(out('m.docx'))
	expect([await acceptAll(bytes), await rejectAll(bytes)]).toEqual([NEW, OLD])
	for (const name of ['t.docx', 't.xlsx']) {
		expect(redline(...paths, '--format', 'table', '--out', out(name)).status).toBe(1)
		expect(readFileSync(out(name)).subarray(0, 2).toString()).toBe('PK')
	}
	expect(redline(...paths, '--format', 'html', '--out', out('r.html')).stdout).toBe('')
	expect(readFileSync(out('r.html'), 'utf8')).toMatch(/^<!doctype html>/)
})

test('--help tells the formats and the exit status', () => {
	const answer = redline('--help')
	expect(answer).toMatchObject({ status: 0, stderr: '' })
	expect(answer.stdout).toMatch(
		/text\|json\|html\|docx\|table[\s\S]*0 equal[\s\S]*1 different[\s\S]*2 trouble/,
	)
})

test.each([
	['a file that is not there', ['missing.txt', 'missing.txt'], 'missing.txt'],
	['a folder', [folder, 'missing.txt'], `${folder}: EISDIR`],
	['one text alone', ['missing.txt'], 'one file alone is a .docx with tracked changes'],
	['three files', ['a.txt', 'b.txt', 'c.txt'], 'two files are compared'],
	['an option that it does not know', ['a.txt', 'b.txt', '--bogus'], '--bogus'],
	['a format that it does not write', ['a.txt', 'b.txt', '--format', 'xml'], 'no such format: xml'],
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
			const { links, edits } = JSON.parse(redline(...paths, '--format', 'json').stdout) as {
				links: { kind: string }[]
				edits: object
			}
			expect([name, edits]).toEqual([name, { inserted: 0, deleted: 0 }])
			expect(new Set(links.map((link) => link.kind))).toEqual(new Set(['unchanged']))
		}
	},
)

test('one file with tracked changes is compared with itself before them, with who made them and when', () => {
	const change = (name: string, author: string, words: string) =>
		`<w:${name} w:id="1" w:author="${author}" w:date="2026-01-02T03:04:05Z"><w:r><w:${name === 'ins' ? 't' : 'delText'}>${words}</w:${name === 'ins' ? 't' : 'delText'}></w:r></w:${name}>`
	const path = join(folder, 'tracked.docx')
	const body = p(
		`${r('第一条　处')}${change('del', '孙同事', '二十')}${change('ins', '钱同事', '三十')}${r('元罚款。')}`,
	)
	writeFileSync(path, buildDocx({ body }))
	const answer = redline(path)
	expect(answer.status).toBe(1)
	expect(answer.stdout).toContain('[-二十元-]{+三十元+}')
	expect(answer.stderr).toContain('2026-01-02T03:04:05Z 孙同事 deleted: [-二十-]')
	expect(answer.stderr).toContain('2026-01-02T03:04:05Z 钱同事 inserted: {+三十+}')
})

const table = (...rows: readonly string[]) =>
	`<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`
const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(words))}</w:tc>`
const fines = (last: string, above = '') =>
	buildDocx({
		body: [
			p(r('第一条　罚款标准如下：')),
			table(cell('情节') + cell('罚款'), cell('严重') + cell('五万元', above), cell('轻微') + last),
			p(r('第二条　本办法自发布之日起施行。')),
		].join(''),
	})

test('table-merged-down: an amount that stands for one row and no longer for two is told, with exit status 1', () => {
	const [old, fresh] = ['old-table.docx', 'new-table.docx'].map((name) => join(folder, name))
	writeFileSync(old ?? '', fines(cell('', '<w:vMerge/>'), '<w:vMerge w:val="restart"/>'))
	writeFileSync(fresh ?? '', fines(cell('')))
	const answer = redline(old ?? '', fresh ?? '', '--format', 'json')
	expect(answer.status).toBe(1)
	expect(JSON.parse(answer.stdout).tables.changes).toMatchObject([
		{
			new: ['1'],
			kind: 'modified',
			rows: [
				{
					old: 2,
					new: 2,
					cells: [{ isRespanned: true, old: { rows: 2, text: '五万元' }, new: { rows: 1 } }],
				},
				{ old: 3, new: 3 },
			],
		},
	])
})

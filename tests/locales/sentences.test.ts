import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GATE_RULES } from '#app/domain/agenda-gate/gate-rules.ts'
import { en } from '#app/locales/en/resources.ts'
import { learnEveryLanguage } from '#app/locales/every-language.server.ts'
import { translator } from '#app/locales/translator.ts'
import { zhCn } from '#app/locales/zh-cn/resources.ts'

learnEveryLanguage()

type Sentences = { readonly [key: string]: string | Sentences }

const chinese = flatten(zhCn)
const english = flatten(en)

test('every sentence is there in both languages', () => {
	expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
})

test('a sentence names the same figures in both languages', () => {
	const figures = (text = '') =>
		[...new Set([...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]))].sort()
	const differing = [...chinese].filter(
		([key, text]) => String(figures(text)) !== String(figures(english.get(key))),
	)
	expect(differing.map(([key]) => key)).toEqual([])
})

test('a sentence that was worked out before is the same again, and another with other figures', () => {
	const [t, inEnglish] = [translator('zh-CN'), translator('en')]
	for (let times = 0; times < 2; times += 1) {
		expect(t('meeting.pool.count', { count: 3 })).toContain('3')
		expect(t('meeting.pool.count', { count: 4 })).toContain('4')
		expect(t('shell.product')).not.toBe('shell.product')
		expect(inEnglish('shell.productLine')).not.toBe(t('shell.productLine'))
	}
})

test('no English sentence was left in Chinese, apart from the name of the other language', () => {
	// “第×条” is quoted as it stands in drafts.
	const left = [...english]
		.filter(([, text]) => /[\u4e00-\u9fff]/.test(text.replace('第×条', '')))
		.map(([key]) => key)
	expect(left).toEqual(['shell.account.language'])
})

test('an English sentence counts only by the forms that there are', () => {
	const forms = [...english.values()].flatMap((text) =>
		[...text.matchAll(/\{\{\w+, ?(\w+)\}\}/g)].map((match) => match[1]),
	)
	expect(forms.length).toBeGreaterThan(20)
	expect(
		forms.filter((form) => !['s', 'ies', 'are', 'were', 'have', 'do', 'wait'].includes(form ?? '')),
	).toEqual([])
})

test('no sentence is empty', () => {
	const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)
	expect(empty).toEqual([])
})

test.each(GATE_RULES.map((rule) => rule.id))('gate rule %s has a name', (id) => {
	expect(chinese.has(`gate.rule.${id}`)).toBe(true)
})

test('every fact that the gate may find has its sentence', () => {
	const facts = [...codesIn('app/domain/agenda-gate', /fact: '([a-z-]+)'/g)]
	expect(facts.length).toBeGreaterThan(20)
	expect(facts.filter((fact) => !chinese.has(`gate.fact.${fact}`))).toEqual([])
})

test('every problem that a service names has its sentence', () => {
	const problems = [...codesIn('app/services', /field[^\n]*problem: '([a-z-]+)'/g)]
	expect(problems.length).toBeGreaterThan(10)
	expect(problems.filter((problem) => !chinese.has(`refusals.problem.${problem}`))).toEqual([])
})

test('every reason for turning a file away has its sentence', () => {
	const reading = readFileSync('app/documents/draft-reading.ts', 'utf8')
	const union = reading.slice(reading.indexOf("'empty-file'") - 20)
	const causes = [...union.matchAll(/code: '([a-z-]+)'/g)].map((match) => match[1])
	expect(causes.length).toBeGreaterThan(10)
	expect(causes.filter((cause) => !chinese.has(`refusals.file.${cause}`))).toEqual([])
})

function flatten(sentences: Sentences, prefix = ''): Map<string, string> {
	const flat = new Map<string, string>()
	for (const [key, value] of Object.entries(sentences)) {
		if (typeof value === 'string') flat.set(prefix + key, value)
		else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text)
	}
	return flat
}

/** The codes that the sources of a folder write out. */
function codesIn(folder: string, pattern: RegExp): Set<string> {
	const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.ts'),
	)
	const codes = new Set<string>()
	for (const path of sources)
		for (const [, code] of readFileSync(`${folder}/${path}`, 'utf8').matchAll(pattern))
			if (code) codes.add(code)
	return codes
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { ADMINISTRATORS, PEOPLE } from '#seeds/demo/district.ts'

const LOGINS = new Set([...PEOPLE, ...Object.values(ADMINISTRATORS)].map(({ login }) => login))

/** What a first page says of the accounts, between these two headings. */
function part(file: string, from: string, to: string): string {
	const text = readFileSync(file, 'utf8')
	return text.slice(text.indexOf(from), text.indexOf(to))
}

const PARTS = [
	part('README.md', '### Which account shows what', '## A tour of ten minutes'),
	part('README.zh-CN.md', '### 用哪个账号看什么', '## 十分钟看一遍'),
]

const namedIn = (text: string) => [...text.matchAll(/`([a-z]+)`/g)].map(([, login]) => login ?? '')

test('both first pages name accounts that the demo has, with their password, and the same ones', () => {
	for (const text of PARTS) {
		expect(text).toContain(DEMO_PASSWORD)
		expect(namedIn(text).length).toBeGreaterThan(12)
		expect(namedIn(text).filter((login) => !LOGINS.has(login))).toEqual([])
	}
	expect(namedIn(PARTS[1] ?? '')).toEqual(namedIn(PARTS[0] ?? ''))
})

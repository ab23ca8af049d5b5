import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = 'docs/decisions'
const RECORDS = readdirSync(FOLDER).filter((name) => /^\d{4}-\d\d-\d\d-/.test(name))
const STATUS = /^Status: (?:holds|(superseded|refined) by (\S+\.md))$/m

test('the decisions are found by their day and idea', () => {
	expect(readdirSync(FOLDER).filter((name) => !RECORDS.includes(name))).toEqual(['README.md'])
	expect(RECORDS.length).toBeGreaterThan(5)
})

test.each(RECORDS)('%s says what was decided, why, and whether it holds', (name) => {
	const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
	expect(text).toMatch(/^# .+\n\nDate: \d{4}-\d\d-\d\d\nStatus: /)
	expect(text).toContain(`Date: ${name.slice(0, 10)}`)
	expect(text).toMatch(STATUS)
	expect(text).toMatch(/^## Decision$/m)
	expect(text).toMatch(/^## Why$/m)
})

test('a record that was replaced names the one that came after, and that one names it', () => {
	for (const name of RECORDS) {
		const [, , later] = STATUS.exec(readFileSync(`${FOLDER}/${name}`, 'utf8')) ?? []
		if (!later) continue
		expect(RECORDS).toContain(later)
		expect(readFileSync(`${FOLDER}/${later}`, 'utf8'), `${later} names ${name}`).toContain(name)
	}
})

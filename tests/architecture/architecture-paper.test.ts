import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PAPER = readFileSync('docs/architecture.md', 'utf8')
const PATHS = [
	...PAPER.matchAll(/`((?:app|prisma|scripts|seeds|tests|docs)\/[^`\s]*|\.dependency-cruiser\.cjs)`/g),
].map((match) => match[1] ?? '')

test('every path that the paper names is there', () => {
	expect(PATHS.length).toBeGreaterThan(25)
	expect(PATHS.filter((path) => !path.includes('<') && !existsSync(path))).toEqual([])
})

test('the paper is three pages', () => {
	expect(PAPER.split('\n').length).toBeLessThan(200)
})

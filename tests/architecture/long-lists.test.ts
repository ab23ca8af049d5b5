import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What reads, compares and writes documents: a list there is as long as somebody's table. */
const ROOMS = [
	'app/comparison',
	'app/documents',
	'app/domain/document',
	'app/domain/legal-text',
	'app/domain/paper',
	'app/domain/precheck',
	'app/domain/redline',
	'app/domain/redline-reading',
]

/** A list as the arguments of a call: each element lies on the stack, which 120,000 of them overflow. */
const SPREAD = /\b(?:push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint)\([^;\n]*\.\.\.[a-z(]/

/** Lists that cannot grow, and why. */
const SHORT: Readonly<Record<string, string>> = {
	'if (Math.min(...next) > most) return false': 'a title of at most so many characters',
	'text += String.fromCharCode(...units.subarray(from, from + MOST_AT_ONCE))': 'a piece at a time',
	'return Math.min(409, Math.max(...counts, 1) * LINE_HEIGHT + 6)': 'three columns',
	'return Math.max(...counts)': 'three columns',
}

/** A line without what stands in braces and square brackets of its own: a list or a record made of others has no limit. */
function withoutLiterals(line: string): string {
	const less = line.replaceAll(/\{[^{}]*\}|\[[^[\]]*\]/g, '')
	return less === line ? line : withoutLiterals(less)
}

test('no list of a document is spread into the arguments of a call', () => {
	const files = ROOMS.flatMap((room) =>
		readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
	)
	const lines = files
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
	const found = lines.map((line) => line.trim()).filter((line) => SPREAD.test(withoutLiterals(line)))
	expect(found.toSorted()).toEqual(Object.keys(SHORT).toSorted())
})

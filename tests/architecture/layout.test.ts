import { createRequire } from 'node:module'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Names that say nothing of what is inside; a folder that bears one becomes the centre of the program. */
const VAGUE = new Set(
	'util utils utility helper helpers misc common shared lib libs manager handler handlers processor data info index types stuff'.split(
		' ',
	),
)
const LONGEST_FILE = 300
/** Tests are flat lists of rules and may run on longer. */
const LONGEST_TEST = 500
const LARGEST_ROOM = 16
const FOLDERS = ['app', 'bench', 'seeds', 'scripts', 'tests', 'lint']

const sources = FOLDERS.flatMap(filesIn).filter(
	(path) => /\.(ts|tsx|js|mjs|cjs)$/.test(path) && !path.includes('/generated/'),
)
const concepts = readdirSync('app/domain', { withFileTypes: true }).filter((entry) => entry.isDirectory())

test('every file and folder has a name that says what is in it', () => {
	const vague = sources.filter((path) =>
		path.split('/').some((part) => VAGUE.has(basename(part).split('.')[0] ?? '')),
	)
	expect(vague.filter((path) => !path.endsWith('app/routes/_index.tsx'))).toEqual([])
})

test('names are written in kebab-case', () => {
	// Routes are named by their addresses: `matters/$matterId/_drafting/draft.tsx`.
	const named = sources.filter((path) => !path.startsWith('app/routes/'))
	expect(named.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(basename(path)))).toEqual([])
})

test(`no file is longer than ${LONGEST_FILE} lines, no test than ${LONGEST_TEST}`, () => {
	const limit = (path: string) =>
		path.endsWith('.test.ts') || path.endsWith('.test.tsx') ? LONGEST_TEST : LONGEST_FILE
	const long = sources.filter((path) => readFileSync(path, 'utf8').split('\n').length > limit(path) + 1)
	expect(long).toEqual([])
})

test.each(['app/services', 'app/components'])('a room of %s is read at one look', (rooms) => {
	const crowded = readdirSync(rooms, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.filter((entry) => readdirSync(`${rooms}/${entry.name}`).length > LARGEST_ROOM)
	expect(crowded.map((entry) => entry.name)).toEqual([])
})

test('every desk of app/services says what it offers to the others', () => {
	const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
		forbidden: { name: string }[]
	}
	const rules = new Set(forbidden.map((rule) => rule.name))
	const desks = readdirSync('app/services', { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !['command', 'files'].includes(entry.name))
		.map((entry) => entry.name)
	expect(desks.filter((desk) => !rules.has(`only-what-${desk}-offers`))).toEqual([])
})

test('imports name the file, by an alias, or a neighbour', () => {
	const wrong = sources.flatMap((path) =>
		[...readFileSync(path, 'utf8').matchAll(/from '((?:\.|#)[^']*)'/g)]
			.map((match) => match[1] ?? '')
			.filter(
				(target) =>
					/^(\.\.\/)+(app|bench|scripts|seeds|tests)\//.test(target) || !/\.[a-z]+(\?url)?$/.test(target),
			)
			.map((target) => `${path}: ${target}`),
	)
	expect(wrong).toEqual([])
})

test('nothing is re-exported in heaps: an import names where a thing lives', () => {
	expect(sources.filter((path) => /^export \* from/m.test(readFileSync(path, 'utf8')))).toEqual([])
})

describe.skipIf(!existsSync('README.md'))('README.md', () => {
	test.each(concepts.map((entry) => entry.name))('names the concept %s', (concept) => {
		expect(readFileSync('README.md', 'utf8')).toContain(`app/domain/${concept}`)
	})
})

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return []
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath}/${entry.name}`)
}

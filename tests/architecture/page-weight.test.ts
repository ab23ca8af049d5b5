import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const ASSETS = 'build/client/assets'

/** What the heaviest page may send of scripts at a first visit, gzipped, with its words; the aim is 120 KB. */
const MOST_KB = 178

type Part = { readonly module: string; readonly imports: readonly string[] }
type Manifest = { readonly entry: Part; readonly routes: Readonly<Record<string, Part>> }

const names = existsSync(ASSETS) ? readdirSync(ASSETS) : []
const isBuilt = names.some((name) => name.startsWith('manifest-'))

// `npm run check` builds; without a build there is nothing to weigh.
describe.skipIf(!isBuilt)('the scripts of a first visit', () => {
	const read = (name: string) => readFileSync(`${ASSETS}/${name.replace(/^\/assets\//, '')}`, 'utf8')
	const weigh = (name: string) => gzipSync(read(name), { level: 9 }).byteLength / 1000

	const manifest = (): Manifest => {
		const text = read(names.find((name) => /^manifest-.*\.js$/.test(name)) ?? '')
		return JSON.parse(text.slice(text.indexOf('{')).replace(/;\s*$/, '')) as Manifest
	}
	/** The files of a page before its words: its entry, the root and its own route, with what they import. */
	const filesOf = ({ entry, routes }: Manifest, id: string) => [
		...new Set(
			[entry, routes['root'], routes[id]].flatMap((part) => (part ? [part.module, ...part.imports] : [])),
		),
	]
	/** The file of words of each page in Chinese, as the entry of the browser names them. */
	const wordsOf = ({ entry }: Manifest) => {
		const [, chinese = ''] = /["`']zh-CN["`']:\{(.*?)\},/s.exec(read(entry.module)) ?? []
		return new Map(
			[...chinese.matchAll(/["`']?([\w.$-]+)["`']?:\(\)=>.*?import\(["`']\.\/([^"`']+)/g)].map(
				([, id = '', file = '']) => [id, file] as const,
			),
		)
	}

	test('carry the words of one page in one language: each page has files of its own, which the entry fetches', () => {
		const built = manifest()
		const words = wordsOf(built)
		expect([...words.keys()].sort()).toEqual(Object.keys(built.routes).sort())
		const fetched = new Set([...words.values()].map((name) => `/assets/${name}`))
		for (const id of Object.keys(built.routes))
			for (const file of filesOf(built, id)) expect(fetched).not.toContain(file)
		const work = read(words.get('work') ?? '')
		expect(work).toContain('待我办理')
		expect(work).not.toContain('To do')
	})

	test(`weigh at most ${MOST_KB} KB, whichever page comes first`, () => {
		const built = manifest()
		const words = wordsOf(built)
		const pages = Object.keys(built.routes).map((id) => {
			const files = [
				...filesOf(built, id),
				words.get('root') ?? '',
				...(id === 'root' ? [] : [words.get(id) ?? '']),
			]
			return { id, kb: files.reduce((sum, name) => sum + weigh(name), 0) }
		})
		expect(pages.length).toBeGreaterThan(40)
		expect(pages.filter(({ kb }) => kb > MOST_KB)).toEqual([])
	})
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const ASSETS = 'build/client/assets'

/** What the heaviest page may send of scripts at a first visit, gzipped, with one language; the aim is 120 KB. */
const MOST_KB = 200

type Part = { readonly module: string; readonly imports: readonly string[] }
type Manifest = { readonly entry: Part; readonly routes: Readonly<Record<string, Part>> }

const names = existsSync(ASSETS) ? readdirSync(ASSETS) : []
const isBuilt = names.some((name) => name.startsWith('manifest-'))

// `npm run check` builds; without a build there is nothing to weigh.
describe.skipIf(!isBuilt)('the scripts of a first visit', () => {
	const read = (name: string) => readFileSync(`${ASSETS}/${name}`, 'utf8')
	const languages = names.filter((name) => /^resources-.*\.js$/.test(name))
	const chinese = languages.filter((name) => read(name).includes('待我办理'))

	const manifest = (): Manifest => {
		const text = read(names.find((name) => /^manifest-.*\.js$/.test(name)) ?? '')
		return JSON.parse(text.slice(text.indexOf('{')).replace(/;\s*$/, '')) as Manifest
	}
	/** The files of a page before its language: its entry, the root and its own route, with what they import. */
	const filesOf = ({ entry, routes }: Manifest, id: string) => [
		...new Set(
			[entry, routes['root'], routes[id]].flatMap((part) => (part ? [part.module, ...part.imports] : [])),
		),
	]
	const weigh = (name: string) => gzipSync(read(name.replace(/^\/assets\//, '')), { level: 9 }).byteLength

	test('carry one language: each has a file of its own, which the entry fetches', () => {
		expect(languages).toHaveLength(2)
		expect(chinese).toHaveLength(1)
		const { entry, routes } = manifest()
		for (const part of [entry, routes['root']])
			for (const language of languages) expect(part?.imports).not.toContain(`/assets/${language}`)
	})

	test(`weigh at most ${MOST_KB} KB, whichever page comes first`, () => {
		const built = manifest()
		const language = Math.max(...languages.map(weigh))
		const pages = Object.keys(built.routes).map((id) => {
			const files = filesOf(built, id).filter((name) => !languages.includes(name.replace('/assets/', '')))
			return { id, kb: (files.reduce((sum, name) => sum + weigh(name), 0) + language) / 1000 }
		})
		expect(pages.length).toBeGreaterThan(40)
		expect(pages.filter(({ kb }) => kb > MOST_KB)).toEqual([])
	})
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import postcss from 'postcss'
import tailwind from 'tailwindcss'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveArrayAt } from '#app/components/form/array-at.ts'
import tailwindConfig from '../../tailwind.config.ts'

/** Rules of Tailwind's own that an old browser skips without harm: `app.css` says again what they say of buttons. */
const HARMLESS = /(?:abbr|input|\[hidden\]):where\(/g

/** What Chromium 86 does not have, in styles. */
const STYLES = [
	['the parent selector', /:has\(/],
	['lists of selectors in :is and :where', /:(?:is|where)\(/],
	['nested rules', /(?:^|[{;}])\s*&/m],
	['colours by oklch, lab or color-mix', /oklch\(|oklab\(|\blab\(|color-mix\(/],
	['container queries', /@container/],
	['cascade layers', /@layer/],
	['aspect-ratio', /[^-]aspect-ratio:/],
	['small and dynamic viewports', /\d(?:dvh|svh|lvh|dvw)\b/],
] as const

/** What Chromium 86 does not have, in scripts; the bundler lowers syntax, it adds no functions. */
const FUNCTIONS = [
	['Array.at, String.at', /\.at\(-?\d/],
	['Object.hasOwn', /Object\.hasOwn\b/],
	['findLast', /\.findLast(?:Index)?\(/],
	['copying sorts', /\.(?:toSorted|toReversed|toSpliced)\(/],
	['groupBy', /(?:Object|Map)\.groupBy\(/],
	['structuredClone', /\bstructuredClone\(/],
	['randomUUID', /\brandomUUID\(/],
	['URL.canParse', /URL\.canParse\(/],
	['popovers', /\bpopover(?:target)?=|showPopover/],
] as const

/** What a library calls all the same; the entry of the browser gives it to those that lack it. */
const GIVEN = 'Array.at, String.at'

test('Array.at is given to browsers that lack it before anything else runs, and the others keep their own', () => {
	const old = Object.create(null) as unknown[]
	giveArrayAt(old)
	const list = Object.setPrototypeOf(['a', 'b', 'c'], old) as string[]
	expect([list.at(0), list.at(-1), list.at(3), list.at(-4)]).toEqual(['a', 'c', undefined, undefined])
	const own = Array.prototype.at
	giveArrayAt()
	expect(Array.prototype.at).toBe(own)
	expect(readFileSync('app/entry.client.tsx', 'utf8')).toMatch(/^giveArrayAt\(\)$/m)
})

describe('styles', () => {
	let css = ''
	beforeAll(async () => {
		const source = readFileSync('app/styles/app.css', 'utf8')
		css = (
			await postcss([tailwind(tailwindConfig)]).process(source, { from: 'app/styles/app.css' })
		).css.replace(HARMLESS, '')
	})
	test.each(STYLES)('do without %s', (_what, pattern) => {
		expect(css.length).toBeGreaterThan(10_000)
		expect(pattern.exec(css)?.[0]).toBeUndefined()
	})
})

describe('what is sent to browsers', () => {
	// The reader of texts is used on pages too.
	const sources = ['app/components', 'app/locales', 'app/routes', 'app/domain/legal-text'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.tsx?$/.test(path) && !path.includes('.server.'))
			.map((path) => `${folder}/${path}`),
	)
	test.each(FUNCTIONS)('does without %s', (_what, pattern) => {
		expect(sources.filter((path) => pattern.test(readFileSync(path, 'utf8')))).toEqual([])
	})
})

const BUILT = 'build/client/assets'

// `npm run check` builds; without a build there is nothing to look at here.
describe.skipIf(!existsSync(BUILT))('the built assets', () => {
	const files = existsSync(BUILT) ? readdirSync(BUILT) : []
	test('carry no syntax that Chromium 86 cannot read', () => {
		const scripts = files
			.filter((name) => name.endsWith('.js'))
			.map((name) => readFileSync(`${BUILT}/${name}`, 'utf8'))
		const newer = /static\s*\{|#\w+\s+in\s|\bimport\([^)]*\bwith\s*:/
		expect(scripts.filter((script) => newer.test(script))).toEqual([])
	})
	test.each(FUNCTIONS.filter(([what]) => what !== GIVEN))('call nothing newer: %s', (_what, pattern) => {
		const calling = files.filter(
			(name) => name.endsWith('.js') && pattern.test(readFileSync(`${BUILT}/${name}`, 'utf8')),
		)
		expect(calling).toEqual([])
	})
	test.each(STYLES)('carry styles without %s', (_what, pattern) => {
		const styles = files
			.filter((name) => name.endsWith('.css'))
			.map((name) => readFileSync(`${BUILT}/${name}`, 'utf8'))
		expect(styles.map((style) => pattern.exec(style.replace(HARMLESS, ''))?.[0]).filter(Boolean)).toEqual([])
	})
})

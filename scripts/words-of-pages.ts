import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { transformWithEsbuild, type Plugin } from 'vite'

type Sentences = { readonly [key: string]: string | Sentences }
type Languages = Readonly<Record<string, Sentences>>
type Route = { readonly id: string; readonly file: string }

const INDEX = 'virtual:words-of-pages'
const FRAME = 'root'

/**
 * Gives the browser's entry the sentences of each page, in each language, as files that it fetches when it needs them
 * (`virtual:words-of-pages`). What a page may say is read off its code and all that this imports: no page lists it.
 */
export function wordsOfPages(routes: readonly Route[], languages: Languages): Plugin {
	let said: ReadonlyMap<string, readonly string[]> = new Map()
	return {
		name: 'yiqian-words-of-pages',
		resolveId: (id) => (id.startsWith(INDEX) ? `\0${id}` : null),
		async load(id) {
			if (id === `\0${INDEX}`) {
				said = await readWordsOfPages(routes, languages)
				return writeIndex(Object.keys(languages), [...said.keys()])
			}
			if (!id.startsWith(`\0${INDEX}/`)) return null
			const [, language = '', page = ''] = id.split('/')
			return `export default ${JSON.stringify(pick(languages[language] ?? {}, said.get(page) ?? []))}`
		},
	}
}

/** The keys of the sentences that each page may say. Those of the frame stand under `root` and are not said again. */
async function readWordsOfPages(
	routes: readonly Route[],
	languages: Languages,
): Promise<Map<string, readonly string[]>> {
	const modules = new Map<string, Module>()
	const keys = keysOf(Object.values(languages)[0] ?? {})
	const saidBy = async (file: string) => {
		const texts = await readTexts(resolve(file), modules)
		return keys.filter(
			(key) =>
				beginningsOf(key).some((start) => texts.has(start)) || [...texts].some((text) => isOpen(text, key)),
		)
	}
	const frame = await saidBy('app/root.tsx')
	const inFrame = new Set(frame)
	const said = new Map<string, readonly string[]>([[FRAME, frame]])
	for (const { id, file } of routes)
		said.set(
			id,
			(await saidBy(join('app', file))).filter((key) => !inFrame.has(key)),
		)
	return said
}

type Module = { readonly imports: readonly string[]; readonly texts: readonly string[] }

/** The texts of a module and of all that it imports, but for what runs on the server alone. */
async function readTexts(first: string, modules: Map<string, Module>): Promise<Set<string>> {
	const seen = new Set([first])
	const texts = new Set<string>()
	for (const path of seen) {
		const module = modules.get(path) ?? (await readModule(path))
		modules.set(path, module)
		for (const text of module.texts) texts.add(text)
		for (const file of module.imports) seen.add(file)
	}
	return texts
}

/** What a module imports of ours, and each text in it that may be the name of a sentence, or begin one (`words.state.…`). */
async function readModule(path: string): Promise<Module> {
	if (!/\.tsx?$/.test(path)) return { imports: [], texts: [] }
	// Types are taken off first: an import of a type alone is none, and a list of names in a type says nothing.
	const { code } = await transformWithEsbuild(readFileSync(path, 'utf8'), path, { jsx: 'automatic' })
	const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*"((?:#app\/|\.{1,2}\/)[^"?]+)"/g)]
		.map(([, name = '']) =>
			name.startsWith('#app/') ? resolve(name.slice(1)) : resolve(dirname(path), name),
		)
		.filter((file) => !file.includes('.server.') && !/locales\/(?:zh-cn|en)\//.test(file))
	const texts = [...code.matchAll(/["'`]([a-z]\w*\.[\w.-]*)(\$\{)?/gi)].map(
		([, text = '', open]) => text + (open ?? ''),
	)
	return { imports, texts }
}

/** A text that goes on with a code names every sentence that begins as it does. */
function isOpen(text: string, key: string): boolean {
	return text.endsWith('${') && key.startsWith(text.slice(0, -2))
}

/** A key and the lists that it stands in: `a.b.c`, `a.b`, `a`. */
function beginningsOf(key: string): string[] {
	const parts = key.split('.')
	return parts.map((_, at) => parts.slice(0, parts.length - at).join('.'))
}

function keysOf(sentences: Sentences, before = ''): string[] {
	return Object.entries(sentences).flatMap(([name, value]) =>
		typeof value === 'string' ? [before + name] : keysOf(value, `${before}${name}.`),
	)
}

/** The sentences of these keys, in the tree that they stand in. */
function pick(sentences: Sentences, keys: readonly string[], before = ''): Sentences {
	const wanted = new Set(keys.flatMap(beginningsOf))
	return Object.fromEntries(
		Object.entries(sentences)
			.filter(([name]) => wanted.has(before + name))
			.map(([name, value]) => [
				name,
				typeof value === 'string' ? value : pick(value, keys, `${before}${name}.`),
			]),
	)
}

/** A module that knows how to fetch the words of each page in each language. */
function writeIndex(languages: readonly string[], pages: readonly string[]): string {
	const fetches = (language: string) =>
		pages.map(
			(page) => `${JSON.stringify(page)}: () => import(${JSON.stringify(`${INDEX}/${language}/${page}`)})`,
		)
	return `export const WORDS_OF_PAGES = {${languages
		.map((language) => `${JSON.stringify(language)}: {${fetches(language).join(',\n')}}`)
		.join(',\n')}}`
}

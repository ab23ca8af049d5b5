import type { Language } from './languages.ts'
import { learnWords } from './translator.ts'

/** How the sentences of each page are fetched, by language and route; those of the frame stand under `root`. */
export type WordsOfPages = Readonly<
	Record<Language, Readonly<Record<string, () => Promise<{ readonly default: object }>>>>
>

let wordsOfPages: WordsOfPages | null = null
const learnt = new Set<string>()
const listeners = new Set<() => void>()

/** Takes what the build found out about its pages. Without it, as on the server, every word is there already. */
export function beginWithWords(ofPages: WordsOfPages): void {
	wordsOfPages = ofPages
}

/** The pages among these whose words were not fetched yet. */
export function pagesWithoutWords(pages: readonly string[]): string[] {
	return wordsOfPages ? pages.filter((page) => !learnt.has(page)) : []
}

/** Calls somebody whenever words were learnt. Gives how to stop that. */
export function onWordsLearnt(hear: () => void): () => void {
	listeners.add(hear)
	return () => void listeners.delete(hear)
}

/** Of how many pages the words are known. */
export function countLearnt(): number {
	return learnt.size
}

/** Fetches the words of pages and learns them. Rejects when those of one cannot be fetched; then none counts as learnt. */
export async function fetchWords(language: Language, pages: readonly string[]): Promise<void> {
	const fetched = await Promise.all(pages.map(async (page) => wordsOfPages?.[language][page]?.()))
	for (const words of fetched) if (words) learnWords(language, words.default)
	for (const page of pages) learnt.add(page)
	for (const hear of listeners) hear()
}

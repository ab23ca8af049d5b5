import { citedTitles } from '#app/domain/precheck/rules/cited-titles.ts'

/** An agenda item's text, as it was cleared. */
export type StudiedText = { readonly title: string; readonly text: string }

/** A statute that the agenda's matters rest on: which articles they cite, in which items, how often. */
export type StudyStatute = {
	readonly title: string
	readonly articles: readonly number[]
	readonly items: readonly string[]
	readonly count: number
}

/** Laws, regulations and rules by their names; a notice or an opinion is no statute. */
const STATUTE = /(?:法|法典|条例|规定|办法|细则|规则)$/

/** More than a meeting can study. */
const MOST = 20

/**
 * 会前学法: the statutes that the matters of an agenda rest on, the most cited first (法治宣传教育法 art. 34–36; local
 * practice ties the study before a meeting to its items). What is on the agenda itself is none of them.
 */
export function studyList(texts: readonly StudiedText[]): readonly StudyStatute[] {
	const own = new Set(texts.map(({ title }) => title.replaceAll(/[《》]/g, '')))
	const found = new Map<string, { articles: Set<number>; items: Set<string>; count: number }>()
	for (const { title: item, text } of texts)
		for (const { title, article } of citedTitles(text)) {
			if (!STATUTE.test(title) || own.has(title)) continue
			const entry = found.get(title) ?? { articles: new Set(), items: new Set(), count: 0 }
			if (article !== null) entry.articles.add(article)
			entry.items.add(item)
			entry.count += 1
			found.set(title, entry)
		}
	return [...found]
		.map(([title, { articles, items, count }]) => ({
			title,
			articles: [...articles].sort((a, b) => a - b),
			items: [...items],
			count,
		}))
		.sort((a, b) => b.items.length - a.items.length || b.count - a.count)
		.slice(0, MOST)
}

/** A text taken apart so that it can be revised, with the origin of each of its pieces. */
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { findCitations } from '#app/domain/legal-text/citations.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'

export type DraftParagraph = { origins: string[]; kind: 'text' | 'item'; text: string }
/** `origins` are the articles that it came from; one that is a branch is numbered after the one before it (之一). */
export type DraftArticle = {
	origins: string[]
	isBranch: boolean
	isMoved: boolean
	isTouched: boolean
	paragraphs: DraftParagraph[]
}
export type Chapter = { heading: string | null; articles: DraftArticle[] }
export type Draft = { title: string; chapters: Chapter[]; citedAs: ReadonlyMap<string, string> }

export type Numbering = 'articles' | 'sections' | 'arabic' | 'none'

/** A draft written out: where each article and paragraph begins, by line. */
export type Written = {
	readonly text: string
	readonly articles: readonly { readonly article: DraftArticle; readonly line: number }[]
	readonly paragraphs: readonly {
		readonly article: DraftArticle
		readonly paragraph: DraftParagraph
		readonly line: number
		readonly body: string
	}[]
	/** Number of each original article that lives on in one, as a key: 13, 120-1. */
	readonly numberOf: ReadonlyMap<string, string>
	readonly numbering: Numbering
}

/** Reads the articles of a text; its annexes and preamble are left out. */
export function readDraft(text: string): Draft {
	const { clauses, title } = parseLegalText(text)
	const chapters: Chapter[] = []
	const citedAs = new Map<string, string>()
	for (const clause of clauses) {
		if (clause.kind === 'heading') {
			const words = clause.paragraphs[0]?.body.trim() ?? ''
			chapters.push({ heading: words, articles: [] })
		}
		if (clause.kind !== 'article') continue
		const paragraphs = clause.paragraphs
			.filter(({ body }) => body.trim() !== '')
			.map(({ kind, body, label }, at): DraftParagraph => ({
				origins: [`${clause.key}/${at}`],
				kind: kind === 'item' ? 'item' : 'text',
				text: (kind === 'sub-item' ? label : '') + body.replaceAll(/\s+/g, ''),
			}))
		if (paragraphs.length === 0) continue
		if (chapters.length === 0) chapters.push({ heading: null, articles: [] })
		chapters.at(-1)?.articles.push({
			origins: [clause.key],
			isBranch: false,
			isMoved: false,
			isTouched: false,
			paragraphs,
		})
		citedAs.set(clause.key, clause.key)
	}
	return { title: title ?? '规定', chapters: chapters.filter(({ articles }) => articles.length > 0), citedAs }
}

export function copyDraft(draft: Draft): Draft {
	return { ...structuredClone({ title: draft.title, chapters: draft.chapters }), citedAs: draft.citedAs }
}

export function articlesIn(draft: Draft): DraftArticle[] {
	return draft.chapters.flatMap(({ articles }) => articles)
}

/** Writes a draft out. `cites` gives the numbers that its citations use: its own, or, not updated, those of an older version. */
export function writeDraft(draft: Draft, numbering: Numbering, cites: Written['numberOf'] | null): Written {
	const numbers = numbersOf(draft)
	const numberOf = new Map<string, string>()
	const holders = new Map<string, DraftArticle[]>()
	for (const article of articlesIn(draft))
		for (const origin of article.origins) holders.set(origin, [...(holders.get(origin) ?? []), article])
	for (const [origin, [only, ...others]] of holders)
		if (only && others.length === 0) numberOf.set(origin, numbers.get(only) ?? '')
	const lines = [draft.title, '']
	const articles: Written['articles'][number][] = []
	const paragraphs: Written['paragraphs'][number][] = []
	let count = 0
	for (const [index, { heading, articles: inChapter }] of draft.chapters.entries()) {
		if (heading !== null && numbering !== 'arabic') lines.push(headingLine(heading, index + 1, numbering))
		for (const article of inChapter) {
			count += 1
			articles.push({ article, line: lines.length })
			let item = 0
			for (const [at, paragraph] of article.paragraphs.entries()) {
				const line = lines.length
				const body = cited(paragraph, draft, cites ?? numberOf)
				paragraphs.push({ article, paragraph, line, body })
				item = paragraph.kind === 'item' ? item + 1 : 0
				const label =
					at === 0
						? articleLabel(numbers.get(article) ?? '', count, draft.chapters[0]?.heading !== null, numbering)
						: paragraph.kind === 'item'
							? itemLabel(item, numbering)
							: '　　'
				lines.push(label + body)
			}
		}
	}
	return { text: lines.join('\n'), articles, paragraphs, numberOf, numbering }
}

function numbersOf(draft: Draft): Map<DraftArticle, string> {
	const numbers = new Map<DraftArticle, string>()
	let [last, branch] = [0, 0]
	for (const article of articlesIn(draft)) {
		if (article.isBranch && last > 0) branch += 1
		else [last, branch] = [last + 1, 0]
		numbers.set(article, branch === 0 ? String(last) : `${last}-${branch}`)
	}
	return numbers
}

/** 第十三条, 第一百二十条之一. */
function articleName(key: string): string {
	const [number, branch] = key.split('-')
	return `第${writeNumber(Number(number))}条${branch === undefined ? '' : `之${writeNumber(Number(branch))}`}`
}

function headingLine(words: string, number: number, numbering: Numbering): string {
	if (numbering === 'articles') return `第${writeNumber(number)}章　${words}`
	return numbering === 'sections' ? `${writeNumber(number)}、${words}` : words
}

function articleLabel(key: string, count: number, hasChapters: boolean, numbering: Numbering): string {
	if (numbering === 'articles') return `${articleName(key)}　`
	if (numbering === 'arabic') return `${count}. `
	if (numbering === 'none') return '　　'
	return hasChapters ? `（${writeNumber(count)}）` : `${writeNumber(count)}、`
}

function itemLabel(number: number, numbering: Numbering): string {
	if (numbering === 'none') return '　　'
	if (numbering === 'articles') return `（${writeNumber(number)}）`
	return numbering === 'sections' ? `${number}. ` : `（${number}）`
}

/** The text of a paragraph with the numbers that its citations are to have. */
function cited({ text }: DraftParagraph, { citedAs }: Draft, numbers: Written['numberOf']): string {
	let result = ''
	let at = 0
	for (const { start, written, text: where, place } of findCitations(text)) {
		const head = /^第[^条]{1,12}条(?:之[一二三四五六七八九十]{1,3})?/.exec(written)?.[0]
		const origin = place.article === null ? undefined : citedAs.get(place.article)
		const number = origin === undefined ? undefined : numbers.get(origin)
		if (where !== 'own' || head === undefined || origin === undefined || number === undefined) continue
		result += text.slice(at, start) + articleName(number)
		at = start + head.length
	}
	return result + text.slice(at)
}

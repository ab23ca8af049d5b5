import { readNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { KnownStatute, WordLists } from './word-lists.ts'

const PREFIX = '中华人民共和国'
const QUOTED_TITLE =
	/《([^《》\n]{2,60})》(?:（[^（）]{0,20}）)?(?:第([零〇一二两三四五六七八九十百千0-9]{1,9})条)?/g
/** What belongs to no title: （2017年修正）, (2018修订). */
const REMARK = /[（(][^（）()]{1,20}[）)]$/

/** A law named in a text. */
export type CitedTitle = {
	readonly start: number
	readonly end: number
	/** As written, without 《》. */
	readonly written: string
	/** Without 中华人民共和国 and what stands in brackets after it. */
	readonly title: string
	readonly hasPrefix: boolean
	/** The article cited with it, or null. */
	readonly article: number | null
	/** The year in the brackets after it, or null. */
	readonly year: number | null
}

/** The titles in 《》 of a sentence, in order. */
export function citedTitles(text: string): CitedTitle[] {
	if (!text.includes('《')) return []
	return [...text.matchAll(QUOTED_TITLE)].map((found): CitedTitle => {
		const written = (found[1] ?? '').replaceAll(/\s/g, '')
		const bare = written.replace(REMARK, '')
		const hasPrefix = bare.startsWith(PREFIX)
		const year = /(?:19|20)\d{2}/.exec(found[0].slice(bare.length))
		return {
			start: found.index,
			end: found.index + found[0].length,
			written,
			title: hasPrefix ? bare.slice(PREFIX.length) : bare,
			hasPrefix,
			article: found[2] === undefined ? null : readNumber(found[2]),
			year: year ? Number(year[0]) : null,
		}
	})
}

const CITE_WORDS =
	/(?:依照|依据|根据|按照|按|违反|符合|适用|执行|参照|贯彻|落实|实施|遵守|以及|和|与|及|、|现行|国家|共和国|《)$/
const CITE_AFTER =
	/^(?:》|》?(?:的|中的|之)?(?:有关|相关)?(?:规定|要求|条款)|》?第[零〇一二三四五六七八九十百千0-9]{1,9}条|》?(?:等|和|、|与|及)[^，。]{0,16}(?:规定|法律))/

/** The lists as the rules look things up in them. Made once for a text. */
export type TitleIndex = {
	readonly known: ReadonlyMap<string, KnownStatute>
	readonly ended: ReadonlyMap<string, WordLists['ended'][number]>
	/** Any ended title without 《》, each place read as the longest known title that fits it. */
	readonly bare: RegExp | null
	/** Known titles by their length, to look for near ones. */
	readonly byLength: ReadonlyMap<number, readonly string[]>
	/** What was looked for already: a text names few titles, and one that names thousands is not looked after. */
	readonly near: Map<string, string | null>
}

const MOST_LOOKED_FOR = 500

/** The lists made ready for one text, as they hold on a day. */
export function indexTitles(lists: WordLists, today: string): TitleIndex {
	const ended = lists.ended.filter(({ since }) => since <= today)
	const endings = new Map(ended.map((one) => [one.title, one]))
	const known = new Map(lists.statutes.map((one) => [one.title, one]))
	// What ends on a later day is in force until then.
	for (const { title, since } of lists.ended)
		if (since > today && !known.has(title))
			known.set(title, { title, hasPrefix: true, articles: null, year: null })
	const longer = [...known.keys()].filter((title) =>
		ended.some((one) => title !== one.title && title.includes(one.title)),
	)
	const titles = [...endings.keys(), ...longer].sort((a, b) => b.length - a.length)
	const byLength = new Map<number, string[]>()
	for (const title of known.keys()) byLength.set(title.length, [...(byLength.get(title.length) ?? []), title])
	return {
		known,
		ended: endings,
		bare: titles.length === 0 ? null : new RegExp(titles.join('|'), 'g'),
		byLength,
		near: new Map(),
	}
}

/** Ended titles that stand without 《》 and are cited as law: 按照合同法的规定. */
export function bareEndedTitles(
	text: string,
	{ bare, ended }: TitleIndex,
): { readonly start: number; readonly end: number; readonly title: string }[] {
	if (!bare) return []
	return [...text.matchAll(bare)].flatMap((found) => {
		const [title] = found
		const end = found.index + title.length
		const before = text.slice(Math.max(0, found.index - 12), found.index).replace(/中华人民共和国$/, '')
		const after = text.slice(end, end + 24)
		if (!ended.has(title) || /^(?:律|规|治|定|院|庭|人|学|实施|司法解释)/.test(after)) return []
		const open = text.lastIndexOf('《', found.index)
		if (open >= 0 && text.indexOf('》', open) >= end) return []
		if (!CITE_AFTER.test(after) && !(CITE_WORDS.test(before) && /^[》，。、；和与及的等第（(]/.test(after)))
			return []
		return [{ start: found.index, end, title }]
	})
}

/** A known title that differs from this one by a character or two, or null. */
export function nearTitle(title: string, index: TitleIndex): string | null {
	const found = index.near.get(title)
	if (found !== undefined) return found
	if (title.length < 4 || index.known.has(title) || index.near.size >= MOST_LOOKED_FOR) return null
	const near = lookNear(title, index)
	index.near.set(title, near)
	return near
}

function lookNear(title: string, { byLength }: TitleIndex): string | null {
	const most = title.length >= 8 ? 2 : 1
	for (let length = title.length - most; length <= title.length + most; length += 1)
		for (const other of byLength.get(length) ?? []) if (isWithin(title, other, most)) return other
	return null
}

/** Whether two words are at most so many edits apart. */
function isWithin(a: string, b: string, most: number): boolean {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at)
	for (let at = 1; at <= a.length; at += 1) {
		const next = [at]
		for (let other = 1; other <= b.length; other += 1) {
			const same = a[at - 1] === b[other - 1] ? 0 : 1
			next.push(Math.min((row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1, (row[other - 1] ?? 0) + same))
		}
		if (Math.min(...next) > most) return false
		row = next
	}
	return (row[b.length] ?? most + 1) <= most
}

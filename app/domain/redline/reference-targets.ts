import type { CitedPlace } from '#app/domain/legal-text/citations.ts'
import { readNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { isFootnote } from '#app/domain/legal-text/lines/line-kind.ts'
import type { RedlineRow } from './redline.ts'

/** Clauses that belong together, with their paragraphs side by side. */
export type ComparedClauses = {
	readonly old: readonly Clause[]
	readonly new: readonly Clause[]
	readonly rows: readonly RedlineRow[]
}

/** Where the place of an old citation went: the new articles that took it up, and the place itself where it is known. */
export type Successor = { readonly articles: readonly string[]; readonly place: CitedPlace | null }

/** The places of both texts, and which old one became which new one. */
export type ReferenceTargets = {
	/** Whether the new text has this place. A text whose places cannot be told has every one. */
	readonly exists: (place: CitedPlace) => boolean
	/** What became of a place of the old text, or null where the old text has no such place. */
	readonly successorOf: (place: CitedPlace) => Successor | null
}

/** One article: its 款, each with its 项, by the anchors of their paragraphs. */
type Article = { readonly parts: readonly Part[]; readonly isCertain: boolean }
type Part = { readonly anchor: string; readonly items: ReadonlyMap<number, string> }
/** The articles of a text by their keys, read when they are cited first. */
type Articles = { readonly find: (key: string | null) => Article | undefined; readonly isEmpty: boolean }

/** Reads off a comparison where each article, 款 and 项 of the old text went. */
export function readTargets(compared: readonly ComparedClauses[]): ReferenceTargets {
	const old = articlesOf(compared.flatMap((each) => each.old))
	const fresh = articlesOf(compared.flatMap((each) => each.new))
	const successors = new Map<string, ComparedClauses>()
	for (const each of compared)
		for (const clause of each.old) if (clause.kind === 'article') successors.set(clause.key, each)
	return {
		exists: (place) => fresh.isEmpty || has(fresh, place),
		successorOf: (place) => {
			const block = successors.get(place.article ?? '')
			if (block === undefined || !has(old, place)) return null
			const articles = block.new.filter((clause) => clause.kind === 'article').map((clause) => clause.key)
			if (place.part === null && place.item === null) return { articles, place: onlyOf(articles, place) }
			const anchor = anchorOf(old, place)
			const row = anchor === null ? undefined : block.rows.find((each) => each.oldAnchor === anchor)
			return { articles, place: placeOf(fresh, articles, row?.newAnchor ?? null, place) }
		},
	}
}

/** The place of a new paragraph, told as deep as the old citation tells it; 目 are not followed. */
function placeOf(
	fresh: Articles,
	keys: readonly string[],
	anchor: string | null,
	cited: CitedPlace,
): CitedPlace | null {
	if (anchor === null) return null
	for (const article of keys)
		for (const [at, part] of (fresh.find(article)?.parts ?? []).entries()) {
			const item = [...part.items].find(([, each]) => each === anchor)?.[0] ?? null
			if (part.anchor !== anchor && item === null) continue
			const number = cited.part === null ? null : at + 1
			return { article, part: number, item: cited.item === null ? null : item, subItem: cited.subItem }
		}
	return null
}

/** An article that was split has no one successor. */
function onlyOf(keys: readonly string[], place: CitedPlace): CitedPlace | null {
	return keys.length === 1 && keys[0] !== undefined ? { ...place, article: keys[0] } : null
}

function has({ find }: Articles, { article, part, item }: CitedPlace): boolean {
	const found = find(article)
	if (!found) return false
	if (!found.isCertain) return true
	if (part === null)
		return item === null || found.parts.some((each) => each.items.size === 0 || each.items.has(item))
	const cited = found.parts[part - 1]
	return cited !== undefined && (item === null || cited.items.has(item))
}

/** The paragraph that a citation names. A 项 without its 款 is that of the only 款 that has it. */
function anchorOf({ find }: Articles, { article, part, item }: CitedPlace): string | null {
	const parts = find(article)?.parts ?? []
	if (part !== null && item === null) return parts[part - 1]?.anchor ?? null
	if (item === null) return null
	const within = part === null ? parts.filter((each) => each.items.has(item)) : parts.slice(part - 1, part)
	return within.length === 1 ? (within[0]?.items.get(item) ?? null) : null
}

function articlesOf(clauses: readonly Clause[]): Articles {
	const byKey = new Map<string, Clause>()
	for (const clause of clauses) if (clause.kind === 'article') byKey.set(clause.key, clause)
	const read = new Map<string, Article>()
	const find = (key: string | null) => {
		const clause = byKey.get(key ?? '')
		if (!clause) return undefined
		const article = read.get(clause.key) ?? articleOf(clause)
		read.set(clause.key, article)
		return article
	}
	return { find, isEmpty: byKey.size === 0 }
}

/** Every unnumbered paragraph with words that is no note is a 款 (立法法 art. 65); （一） are the 项 of the 款 above them. */
function articleOf(clause: Clause): Article {
	const parts: { anchor: string; items: Map<number, string> }[] = []
	let isCertain = true
	for (const { kind, label, body, anchor } of clause.paragraphs) {
		if (kind === 'text' && body.trim() !== '' && !isFootnote(body)) parts.push({ anchor, items: new Map() })
		if (kind !== 'item') continue
		const number = itemNumber(label)
		const last = parts.at(-1)
		if (!last || number === null || last.items.has(number)) isCertain = false
		else last.items.set(number, anchor)
	}
	return { parts, isCertain }
}

function itemNumber(label: string): number | null {
	const sign = label.trim()
	if (/^[㈠-㈩]$/.test(sign)) return sign.charCodeAt(0) - 0x321f
	return readNumber(sign.replaceAll(/[（()）\s]/g, ''))
}

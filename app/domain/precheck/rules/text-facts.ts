import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { dayProblem } from '#app/domain/calendar/plain-date.ts'
import type { Sentence } from './sentence.ts'

/** What the whole text says of itself, gathered once before its sentences are judged. */
export type TextFacts = {
	readonly title: string
	/** A whole draft with a head and an end: what it lacks can be told. A passage lacks everything. */
	readonly isWhole: boolean
	readonly today: string
	/** Keys of its articles, in order. */
	readonly articles: ReadonlySet<string>
	/** How many 款 each article has. */
	readonly parts: ReadonlyMap<string, number>
	/** Anchors that stand in it. */
	readonly anchors: ReadonlySet<string>
	/** How it calls itself: 办法, 规定, 条例. The most frequent of them. */
	readonly ownKind: string | null
	/** 暂行 or 试行. */
	readonly isTrial: boolean
	/** The first day from which it says to hold, YYYY-MM-DD. */
	readonly holdsFrom: string | null
	/** A day of issue at its end or in its head. */
	readonly isDated: boolean
	/** The largest number of an annex that it holds or lists. */
	readonly annexes: number
}

export const KINDS = '条例|办法|规定|细则|规则|法'
const OWN =
	/(?<![基成根标版日样刻书原抄])本(?:暂行|试行|实施)?(条例|办法|规定|细则|规则|法(?!院|人|官|律|治|定|学|庭))/g
export const START = /自([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日起?(?:正式)?(?:施行|实施|生效|执行)(?!的)/
const DATED =
	/^[\s　]*[0-9〇零○一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日[\s　]*$/

/** Gathers what a text says of itself. */
export function factsOfText(
	legal: LegalText,
	sentences: readonly Sentence[],
	{ isWhole, today }: { readonly isWhole: boolean; readonly today: string },
): TextFacts {
	const paragraphs = legal.clauses.flatMap((clause) => clause.paragraphs)
	const articles = legal.clauses.filter(({ kind }) => kind === 'article')
	const title = legal.title ?? ''
	return {
		title,
		isWhole,
		today,
		articles: new Set(articles.map(({ key }) => key)),
		parts: new Map(
			articles.map(({ key, paragraphs: own }) => [
				key,
				own.filter(({ kind, body }) => kind === 'text' && body.trim() !== '').length,
			]),
		),
		anchors: new Set(paragraphs.map(({ anchor }) => anchor)),
		ownKind: ownKindOf(title, sentences),
		isTrial:
			/试行|暂行/.test(title) ||
			sentences.some(({ text }) => /本(?:暂行|试行)|本(?:办法|规定|细则|规则)[（(](?:试行|暂行)/.test(text)),
		holdsFrom: firstStart(sentences),
		isDated: paragraphs.some(({ kind, body }) => (kind === 'date' || kind === 'text') && DATED.test(body)),
		annexes: annexesOf(legal),
	}
}

/** The kind that the title ends with; else the one that the text uses most, the first of equal ones. */
function ownKindOf(title: string, sentences: readonly Sentence[]): string | null {
	const titled = new RegExp(`(${KINDS})(?:[（(][^（）()]{1,12}[）)])?$`).exec(title)
	if (titled) return titled[1] ?? null
	const counts = new Map<string, number>()
	let last: string | null = null
	for (const { text } of sentences)
		for (const [, kind = ''] of text.matchAll(OWN)) {
			counts.set(kind, (counts.get(kind) ?? 0) + 1)
			last = kind
		}
	let best: string | null = null
	// Of equal ones the later: an exception or an ending names the text by its right name more often.
	for (const [kind, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = kind
	const most = best === null ? 0 : (counts.get(best) ?? 0)
	return last !== null && counts.get(last) === most ? last : best
}

function firstStart(sentences: readonly Sentence[]): string | null {
	for (const { text } of sentences) {
		const found = START.exec(text)
		if (!found) continue
		const day = dayOf(found.slice(1, 4))
		if (day !== null) return day
	}
	return null
}

/** YYYY-MM-DD of a year, a month and a day, or null where there is no such day. */
export function dayOf([year = '', month = '', day = '']: readonly string[]): string | null {
	const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	return dayProblem(written) === null ? written : null
}

function annexesOf({ clauses }: LegalText): number {
	const own = clauses.filter(({ kind }) => kind === 'annex').length
	const noted = clauses
		.flatMap(({ paragraphs }) => paragraphs)
		.filter(({ kind }) => kind === 'annex-note').length
	return Math.max(own, noted)
}

import { findCitations } from '#app/domain/legal-text/citations.ts'
import type { Found } from './hit.ts'
import type { Sentence } from './sentence.ts'
import type { TextFacts } from './text-facts.ts'

const OTHER_SELF =
	/(?<![基成根标版日样刻书原抄])本(?:暂行|试行|实施)?(条例|办法|规定|细则|规则|法(?!院|人|官|律|治|定|学|庭|典))/g
const DECLARES = /以下(?:简称|称)/

/** F3: a reference that leads nowhere, to itself, or calls the text by a name that is not its own. */
export function leadsNowhere(sentence: Sentence, facts: TextFacts): Found | null {
	return missesPlace(sentence, facts) ?? looksBackTooFar(sentence, facts) ?? misnamesSelf(sentence, facts)
}

function missesPlace(
	{ text, article, anchor }: Sentence,
	{ articles, parts, anchors }: TextFacts,
): Found | null {
	if (articles.size < 2 || !text.includes('第')) return null
	for (const { start, end, text: where, place, written } of findCitations(text)) {
		if (where !== 'own' || place.article === null) continue
		const found = { start, end }
		if (!articles.has(place.article)) return found
		if (
			place.article === article &&
			/条$/.test(written) &&
			/(?:依照|按照|违反|本(?:办法|规定|细则|条例|规则))$/.test(text.slice(Math.max(0, start - 6), start))
		)
			return found
		const known = parts.get(place.article) ?? 0
		if (place.part !== null && known > 0 && place.part > known) return found
		if (place.item !== null && !hasItem(anchors, place.article, place.part, place.item) && anchor !== '')
			return found
	}
	return null
}

function hasItem(anchors: ReadonlySet<string>, article: string, part: number | null, item: number): boolean {
	const root = `art-${article}`
	if (anchors.has(`${root}-i${item}`)) return true
	if (part !== null) return anchors.has(`${root}-p${part}-i${item}`)
	for (let at = 1; at < 20; at += 1) if (anchors.has(`${root}-p${at}-i${item}`)) return true
	return false
}

/** 前款 where nothing stands before, 前条 in the first article. */
function looksBackTooFar({ text, article, anchor }: Sentence, { articles }: TextFacts): Found | null {
	if (article === null || !text.includes('前')) return null
	const part = /(?<![目提之先以事])前(?:[一二两三]?款)(?!项)/.exec(text)
	if (part && /^art-[0-9]+(?:-[0-9]+)?(?:-p1)?$/.test(anchor) && isFirst(text, part.index))
		return { start: part.index, end: part.index + part[0].length }
	const before = /(?<![目提之先以事])前([一二两三])?条(?!件|文)/.exec(text)
	if (before && [...articles][0] === article && /^1(?:$|-)/.test(article))
		return { start: before.index, end: before.index + before[0].length }
	return null
}

/** In the first 款 itself; what goes on after a colon is in the same one. */
function isFirst(text: string, at: number): boolean {
	return !text.slice(0, at).includes('\n')
}

function misnamesSelf({ text }: Sentence, { ownKind }: TextFacts): Found | null {
	if (ownKind === null || DECLARES.test(text)) return null
	for (const found of text.matchAll(OTHER_SELF)) {
		const [whole, kind = ''] = found
		// 本规定 is also said of a single provision, and 本规则 of rules inside it.
		if (kind === ownKind || (kind === '规定' && ownKind !== '条例')) continue
		return { start: found.index, end: found.index + whole.length, detail: `本${ownKind}` }
	}
	return null
}

/** F6: an annex that is named and is not there. */
export function missesAnnex(text: string, { isWhole, annexes }: TextFacts): Found | null {
	// A text without any has its annexes in files of their own.
	if (!isWhole || annexes === 0) return null
	const found = /(?:见|按|附|填写|依照|按照)附件\s*([0-9]{1,2})?/.exec(text)
	if (!found) return null
	return Number(found[1] ?? 1) > annexes ? { start: found.index, end: found.index + found[0].length } : null
}

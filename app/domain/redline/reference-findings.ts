import {
	type Citation,
	type CitedPlace,
	citedWords,
	findCitations,
} from '#app/domain/legal-text/citations.ts'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { endsSentence } from '#app/domain/legal-text/lines/sentence-end.ts'
import { heaviestChain } from './align/heaviest-chain.ts'
import { textOf } from './compare/settle-segments.ts'
import type { ReferenceFinding } from './redline.ts'
import {
	type ComparedClauses,
	type ReferenceTargets,
	type Successor,
	readTargets,
} from './reference-targets.ts'

/** A finding and, where it follows a renumbering, the reference that stood there, in code units of the row's old text. */
export type FoundReference = {
	readonly finding: ReferenceFinding
	readonly before: { readonly start: number; readonly end: number } | null
}

/** A citation of its own text, with the article that it names or, naming none, stands in. */
type OwnCitation = { readonly citation: Citation; readonly place: CitedPlace }

/** Of more citations than this in one paragraph the rest are only looked up: the work grows with their square. */
const MOST_PAIRED = 60

/**
 * What became of the references in each block's new text, in the order of the blocks. Only references to the text
 * itself are looked at. One that stayed as it was while its target got another number is stale; one that names what
 * is not there is missing; one that was changed as its target's number was changed follows it.
 */
export function findReferences(compared: readonly ComparedClauses[]): FoundReference[][] {
	const targets = readTargets(compared)
	return compared.map(({ old, new: fresh, rows }) => {
		const found: FoundReference[] = []
		let [oldPlaces, newPlaces]: [ParagraphPlaces | null, ParagraphPlaces | null] = [null, null]
		for (const [paragraph, row] of rows.entries()) {
			const text = textOf(row.new)
			const written = citationsIn(text)
			// Most paragraphs cite nothing: their clause is not looked for.
			if (written.length === 0) continue
			newPlaces ??= paragraphPlaces(fresh)
			const here = ownCitations(text, written, newPlaces(row.newAnchor))
			if (here.length === 0) continue
			const before = textOf(row.old)
			const writtenBefore = before === text ? written : citationsIn(before)
			oldPlaces ??= paragraphPlaces(old)
			const there = ownCitations(before, writtenBefore, oldPlaces(row.oldAnchor))
			for (const each of inRow(there, here, targets, paragraph)) found.push(each)
		}
		return found
	})
}

/** Where a paragraph stands: its clause, and the paragraph before it there. */
type ParagraphPlace = { readonly clause: Clause; readonly before: string }

type ParagraphPlaces = (anchor: string | null) => ParagraphPlace | null

/**
 * Finds where the paragraph of an anchor stands, by an index that is made at the first question: an article may have
 * thousands of paragraphs. What has no anchor stands in the only clause.
 */
function paragraphPlaces(clauses: readonly Clause[]): ParagraphPlaces {
	let places: Map<string, ParagraphPlace> | null = null
	return (anchor) => {
		places ??= new Map(
			clauses
				.toReversed()
				.flatMap((clause) =>
					clause.paragraphs
						.map((each, at): [string, ParagraphPlace] => [
							each.anchor,
							{ clause, before: clause.paragraphs[at - 1]?.body.trim() ?? '' },
						])
						.toReversed(),
				),
		)
		const [only] = clauses
		return (
			(anchor === null ? undefined : places.get(anchor)) ??
			(only && clauses.length === 1 ? { clause: only, before: '' } : null)
		)
	}
}

function inRow(
	old: readonly OwnCitation[],
	fresh: readonly OwnCitation[],
	targets: ReferenceTargets,
	paragraph: number,
): FoundReference[] {
	const partners = pairCitations(old, fresh, targets)
	return fresh.flatMap((each, at): FoundReference[] => {
		const partner = old[partners.get(at) ?? -1]
		const judged = (partner && judge(partner, each, targets)) ?? existing(each, targets)
		if (judged === null || judged.status === null) return []
		const { status, expected } = judged
		const { start, end, place } = each.citation
		const cited = citedWords(place, isBracketed(each.citation))
		const before = status === 'followed' && partner ? partner.citation : null
		return [
			{
				finding: { status, paragraph, start, end, cited, expected: status === 'followed' ? cited : expected },
				before: before && { start: before.start, end: before.end },
			},
		]
	})
}

/** What is to be said of a citation; no status: nothing. */
type Judged = { readonly status: ReferenceFinding['status'] | null; readonly expected: string | null }

function citationsIn(text: string): Citation[] {
	const all = findCitations(text)
	return all.length === 0 ? all : all.filter((citation) => citation.text === 'own')
}

/** Citations of this text; outside an article (title, annex) a number is not known to be one of its articles. */
function ownCitations(
	text: string,
	written: readonly Citation[],
	standing: ParagraphPlace | null,
): OwnCitation[] {
	if (standing?.clause.kind !== 'article') return []
	const { clause, before } = standing
	const article = clause.key
	// Where the line before was broken off, a citation that begins here has its law's name up there.
	const isBrokenOff = before !== '' && !endsSentence(before)
	return written.flatMap((citation): OwnCitation[] => {
		const { place } = citation
		if (isBrokenOff && text.slice(0, citation.start).trim() === '') return []
		return [{ citation, place: place.article === null ? { ...place, article } : place }]
	})
}

/**
 * Which old citation each new one was, in order: best one that follows its target, else one written alike. Of 第三条、
 * 第四条 that became 第四条、第五条 none stayed.
 */
function pairCitations(
	old: readonly OwnCitation[],
	fresh: readonly OwnCitation[],
	targets: ReferenceTargets,
): Map<number, number> {
	const links = old.slice(0, MOST_PAIRED).flatMap((before, a) => {
		const successor = targets.successorOf(before.place)
		return fresh.slice(0, MOST_PAIRED).flatMap((after, b) => {
			const isAlike = isWrittenAlike(before, after)
			const follows = successor !== null && leadsTo(successor, after.place)
			if (!isAlike && !follows) return []
			return [{ old: a, new: b, weight: follows ? FOLLOWS : STAYS }]
		})
	})
	return new Map(heaviestChain(links).map((link) => [link.new, link.old]))
}

const FOLLOWS = 1
const STAYS = 0.9

/** What a citation has become, or null where its old target does not tell. */
function judge(before: OwnCitation, after: OwnCitation, targets: ReferenceTargets): Judged | null {
	const successor = targets.successorOf(before.place)
	if (successor === null) return null
	if (leadsTo(successor, after.place))
		return isWrittenAlike(before, after) ? null : { status: 'followed', expected: null }
	if (successor.articles.length === 0)
		return { status: targets.exists(after.place) ? 'stale' : 'missing', expected: null }
	if (successor.place === null && successor.articles.includes(after.place.article ?? '')) return null
	return { status: 'stale', expected: rightWords(successor, after) }
}

function existing(each: OwnCitation, { exists }: ReferenceTargets): Judged {
	return { status: exists(each.place) ? null : 'missing', expected: null }
}

/** As the citation would be right; one that named no article names none as long as its target is in its own. */
function rightWords({ articles, place }: Successor, { citation, place: { article } }: OwnCitation): string {
	if (place === null)
		return articles
			.map((key) => citedWords({ article: key, part: null, item: null, subItem: null }))
			.join('、')
	const isOwnArticle = citation.place.article === null && place.article === article
	return citedWords(isOwnArticle ? { ...place, article: null } : place, isBracketed(citation))
}

/** 第（二）项, as the citation writes it, and not 第二项. */
function isBracketed({ written }: Citation): boolean {
	return /[（(]/.test(written)
}

function isWrittenAlike({ citation: a }: OwnCitation, { citation: b }: OwnCitation): boolean {
	return citedWords(a.place) === citedWords(b.place)
}

/** Whether a place is where the target went; of a target whose 款 or 项 is not told, its article will do. */
function leadsTo({ articles, place }: Successor, there: CitedPlace): boolean {
	if (!articles.includes(there.article ?? '')) return false
	if (place === null) return true
	if (there.part === null && there.item === null) return place.part === null && place.item === null
	return place.article === there.article && place.part === there.part && place.item === there.item
}

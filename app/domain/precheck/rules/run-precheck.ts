import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import {
	citesEnded,
	citesMissingArticle,
	misnamesLaw,
	misnumbersPaper,
	restsOnOwnLevel,
} from './citations.ts'
import { type TitleIndex, indexTitles } from './cited-titles.ts'
import {
	designatesSeller,
	exceptsWithoutEnd,
	favoursOne,
	hardensEntry,
	protectsLocal,
	setsPrice,
} from './competition.ts'
import { restrictsLibertyOrTakes, setsCompulsion } from './compulsion.ts'
import {
	countsInTian,
	isValidTooLong,
	misdatesStart,
	reachesBack,
	repealsWithoutNumber,
	sharesBound,
	startsTooSoon,
} from './days.ts'
import { addsDuty, addsOwnPower, asksForProof, closesRemedies } from './duties.ts'
import { type Reading, readSentence } from './exemptions.ts'
import { givesUpTax, setsFee } from './fees.ts'
import { type Found, type PrecheckHit, type RuleEntry, type TextRule } from './hit.ts'
import { hasForbiddenName, lacksIssuer } from './issuer.ts'
import { addsConditions, setsLicence } from './licences.ts'
import { movesPenaltyRange, setsPenalty } from './penalties.ts'
import { leadsNowhere, missesAnnex } from './references.ts'
import { type Sentence, sentencesOf } from './sentence.ts'
import {
	type PlacedFinding,
	definesInVain,
	lacksDays,
	misnumbers,
	missums,
	shortensTooSoon,
	unpairedMarks,
} from './structure.ts'
import { type TextFacts, factsOfText } from './text-facts.ts'
import type { WordLists } from './word-lists.ts'
import {
	type PairIndex,
	holdsPersonalData,
	indexPairs,
	leavesGap,
	mispunctuates,
	namesOldBody,
	writesWrongWord,
} from './wording.ts'

/** What a pre-check is made with. */
export type PrecheckMeans = {
	readonly rules: readonly RuleEntry[]
	readonly lists: WordLists
	/** YYYY-MM-DD: laws that end later are still in force. */
	readonly today: string
	/** A whole draft; of a passage nobody says what it lacks. */
	readonly isWhole: boolean
}

/** The hits of a text, and how many there were where not all are kept. */
export type Precheck = {
	readonly hits: readonly PrecheckHit[]
	/** Hits that were found and are not kept, since a person reads no more. */
	readonly left: number
}

/** No person reads more of one rule, nor more in all. */
const MOST_OF_RULE = 100
const MOST = 500

type Judge = (reading: Reading, sentence: Sentence) => Found | null

/** Rules about powers, duties and competition: what an upper law grants, forbids or defines is none of theirs. */
const JUDGES: readonly (readonly [TextRule, Judge])[] = [
	['A1', setsLicence],
	['A2', addsConditions],
	['A3', setsPenalty],
	['A4', setsCompulsion],
	['A5', setsFee],
	['A6', givesUpTax],
	['A7', restrictsLibertyOrTakes],
	['A9', asksForProof],
	['A10', addsOwnPower],
	['A11', closesRemedies],
	['A12', movesPenaltyRange],
	['B1', protectsLocal],
	['B2', designatesSeller],
	['B3', favoursOne],
	['B4', hardensEntry],
	['B5', exceptsWithoutEnd],
	['B7', setsPrice],
	['C1', lacksIssuer],
	['C2', hasForbiddenName],
]

/** Rules about days, values and words, which hold wherever they stand. */
const READERS: readonly (readonly [TextRule, (text: string, facts: TextFacts) => Found | null])[] = [
	['D6', misnumbersPaper],
	['D8', restsOnOwnLevel],
	['E1', misdatesStart],
	['E2', startsTooSoon],
	['E3', isValidTooLong],
	['E4', repealsWithoutNumber],
	['E5', reachesBack],
	['E6', sharesBound],
	['E7', countsInTian],
	['F6', missesAnnex],
	['F8', leavesGap],
	['F10', mispunctuates],
	['F11', holdsPersonalData],
]

type Prepared = {
	readonly titles: TitleIndex
	readonly oldBodies: PairIndex
	readonly slips: PairIndex
}

/**
 * Reads a text by all rules of the domain paper §6 that speak of words. The work grows with the length of the text,
 * whatever it holds: a sentence is cut at 300 characters, and no pattern looks further than a bounded distance.
 */
export function runPrecheck(
	legal: LegalText,
	document: DocumentTree | null,
	{ rules, lists, today, isWhole }: PrecheckMeans,
): Precheck {
	const entries = new Map(rules.map((rule) => [rule.id, rule]))
	const sentences = sentencesOf(legal)
	const facts = factsOfText(legal, sentences, { isWhole, today })
	const prepared = {
		titles: indexTitles(lists, today),
		oldBodies: indexPairs(lists.oldBodies),
		slips: indexPairs(lists.slips),
	}
	const found = [
		...placedFindings(legal, document, isWhole),
		...sentences.flatMap((sentence) => judgeSentence(sentence, facts, prepared)),
	]
	return keepMost(found, entries)
}

function placedFindings(legal: LegalText, document: DocumentTree | null, isWhole: boolean): FoundHit[] {
	const found = [
		...misnumbers(legal),
		...shortensTooSoon(legal),
		...unpairedMarks(legal),
		...(document ? missums(legal, document) : []),
		...(isWhole ? [...definesInVain(legal), ...lacksDays(legal)] : []),
	]
	return found.map(({ rule, anchor, line, words, detail }: PlacedFinding) => ({
		rule,
		anchor,
		line,
		sentence: words,
		start: 0,
		end: words.length,
		detail,
	}))
}

type FoundHit = Omit<PrecheckHit, 'level'>

function judgeSentence(
	sentence: Sentence,
	facts: TextFacts,
	{ titles, oldBodies, slips }: Prepared,
): FoundHit[] {
	const { text, anchor, line } = sentence
	const hits: FoundHit[] = []
	const add = (rule: TextRule, found: Found | null) => {
		if (found)
			hits.push({
				rule,
				anchor,
				line,
				sentence: text,
				start: found.start,
				end: found.end,
				detail: found.detail ?? null,
			})
	}
	const reading = readSentence(sentence)
	for (const [rule, judge] of JUDGES) add(rule, judge(reading, sentence))
	// A duty without a basis is said of what no other rule names.
	if (hits.length === 0) add('A8', addsDuty(reading))
	if (/法|《|条例|办法/.test(text)) {
		for (const found of citesEnded(text, titles)) add(found.rule, found)
		add('D4', citesMissingArticle(text, titles))
		add('D5', misnamesLaw(text, titles))
	}
	for (const [rule, read] of READERS) add(rule, read(text, facts))
	add('F3', leadsNowhere(sentence, facts))
	add('F7', namesOldBody(text, oldBodies))
	add('F9', writesWrongWord(text, slips))
	return hits
}

/** In the order of the text, at most so many of a rule and in all; the graver ones first where not all are kept. */
function keepMost(found: readonly FoundHit[], entries: ReadonlyMap<TextRule, RuleEntry>): Precheck {
	const counts = new Map<TextRule, number>()
	const kept: PrecheckHit[] = []
	for (const level of ['E', 'W', 'F'] as const)
		for (const hit of found) {
			if (entries.get(hit.rule)?.level !== level || kept.length >= MOST) continue
			const count = counts.get(hit.rule) ?? 0
			counts.set(hit.rule, count + 1)
			if (count < MOST_OF_RULE) kept.push({ ...hit, level })
		}
	const all = found.filter(({ rule }) => entries.has(rule)).length
	return { hits: kept.sort((a, b) => a.line - b.line), left: all - kept.length }
}

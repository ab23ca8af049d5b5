/** The pairs with known correspondences, and how near a set of links comes to them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'

/** Old and new keys that belong together. */
export type Mapping = { readonly old: readonly string[]; readonly new: readonly string[] }

type Truth = {
	readonly mappings: readonly Mapping[]
	readonly optionalLinks?: readonly (readonly [string, string])[]
	readonly uncertain?: { readonly old: readonly string[]; readonly new: readonly string[] }
}

export type Pair = {
	readonly name: string
	readonly oldText: string
	readonly newText: string
	readonly truth: Truth | null
}

/** Right, wrong and missed links, all and among those whose text changed; articles whose set of partners is exact. */
export type Score = {
	right: number
	wrong: number
	missed: number
	changedRight: number
	changedWrong: number
	changedMissed: number
	exact: number
	articles: number
}

export function readPairs(folder: string): Pair[] {
	return readdirSync(join(folder, 'pairs'))
		.sort()
		.map((name) => {
			const file = (part: string) => join(folder, 'pairs', name, part)
			return {
				name,
				oldText: readFileSync(file('old.txt'), 'utf8'),
				newText: readFileSync(file('new.txt'), 'utf8'),
				truth: existsSync(file('truth.json'))
					? (JSON.parse(readFileSync(file('truth.json'), 'utf8')) as Truth)
					: null,
			}
		})
}

export function emptyScore(): Score {
	return {
		right: 0,
		wrong: 0,
		missed: 0,
		changedRight: 0,
		changedWrong: 0,
		changedMissed: 0,
		exact: 0,
		articles: 0,
	}
}

export function f1(right: number, wrong: number, missed: number): number {
	return (2 * right) / (2 * right + wrong + missed)
}

/** The articles of a text, without headings, preamble and annexes. */
export function articlesOf(text: string): Clause[] {
	return parseLegalText(text).clauses.filter((clause) => clause.kind === 'article')
}

export function bodyOf(clause: Clause): string {
	return clause.paragraphs.map((paragraph) => paragraph.body.replaceAll(/\s/g, '')).join('\n')
}

/** Adds to the score what these links got right. Optional links and uncertain articles are not scored. */
export function addScore(score: Score, pair: Pair, found: readonly Mapping[]): void {
	if (!pair.truth) return
	const optional = new Set((pair.truth.optionalLinks ?? []).map(([old, fresh]) => `${old}>${fresh}`))
	const uncertain = pair.truth.uncertain ?? { old: [], new: [] }
	const isScored = (link: string) => {
		const [old = '', fresh = ''] = link.split('>')
		return !optional.has(link) && !uncertain.old.includes(old) && !uncertain.new.includes(fresh)
	}
	const wanted = new Set([...linksOf(pair.truth.mappings)].filter(isScored))
	const given = new Set([...linksOf(found)].filter(isScored))
	const isChanged = changedLinks(pair)
	for (const link of given) {
		if (wanted.has(link)) score.right += 1
		else score.wrong += 1
		if (isChanged(link) && wanted.has(link)) score.changedRight += 1
		else if (isChanged(link)) score.changedWrong += 1
	}
	for (const link of wanted)
		if (!given.has(link)) {
			score.missed += 1
			if (isChanged(link)) score.changedMissed += 1
		}
	for (const side of ['old', 'new'] as const) {
		const keys = articlesOf(side === 'old' ? pair.oldText : pair.newText).map((clause) => clause.key)
		for (const key of keys) {
			if (uncertain[side].includes(key)) continue
			const partners = (links: Set<string>) =>
				[...links].filter((link) => link.split('>')[side === 'old' ? 0 : 1] === key).sort()
			score.articles += 1
			if (String(partners(wanted)) === String(partners(given))) score.exact += 1
		}
	}
}

function linksOf(mappings: readonly Mapping[]): Set<string> {
	return new Set(
		mappings.flatMap((mapping) =>
			mapping.old.flatMap((old) => mapping.new.map((fresh) => `${old}>${fresh}`)),
		),
	)
}

/** Whether the two articles of a link differ in their text, blanks apart. */
function changedLinks(pair: Pair): (link: string) => boolean {
	const bodies = (text: string) =>
		new Map(articlesOf(text).map((clause) => [clause.key, bodyOf(clause).replaceAll('\n', '')]))
	const [old, fresh] = [bodies(pair.oldText), bodies(pair.newText)]
	return (link) => {
		const [a = '', b = ''] = link.split('>')
		return old.get(a) !== fresh.get(b)
	}
}

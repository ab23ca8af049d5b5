import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { documentOfText } from '#app/domain/document/text-document.ts'
import type { Level, PrecheckHit, TextRule } from '#app/domain/precheck/rules/hit.ts'
import { wordListsOf } from '#app/domain/precheck/rules/precheck-edition.ts'
import { runPrecheck } from '#app/domain/precheck/rules/run-precheck.ts'
import { PRECHECK_LISTS } from '#seeds/reference/precheck/lists.ts'
import { PRECHECK_RULES } from '#seeds/reference/precheck/rules.ts'

/** The sets stand in a month in which the drafts were being written. */
const DRAFTED_ON = '2026-11-29'
const FOLDER = 'tests/fixtures/precheck'

/** A sentence with the rules that a person says ought to speak of it. */
export type Labelled = { readonly rules: readonly string[]; readonly text: string; readonly why: string }

/** What the rules found, beside what they ought to. */
export type Judged = Labelled & { readonly hits: readonly PrecheckHit[] }

export type Score = { right: number; wrong: number; missed: number }

const LISTS = wordListsOf(PRECHECK_LISTS.map(({ body }) => body))

export const RULES = PRECHECK_RULES.map(({ body }) => body)

export function levelOf(rule: string): Level | null {
	return RULES.find(({ id }) => id === rule)?.level ?? null
}

/** Every labelled set that is there, by its name. */
export function readSets(): { readonly name: string; readonly sentences: readonly Labelled[] }[] {
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.txt'))
		.sort()
		.map((name) => ({ name, sentences: readSet(readFileSync(join(FOLDER, name), 'utf8')) }))
}

/** A line: rules (or -) | sentence | why. */
function readSet(text: string): Labelled[] {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '' && !line.startsWith('#'))
		.map((line) => {
			const [rules = '', sentence = '', why = ''] = line.split(' | ')
			return {
				rules: rules.trim() === '-' ? [] : rules.trim().split(/[\s,，、]+/),
				text: sentence.replaceAll('\\n', '\n'),
				why,
			}
		})
}

export function judge(sentence: Labelled): Judged {
	return { ...sentence, hits: hitsOf(sentence.text, false) }
}

export function hitsOf(text: string, isWhole: boolean): readonly PrecheckHit[] {
	const means = { rules: RULES, lists: LISTS, today: DRAFTED_ON, isWhole }
	return runPrecheck(parseLegalText(text), documentOfText(text), means).hits
}

/** Right, wrong and missed rules of a set: each rule once for a sentence. */
export function scoreOf(judged: readonly Judged[], counts: (rule: string) => boolean): Score {
	const score = { right: 0, wrong: 0, missed: 0 }
	for (const { rules, hits } of judged) {
		const said = new Set<TextRule>(hits.map(({ rule }) => rule))
		for (const rule of said) if (counts(rule)) score[rules.includes(rule) ? 'right' : 'wrong'] += 1
		for (const rule of rules) if (counts(rule) && !said.has(rule as TextRule)) score.missed += 1
	}
	return score
}

/** Of nothing said nothing is wrong; of nothing asked nothing is missed. */
export function precision({ right, wrong }: Score): number {
	return right + wrong === 0 ? 1 : right / (right + wrong)
}

export function recall({ right, missed }: Score): number {
	return right + missed === 0 ? 1 : right / (right + missed)
}

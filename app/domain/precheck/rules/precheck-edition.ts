import type { EndedStatute, WordLists } from './word-lists.ts'
import type { RuleEntry } from './hit.ts'
import { readTitles } from './read-titles.ts'

/** The rules and lists as the reference data keeps them, with the day from which the newest of them counts. */
export type PrecheckEdition = {
	readonly effectiveFrom: string
	readonly rules: readonly RuleEntry[]
	readonly lists: readonly PrecheckList[]
}

/** One list: titles as they are written, or entries. */
export type PrecheckList =
	| { readonly list: 'statutes'; readonly titles: string }
	| { readonly list: 'ended'; readonly entries: readonly EndedStatute[] }
	| { readonly list: 'old-bodies' | 'slips'; readonly entries: WordLists['slips'] }

/**
 * Names the rules that a pre-check was made by: the day of their edition, and the last day up to then on which a law that
 * they know ended. Of one text and one name there is one result, but for the days that a text itself compares with today.
 */
export function rulesVersion({ effectiveFrom, lists }: PrecheckEdition, today: string): string {
	const ended = lists.flatMap((one) => (one.list === 'ended' ? one.entries : []))
	const last = ended.reduce((day, { since }) => (since <= today && since > day ? since : day), '')
	return last === '' ? effectiveFrom : `${effectiveFrom}/${last}`
}

/** The lists as the rules read them. */
export function wordListsOf(lists: readonly PrecheckList[]): WordLists {
	return {
		statutes: lists.flatMap((one) => (one.list === 'statutes' ? readTitles(one.titles) : [])),
		ended: lists.flatMap((one) => (one.list === 'ended' ? one.entries : [])),
		oldBodies: lists.flatMap((one) => (one.list === 'old-bodies' ? one.entries : [])),
		slips: lists.flatMap((one) => (one.list === 'slips' ? one.entries : [])),
	}
}

import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import { type PrecheckList, wordListsOf } from '#app/domain/precheck/rules/precheck-edition.ts'
import { type Precheck, runPrecheck } from '#app/domain/precheck/rules/run-precheck.ts'
import type { ReadAs } from './read-as.ts'

/** What a pre-check is made of: what a draft was read as, the rules, and the day. */
export type PrecheckAsked = {
	readonly read: ReadAs
	readonly rules: readonly RuleEntry[]
	readonly lists: readonly PrecheckList[]
	readonly today: string
}

/** Reads a draft by the rules. Runs in a thread, where its work holds up nobody. */
export function precheckReading({ read, rules, lists, today }: PrecheckAsked): Precheck {
	const means = { rules, lists: wordListsOf(lists), today, isWhole: true }
	return runPrecheck(read.legal, read.document, means)
}

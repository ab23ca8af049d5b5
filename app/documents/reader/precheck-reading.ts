import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import { type PrecheckList, wordListsOf } from '#app/domain/precheck/rules/precheck-edition.ts'
import { type Precheck, runPrecheck } from '#app/domain/precheck/rules/run-precheck.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { parseDocument } from '#app/domain/legal-text/parse-legal-text.ts'

/** What a pre-check is made of: what a draft was read as, the rules, and the day. */
export type PrecheckAsked = {
	/** What was read; a text whose articles nobody has read is parsed here. */
	readonly read: { readonly document: DocumentTree; readonly legal: LegalText | null }
	readonly rules: readonly RuleEntry[]
	readonly lists: readonly PrecheckList[]
	readonly today: string
}

/** Reads a draft by the rules. Runs in a thread, where its work holds up nobody. */
export function precheckReading({ read, rules, lists, today }: PrecheckAsked): Precheck {
	const means = { rules, lists: wordListsOf(lists), today, isWhole: true }
	return runPrecheck(read.legal ?? parseDocument(read.document), read.document, means)
}

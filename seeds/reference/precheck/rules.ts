import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import { type Mark, type ReferenceSeed } from '../reference-seed.ts'
import { COMPETITION_AND_CITATION } from './rules-of-competition-and-citation.ts'
import { DAYS_AND_FORM } from './rules-of-days-and-form.ts'
import { POWERS } from './rules-of-powers.ts'

/** A rule as it is written down: level, what it looks for, its ground, and why a hit may be false. */
export type RuleRow = readonly [
	id: RuleEntry['id'],
	level: RuleEntry['level'],
	zh: string,
	en: string,
	ground: string,
	mayBeFalse: string,
	mayBeFalseEn: string,
	mark?: Mark,
]

/** The day from which this edition of rules and lists counts. A change of any rule or list takes a later one. */
export const PRECHECK_EDITION = '2026-11-29'

/** The rules of the pre-check, in the order of the domain paper §6. */
export const PRECHECK_RULES: readonly ReferenceSeed<RuleEntry>[] = [
	...POWERS,
	...COMPETITION_AND_CITATION,
	...DAYS_AND_FORM,
].map(([id, level, zh, en, ground, mayBeFalse, mayBeFalseEn, mark = 'verified']) => ({
	code: id,
	effectiveFrom: PRECHECK_EDITION,
	source: ground,
	lastChecked: PRECHECK_EDITION,
	mark,
	body: { id, level, name: { zh, en }, ground, mayBeFalse: { zh: mayBeFalse, en: mayBeFalseEn } },
}))

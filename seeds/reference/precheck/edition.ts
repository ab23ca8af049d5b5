import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import type { Mark } from '../reference-seed.ts'

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

import type { RuleEntry } from '#app/domain/precheck/rules/hit.ts'
import type { ReferenceSeed } from '../reference-seed.ts'
import { PRECHECK_EDITION } from './edition.ts'
import { COMPETITION_AND_CITATION } from './rules-of-competition-and-citation.ts'
import { DAYS_AND_FORM } from './rules-of-days-and-form.ts'
import { POWERS } from './rules-of-powers.ts'

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

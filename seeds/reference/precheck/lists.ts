import type { WordLists } from '#app/domain/precheck/rules/word-lists.ts'
import { ENDED_STATUTES } from './ended-statutes.ts'
import { KNOWN_STATUTES } from './statute-titles.ts'
import { OLD_BODIES, SLIPS } from './word-pairs.ts'

/** The lists that this edition of the rules reads. */
export const PRECHECK_LISTS: WordLists = {
	statutes: KNOWN_STATUTES,
	ended: ENDED_STATUTES,
	oldBodies: OLD_BODIES,
	slips: SLIPS,
}

import type { PrecheckList } from '#app/domain/precheck/rules/precheck-edition.ts'
import type { Mark, ReferenceSeed } from '../reference-seed.ts'
import { ENDED_STATUTES } from './ended-statutes.ts'
import { LAWS } from './laws.ts'
import { REGULATIONS } from './regulations.ts'
import { PRECHECK_EDITION } from './edition.ts'
import { OLD_BODIES, SLIPS } from './word-pairs.ts'

/** The lists that this edition of the rules reads. What is from memory is to be confirmed. */
export const PRECHECK_LISTS: readonly ReferenceSeed<PrecheckList>[] = [
	list('laws', '法律公布文本（2025年4月）', { list: 'statutes', titles: LAWS.trim() }),
	list('administrative-regulations', '行政法规公布文本（2025年4月）', {
		list: 'statutes',
		titles: REGULATIONS.trim(),
	}),
	list('ended-statutes', '各该法律、法规的废止条款', { list: 'ended', entries: ENDED_STATUTES }),
	list('old-bodies', '机构改革方案', { list: 'old-bodies', entries: OLD_BODIES }),
	list('slips', '《立法技术规范》常用词语', { list: 'slips', entries: SLIPS }),
]

function list(
	code: string,
	source: string,
	body: PrecheckList,
	mark: Mark = 'to-be-confirmed',
): ReferenceSeed<PrecheckList> {
	return { code, effectiveFrom: PRECHECK_EDITION, source, lastChecked: PRECHECK_EDITION, mark, body }
}

/** Words that name no end. */
const ENDLESS = /长期|永久|永远|无限期|无期限|不设期限|不定期|一直|持续有效|常态|待定|未定|另行/
/** A year, a day, or a length of time. */
const NUMBERED = /\d{4}|[0-9０-９零〇一二三四五六七八九十百两]+\s*(?:年|个月|月|日|天|周)/
/** A condition that can come about: 任务完成时终止, 应急响应解除之日止. */
const CONDITION = /(?:完成|结束|届满|解除|达到|废止|施行|建成|验收|期满|撤销).*(?:止|终止|失效|停止)/

/**
 * Whether words name a definite end: a period or a condition (公平竞争审查条例 art. 12: 能够确定合理的实施期限或者终止条件).
 * 长期有效 is none, and neither is a word that says neither when nor upon what.
 */
export function namesAnEnd(words: string): boolean {
	return !ENDLESS.test(words) && (NUMBERED.test(words) || CONDITION.test(words))
}

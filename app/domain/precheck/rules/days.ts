import { addDays, addMonths, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { readNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { Found } from './hit.ts'
import { type TextFacts, START, dayOf } from './text-facts.ts'

const ANY_DAY = /([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/g
const ON_ISSUE = /自(?:发布|印发|公布|下发|签发|颁布)之?日起?(?:正式)?(?:施行|实施|生效|执行)/
const OWN_SUBJECT = /本(?:办法|规定|细则|规则|意见|通知|方案|决定|标准|政策|暂行|试行|条例|措施|通告)/

/** E1: no day that exists, two days, a day that is past, or a day of issue that nobody named (S56 art. 32). */
export function misdatesStart(text: string, { holdsFrom, today, isDated }: TextFacts): Found | null {
	for (const found of text.matchAll(ANY_DAY))
		if (dayOf(found.slice(1, 4)) === null) return { start: found.index, end: found.index + found[0].length }
	const onIssue = ON_ISSUE.exec(text)
	if (onIssue && !isDated && !/[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日(?:印发|发布|公布)/.test(text))
		return { start: onIssue.index, end: onIssue.index + onIssue[0].length }
	const found = START.exec(text)
	if (!found || isOfOther(text, found.index)) return null
	const day = dayOf(found.slice(1, 4))
	if (day === null) return null
	const place = { start: found.index, end: found.index + found[0].length }
	if (holdsFrom !== null && day !== holdsFrom && OWN_SUBJECT.test(text))
		return { ...place, detail: holdsFrom }
	return day < today && /施行|实施|生效/.test(found[0]) && OWN_SUBJECT.test(text)
		? { ...place, detail: `早于${today}` }
		: null
}

/** 《…》自…起施行 tells of another text. */
function isOfOther(text: string, index: number): boolean {
	return (
		/》[^，。]{0,6}$/.test(text.slice(0, index)) ||
		/第[^，。]{1,12}(?:条|款|章)[^，。]{0,6}$/.test(text.slice(0, index))
	)
}

/** E2: in force within thirty days of its publication, with no reason given (规章制定程序条例 art. 32). */
export function startsTooSoon(text: string, { isWhole, today }: TextFacts): Found | null {
	if (!isWhole) return null
	const found = START.exec(text)
	const day = found && dayOf(found.slice(1, 4))
	if (!found || day === null || isOfOther(text, found.index) || !OWN_SUBJECT.test(text)) return null
	if (day < today || day >= addDays(parsePlainDate(today), 30)) return null
	return { start: found.index, end: found.index + found[0].length }
}

const VALID_FOR =
	/有效期(?:限)?(?:为|自[^，。]{0,20}起)?(?:暂定)?([0-9零一二两三四五六七八九十]{1,3})(年|个月)/
const VALID_UNTIL =
	/(?:有效期(?:限)?[^，。；]{0,20}?至|至)([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日(?:止|失效|废止|期满|终止)?/
const ENDLESS = /长期有效|长期(?:施行|执行)|永久有效|有效期(?:为)?(?:长期|永久|不限)|不设有效期/
const MOST_YEARS = 5
const MOST_TRIAL_YEARS = 2

/** E3: valid for longer than may be, or until a day that is not the period's end (local rule, to be confirmed). */
export function isValidTooLong(text: string, { isTrial, holdsFrom }: TextFacts): Found | null {
	if (!OWN_SUBJECT.test(text) && !/施行|实施/.test(text)) return null
	if (/例外/.test(text)) return null
	const isOnTrial = isTrial || /试行|暂行/.test(text)
	const most = isOnTrial ? MOST_TRIAL_YEARS : MOST_YEARS
	const endless = ENDLESS.exec(text)
	if (endless) return { start: endless.index, end: endless.index + endless[0].length }
	if (!/有效|届满|失效|至/.test(text)) return null
	const period =
		VALID_FOR.exec(text) ??
		/(?:试行|施行|暂行)(?:期(?:限)?(?:为)?)?([0-9零一二两三四五六七八九十]{1,3})(年|个月)/.exec(text)
	const until = /有效/.test(text) ? VALID_UNTIL.exec(text) : null
	const count = period ? (readNumber(period[1] ?? '') ?? 0) : 0
	const months = period?.[2] === '年' ? count * 12 : count
	if (period && months > most * 12) return { start: period.index, end: period.index + period[0].length }
	const end = until && dayOf(until.slice(1, 4))
	const start = START.exec(text)
	const begins = (start && dayOf(start.slice(1, 4))) ?? holdsFrom
	if (!until || end === null || begins === null) return null
	const place = { start: until.index, end: until.index + until[0].length }
	const first = parsePlainDate(begins)
	const latest = addMonths(first, most * 12)
	if (end > latest || end <= begins) return place
	if (!period) return null
	const expected = addMonths(first, months)
	return end === expected || end === addDays(expected, -1)
		? null
		: { ...place, detail: addDays(expected, -1) }
}

const REPEALS = /《([^《》]{2,60})》(（[^（）]{0,40}）)?(?:[^。；《]{0,12})?(?:同时|即行|予以)?废止/

/** E4: a repeal that does not say which document by its number (S56 art. 33). */
export function repealsWithoutNumber(text: string): Found | null {
	const found = REPEALS.exec(text)
	if (!found || /不得|应当|建议/.test(text)) return null
	const [, title = '', remark = ''] = found
	if (
		/[〔[［(（]\s*(?:19|20)\d{2}|号/.test(remark) ||
		/号[^。；《》]{0,10}《/.test(text.slice(0, found.index + 2))
	)
		return null
	if (/法$|条例$/.test(title) || title.startsWith('中华人民共和国')) return null
	return { start: found.index, end: found.index + found[0].length }
}

const BACKWARDS = [
	/(?:此前|之前|以前|施行前|实施前|印发前|发布前|出台前)[^。；]{0,40}?(?:按照?|依照|适用|参照|执行|也)[^。；]{0,6}?本(?:办法|规定|细则|通知|意见|标准|规则|政策|条例)/,
	/本(?:办法|规定|细则|通知|意见|标准|规则|政策|条例)[^。；]{0,20}?(?:适用于|溯及|追溯)[^。；]{0,24}?(?:此前|之前|以前|施行前|实施前|印发前|既往)/,
	/(?:追溯|溯及)(?:至|到|既往|执行|适用)/,
	/(?:补缴|补交|追缴|补办)[^。；]{0,20}?(?:此前|之前|以前|施行前|实施前)/,
	/(?:此前|之前|施行前|实施前)[^。；]{0,30}?(?:补缴|补交|追缴|一并处罚|一律处罚|重新(?:处理|申请|办理|认定))/,
]
const RULED_FROM = /自([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日起?(?:执行|适用|计算|征收|收取|兑现)/
const FAVOURS = /(?:受理时|原(?:有)?规定|原标准|从轻|有利|不溯及|不再追溯|继续有效|继续执行|过渡|不适用|从旧)/

/** E5: reaches back (立法法 art. 104). */
export function reachesBack(text: string, { today }: TextFacts): Found | null {
	if (FAVOURS.test(text)) return null
	for (const pattern of BACKWARDS) {
		const found = pattern.exec(text)
		if (found) return { start: found.index, end: found.index + found[0].length }
	}
	const found = RULED_FROM.exec(text)
	const day = found && dayOf(found.slice(1, 4))
	if (!found || day === null || day >= today) return null
	return { start: found.index, end: found.index + found[0].length }
}

const BOUND =
	/([0-9零一二两三四五六七八九十百千万.]{1,10}(?:平方米|公里|千米|万元|元|周岁|岁|人|日|天|年|个月|米|吨|户|台|件|亩|次|%|％|分|度))(?:\([^)]*\))?(以上|以下|以内|不足|不满|超过|未满)/g

/** E6: two bands that both hold their common bound (民法典 art. 1259). */
export function sharesBound(text: string): Found | null {
	if (!text.includes('以')) return null
	const above = new Map<string, number>()
	const below = new Map<string, { index: number; length: number }>()
	for (const found of text.matchAll(BOUND)) {
		const [whole, value = '', word = ''] = found
		if (word === '以上') above.set(value, found.index)
		if (word === '以下' || word === '以内') below.set(value, { index: found.index, length: whole.length })
	}
	for (const [value, { index, length }] of below)
		if (above.has(value)) return { start: index, end: index + length }
	return null
}

const DAYS_WRONGLY =
	/[0-9零一二两三四五六七八九十百]{1,4}(?:个)?天(?:之?内|以内|前|后|的?期限|期满|届满|内完成|之前|之后|以上|以下)|(?:期限|公示|公告|提前|满|不少于|不超过|至少|届满|期为)[^，。；]{0,6}?[0-9零一二两三四五六七八九十百]{1,4}(?:个)?天/

/** E7: 天 where the law counts in 日 (S57). */
export function countsInTian(text: string): Found | null {
	const found = text.includes('天') ? DAYS_WRONGLY.exec(text) : null
	return found ? { start: found.index, end: found.index + found[0].length } : null
}

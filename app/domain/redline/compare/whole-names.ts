import type { Pieces } from '../writing/cut-pieces.ts'
import type { Hunk } from './shortest-script.ts'
import type { Sides } from './word-bounds.ts'

/** The usual family names, of one character. */
const FAMILY_NAMES = new Set(
	'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
)
const BEFORE_NAME = /[、，。；：（和与及由为是让请]$|^$|同志$|人$|员$|长$/
const LONGEST_GIVEN_NAME = 2

/** A person's name changes as a whole: 王小明 becomes 王晓明. Names with a middle dot are one part already. */
export function wholeNames(hunks: readonly Hunk[], sides: Sides): Hunk[] {
	return hunks.map((hunk, at) => {
		const isFree = hunk.oldStart > (hunks[at - 1]?.oldEnd ?? 0)
		if (isFree && isGivenName(hunk, sides))
			return { ...hunk, oldStart: hunk.oldStart - 1, newStart: hunk.newStart - 1 }
		const name = lengthenedName(hunk, hunks[at - 1]?.oldEnd ?? 0, hunks[at + 1]?.oldStart, sides)
		if (name) return name
		const isLast = (hunks[at + 1]?.oldStart ?? Number.POSITIVE_INFINITY) > hunk.oldEnd + 1
		return isLast && isBegunName(hunk, sides)
			? { ...hunk, oldEnd: hunk.oldEnd + 1, newEnd: hunk.newEnd + 1 }
			: hunk
	})
}

/** A given name that got or lost its second character changes with the rest of the name: 王芳 becomes 王芳芳. */
function lengthenedName(
	hunk: Hunk,
	from: number,
	to: number | undefined,
	{ old, fresh }: Sides,
): Hunk | null {
	const { oldStart, oldEnd, newStart, newEnd } = hunk
	const longer = oldStart === oldEnd ? fresh : newStart === newEnd ? old : null
	if (longer === null || oldEnd - oldStart + newEnd - newStart !== 1) return null
	const start = longer === old ? oldStart : newStart
	// The new character may be told as the first or as the second of the given name.
	for (const before of [1, 2]) {
		const [first, last] = [start - before, start + 3 - before]
		const isFree = oldStart - before >= from && oldEnd + 2 - before <= (to ?? old.ids.length)
		if (!isFree || !isWholeName(longer, first, last)) continue
		return {
			oldStart: oldStart - before,
			oldEnd: oldEnd + 2 - before,
			newStart: newStart - before,
			newEnd: newEnd + 2 - before,
		}
	}
	return null
}

/** Whether a family name and two characters stand between what comes before a name and what comes after one. */
function isWholeName({ text, starts }: Pieces, first: number, last: number): boolean {
	if (first < 0 || last >= starts.length) return false
	const name = text.slice(starts[first], starts[last])
	const after = text.charAt(starts[last] ?? text.length)
	return (
		/^[\u4e00-\u9fff]{3}$/.test(name) &&
		FAMILY_NAMES.has(name.charAt(0)) &&
		/^[，。；、）和与等]?$/.test(after) &&
		BEFORE_NAME.test(text.slice(0, starts[first]))
	)
}

/** Whether a change holds a family name and the first of two given ones: 王小 of 王小红. */
function isBegunName({ oldStart, oldEnd }: Hunk, { old }: Sides): boolean {
	const gone = old.text.slice(old.starts[oldStart], old.starts[oldEnd])
	if (gone.length !== 2 || !FAMILY_NAMES.has(gone.charAt(0))) return false
	const after = old.text.slice(old.starts[oldEnd], (old.starts[oldEnd] ?? 0) + 2)
	return (
		/^[\u4e00-\u9fff](?:[、，。；）和]|$)/.test(after) &&
		BEFORE_NAME.test(old.text.slice(0, old.starts[oldStart]))
	)
}

function isGivenName({ oldStart, oldEnd, newStart, newEnd }: Hunk, { old, fresh }: Sides): boolean {
	const [gone, come] = [
		old.text.slice(old.starts[oldStart], old.starts[oldEnd]),
		fresh.text.slice(fresh.starts[newStart], fresh.starts[newEnd]),
	]
	const isName = (text: string) => /^[\u4e00-\u9fff]+$/.test(text) && text.length <= LONGEST_GIVEN_NAME
	const family = old.text.slice(old.starts[oldStart - 1], old.starts[oldStart])
	if (!isName(gone) || !isName(come) || !FAMILY_NAMES.has(family)) return false
	return BEFORE_NAME.test(old.text.slice(0, old.starts[oldStart - 1]))
}

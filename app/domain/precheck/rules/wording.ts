import { findPersonalData } from '../personal-data.ts'
import type { Found } from './hit.ts'
import type { WordPair } from './word-lists.ts'

/** Pairs of a list as one pattern, with what is right for each. */
export type PairIndex = { readonly pattern: RegExp; readonly right: readonly string[] } | null

/** The pairs of a list as one pattern; null where there are none. */
export function indexPairs(pairs: readonly WordPair[]): PairIndex {
	if (pairs.length === 0) return null
	return {
		pattern: new RegExp(pairs.map(({ wrong }) => `(${wrong})`).join('|'), 'g'),
		right: pairs.map(({ right }) => right),
	}
}

function firstPair(
	text: string,
	index: PairIndex,
	isRight: (at: number, end: number) => boolean,
): Found | null {
	if (!index) return null
	for (const found of text.matchAll(index.pattern)) {
		const end = found.index + found[0].length
		if (isRight(found.index, end)) continue
		const at = found.slice(1).findIndex((group) => group !== undefined)
		return { start: found.index, end, detail: index.right[at] ?? '' }
	}
	return null
}

const RENAMED = /更名|撤销|合并|划入|职责(?:由|划|整合)|不再保留|挂牌|改为|组建/

/** F7: a body by its name of before a reform. */
export function namesOldBody(text: string, index: PairIndex): Found | null {
	if (RENAMED.test(text)) return null
	return firstPair(text, index, (at) => /原(?:[区县市省]|国家)?$/.test(text.slice(Math.max(0, at - 4), at)))
}

/** F9: a character or word that is commonly confused. */
export function writesWrongWord(text: string, index: PairIndex): Found | null {
	return firstPair(text, index, () => false)
}

const GAPS = [
	/[×Ｘ]{2,}|[Xx]{2,}(?=[年月日号元个名条]|[^A-Za-z0-9.]|$)|[＊*]{3,}|[○〇]{2,}(?=年|月|日|局|区|号|元|街道|公司)/g,
	/[（(【[](?:待定|待补充?|待填写?|待确认|此处[^）)】\]]{0,20}|空|略|填写[^）)】\]]{0,12}|插入[^）)】\]]{0,12}|另行补充|暂缺|具体[^）)】\]]{0,8}待[^）)】\]]{0,6})[）)】\]]/g,
	/(?:待定|待补充|待填写|待完善|待商榷|待核实|待明确)(?![点岗位期向额性编的人])/g,
	/TODO|TBD|FIXME|todo\b|tbd\b/g,
	/_{2,}|＿{2,}|—{4,}(?=年|元|日)|\.{6,}(?=年|元|日)|□{2,}|■{2,}/g,
	/[（(][\s　]*[）)]|〔[\s　]*〕|【[\s　]*】|《[\s　]*》|“[\s　]*”/g,
	/自?[\s　]+年[\s　]+月[\s　]+日|(?<![0-9])年[\s　]{1,8}月[\s　]{1,8}日|[0-9]{2}[\s　_]{2,}年/g,
	/(?:某某|XX|xx|ＸＸ)(?=区|局|街道|公司|单位|年|部门|办法|项目)/g,
]

/** F8: a gap that was left to be filled. */
export function leavesGap(text: string): Found | null {
	for (const pattern of GAPS)
		for (const found of text.matchAll(pattern)) {
			const [whole] = found
			const around = text.slice(Math.max(0, found.index - 1), found.index + whole.length + 1)
			if (/^[“‘"].*[”’"]$/.test(around) && !/^“[\s　]*”$/.test(whole)) continue
			if (/隐去|代替|替代|遮挡|脱敏|表示/.test(text) && /[×＊*Xx]/.test(whole)) continue
			return { start: found.index, end: found.index + whole.length }
		}
	return null
}

const HAN = '[\\u4E00-\\u9FFF》）”〕]'
const HALF_WIDTH = [
	new RegExp(`${HAN}[,;:!?](?=[\\u4E00-\\u9FFF《（“\\s]|$)`),
	new RegExp(`${HAN}\\((?=[^()]{0,20}[\\u4E00-\\u9FFF][^()]{0,20}\\))`),
	new RegExp(`[\\u4E00-\\u9FFF]\\.(?=[\\u4E00-\\u9FFF]|$)`),
	/"[\u4E00-\u9FFF][^"]{0,40}"/,
	/、(?=等(?!级|待|额|同|于|次|值))|、(?=[，。；、])|，(?=[，。；])|。(?=[。，])/,
]
/** F10: punctuation of half width, or twice (GB/T 15834). */
export function mispunctuates(text: string): Found | null {
	for (const pattern of HALF_WIDTH) {
		const found = pattern.exec(text)
		if (found && !isAddress(text, found.index))
			return { start: found.index, end: found.index + found[0].length }
	}
	return null
}

function isAddress(text: string, at: number): boolean {
	return /(?:https?:|www\.|@)[^\u4E00-\u9FFF]*$/.test(text.slice(Math.max(0, at - 60), at + 2))
}

const NUMBERED =
	/(?:身份证|居民身份证|证件|公民身份)[^，。；0-9]{0,8}[0-9]{17}[0-9Xx](?![0-9])|(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])/
const ACCOUNT = /(?:银行卡|储蓄卡|银行账号|卡号)[^，。；0-9]{0,8}[0-9]{16,19}(?![0-9])/
const MOBILE = /(?<![0-9A-Za-z-])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9A-Za-z])/

/** F11: a number of a person, that a draft may not hold. */
export function holdsPersonalData(text: string): Found | null {
	if (!/[0-9０-９]{4}/.test(text)) return null
	const found = NUMBERED.exec(text) ?? ACCOUNT.exec(text) ?? MOBILE.exec(text)
	if (found) return { start: found.index, end: found.index + found[0].length }
	return findPersonalData(text).length > 0 ? { start: 0, end: text.length } : null
}

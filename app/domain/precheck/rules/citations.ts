import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { type CitedTitle, type TitleIndex, bareEndedTitles, citedTitles, nearTitle } from './cited-titles.ts'
import { citesLaw, isUpperTitle } from './exemptions.ts'
import type { Found, TextRule } from './hit.ts'

/** The past, said as such, or an ending that is itself the point. */
const OF_THE_PAST =
	/当时(?:施行|有效|的)|已(?:经|被)?(?:废止|失效)|废止前|施行前|原《|原[\u4E00-\u9FFF]{2,12}法|不再(?:适用|执行|引用)|(?:将|把|由)[^。；]{0,30}(?:修改为|改为|替换为|调整为|更正为)|更名为|被[^，。；]{0,20}(?:取代|替代|废止)|同时废止|(?:取代|替代|代替)/

type Named = Found & { readonly rule: TextRule }

/** D1, D2, D3, D3a: a law that is no longer in force, cited as if it were. */
export function citesEnded(text: string, index: TitleIndex): Named[] {
	if (OF_THE_PAST.test(text)) return []
	const found = new Map<TextRule, Named>()
	const quoted = citedTitles(text).map(({ title, start, end }) => ({ title, start, end }))
	for (const { title, start, end } of [...quoted, ...bareEndedTitles(text, index)]) {
		const ended = index.ended.get(title)
		if (!ended || found.has(ended.rule)) continue
		found.set(ended.rule, { rule: ended.rule, start, end, detail: `${ended.instead}（${ended.since}）` })
	}
	return [...found.values()]
}

/** D4: an article that the law in force does not have, or a text of a former year. */
export function citesMissingArticle(text: string, index: TitleIndex): Found | null {
	if (OF_THE_PAST.test(text)) return null
	for (const { title, article, year, start, end } of citedTitles(text)) {
		const known = index.known.get(title)
		if (!known) continue
		if (article !== null && known.articles !== null && article > known.articles)
			return { start, end, detail: `《${title}》共${writeNumber(known.articles)}条` }
		if (year !== null && known.year !== null && year < known.year)
			return { start, end, detail: `《${title}》现行文本：${known.year}年` }
	}
	return null
}

/** D5: a title that is nearly that of a law, or bears 中华人民共和国 without right. */
export function misnamesLaw(text: string, index: TitleIndex): Found | null {
	for (const cited of citedTitles(text)) {
		const { title, start, end } = cited
		if (index.ended.has(title)) continue
		const known = index.known.get(title)
		if (known && cited.hasPrefix && !known.hasPrefix) return { start, end, detail: `《${title}》` }
		if (known || !isNational(cited)) continue
		const near = nearTitle(title, index)
		if (near !== null) return { start, end, detail: `《${near}》` }
		if (cited.hasPrefix && /(?:法|法典)$/.test(title)) return { start, end }
	}
	return null
}

/** A title of a region or of an annex may be near to a law's and its own. */
function isNational({ title, hasPrefix, written }: CitedTitle): boolean {
	return (
		hasPrefix ||
		(/(?:[^办做方]法|条例)$/.test(title) &&
			!/省|市|区|县|州|盟|旗|镇|乡/.test(written) &&
			isUpperTitle(title))
	)
}

const MAKES = /制定(?:本|《)/
const BASIS = /(?:根据|依据|依照|按照|参照)[^。；]{2,80}?[，,]?(?:结合[^。；]{0,30}?)?(?:制定|特制定)/
const LOW_BASIS =
	/会议纪要|批示|讲话|(?:区|县|街道|镇|乡)[^，。《》]{0,12}?(?:文件|通知|意见|办法|方案|决定|部署|要求)|《[^《》]{0,10}(?:区|县|镇|街道|乡)[^《》]{1,40}(?:办法|规定|意见|通知|方案|纪要|细则)》/

/** D8: no basis but a paper of its own level, or a minute (重大行政决策程序暂行条例 art. 27 (三)). */
export function restsOnOwnLevel(text: string): Found | null {
	if (!MAKES.test(text)) return null
	const found = BASIS.exec(text)
	if (!found || !LOW_BASIS.test(found[0]) || citesLaw(text) || /法律|法规|国办发|国发/.test(text)) return null
	return { start: found.index, end: found.index + found[0].length }
}

const NUMBER = [
	/[\u4E00-\u9FFF]{1,10}[[［(（【〈<]\s*(?:19|20)\d{2}年?\s*[\]］)）】〉>]\s*第?\s*\d{1,4}\s*号/,
	/[\u4E00-\u9FFF]{1,10}〔\s*(?:\d{2}|(?:19|20)\d{2}年|'\d{2})\s*〕\s*第?\s*\d{1,4}\s*号/,
	/[\u4E00-\u9FFF]{1,10}〔\s*(?:19|20)\d{2}\s*〕\s*(?:第\s*\d{1,4}|0\d{0,3}|第0\d{0,3})\s*号/,
	/[\u4E00-\u9FFF]{1,6}(?:发|函|规|字|办|政)\s*(?:19|20)\d{2}\s*[-—]?\s*第?\d{1,4}\s*号/,
]

/** D6: a document's number that is not written 〔2026〕3号 (GB/T 9704 7.2.5). */
export function misnumbersPaper(text: string): Found | null {
	if (!text.includes('号')) return null
	for (const pattern of NUMBER) {
		const found = pattern.exec(text)
		if (found && !/(?:法释|令|公告|解释)[(（[〔]?/.test(found[0].replace(/^.*?(?=法释|令|公告|解释)/, '')))
			return { start: found.index, end: found.index + found[0].length }
	}
	return null
}

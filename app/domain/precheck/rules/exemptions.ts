import type { Sentence } from './sentence.ts'

/** What in a sentence keeps a rule about powers from speaking. */
export type Reading = {
	readonly text: string
	/** An upper law is cited, or the law is said to rule the matter (法律、法规另有规定). */
	readonly citesLaw: boolean
	/** 依法, 法定: the law is meant but not named. */
	readonly saysLawfully: boolean
	/** 本办法所称…，是指…. */
	readonly defines: boolean
	/** It stands under words that forbid all that follows (不得有下列行为：). */
	readonly isListedAsForbidden: boolean
	/** What has been done: figures of a report. */
	readonly reports: boolean
}

const TITLE = /《([^《》]{2,60})》/g
/** Titles of a district's, a town's or a street's own papers: they grant nothing. */
const OWN_LEVEL = /^.{0,10}?(?:(?<!自治)(?:区|县)(?!域|块|划)|镇|乡(?!村)|街道)/
const NATIONAL_WITH_DISTRICT =
	/^(?:中华人民共和国|国务院|民族区域|社区|自然保护区|风景名胜区|特别行政区|开发区|香港|澳门)/
const LAW_KIND = /(?:法|法典|条例|规定|办法|细则|规则)(?:（[^（）]{1,16}）)?$/
const LAW_SAYS =
	/(?:法律|法规|规章)[^，。；]{0,12}?(?:规定|授权|另有|允许)|(?:国家|国务院|省级?(?:人民)?政府|省[^，。；]{0,10}?主管部门|全国人大|中央|上级)[^，。；]{0,12}?(?:规定|公布的标准|政策|标准)|从其规定|人民法院/
const LAWFULLY = /依法(?!治|行政$)|法定|依照法|依照有关法|按照有关法|合法/
const DEFINES = /所称[^，。；]{1,24}[，,]?(?:是指|包括|是)|是指|含义(?:是|如下)/
const LISTS_FORBIDDEN = /(?:不得|禁止|严禁|不准|杜绝|不应|免予|免收|取消|废止|清理)[^。；]{0,60}[：:]\s*$/
const REPORTS =
	/(?:共|累计|已|已经|去年|上年|全年|年内)(?:依法)?(?:作出|办理|查处|处理|收取|收缴|罚没|查封|拆除)/

/** Reads a sentence, with the words that it stands under, for what keeps rules silent. */
export function readSentence({ text, lead }: Sentence): Reading {
	return {
		text,
		citesLaw: citesLaw(text) || (lead !== '' && citesLaw(lead)),
		saysLawfully: LAWFULLY.test(text),
		defines: DEFINES.test(text),
		isListedAsForbidden: lead !== '' && LISTS_FORBIDDEN.test(lead),
		reports: REPORTS.test(text),
	}
}

/** Whether these words name a law of a higher level, or leave the matter to one. */
export function citesLaw(text: string): boolean {
	if (LAW_SAYS.test(text)) return true
	if (!text.includes('《')) return false
	for (const [, title = ''] of text.matchAll(TITLE)) if (isUpperTitle(title)) return true
	return false
}

/** Whether a title is that of a law, a regulation or a rule from above the district. */
export function isUpperTitle(title: string): boolean {
	if (!LAW_KIND.test(title)) return false
	return NATIONAL_WITH_DISTRICT.test(title) || !OWN_LEVEL.test(title)
}

const NEGATES =
	/不得|严禁|禁止|不准|不应|不允许|不能|不再|无需|无须|不需|毋需|不必|杜绝|防止|避免|制止|取消|废止|停止执行|清理(?!费)|免收|免征|免缴|不予|不收|不向|不对|不另|不单独|不额外|不设|不以|免予|免于|免除|不受|不因|没有|不作|减免|严肃查处|坚决纠正|纠正|下放|精简|删除|删去/
/** A verb that begins what is asked or done: what was denied before it ends there. */
const BEGINS =
	/应当|必须|须(?!知)|可以|可(?:并|处|对)|有权|由|方可|处(?:以|[一二三四五六七八九十百千万两\d])|并处|予以|给予|责令|将|一律/
const STOPS = '，；：。,;:'

/**
 * Whether the words at this place are denied: 不得设定…, 严禁…, 取消…, and with them the clause after, as long as it asks
 * for nothing of its own.
 */
export function isDenied(text: string, start: number): boolean {
	const from = clauseStart(text, start)
	const before = text.slice(from, start)
	if (reaches(before)) return true
	if (from === 0 || text[from - 1] !== '，' || BEGINS.test(text.slice(from, start + 4))) return false
	const previous = text.slice(clauseStart(text, from - 1), from - 1)
	return reaches(previous) && !previous.endsWith('的')
}

/** Whether a denial in these words reaches their end: 不得…的商户可以… does not. */
function reaches(words: string): boolean {
	if (words.endsWith('不')) return true
	const found = NEGATES.exec(words)
	if (!found) return false
	const after = words.slice(found.index + found[0].length)
	const relative = after.indexOf('的')
	return relative < 0 || !BEGINS.test(after.slice(relative))
}

function clauseStart(text: string, at: number): number {
	let from = at
	while (from > 0 && at - from < 120 && !STOPS.includes(text.charAt(from - 1))) from -= 1
	return from
}

const SPEAKS_OF =
	/^[”"’』」]?(?:的)?(?:规定|条款|内容|表述|字样|做法|问题|要求|口号|说法|现象|行为|等(?:规定|条款|内容|表述|字样|做法))/
const DROPS_WORDS = /(?:删除|删去|废止|取消|将|把)[^“”]{0,20}$/

/** Whether the place lies in quotation marks that tell of words instead of saying them: 删除“…”, “…”的规定. */
export function isQuoted(text: string, start: number): boolean {
	const open = text.lastIndexOf('“', start)
	if (open < 0) return false
	const close = text.indexOf('”', open)
	if (close < start) return false
	return DROPS_WORDS.test(text.slice(0, open)) || SPEAKS_OF.test(text.slice(close + 1))
}

/** Whether nothing in the sentence but its own words gives the power that it speaks of. */
export function standsAlone(reading: Reading, start: number, isOwnFigure: boolean): boolean {
	if (reading.citesLaw || reading.defines || reading.isListedAsForbidden || reading.reports) return false
	if (reading.saysLawfully && !isOwnFigure) return false
	if (DROPPED_AFTER.test(reading.text.slice(start))) return false
	return !isDenied(reading.text, start) && !isQuoted(reading.text, start)
}

const OF_WHOM =
	/^[^，。；]{0,4}的(?:企业|单位|个人|人员|商户|经营者|市场主体|主体|机构|人|车辆|房屋|场所|财物|物品|当事人|[，、])/

/** Whether what is found only says of whom or of what the sentence speaks: 被吊销执照的企业. */
export function isCondition(text: string, end: number): boolean {
	return OF_WHOM.test(text.slice(end))
}

const DROPPED_AFTER =
	/(?:一律|予以|全部|应当|立即|坚决|逐步)(?:清理|取消|废止|停止(?:执行|收取|实施)?|纠正|叫停)(?:废止|规范)?(?=[，。；]|$)/

/** Bodies of the administration as the one who acts at the beginning of a sentence. */
const OFFICE =
	'(?:局|委员会|主管部门|部门|人民政府|政府|街道办事处|办事处|行政机关|机关|领导小组|指挥部|各街道|各镇|各乡镇|各单位|预算单位|事业单位|成员单位|责任单位|承办单位|起草单位|采购人|执法人员|工作人员|干部|公务员|领导人员|国有企业)'
const OFFICE_ACTS = new RegExp(
	`^[^，。；]{0,24}?${OFFICE}(?:及其工作人员|和[^，。；]{1,12})?(?:应当|应|必须|须|需|要|可以|不得|负责|在|将|会同|根据|按照|对|每|拟|确需|因)`,
)

/** Whether an office is the one that the sentence binds. */
export function bindsOffice(text: string): boolean {
	return OFFICE_ACTS.test(text)
}

/** The first place of any of these patterns. */
export function firstOf(text: string, patterns: readonly RegExp[]): RegExpExecArray | null {
	for (const pattern of patterns) {
		const found = pattern.exec(text)
		if (found) return found
	}
	return null
}

/** Every match of each pattern until one is asked for; patterns are global. */
export function* placesOf(text: string, patterns: readonly RegExp[]): Generator<RegExpExecArray> {
	for (const pattern of patterns) yield* text.matchAll(pattern)
}

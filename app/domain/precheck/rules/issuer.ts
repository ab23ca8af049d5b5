import type { Found } from './hit.ts'
import { type Reading, isDenied, isQuoted, placesOf } from './exemptions.ts'
import type { Sentence } from './sentence.ts'

const BODY =
	'(?:领导小组|协调小组|工作小组|工作专班|专班|指挥部|联席会议|委员会办公室|议事协调机构|临时机构|内设机构|[\\u4E00-\\u9FFF]{2,8}(?:科|股|处|室)(?=制|发|印|公|出台|颁|下|负责|以|的?名义|可以|$)|办公室)'
const PAPER =
	'(?:本(?:办法|规定|细则|通知|意见|决定|通告|方案|规则)|办法|规定|细则|规则|规范性文件|通告|公告|决定|收费标准|处罚标准|实施意见)'
const ISSUES = '(?:制定|制订|发布|印发|公布|出台|颁布|下发|颁发|发文)'
const ISSUED = [
	new RegExp(`${PAPER}[^。；]{0,20}?由[^，。；]{0,24}?${BODY}[^，。；]{0,10}?${ISSUES}`, 'g'),
	new RegExp(`由[^，。；]{0,24}?${BODY}[^，。；]{0,10}?${ISSUES}[^，。；]{0,16}?${PAPER}`, 'g'),
	new RegExp(
		`${BODY}[^，。；]{0,10}?(?:可以?|负责|有权|应当|以[^，。；]{1,8}名义)[^，。；]{0,8}?${ISSUES}[^，。；]{0,16}?${PAPER}`,
		'g',
	),
	new RegExp(`${BODY}${ISSUES}的《[^》]{2,40}(?:规定|办法|细则|规则|决定|通告|意见)》`, 'g'),
	new RegExp(`以[^，。；]{0,24}?${BODY}(?:的)?名义[^，。；]{0,8}?${ISSUES}`, 'g'),
	new RegExp(
		`(?:经|由)[^，。；]{0,24}?${BODY}[^，。；]{0,6}?(?:批准|讨论通过|审定|同意)(?:后)?(?:发布|印发|施行|公布)`,
		'g',
	),
]
/** The government's own office issues for it; a party body is not ours to judge. */
const MAY_ISSUE =
	/(?:人民政府|区政府|县政府|市政府|街道办事处|党工委|政府)办公(?:室|厅)(?:以|按|统一|负责|制定|印发|发布|公布|组织)/
const INNER_PAPER = /(?:工作|实施)?(?:方案|计划|要点|预案|简报|清单|台账|制度|通报|指引|手册|宣传)$/
/** A heading of a paper that one of them issues: …指挥部关于印发《…》的通知. */
const HEADED = new RegExp(
	`(?:领导小组|协调小组|工作专班|指挥部|联席会议|委员会)(?:办公室)?(?:文件$|关于[^。]{2,60}(?:通知|决定|通告|规定|办法|意见|公告)$)|^[^。，]{2,30}局[^。，]{1,10}(?:科|股|处|室)关于[^。]{2,60}(?:通知|决定|通告|规定|办法|意见|公告)$`,
)
const STANDING_COMMITTEE = /(?:监督管理|发展和改革|卫生健康|常务|村民|居民|业主|管理)委员会(?:关于|$)/

/** C1: an issuer that may issue no normative document (37号 (一)). */
export function lacksIssuer(reading: Reading, { kind }: Sentence): Found | null {
	const { text } = reading
	const heading = HEADED.exec(text)
	if (
		heading &&
		!STANDING_COMMITTEE.test(text) &&
		(kind === 'title' || kind === 'letterhead' || !text.includes('。'))
	)
		return { start: heading.index, end: heading.index + heading[0].length }
	if (!/制定|制订|发布|印发|公布|出台|颁布|下发|颁发|发文|施行/.test(text) || MAY_ISSUE.test(text))
		return null
	for (const { 0: words, index } of placesOf(text, ISSUED)) {
		if (INNER_PAPER.test(words.replace(/《[^》]*》/, '')) || isDenied(text, index) || isQuoted(text, index))
			continue
		if (reading.isListedAsForbidden || /不得[^，。；]{0,20}$/.test(words) || /不得/.test(words)) continue
		return { start: index, end: index + words.length }
	}
	return null
}

const NO_TITLE = /实施《|〈|贯彻|执行《|落实《|关于(?:贯彻|执行|学习|宣传|实施)/
const OWN_REGULATION =
	/(?:关于印发|关于发布|印发|公布|发布|制定(?:并[^，。《]{0,6})?)《[^《》]{0,12}?(?<!自治)(?:区|县|镇|街道|乡)[^《》]{0,30}(?:条例|(?<![办方做执])法)(?:（[^（）]{2,8}）)?》/
const PASSED_REGULATION =
	/《[^《》]{0,12}?(?<!自治)(?:区|县|镇|街道|乡)[^《》]{0,30}条例》[^。；]{0,12}?(?:已经|业经|经)(?![^。；]{0,24}?(?:人大|人民代表大会))[^。；]{0,24}?(?:通过|审议)/
const SELF_NAMED = /(?:制定|出台)本(?:条例|法(?!律|规|人|院|治))/

/** C2: a name that only a law or a regulation may have (规章制定程序条例 art. 7 as a measure). */
export function hasForbiddenName(reading: Reading, { kind }: Sentence): Found | null {
	const { text } = reading
	const named = OWN_REGULATION.exec(text) ?? PASSED_REGULATION.exec(text) ?? SELF_NAMED.exec(text)
	if (named) return { start: named.index, end: named.index + named[0].length }
	const isHeading = kind === 'title' || (!/[。，；：]/.test(text) && text.length < 50)
	if (!isHeading || NO_TITLE.test(text)) return null
	const title = text
		.replace(
			/[（(](?:草案|征求意见稿|送审稿|修订|修订草案|试行|暂行|讨论稿|审议稿|修改稿|稿)[^）)]{0,8}[）)]/g,
			'',
		)
		.trim()
	if (!/(?:条例|[^办方做执司守违合]法)$/.test(title) || !/区|县|镇|街道|乡/.test(title)) return null
	return { start: 0, end: text.length }
}

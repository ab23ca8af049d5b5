import { DIGIT, NUMERAL } from '../chinese-number.ts'
import { withoutBlanks } from '../without-blanks.ts'

/** A line of any part's own form is no longer than this; longer ones are not looked at. */
const LONGEST = 80
const LONGEST_ADDRESSEES = 200
const LONGEST_SIGNER = 30
const LONGEST_NAME = 40

const ANNEX = new RegExp(
	`^[（(【[]?附(件|表|录|錄|图|圖)?[ \\u3000\\t]{0,6}((?:[（(]?(?:${NUMERAL}|${DIGIT}){1,3}[)）]?|[A-Z])(?:[-－—.](?:${NUMERAL}|${DIGIT}){1,2})?)?[】\\]）)]?(.{0,80})$`,
)
const SENTENCE = /[，。；]/
/** 附件1所列的摊位: a sentence that begins with the name of an annex. */
const GOES_ON = /^(?:所|中|的|规定|和|与|及|或|至|、|为|是|由)/

/** The names of the annexes in a closing: 附件：1．申请表, or the name of one in its head. */
export type AnnexHead = { readonly isNumbered: boolean; readonly name: string }

/** Reads a line as the head of an annex (附件1, 附件：分工表, 附表2 收费标准), or gives null. */
export function readAnnexHead(line: string): AnnexHead | null {
	const text = line.includes('附') ? shortOf(line) : null
	const match = text === null ? null : ANNEX.exec(text)
	if (!match) return null
	const [, kind = '', number = '', rest = ''] = match
	const name = rest.replace(/^[：:]/, '').trim()
	const head = { isNumbered: number !== '', name }
	if (rest === '') return kind === '' && number !== '' ? null : head
	if (SENTENCE.test(name)) return null
	if (/^[：:]/.test(rest)) return head
	if (kind === '' || name.length > LONGEST_NAME || GOES_ON.test(name)) return null
	return /^[ \u3000\t]/.test(rest) || number !== '' ? head : null
}

/** A name after which articles may follow that are the text itself: a notice carries its measure as an annex. */
export function isInstrument(name: string): boolean {
	return /(?:办法|规定|细则|条例|规则|规程|制度|章程|规范|准则|標準|标准|守则|公约|辦法|規定|細則)(?:[（(][^（）()]{1,12}[）)])?》?$/.test(
		withoutBlanks(name),
	)
}

const YEAR = '(?:[0-9０-９〇○零一二三四五六七八九Xx×＿_*]{2,4}|[ \\u3000]{1,8})'
const COUNT = '[0-9０-９一二三四五六七八九十Xx×＿_* \\u3000]{0,6}'
const DATE = new RegExp(
	`^(?:(?:签订|签署|签约)?(?:日期|时间)[：:])?[ \\u3000]{0,4}${YEAR}[ \\u3000]{0,4}年${COUNT}月${COUNT}日$`,
)

/** Whether a line is the day of a document (成文日期): 2026年5月1日, 二〇二六年五月一日, 2026年 月 日. */
export function isDateLine(line: string): boolean {
	const text = line.includes('日') ? shortOf(line) : null
	return text !== null && DATE.test(text)
}

const ORGAN =
	/(?:政府|委员会|委員會|办公室|辦公室|办公厅|局|厅|委|部|院|处|中心|公司|协会|商会|办事处|集团|银行|署|会议|组|工委|党委|队|所|站|社|办|馆|校|会|镇|乡|街道)(?:[（(](?:印章|公章|盖章|章)[）)])?$/
const OFFICE =
	/^(?:省长|市长|州长|区长|县长|旗长|镇长|乡长|主任|局长|主席|委员长|院长|检察长|总理)[：:]?[\p{Script=Han}·]{2,8}$/u
const SEALED =
	/[（(](?:盖章|签章|签字|公章|签名|印章)[）)][：:]?|^(?:法定代表人|授权代表|委托代理人)[^，。；]{0,20}[：:]/

/** Whether a line can be the name of who signs (署名): 青禾区人民政府, 区长 王某某, 甲方（盖章）：. */
export function isSigner(line: string): boolean {
	const text = shortOf(line)
	if (text === null || SENTENCE.test(text)) return false
	if (SEALED.test(text)) return true
	const words = withoutBlanks(text)
	return (
		words.length >= 2 &&
		words.length <= LONGEST_SIGNER &&
		(ORGAN.test(words) || OFFICE.test(words)) &&
		!/[：:、]/.test(words.replace(/^[^：:]{2,3}[：:]/, ''))
	)
}

/** Whether a line is signed by hand or by seal, as the last lines of a contract are. */
export function isSealed(line: string): boolean {
	const text = shortOf(line)
	return text !== null && SEALED.test(text) && !SENTENCE.test(text)
}

/** 附注: （此件公开发布）, （联系人：王某，电话：…）. */
export function isRemark(line: string): boolean {
	const text = shortOf(line)
	return (
		text !== null &&
		(/^[（(][^（(]{2,60}[）)]$/.test(text) || /^(?:信息公开选项|公开属性|公开方式)[：:]/.test(text))
	)
}

const COPIES = /^[ \u3000\t]{0,12}抄[ \u3000]{0,4}[送报報][ \u3000]{0,4}[：:]/

/** Whether a line names who else gets the document (抄送): 抄送：区委各部门。 */
export function isCopies(line: string): boolean {
	return line.includes('抄') && COPIES.test(line)
}

/** Whether a line says who printed the document and when (印发机关和印发日期). */
export function isIssue(line: string): boolean {
	const text = line.includes('印') ? shortOf(line) : null
	if (text === null) return false
	return (
		/日[ \u3000\t]{0,12}印[ \u3000]{0,4}[发發]$/.test(text) ||
		/^[（(]?共印[ \u3000]{0,4}[0-9０-９]{1,6}[ \u3000]{0,4}份[）)]?$/.test(text)
	)
}

const NUMBERED = new RegExp(
	`^[\\p{Script=Han}]{1,20}[〔［[（(【][ ]{0,2}(?:19|20|１９|２０)[0-9０-９]{2}[ ]{0,2}[〕］\\])）】][ ]{0,2}第?[ ]{0,2}[0-9０-９×Xx_＿ ]{1,6}[ ]{0,2}号(?:[ \\u3000\\t]{1,40}签发人.{0,20})?$`,
	'u',
)
const ORDER = new RegExp(`^[（(]?第[ \\u3000]{0,3}(?:${NUMERAL}|${DIGIT}){1,5}[ \\u3000]{0,3}号[）)]?$`)

/** Whether a line is the number of a document (发文字号): 青政发〔2026〕3号; 第3号 of an order. */
export function isDocumentNumber(line: string): boolean {
	const text = shortOf(line)
	return text !== null && (NUMBERED.test(text) || ORDER.test(text))
}

/** Whether a line belongs to the letterhead: 青禾区人民政府文件, 特急, 机密★1年, 签发人：王某某, 000012. */
export function isLetterhead(line: string): boolean {
	const text = shortOf(line)
	if (text === null || text.length > LONGEST_SIGNER) return false
	const words = withoutBlanks(text)
	return (
		/(?:政府|委员会|办公室|办公厅|局|委|部|厅|院|会|办|处|中心|公司|党组|署)(?:文件|令)$/.test(words) ||
		/^(?:特急|加急|平急|特提|[0-9]{6}|签发人[：:].{1,16}|(?:绝密|机密|秘密)★?.{0,6})$/.test(words)
	)
}

/** Whether a line names whom the document is for (主送机关): 各街道办事处，区政府各部门：. */
export function isAddressee(line: string): boolean {
	const text = line.length <= LONGEST_ADDRESSEES ? line.trim() : ''
	return (
		/[：:]$/.test(text) &&
		!/[。；]/.test(text) &&
		!/(?:如下|下列|以下|包括|通知|规定|是|为)[：:]$/.test(text) &&
		(/^各/.test(text) ||
			ORGAN.test(text.slice(0, -1)) ||
			/(?:机关|单位|部门|同志|单位和个人)[：:]$/.test(text))
	)
}

/** The line without blanks at its ends, or null for a longer one. */
function shortOf(line: string): string | null {
	if (line.length > LONGEST * 2) return null
	const text = line.trim()
	return text.length <= LONGEST && text !== '' ? text : null
}

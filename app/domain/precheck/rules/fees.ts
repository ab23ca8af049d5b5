import type { Found } from './hit.ts'
import { type Reading, placesOf, standsAlone } from './exemptions.ts'

const SUM = '[0-9０-９一二三四五六七八九十百千万两零〇.]{1,10}(?:元|万元|%|％)|千分之|百分之|万分之'
const FEES = [
	/(?:收取|加收|收缴|征收(?!补偿|决定|部门|工作|土地|房屋)|预收|代收|按[^，。；]{1,10}收|征缴|计收)[^。；]{0,24}?(?:费(?!用?减免|率)|保证金|押金|基金|金(?!额|融)|款(?!项目))/g,
	new RegExp(`(?:收取|收费|加收|征收|计收|收)(?:标准为|人民币)?(?:每[^，。；]{1,4})?(?:${SUM})`, 'g'),
	/(?:缴纳|交纳|缴存|预缴|缴付|上交|上缴|交付|预交|交|缴)[^。；]{0,24}?(?:费(?!用?由|率)|保证金|押金|基金|诚信金|承诺金|抵押金|风险金|统筹金|建设金|赞助|管理款|调节金|服务款|金(?!额|融|属))/g,
	/(?:集资|摊派|募集资金|强制(?:捐|募)|派捐)/g,
	/(?:应当|必须|须|均|按[^。；]{1,16}?)[^。；]{0,12}?(?:捐款|捐资|赞助|认捐|认购|出资|筹资|筹集)/g,
	/(?:实行|实施)[^，。；]{0,14}?(?:收费|有偿使用)(?:制度|管理)?/g,
	new RegExp(
		`(?:工本费|手续费|管理费|服务费|占用费|押金|保证金|登记费|审核费|年检费|卫生费|处置费|清运费)(?:按|为|标准)?[^，。；]{0,10}?(?:${SUM})`,
		'g',
	),
]
/** What is paid for a good, by contract, or by the law of its own. */
const NO_FEE =
	/社会保险|医疗保险|养老保险|失业保险|工伤保险|生育保险|保险费|公积金|水费|电费|燃气费|供热费|供暖费|采暖费|物业(?:服务|管理)?费|物业费|电话费|学费|学杂费|会费|党费|团费|税(?!前)|租金|出让金|诉讼费|仲裁费|公证费|罚款|滞纳金|维修资金|(?:履约|投标|农民工工资|质量|工资)保证金|货款|伙食费|餐费|医疗费|门票|通行费|利息|违约金|赔偿|票据|发票|明码标价/
const PAID_TO_SELLER =
	/向[^，。；]{0,14}?(?:企业|公司|物业服务人|出租人|供应商|经营者|银行|医院|学校|保险机构)[^，。；]{0,6}?(?:支付|缴纳|交纳|缴存)/
/** The office pays, or the sentence is about how it keeps its fees. */
const OFFICE_PAYS =
	/由(?:区|县|市|本级)?财政|财政(?:部门)?(?:补助|承担|保障|拨付|补贴)|收费(?:目录|公示|清单)|退还|退回|返还(?!的)/
const KEEPS_TO_REFUND = /期满|无违规|合格后|验收后|到期后|履行完毕|离场/
const OWN_FIGURE = new RegExp(SUM)
const KEYS = /收|缴|交|集资|摊派|募|捐|赞助|认捐|认购|出资|筹资|筹集|押金|保证金|费/

/** A5: a fee, a fund, a deposit or money raised (行政许可法 art. 58). */
export function setsFee(reading: Reading): Found | null {
	const { text } = reading
	if (!KEYS.test(text) || PAID_TO_SELLER.test(text)) return null
	if (OFFICE_PAYS.test(text) && !KEEPS_TO_REFUND.test(text)) return null
	const isOwnFigure = OWN_FIGURE.test(text)
	for (const { 0: words, index } of placesOf(text, FEES)) {
		if (NO_FEE.test(words) || NO_FEE.test(text.slice(index + words.length, index + words.length + 8)))
			continue
		if (/^(?:缴|交)费/.test(words) && !isOwnFigure) continue
		if (/^(?:交|缴)/.test(words) && /[提上递移转成社外公结相缓欠]$/.test(text.slice(0, index))) continue
		if (/^收(?!取|费|缴)/.test(words) && /[回吸接招征验签没]$/.test(text.slice(0, index))) continue
		if (/收入|回收|吸收|接收|验收|招收|签收/.test(words)) continue
		if (
			/出资|筹集|筹资|认购|募集资金/.test(words) &&
			/可以|鼓励|政府|财政|自愿|引导|合同|社会资本/.test(text)
		)
			continue
		if (/自愿/.test(text)) continue
		if (standsAlone(reading, index, isOwnFigure)) return { start: index, end: index + words.length }
	}
	return null
}

const TAX =
	'(?:税(?!务机关|务部门|务局|收违法|收宣传|费政策|收优惠政策的?落实)|地方留成|地方留存|[区县市]级留存|留存部分|留成部分|财政贡献|财力贡献|经济贡献|地方贡献|财政收入贡献)'
const GAIN =
	'(?:减免|减征|免征|免缴|返还|退还|返税|退税|先征后返|先征后退|即征即退|奖励|奖补|补助|补贴|优惠|扶持|抵扣|减半|全免|缓征|豁免|返给|返)'
const TAX_GAINS = [
	new RegExp(`${TAX}[^。；]{0,30}?${GAIN}`, 'g'),
	new RegExp(`${GAIN}[^。；]{0,24}?${TAX}`, 'g'),
]
const STATE_TAX =
	/国家[^，。；]{0,10}税|税(?:务|收)(?:机关|部门|局)[^，。；]{0,10}(?:依法|落实|按|加强|宣传|辅导|开展)|举报|纳税服务|违法行为|纳税信用|出口退税|落实[^，。；]{0,16}税|税收政策|依法享受|纳税辅导|涉税/

/** A6: a tax given up or given back (公平竞争审查条例 art. 10 (一), 立法法 art. 11 (六)). */
export function givesUpTax(reading: Reading): Found | null {
	const { text } = reading
	if (!/税|留成|留存|贡献/.test(text) || STATE_TAX.test(text)) return null
	for (const { 0: words, index } of placesOf(text, TAX_GAINS)) {
		// 免征房产税两年 begins with a word that elsewhere denies.
		if (standsAlone(reading, index, true)) return { start: index, end: index + words.length }
	}
	return null
}

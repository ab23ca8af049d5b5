import type { Found } from './hit.ts'
import { type Reading, isCondition, placesOf, standsAlone } from './exemptions.ts'

const NUMBER = '[0-9０-９一二三四五六七八九十百千万两零〇.,，]'
const AMOUNT = `${NUMBER}{1,12}(?:余)?(?:元|万元|倍|%|％)`
/** Fines, by any word order: 处…罚款, 罚款二百元, 每张处罚款十元, 罚五十元. */
const FINES = [
	new RegExp(`(?<!加)(?:处(?!理|置|长|于|分|室|在|所)|并罚|可罚|科以|课以)[^。；]{0,40}?(?:罚款|罚金)`, 'g'),
	new RegExp(`(?:罚款|罚金|罚)(?:人民币|金额为?|数额为?|标准为?|幅度为)?(?:每[^，。；]{1,3})?${AMOUNT}`, 'g'),
	new RegExp(
		`(?:给予|予以|施以|实施|进行|承担|接受|被|处以)[^，。；]{0,16}?(?:罚款|罚金|行政处罚(?!决定|权|案|信息|裁量|事项|程序|法|工作|文书|监督))`,
		'g',
	),
	new RegExp(`(?:处以?|给予)[^，。；]{0,6}${AMOUNT}[^，。；]{0,20}?(?:处罚|的罚)`, 'g'),
	new RegExp(`处以?(?:人民币)?${AMOUNT}`, 'g'),
	/罚款(?:加倍|翻倍|从重)|加倍(?:处以?)?罚款/g,
	new RegExp(`(?:缴纳|交纳|收取|支付)[^，。；]{0,10}?(?:罚款|罚金)${AMOUNT}`, 'g'),
	/(?:收取|缴纳|支付|承担|扣除)[^，。；]{0,12}?(?:惩罚性|处罚性)[^，。；]{0,8}?(?:金|费|款)/g,
]
/** The other kinds of penalty of 行政处罚法 art. 9. */
const OTHER_KINDS = [
	/(?:给予|予以|处以?|并处|可处|作出|并)[^，。；]{0,12}?(?:警告(?!标|牌|信号|线|灯|语|处分)|通报批评)/g,
	/没收[^，。；]{0,14}?(?:所得|工具|物品|货物|财物|设备|车辆|器具|产品|商品|保证金|押金|作品|器械|材料|其)/g,
	/(?:吊销|暂扣|扣缴|收缴|扣留)[^，。；]{0,16}?(?:执照|许可|证照|资质|证(?!据|明|件)|(?:许可|运输|营运|经营|驾驶|从业|执业|准运|通行)证件|证书|牌照|资格)/g,
	/(?:撤销|取消|收回|降低)[^，。；]{0,10}?(?:经营资格|从业资格|营业资格|执业资格|资质等级|经营许可证?|营业执照|摊位证|准营证)/g,
	/取消[^，。；]{0,20}?(?:政府采购|采购活动|投标|评标|从业|从事|经营|承接|入围)[^，。；]{0,6}?资格/g,
	/(?:责令|勒令)[^，。；]{0,8}?(?:停产|停业|关闭|歇业|停止营业|停止经营|关停|关门|停止生产)/g,
	/(?:停业|停产)(?:整顿|整改|[0-9一二三四五六七八九十]{1,3}(?:日|天|个月))/g,
	/(?:列入|纳入|记入|拉入|计入|加入)[^，。；]{0,14}?(?:黑名单|失信|禁入名单|惩戒名单|不良名单)/g,
	/(?:实施|采取|给予|进行)[^，。；]{0,6}?(?:失信惩戒|联合惩戒|信用惩戒)/g,
	/(?:[一二三四五六七八九十两0-9]{1,3}(?:年|个月)(?:之?内)?|终身|永久|永远)[^。；]{0,6}?(?:不得|禁止|限制|不允许|不准|取消其?|停止)[^，。；]{0,14}?(?:从业|从事|执业|经营|进入[^，。；]{0,8}市场|投标|采购活动|政府采购|承接|承揽|参与[^，。；]{0,8}项目)/g,
	/(?:限制从业|从业限制|禁止从业|行业禁入|市场禁入|限制[^，。；]{0,4}开展[^，。；]{0,6}经营活动|限制[^，。；]{0,4}生产经营)/g,
	/(?:处|予以|给予|处以|并处|行政)[^，。；]{0,10}?拘留/g,
]
const MILD = /免予|免于|不予(?:行政)?处罚|从轻|减轻|首违不罚|轻微不罚|不罚|免罚|不再处罚/
/** What happens to a fine, or before it is set: no power is given by it. */
const OF_PROCEDURE =
	/^[”"]?(?:决定(?!.{0,6}[元倍])|前|时|的?(?:收入|收缴|票据|款项|所得|数额|幅度|权限|权|程序|标准|依据|种类|事项|案件|信息|文书|执行|监督|裁量)|的?，?应当(?:告知|听取|出示|制作|集体)|[^，。；]{0,10}(?:缴入|上缴|缴库|公示|公开|听证))/
const ABOUT_FINES = /罚款(?:收入|应当(?:全部|一律)?(?:缴|上缴)|收缴分离|票据|一律上缴|全部上缴)|罚缴分离/
/** Criticism and warnings inside the administration are no penalty. */
const INSIDE =
	/(?:部门|各单位|工作人员|干部|责任人|人员|街道|乡镇|镇政府|机关|公务员|履职|考核|绩效|督查|问责|推进不力|落实不力|处分|党员|村干部|成员单位|执法)/
const ONLY_INSIDE = /^(?:[^，。；]{0,8})(?:警告|通报批评|批评)/
const POLICE = /治安管理|构成犯罪|刑事责任|公安机关依/
const OWN_FIGURE = new RegExp(AMOUNT)
const KEYS =
	/罚|警告|通报批评|没收|吊销|暂扣|收缴|扣缴|扣留|撤销|取消|收回|降低|停产|停业|关停|责令|勒令|名单|失信|惩戒|从业|从事|执业|禁入|拘留|投标|采购|承接|承揽|开展|生产经营/

/** A3: a penalty (行政处罚法 art. 9, 16). */
export function setsPenalty(reading: Reading): Found | null {
	const { text } = reading
	if (!KEYS.test(text) || ABOUT_FINES.test(text) || isBenchmark(text)) return null
	const isOwnFigure = OWN_FIGURE.test(text)
	for (const { 0: words, index } of placesOf(text, FINES))
		if (isPenalty(reading, words, index, isOwnFigure)) return { start: index, end: index + words.length }
	for (const { 0: words, index } of placesOf(text, OTHER_KINDS)) {
		if (isInside(text, words) || isCondition(text, index + words.length)) continue
		if (isPenalty(reading, words, index, false)) return { start: index, end: index + words.length }
	}
	return null
}

function isPenalty(reading: Reading, words: string, index: number, isOwnFigure: boolean): boolean {
	const { text } = reading
	if (!standsAlone(reading, index, isOwnFigure)) return false
	if (MILD.test(text) && !isOwnFigure) return false
	if (POLICE.test(text) && !isOwnFigure) return false
	return !OF_PROCEDURE.test(text.slice(index + words.length))
}

function isInside(text: string, words: string): boolean {
	return (
		/警告|通报批评/.test(words) &&
		(INSIDE.test(text) || ONLY_INSIDE.test(text)) &&
		!/罚款|没收|吊销|暂扣/.test(text)
	)
}

const BENCHMARK =
	/(?:基准|裁量|幅度|档次|阶次|罚款标准|处罚标准|处罚力度)[^。；]{0,24}?(?:调整为|提高(?:到|至|为)|降低(?:到|至|为)|增设|新增|另行(?:设|确|规)|上浮|扩大|突破|改为|变更为|上调|下调|增加)/
const RANGE_MOVED =
	/(?:罚款|处罚)[^。；]{0,10}?(?:幅度|标准|数额|上限|下限|额度|种类|起点)[^。；]{0,16}?(?:调整为|提高|降低|改为|上浮|扩大|变更为|上调|下调|增加|不受)/

function isBenchmark(text: string): boolean {
	return RANGE_MOVED.test(text) || (BENCHMARK.test(text) && /罚/.test(text))
}

/** A12: a benchmark of discretion that is a range of its own (行政处罚法 art. 34). */
export function movesPenaltyRange(reading: Reading): Found | null {
	const { text } = reading
	if (!text.includes('罚')) return null
	const found = RANGE_MOVED.exec(text) ?? (isBenchmark(text) ? BENCHMARK.exec(text) : null)
	if (!found || /(?:规定|法定)的?[^，。；]{0,8}幅度(?:内|范围)/.test(text)) return null
	if (!standsAlone(reading, found.index, true)) return null
	return { start: found.index, end: found.index + found[0].length }
}

import type { Found } from './hit.ts'
import { type Reading, isCondition, placesOf, standsAlone } from './exemptions.ts'

const SUPPLY =
	/(?:断|停止供|停供|停|切断|中断|停止供应|限制供|限制)(?:水|电|气|热|暖|网)(?:[、和或及]?(?:断|停|供|停供)?(?:水|电|气|热|暖|网))*/g
const CUTS =
	/(?:拒不|拒绝|欠|逾期|违规|违法|违反|不配合|不履行|不缴|不搬|迫使|督促|直至|对[^，。；]{1,20}(?:采取|实施|予以|可以|可)|可以采取|有权)/
const NO_CUT =
	/检修|抢修|故障|台风|事故|防止|避免|公告|通知(?:用户|居民)|计划(?:检修|停)|施工需要|造成|导致|演练|恢复|作业|节约|因[^，。；]{1,10}(?:停|断)|期间/
const MEASURES = [
	/查封[^，。；]{0,20}/g,
	/(?:扣押|扣留|暂扣|先行扣|扣下)(?![^，。；]{0,10}(?:执照|许可|证))[^，。；]{0,16}/g,
	/冻结(?!机构|编制|人员|规模|资源|价格|时间|线|保存)[^，。；]{0,12}?(?:账户|帐户|存款|资金|款项|资产|财产|股权|汇款|户口)/g,
	/强制(?:拆除|清除|清理|搬离|搬迁|驱离|带离|隔离|执行|关停|停止|措施|腾退|腾房|收回|平整|铲除|捕杀|拖|开锁|检查|清退|进入|送|移|扣|处置|处理|恢复|整改|停业|传唤|约束|拆|清)/g,
	/(?:强行|强拆|强占|强扣)[^，。；]{0,8}/g,
	/(?:代履行|代为(?:清理|清除|拆除|履行|整改|修复|处置|治理|恢复))/g,
	/加处[^，。；]{0,6}罚款/g,
	/滞纳金/g,
	/(?:拖移|拖离|拖走|清拖|拖曳|锁定车轮|锁车|上锁)[^，。；]{0,10}/g,
	/划拨[^，。；]{0,6}(?:存款|汇款|账户)/g,
	/(?:拍卖|变卖)[^，。；]{0,8}(?:扣押|查封|抵缴|抵顶|财物)/g,
	/(?:直接|自行|组织|可以|予以|径行|立即)[^，。；]{0,6}(?:拆除|铲除|捕杀|清除)(?![^，。；]{0,4}(?:标识|围挡|障碍))/g,
]
/** Others act, by law; or nothing is forced. */
const BY_OTHERS =
	/人民法院|申请[^，。；]{0,8}强制执行|强制性(?:标准|规范|条文|要求|国家)|强制(?:检定|保险|报废|报告|认证|保养)|税收滞纳金|解除(?:查封|扣押|冻结)|被(?:查封|扣押|冻结|扣留)的|防止|避免|申领|返还|退还/
const OWN_FIGURE = /[0-9一二三四五六七八九十百千万两]{1,6}(?:元|‰|%|％)|千分之|万分之|百分之/
/** Of a paper, a sign or a use that its owner removes. */
const OWN_REMOVAL =
	/(?:申请人|当事人|设置人|所有人|施工单位|建设单位|业主|经营者|企业)(?:应当|须|必须)?(?:自行|负责)/
const KEYS =
	/封|扣|冻结|强制|强行|强拆|强占|代履行|代为|加处|滞纳金|拖|锁|划拨|卖|断|停|切|限制|拆除|铲除|捕杀|清除/

/** A4: a compulsory measure or its enforcement (行政强制法 art. 9, 10, 12, 13, 43). */
export function setsCompulsion(reading: Reading): Found | null {
	const { text } = reading
	if (!KEYS.test(text)) return null
	const isOwnFigure = OWN_FIGURE.test(text)
	if (!BY_OTHERS.test(text))
		for (const { 0: words, index } of placesOf(text, MEASURES)) {
			if (/免|减/.test(text.slice(Math.max(0, index - 4), index))) continue
			if (/^(?:直接|自行|组织|可以|予以|径行|立即)/.test(words) && !forces(text)) continue
			if (isProcedure(text, words, index) || isCondition(text, index + words.length)) continue
			// Who holds a person back takes liberty, and A7 speaks of it.
			if (/扣留?(?:其本人|其人|人员|当事人|行为人|上访)/.test(words)) continue
			if (standsAlone(reading, index, isOwnFigure && words === '滞纳金'))
				return { start: index, end: index + words.length }
		}
	if (NO_CUT.test(text) || !CUTS.test(text)) return null
	for (const { 0: words, index } of placesOf(text, [SUPPLY]))
		if (standsAlone(reading, index, false)) return { start: index, end: index + words.length }
	return null
}

/** 组织拆除 is forced where somebody did not do it: 逾期不拆除的, 拒不…的. */
function forces(text: string): boolean {
	return (
		/逾期(?:未|不|仍)|拒不|拒绝|仍不|未在[^，。；]{1,10}期限|无人认领/.test(text) && !OWN_REMOVAL.test(text)
	)
}

const LATER_STEPS =
	/^[^，。；]{0,6}(?:时|前|决定书|清单|笔录|期限不得|的期限|的财物应当|物品应当|，应当(?:出示|制作|告知|通知|当场))/

function isProcedure(text: string, words: string, index: number): boolean {
	return LATER_STEPS.test(text.slice(index + 2, index + words.length + 16))
}

const LIBERTY = [
	/限制[^，。；]{0,8}?(?:人身自由|离开|外出|出行|活动范围|出入|行动)/g,
	/(?:不得|不准|不允许|禁止)(?:其|当事人|居民|人员)?(?:离开|外出|离境|走出|出村)/g,
	/(?:扣留|留置|滞留|拘禁|关押|羁押|看管|拘留|软禁)[^，。；]{0,6}?(?:人员|当事人|其|本人|上访人|行为人|人)?/g,
	/(?:带至|带离|送至)[^，。；]{0,12}(?:学习班|法制教育|训诫)/g,
]
const PROPERTY =
	'(?:土地|房屋|院落|宅基地|车辆|场地|物资|设备|财产|林地|耕地|承包地|船舶|仓库|宾馆|酒店|厂房|商铺|设施|菜地|果园|树木|农田|住房|农房|场所)'
const TAKING = [
	new RegExp(
		`(?:可以?|有权|应当|予以|决定|直接|统一|强制|无偿|依需|临时|将)[^。；]{0,12}?(?:征收|征用|征占|收归|收回|占用)[^。；]{0,14}?${PROPERTY}`,
		'g',
	),
	new RegExp(`(?:征收|征用|征占)[^，。；]{0,14}?${PROPERTY}`, 'g'),
	new RegExp(`${PROPERTY}[^。；]{0,16}?(?:予以|可以|由[^，。；]{2,14})(?:无偿)?(?:征收|征用|收回|收归)`, 'g'),
	/(?:不(?:再|另行|另)?(?:予|给予|支付)?补偿|无偿)[^。；]{0,12}?(?:征|收回|收归|拆除|占用|划转)/g,
	/(?:征|收回|收归|拆除|占用)[^。；]{0,20}?(?:不(?:再|另行|另)?(?:予|给予|支付)?补偿|无偿)/g,
]
/** What the criminal law and the law of the police rule. */
const OF_POLICE = /公安机关|人民检察院|犯罪嫌疑|看守所|侦查|检察机关/
const NO_TAKING =
	/征收(?:部门|决定|工作|补偿|管理|实施|范围|入库|信息|公告|评估|当事人)|被征收|征用补偿|征(?:求|集)|征收[^，。；]{0,8}(?:税|费|基金)|入库|借用|租用|协商一致|自愿/

/** A7: liberty, or property taken (立法法 art. 11 (五)(七)). */
export function restrictsLibertyOrTakes(reading: Reading): Found | null {
	const { text } = reading
	if (
		!/限制|离开|外出|离境|出村|扣留|留置|拘|关押|羁押|看管|软禁|强制|学习班|训诫|征|收回|收归|占用|补偿|无偿/.test(
			text,
		)
	)
		return null
	if (OF_POLICE.test(text)) return null
	for (const { 0: words, index } of placesOf(text, LIBERTY)) {
		if (/扣留|看管|留置/.test(words) && !/^.{2}[^，。；车]{0,4}人/.test(text.slice(index))) continue
		if (/^拘留/.test(words) && /处分|记录/.test(text)) continue
		if (standsAlone(reading, index, false)) return { start: index, end: index + words.length }
	}
	if (NO_TAKING.test(text) && !/无偿|不(?:再|另行|另)?(?:予|给予)?补偿/.test(text)) return null
	for (const { 0: words, index } of placesOf(text, TAKING)) {
		if (/^(?:不|无偿)/.test(words) ? false : /占用/.test(words) && !/不[^，。；]{0,4}补偿|无偿/.test(text))
			continue
		if (/收回/.test(words) && !/无偿|不[^，。；]{0,4}补偿|宅基地|承包地|土地/.test(text)) continue
		const isPlain = reading.citesLaw || reading.defines || reading.isListedAsForbidden || reading.saysLawfully
		if (/^不|^无偿/.test(words) ? !isPlain : standsAlone(reading, index, false))
			return { start: index, end: index + words.length }
	}
	return null
}

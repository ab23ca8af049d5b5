import type { Found } from './hit.ts'
import {
	type Reading,
	bindsOffice,
	firstOf,
	isDenied,
	isQuoted,
	placesOf,
	standsAlone,
} from './exemptions.ts'

const WHO =
	'(?:公民|个人|居民|村民|市民|企业|公司|商户|经营者|业主|住户|家长|监护人|养犬人|饲养人|驾驶人|用人单位|物业服务企业|物业服务人|承租人|出租人|房东|租户|租客|用户|消费者|建设单位|施工单位|开发商|社会组织|经营单位|生产者|销售者|从业人员|务工人员|农户|学生|患者|车主|任何单位和个人|任何个人)'
const BINDS = [
	new RegExp(`${WHO}[^，。；]{0,14}?(?:不得|必须|应当|禁止|须(?!知)|不准|限制|严禁)`),
	new RegExp(`(?:禁止|严禁|限制|要求)${WHO}`),
]
/** How to apply or to answer: a step, not a new duty. */
const STEPS =
	/变相|设定|以[^，。；]{1,10}为名|(?:应当|须|必须)[^，。；]{0,12}?(?:申请|提交|提出|填写|签字|补正|报名|参加评审|领取|如实|提供(?:真实|下列|以下)|配合|说明|签订|遵守|履行(?:合同|协议))|知情|有权|自愿|协商|约定/

/** A8: a duty or a ban for citizens and enterprises without a basis (优化营商环境条例 art. 64, 37号 (一)). */
export function addsDuty(reading: Reading): Found | null {
	const { text } = reading
	if (reading.citesLaw || reading.saysLawfully || reading.defines || bindsOffice(text)) return null
	if (STEPS.test(text)) return null
	const found = firstOf(text, BINDS)
	if (!found || isQuoted(text, found.index) || isDenied(text, found.index)) return null
	return { start: found.index, end: found.index + found[0].length }
}

const PROOFS = [
	/(?:出具|提交|提供|开具|开立|附|附具|取得|补开|持)[^，。；]{0,24}?证明(?!材料目录|事项|标准)/g,
	/证明(?:材料|文件|书)?(?:由|须由|应当由)[^，。；]{1,16}?(?:出具|开具|盖章)/g,
]
const LAWFUL_PROOF =
	/身份证明|学历证明|出生医学证明|实践证明|事实证明|证明事项|告知承诺|能够证明|证明力|证明责任/

/** A9: a proof that goes in circles or says what is known (37号 (一)). */
export function asksForProof(reading: Reading): Found | null {
	const { text } = reading
	if (!text.includes('证明') || LAWFUL_PROOF.test(text)) return null
	for (const { 0: words, index } of placesOf(text, PROOFS))
		if (standsAlone(reading, index, false) && !bindsOffice(text))
			return { start: index, end: index + words.length }
	return null
}

const OWN_POWER = [
	/由(?:我|本)(?:局|单位|机关|部门|街道|办|委|办事处|镇)[^，。；]{0,8}?(?:自行|单方|统一)?(?:批准|确定|指定|决定|认定|裁定|掌握|审定)/g,
	/(?:主管部门|街道办事处|[\u4E00-\u9FFF]{2,8}局)(?:可以)?(?:自行|视情况?|酌情)(?:决定|确定|处理|掌握|调整|认定|不予受理)/g,
]
const DROPS_DUTY = [
	/(?:概不|一概不|均不|一律不|不再?)(?:负责|承担)[^，。；]{0,10}?(?:责任)?/g,
	/免除[^，。；]{0,12}?(?:责任|义务)/g,
	/(?:一律|可以|有权|概)[^，。；]{0,4}?不予受理/g,
	/后果(?:由[^，。；]{1,10})?自负/g,
]
const LAWFUL_DROP = /不可抗力|紧急避险|尽职免责|容错|勤勉尽责|不属于受理范围|善意|依法/

/** A10: a power that nobody gave, or a duty that is dropped (115号 (六)). */
export function addsOwnPower(reading: Reading): Found | null {
	const { text } = reading
	if (LAWFUL_DROP.test(text)) return null
	for (const { 0: words, index } of placesOf(text, [...OWN_POWER, ...DROPS_DUTY])) {
		if (/不(?:再)?(?:负责|承担)/.test(words) && !/责任|负责/.test(words)) continue
		if (standsAlone(reading, index, false)) return { start: index, end: index + words.length }
	}
	return null
}

const REMEDY = '(?:复议|诉讼|起诉|申诉|上访|信访|投诉|异议|仲裁|举报|上诉|控告|复核|申辩|听证)'
const CLOSES = [
	/最终(?:的)?(?:解释权|决定权|裁决权|裁定权)|解释权[^，。；]{0,8}最终/g,
	/终局(?:性|的|决定|裁决|结论|裁定)?|(?:为|是|系|属)最终(?:的)?(?:决定|结论|裁决|裁定|认定|处理)|最终(?:决定|结论|裁决)，/g,
	new RegExp(
		`(?:不得|不能|不可以?|不准|不允许|禁止|无权|不享有|不可再|不再)(?:再)?(?:(?:就|对|向)[^，。；]{1,20}?)?(?:再(?:行|次)?)?(?:提起|申请|提出|进行|要求|享有)?(?:行政|民事|任何|任何形式的)?${REMEDY}`,
		'g',
	),
	new RegExp(`(?:放弃|视为放弃|自动放弃|自愿放弃)[^，。；]{0,16}?${REMEDY}`, 'g'),
	new RegExp(
		`(?:不再受理|不予受理|一律不受理|概不受理|不受理|不接受|拒绝受理)[^，。；]{0,10}?${REMEDY}`,
		'g',
	),
	new RegExp(`${REMEDY}[^，。；]{0,8}?(?:一律|概|均)?(?:不再受理|不予受理|不受理|不予接受|不予处理)`, 'g'),
	/不(?:再)?(?:接受|列入|属于|纳入)[^，。；]{0,10}?(?:行政复议|行政诉讼|司法审查)/g,
]
const LAWFUL_CLOSE =
	/(?:不得|禁止)(?:限制|阻|剥夺|干预|干涉|打击|拒|推|拖|压|泄|歧视|妨碍|影响|要求[^，。；]{0,10}放弃)|复议机关|重复|匿名|已经(?:人民法院|复议)|期间|同一事实/

/** A11: no way to have it reviewed (行政复议法 art. 2, 11; 行政诉讼法 art. 2, 12). */
export function closesRemedies(reading: Reading): Found | null {
	const { text } = reading
	if (reading.citesLaw || reading.defines || reading.isListedAsForbidden) return null
	if (LAWFUL_CLOSE.test(text)) return null
	for (const { 0: words, index } of placesOf(text, CLOSES)) {
		// 不得 belongs to what is found here; what stands before it may still deny it: 不得规定最终解释权.
		if (/^(?:最终|解释权|终局|为最终|是最终)/.test(words) && isDenied(text, index)) continue
		if (/不得(?:以|要求|规定|设定|约定)[^，。；]{0,30}$/.test(text.slice(0, index)) || isQuoted(text, index))
			continue
		if (reading.saysLawfully && /不予受理|不受理/.test(words)) continue
		return { start: index, end: index + words.length }
	}
	return null
}

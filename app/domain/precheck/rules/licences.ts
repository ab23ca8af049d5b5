import type { Found } from './hit.ts'
import { type Reading, bindsOffice, isDenied, placesOf, standsAlone } from './exemptions.ts'

const GRANT = '(?:批准|核准|审批|许可|准许|审核|审查|同意|核验|认定|备案|登记)'
const PAPER =
	'(?:许可|资格|资质|[^，。；]{0,6}证(?!明|据|实|件)|证书|执照|牌照|证照|批文|批件|批复|准入|手续)'
const THEN = '(?:方可|方能|方准|才能|才可|始可|始得|才准|才得)'
const OFFICE_NAME = '(?:局|办事处|部门|政府|委员会|中心|机关|办公室|大队|站|所|队|委)'
const PRIVATE =
	/的[，,]|者|企业|公司|商户|个人|公民|居民|村民|业主|住户|经营|机构|从事|开办|开设|举办|设立|设置|施工|营业|组织|申请人|当事人|驾驶|饲养|养犬|车辆|摊|店|开业|开展|占用|挖掘|使用|建设单位|单位|人员|拍摄|捕|新建|改建|扩建|销售|运输|张贴|搭建|装修|出租/
const PRIVATE_ACT =
	'(?:经营|营业|施工|摆摊|举办|开办|设置|设立|从事|招生|招收|销售|占用|挖掘|通行|进入|开业|开工|上岗|开展|搭建|投放|运营|饲养|出租|使用|接单|执业)'

/** An act that waits for a grant: 经…批准后方可…, 取得…证后方可…. */
const THEN_FORMS = [
	new RegExp(`(?:经|报|向|由|征得|获得)[^。；]{0,30}?${GRANT}[^。；]{0,10}?${THEN}`, 'g'),
	new RegExp(
		`(?:取得|获得|领取|办理|申领|办妥|持有|持|凭|具备|领有)[^。；]{0,24}?(?:${PAPER}|${GRANT})[^。；]{0,12}?${THEN}`,
		'g',
	),
	new RegExp(
		`(?:经|向)[^，。；]{1,24}?(?:批准|许可|核准|审批|备案|登记|审核同意|同意)(?:后|并[^，。；]{1,8})[，,]?(?:可以?|准予)[^，。；]{0,6}?${PRIVATE_ACT}`,
		'g',
	),
	new RegExp(
		`(?:备案|登记|许可|批准|核准|审批|同意|取得[^，。；]{1,10}证)(?:后|之后|以后)?[，,]?${THEN}`,
		'g',
	),
]
/** An act that is forbidden without a grant: 未经…许可，不得…. */
const WITHOUT_FORMS = [
	new RegExp(
		`(?:未经|未取得|未获得?|未办理|没有取得|未报经?|未持有?|未领取|未向[^，。；]{1,16}?|无)[^。；]{0,30}?(?:${GRANT}|${PAPER})[^。；]{0,30}?(?:不得|禁止|严禁|不准|不能|不允许|一律不)`,
		'g',
	),
	new RegExp(
		`(?:不得|禁止|严禁|不准)(?:在)?(?:未经|未取得|未获得?|未办理)[^，。；]{0,24}?(?:${GRANT}|${PAPER})`,
		'g',
	),
	new RegExp(
		`除(?:经|取得|获得|报)[^，。；]{1,24}?(?:批准|许可|同意|核准|备案)(?:的)?(?:以外|之外|外)[，,]?[^，。；]{0,16}?(?:不得|禁止|严禁|一律不)`,
		'g',
	),
	new RegExp(`(?:不得|禁止|严禁)无证(?:经营|营业|施工|摆摊|上岗|运营)`, 'g'),
]
/** A grant that somebody has to ask for. */
const ASK_FORMS = [
	new RegExp(
		`(?:应当|应|必须|须|需要?|要|一律|事先|提前)[^。；]{0,16}?(?:经|报请|报经|报送|报|由|提请|取得|获得|征得|送)[^。；]{0,24}?(?:批准|核准|审批|许可|审核同意|审查同意|同意|准许|审定)`,
		'g',
	),
	new RegExp(
		`(?:应当|应|必须|须|需要?)[^。；]{0,12}?(?:向|到|在)[^。；]{2,20}?${OFFICE_NAME}[^。；]{0,8}?(?:申请|申领|办理|领取|申办|取得)[^。；]{0,16}?(?:许可|资格|资质|准营|准入|经营证|备案证|登记证|许可证|牌照|证照|[^，。；]{1,6}证(?!明|据|实|件))`,
		'g',
	),
	new RegExp(
		`(?:应当|应|必须|须|需要?)[^，。；]{0,8}?(?:取得|办理|申领|领取|持有)[^，。；]{0,20}?(?:许可证?|准营证?|准入证|经营证|备案证|资格证书?|经营资格|准入资格|从业资格|牌照|准[^，。；]{1,2}证|(?:颁发|发放|核发|签发)的[^，。；]{1,10}?证(?!明|据|实|件))`,
		'g',
	),
	/(?:实行|实施|建立|执行)[^，。；]{0,12}?(?:行政许可|许可证?|审批|核准|准入许可|市场准入|准营|资格准入|准入|持证)(?:制度?|管理|经营|上岗)/g,
	new RegExp(
		`的[，,](?:应当|须|必须|一律)?(?:由|报|经)[^，。；]{1,24}?(?:审批|批准|核准|许可(?!证)|审核同意|审查批准)`,
		'g',
	),
	/(?:应当|必须|须|一律|实行)[^，。；]{0,8}?(?:持证|凭证)(?:经营|上岗|摆摊|施工|营业|进入)/g,
]

/** Consent of neighbours or owners is no licence; a review before a decision binds the office. */
const NO_GRANT =
	/(?:业主|本人|监护人|当事人|权利人|家长|他人|所有权?人|产权人|利害关系人|家属|患者|用户|消费者|被[^，。；]{1,6}人|村民会议|村民代表会议|业主大会|职工代表大会|股东会?|法定代表人|负责人)[^，。；]{0,6}?(?:书面)?(?:同意|许可|批准)|合法性|公平竞争|集体|公开征求|(?:常务|办公|专题|全体)会议|是否|常委会|领导|组织部|编制|备案审查/
/** What is granted is money, a rank or a period, and no leave to act. */
const BENEFIT =
	/补贴|补助|救助|低保|奖励|资金|津贴|发放|待遇|荣誉|称号|表彰|评选|拨付|经费|列支|预算|贷款|报销|缓缴|减免|退休|请假|休假|公车|公务|出差|政府采购|招标文件/
/** A paper of the administration that is approved before it takes effect. */
const OWN_PAPER =
	/(?:本(?:办法|规定|细则|方案|规则|意见|标准|预案|目录)|规划|方案|预案|计划|草案|预算|决算|清单|目录|名录|章程|标准|议案|报告|名单|指标|编制|合同|协议)[^，。；]{0,8}?(?:应当|须|必须|经|报|由|需)/
/** An office draws it up and has it approved: 由区城市管理局提出方案，报区政府批准. */
const OFFICE_PREPARES =
	/由[^，。；]{2,24}?(?:局|部门|办事处|委员会|政府)(?:会同[^，。；]{1,20}?)?(?:提出|拟定|拟订|编制|制定|组织编|牵头|汇总|研究提)/
const EVENTS = new RegExp(PRIVATE_ACT)

/** A1: a licence, a consent or a certificate without which nobody may act (行政许可法 art. 17). */
export function setsLicence(reading: Reading): Found | null {
	const { text } = reading
	if (
		!/批准|核准|审批|许可|准许|同意|审核|备案|登记|证|资格|资质|牌照|执照|准入|准营|手续|核验|认定/.test(text)
	)
		return null
	for (const { 0: words, index } of placesOf(text, WITHOUT_FORMS))
		if (isLicence(reading, words, index, 'without')) return { start: index, end: index + words.length }
	for (const { 0: words, index } of placesOf(text, THEN_FORMS))
		if (isLicence(reading, words, index, 'then')) return { start: index, end: index + words.length }
	for (const { 0: words, index } of placesOf(text, ASK_FORMS))
		if (isLicence(reading, words, index, 'ask')) return { start: index, end: index + words.length }
	return null
}

function isLicence(
	reading: Reading,
	words: string,
	index: number,
	form: 'without' | 'then' | 'ask',
): boolean {
	const { text } = reading
	if (!standsAlone(reading, index, false)) return false
	if (NO_GRANT.test(words) || BENEFIT.test(words)) return false
	if (
		bindsOffice(text) ||
		/(?:任何|各|有关|本级|区级|相关)(?:部门|行政机关)[^，。；]{0,6}(?:不得|应当)/.test(text)
	)
		return false
	if (OFFICE_PREPARES.test(text)) return false
	if (form === 'without')
		return !/(?:提交|出台|印发|公布|决策|拨付|列支|上会|调整预算|发文)/.test(
			text.slice(index + words.length, index + words.length + 12),
		)
	const before = text.slice(0, index + words.length)
	const after = text.slice(index + words.length, index + words.length + 16)
	if (BENEFIT.test(after)) return false
	if (OWN_PAPER.test(before) && !EVENTS.test(after)) return false
	return form === 'then' || (PRIVATE.test(text) && !BENEFIT.test(text))
}

const MORE_CONDITIONS = [
	/(?:申请|办理|登记|申领|领取|换发|延续|申报)[^。；]{0,40}?(?:还应当?|还须|还需|还要|另需|另须|另行(?:提供|提交)|并须|同时(?:提供|提交|应当|须)|一并(?:提供|提交)|额外(?:提供|提交)|加(?:附|交)|附加)/,
	/除[^。；]{1,24}?(?:外|之外|以外)[，,]?[^。；]{0,10}?(?:还应当?|还须|还需|还必须|应当?同时|须|需另|另需|另须|并应当?|同时)/,
	/在[^，。；]{0,12}?(?:法定|规定)(?:的)?(?:条件|材料)[^，。；]{0,6}?(?:基础上|之外|以外)[^。；]{0,10}?(?:增加|还|另)/,
]

/** A2: more than the law asks of who applies (行政许可法 art. 16). */
export function addsConditions(reading: Reading): Found | null {
	const { text } = reading
	for (const pattern of MORE_CONDITIONS) {
		const found = pattern.exec(text)
		if (!found || !/申请|办理|登记|申领|领取|换发|延续|申报|许可|材料/.test(text)) continue
		if (/还可以|也可以|可以通过/.test(text) || bindsOffice(text)) continue
		const at = found.index + found[0].length
		if (reading.defines || reading.isListedAsForbidden || isDenied(text, at) || reading.citesLaw) continue
		return { start: found.index, end: at }
	}
	return null
}

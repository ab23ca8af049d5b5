import type { Found } from './hit.ts'
import { type Reading, isDenied, isQuoted, placesOf } from './exemptions.ts'

const HERE =
	'(?:本地|本区|本县|本市|本省|本辖区|本街道|本镇|区内|县内|市内|省内|辖区内|当地|属地|域内|青禾区)'
const AWAY = '(?:外地|外省|外市|外县|外区|区外|市外|省外|异地|非本(?:区|地|市|县|省)|非(?:本地|属地)|域外)'
const TRADE =
	'(?:企业|产品|商品|农产品|供应商|服务商|施工(?:企业|单位|队伍)?|经营者|机构|劳务|建材|品牌|公司|单位|商户|厂家|设备|服务|原材料|食材|家电|车辆|药品|承包商|中介)'
const LOCAL = [
	new RegExp(
		`(?:优先|仅限|只限|仅能|只能|只准|只许|仅准|必须|一律|限于|限(?!期|制|额)|倾斜|应当?(?:优先)?(?:选用|选择|采购|购买|使用|委托)|原则上|须)[^。；]{0,20}?${HERE}[^，。；]{0,14}?${TRADE}`,
		'g',
	),
	new RegExp(
		`${HERE}[^，。；]{0,14}?${TRADE}[^。；]{0,14}?(?:优先|占比|比例|份额|加分|加[0-9一二三四五六七八九十.]{1,3}分|给予[^，。；]{0,6}加分|不得?低于|不少于|享有[^，。；]{0,6}优惠)`,
		'g',
	),
	new RegExp(
		`(?:在|于|向)${HERE}[^，。；]{0,12}?(?:注册|设立|纳税|登记|分支机构|分公司|子公司|办公场所|固定场所|落户|缴纳(?:税|社保|社会保险))[^。；]{0,20}?(?:方可|才能|加分|优先|仅限|为(?:前提|条件)|作为)`,
		'g',
	),
	new RegExp(
		`(?:应当|必须|须|需|要求|限于|仅限|仅|只|限)[^。；]{0,12}?(?:在|于)${HERE}[^，。；]{0,12}?(?:注册|设立|纳税|登记|分支机构|分公司|子公司|办公场所|落户|经营满)`,
		'g',
	),
	new RegExp(
		`(?:具有|具备|拥有)${HERE}[^，。；]{0,10}?(?:分支机构|分公司|办公场所|营业执照|纳税证明|社保)`,
		'g',
	),
	new RegExp(
		`${AWAY}[^。；]{0,24}?(?:不得|限制|禁止|另行|应当|必须|须|加收|提高|额外|加倍|方可|缴费|单独|从严|加价|不予|暂停|需)`,
		'g',
	),
	new RegExp(
		`(?:限制|禁止|不得|不允许|控制|阻止|拒绝|加收|从严|谢绝|减少)[^，。；]{0,16}?${AWAY}[^，。；]{0,8}?${TRADE}?`,
		'g',
	),
]
/** Bonds that tie no trade. */
const NO_TRADE = /户籍|就读|入学|学生|儿童|居民|村民|老年人|残疾人|社会组织|志愿|人才公寓|民办|养老机构床位/
const LOCAL_TRADER = /(?:户籍|籍)的?(?:经营者|商户|摊主|企业|个体)/
const TRADE_WORDS = new RegExp(
	`${TRADE}|采购|投标|招标|中标|承接|消费券|购买|配送|经营|市场|补贴|生产|销售|工程|材料|收购|运输`,
)
const EVEN = /平等|一视同仁|同等(?:对待|待遇)|歧视|公平竞争|妨碍统一市场|破除|消除|地方保护|清理|废除|壁垒/

/** Whether a ban in these words is what the rule looks for (外地企业不得…) or the ban of it (不得限定本地企业). */
function isBanned(reading: Reading, index: number): boolean {
	const { text } = reading
	return reading.isListedAsForbidden || reading.defines || isDenied(text, index) || isQuoted(text, index)
}

/** B1: local goods and firms first (公平竞争审查条例 art. 9). */
export function protectsLocal(reading: Reading): Found | null {
	const { text } = reading
	if (!/[本当属青区市县省域外异]/.test(text) || EVEN.test(text) || !TRADE_WORDS.test(text)) return null
	for (const { 0: words, index } of placesOf(text, LOCAL)) {
		if (
			(NO_TRADE.test(words) && !LOCAL_TRADER.test(words)) ||
			(/不得|禁止|限制/.test(words) && /限定|要求|设定|以[^，。；]{1,10}为由|附加|变相|歧视/.test(text))
		)
			continue
		if (/业绩/.test(words) || (/业绩/.test(text) && !/注册|纳税|分支机构|优先/.test(words))) continue
		if (/人民政府|主管部门|街道办事处/.test(words) || reading.citesLaw) continue
		if (!isBanned(reading, index)) return { start: index, end: index + words.length }
	}
	return null
}

const SELLER =
	'(?:企业|公司|品牌|供应商|单位|商家|商户|厂家|平台|门店|产品|设备|维修点|检测机构|检测站|培训机构|培训学校|中介机构|中介|机构|银行|服务商|印章店|保险公司|医院|律师事务所|运营商|软件|系统|酒店|经营者)'
const NAMED = '[\\u4E00-\\u9FFF]{2,16}(?:有限(?:责任)?公司|股份公司|集团|公司|厂|商行|合作社|平台|品牌)'
const DESIGNATES = [
	new RegExp(`指定[^，。；]{0,12}?${SELLER}`, 'g'),
	new RegExp(
		`(?:统一|必须|只能|应当|一律|须|集中)[^，。；]{0,8}?(?:购买|采购|使用|订购|安装|配备|选用|投保|委托|订阅|定制|由|到|在|向|通过)[^，。；]{0,8}?${NAMED}`,
		'g',
	),
	new RegExp(
		`(?:限定|只能|仅能|仅限|必须)[^，。；]{0,12}?(?:购买|采购|使用|选用|接受|委托|到|由)[^，。；]{0,14}?(?:提供的|生产的|销售的|推荐的|名录内的|入库的|确定的|合作的)[^，。；]{0,10}?`,
		'g',
	),
	/(?:推荐|确定|认可|选定|合作)(?:的)?[^，。；]{0,6}?(?:企业|公司|品牌|供应商|厂家|商家|平台)[^，。；]{0,8}?(?:购买|采购|实施|承接|安装|办理|提供|检测)/g,
]
const NO_SELLER =
	/指定(?:的)?(?:专人|人员|时间|地点|场所|位置|区域|部门|账户|帐户|联系人|媒体|网站|一名|专门|负责|代理人|监护人|法定|邮箱|用途|科室|单位负责|停放)|定点(?:医|帮)|监护人|救治|就诊|治疗|收治|隔离|鉴定人|管辖/
/** Who is local is B1's. */
const LOCAL_SELLER = new RegExp(HERE)
const BY_PROCUREMENT = /公开招标|政府采购程序|招标(?:方式)?(?:确定|选定)|竞争性|通过招标/

/** B2: a seller, a brand or a firm that must be used (公平竞争审查条例 art. 8 (三)). */
export function designatesSeller(reading: Reading): Found | null {
	const { text } = reading
	if (
		!/指定|统一|必须|只能|应当|一律|限定|仅|推荐|确定|认可|选定|合作|须|集中/.test(text) ||
		NO_SELLER.test(text)
	)
		return null
	for (const { 0: words, index } of placesOf(text, DESIGNATES)) {
		if (reading.citesLaw || BY_PROCUREMENT.test(text) || LOCAL_SELLER.test(words)) continue
		if (/全国|省|国家|政务|交易平台|公共资源|监管|信息平台|数据平台/.test(words)) continue
		if (/^指定/.test(words) && /(?:机关|法院|检察院|公安|政府|上级)$/.test(text.slice(0, index))) continue
		if (/^指定/.test(words) && /指定(?:有关|相关|牵头|责任|承办|一个|下属|所属)/.test(words)) continue
		if (
			/(?:单位|机构)$/.test(words) &&
			!/购|采|检测|培训|安装|维修|办理|施工|实施|承接|服务|体检|评估|印|保险|经营/.test(text)
		)
			continue
		if (!isBanned(reading, index)) return { start: index, end: index + words.length }
	}
	return null
}

const COMPANY = '[\\u4E00-\\u9FFF]{2,16}(?:有限(?:责任)?公司|股份公司|股份有限公司|集团|公司|厂)'
const GIVES =
	'(?:奖励|补贴|补助|优惠|减免|返还|扶持|资助|奖补|支持|免收|免除|低价|零地价|贴息|倾斜|政策|供地|出让)'
const FOR_ONE = [
	new RegExp(`(?:对|给予|向|为|由)${COMPANY}[^。；]{0,24}?${GIVES}`, 'g'),
	new RegExp(`(?:给予|授予|拨付|奖励|补贴|补助|资助)${COMPANY}`, 'g'),
	/(?:一企一策|一事一议|一企一议|个案处理|量身定(?:制|做)|特事特办|一对一)[^。；]{0,30}?(?:优惠|奖|补|价格|减|返还|扶持|资金|税|地价|电价|政策|租金)/g,
	/(?:优惠|奖励|补贴|扶持|减免|支持|低于|价格)[^。；]{0,24}?(?:一企一策|一事一议|一企一议|量身定(?:制|做))/g,
	/(?:特定|个别|某一|指定|该)(?:的)?(?:企业|经营者|公司|项目公司|投资人)[^。；]{0,20}?(?:优惠|奖励|补贴|扶持|减免|资助|低于|返还|免收|供应)/g,
	/(?:优惠|奖励|补贴|补助|扶持|减免|资助|返还)[^。；]{0,20}?(?:特定|个别|某一|该)(?:的)?(?:企业|经营者|公司|项目公司|投资人)/g,
]
const OF_LAW = /不包括|公开竞争|招标|公平竞争审查/

/** B3: a gain for one firm (公平竞争审查条例 art. 10 (二)(三)). */
export function favoursOne(reading: Reading): Found | null {
	const { text } = reading
	if (!/公司|厂|集团|一企|一事|个案|量身|特事|一对一|特定|个别|某一|指定|该/.test(text) || OF_LAW.test(text))
		return null
	for (const { 0: words, index } of placesOf(text, FOR_ONE)) {
		if (/各类|所有|符合|全部|等各|本区[^，。；]{0,4}公司|物业(?:服务)?公司|国有公司/.test(words)) continue
		if (reading.citesLaw || /(?:一企一策|一事一议)[^，。；]{0,6}(?:服务|帮扶|整改|治理|监管)/.test(text))
			continue
		if (!isBanned(reading, index)) return { start: index, end: index + words.length }
	}
	return null
}

const HARD_ENTRY = [
	new RegExp(`(?:具有|具备|拥有|取得|提供)?[^，。；]{0,6}?${HERE}[^，。；]{0,24}?业绩`, 'g'),
	/(?:迁出|迁离|搬离|外迁|转移出|注销)[^。；]{0,24}?(?:同意|批准|退还|返还|追回|不得|限制|补缴|许可)/g,
	/(?:承诺|保证)[^，。；]{0,10}?(?:年内)?不(?:得)?(?:迁出|外迁|迁离)/g,
	/(?:注册资本|注册资金|投资强度|投资额|投资规模|总投资|资产总额|经营年限|经营面积|营业面积|实缴资本)[^。；]{0,12}?(?:不低于|不得低于|不少于|达到|以上)/g,
	/(?:特定行政区域|特定区域|特定奖项)[^，。；]{0,10}?(?:业绩|奖项|荣誉)/g,
]
const ENTRY = /投标|参与|参加|申请|进入|入围|准入|承接|采购|开办|设立|从事|方可|企业|供应商|经营者/

/** B4: conditions of entry or exit that no law knows (公平竞争审查条例 art. 8 (四), 9). */
export function hardensEntry(reading: Reading): Found | null {
	const { text } = reading
	if (
		!/业绩|迁|搬离|转移出|注销|注册资|投资|资产总额|经营年限|面积|实缴|奖项/.test(text) ||
		!ENTRY.test(text)
	)
		return null
	for (const { 0: words, index } of placesOf(text, HARD_ENTRY))
		if (!reading.citesLaw && !reading.saysLawfully && !isBanned(reading, index))
			return { start: index, end: index + words.length }
	return null
}

const EXCEPTION =
	/(?:公平竞争审查)?(?:条例》?)?第十二条[^。；]{0,24}?(?:例外|适用)|(?:适用|属于|符合)[^。；]{0,24}?(?:公平竞争审查)?[^，。；]{0,10}例外(?:规定|情形)/
const HAS_END =
	/(?:期限|有效期|截止|期满|终止|至)[^，。；]{0,10}?[0-9〇一二三四五六七八九十两]{1,4}(?:年|个月|月|日)|[0-9]{4}年[^，。；]{0,10}(?:止|终止|到期|期满)|期满终止|终止条件(?:为|是)|时终止|即(?:行)?终止|[0-9一二三四五六七八九十两]{1,3}(?:年|个月)(?:后|期满)/
const NO_END = /长期(?:有效|实施|执行|适用)|不设(?:实施)?期限|无(?:实施)?期限|永久|一直|持续有效/

/** B5: an exception of art. 12 without its end (公平竞争审查条例 art. 12). */
export function exceptsWithoutEnd({ text, isListedAsForbidden }: Reading): Found | null {
	if (!text.includes('例外') || !/公平竞争|第十二条/.test(text) || isListedAsForbidden) return null
	const found = EXCEPTION.exec(text)
	if (!found || (HAS_END.test(text) && !NO_END.test(text))) return null
	if (/不得|应当(?:明确|说明|充分|具有|规定)|须明确|不适用|是否|论证/.test(text) && !NO_END.test(text))
		return null
	return { start: found.index, end: found.index + found[0].length }
}

const PRICES = [
	/政府(?:指导价|定价)/g,
	/统一(?:的)?(?:价格|定价|收费标准|售价|零售价|租金|收费)/g,
	/(?:最(?:高|低)(?:零售|销售|收费)?(?:价格?|售价|限价|票价|租金|收费)|限价|指导价|保护价)/g,
	/(?:价格|售价|票价|租金|费用|收费|定价|单价)[^。；]{0,14}?(?:不得(?:超过|高于|低于)|不(?:超过|高于|低于)|统一为|一律为|限定为|控制在|下浮|上浮)/g,
	/(?:限定|规定|核定)[^，。；]{0,12}?(?:价格|售价|票价|租金|利润率|加价率)/g,
]
const LAWFUL_PRICE =
	/招标|最高限价公告|控制价|政府采购|省[^，。；]{0,10}(?:规定|公布)|国家|定价目录|公租房|保障性|补贴|补助|明码标价/

/** B7: a price of its own (公平竞争审查条例 art. 11). */
export function setsPrice(reading: Reading): Found | null {
	const { text } = reading
	if (!/价|租金|收费|费用|利润率/.test(text) || LAWFUL_PRICE.test(text)) return null
	for (const { 0: words, index } of placesOf(text, PRICES))
		if (!reading.citesLaw && !reading.saysLawfully && !isBanned(reading, index))
			return { start: index, end: index + words.length }
	return null
}

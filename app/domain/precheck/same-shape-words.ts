/**
 * Common words of official language written with a character that only looks like the right one: the wrong word, then
 * the right one. Our own list. What stands in brackets is not said of it after or before these characters, where it
 * is rightly written: 而目 is 而且, but not in 而目前.
 */
const WORDS = `
末经 未经;末按 未按;末依法 未依法;末取得 未取得;末履行 未履行;末成年 未成年;末达到 未达到;末能 未能;末及时 未及时
末如实 未如实;末批准 未批准;末登记 未登记;末办理 未办理;末通过 未通过;末缴 未缴;末支付 未支付;末建立 未建立;末完成 未完成
末满 未满;末设 未设;末列入 未列入;末公开 未公开;末明确 未明确;末采取 未采取;末予 未予;末规定 未规定;末实施 未实施
末制定 未制定;末备案 未备案;末作出 未作出;末必 未必;末遂 未遂;尚末 尚未;并末[端尾] 并未;均末 均未;仍末 仍未
[护女战人学硕博院烈武男勇壮卫骑教道巴]士地 土地;士壤 土壤;国士空间 国土空间;国士资源 国土资源;[带率]领士[兵气] 领土
混凝士 混凝土;水士保持 水土保持;士石方 土石方;女土[地] 女士;烈土[地] 烈士;硕土 硕士;博土[地] 博士;院土[地建] 院士
战土[地] 战士;重太 重大;较太 较大;扩太 扩大;代表太会 代表大会;重犬 重大;较犬 较大;扩犬 扩大;代表犬会 代表大会
[巨]大阳能 太阳能;入民政府 人民政府;入民法院 人民法院;入民检察院 人民检察院;入民代表 人民代表;入民共和国 人民共和国
入民币 人民币;入民警察 人民警察;入民群众 人民群众;八民政府 人民政府;八民法院 人民法院;八民检察院 人民检察院;八民代表 人民代表
八民共和国 人民共和国;工作入员 工作人员;工作八员 工作人员;有关入员 有关人员;当事入 当事人;当事八 当事人;相对入 相对人
自然入 自然人;责任入员 责任人员;个入信息 个人信息;财政收人 财政收入;营业收人 营业收入;经营收人 经营收入;收人水平 收入水平
纳人预算 纳入预算;纳人管理 纳入管理;列人名单 列入名单;投人使用 投入使用;十人条[件] 十八条;第人条 第八条;第人章 第八章
第人款 第八款;第人项 第八项;十人项[目] 十八项;千涉 干涉;千预 干预;千扰 干扰;千旱 干旱;若千 若干;千警 干警;骨千 骨干
领导千部 领导干部;党员千部 党员干部;党员于部[队] 党员干部;干分之 千分之;五干元 五千元;三干元 三千元;二干元 二千元
一干元 一千元;两干元 两千元;八干元 八千元;白然人 自然人;白行 自行;白愿 自愿;白治区 自治区;白治州 自治州;白治县 自治县
白主 自主;白身 自身;白动 自动;白觉 自觉;白己 自己;白收到 自收到;白公布 自公布;白作出 自作出;擅白 擅自;各白 各自;亲白 亲自
大白然 大自然;白然资源 自然资源;贷物 货物;贷币 货币;贷运 货运;借货[物] 借贷;信货 信贷;时侯 时候;侯选 候选;等侯 等候
侯审 候审;侯补 候补;气侯 气候;侯车 候车;立既 立即;既日起 即日起;即然 既然;即定 既定;即得利益 既得利益;即往不咎 既往不咎
拔付 拨付;拔款 拨款;拔打 拨打;划拔 划拨;调拔 调拨;核拔 核拨;选拨 选拔;海拨 海拔;冶理 治理;冶安 治安;法冶 法治;政冶 政治
整冶 整治;防冶 防治;统冶 统治;自冶 自治;综冶 综治;医冶 医治;救冶 救治;治炼 冶炼;治金工业 冶金工业;洒店 酒店;洒类 酒类
洒驾 酒驾;洒精 酒精;饮洒 饮酒;白洒 白酒;兔除 免除;兔费 免费;避兔 避免;兔税 免税;减兔 减免;任兔 任免;兔职 免职;兔于 免于
豁兔 豁免;赦兔 赦免;兔予 免予;[合归]并目 并且;而目[前的标录击] 而且;责今 责令;命今 命令;法今 法令;指今 指令;政今 政令
禁今 禁令;号今 号令;勒今 勒令;廷长 延长;廷期 延期;廷误 延误;顺廷 顺延;推廷 推延;折迁 拆迁;折除 拆除;打拆 打折;解折 解析
剖折 剖析;拆算 折算;竟争 竞争;竟价 竞价;竟买 竞买;竟聘 竞聘;竟拍 竞拍;竟赛 竞赛;竟选 竞选;竟标[注明] 竞标;究竞 究竟
毕竞 毕竟;竞然 竟然;幻儿 幼儿;妇幻 妇幼;父毋 父母;毋亲 母亲;毋公司 母公司;毋婴 母婴;公斥 公斤;驳斤 驳斥;排斤 排斥
剌激 刺激;剌绣 刺绣;讽剌 讽刺;荼叶 茶叶;荼园 茶园;祟尚 崇尚;祟高 崇高;推祟 推崇;遂步 逐步;遂级 逐级;遂项 逐项;遂年 逐年
遂月 逐月;遂条 逐条;辩认 辨认;辩别 辨别;申辨 申辩;辨护 辩护;答辨 答辩;辨论 辩论;抗辨 抗辩;甲请[求] 申请;田请 申请
自申裁量 自由裁量;木法 本法;木条例 本条例;木办法 本办法;木规定 本规定;木级 本级;木行政区域 本行政区域;木单位 本单位;根木 根本
基木 基本;技木 技术;刀量 力量;能刀 能力;权刀 权力;效刀 效力;劳动刀 劳动力;人囗 人口;窗囗 窗口;出囗 出口;进囗 进口
囗头 口头;囗岸 口岸;户囗 户口;亨有 享有;亨受 享受;共亨 共享;分亨 分享;仑库 仓库;仑储 仓储;扺押 抵押;扺触 抵触;杮子 柿子
淮予 准予;批淮 批准;标淮 标准;淮许 准许;淮备 准备;核淮 核准;学徙 学徒;徙刑 徒刑;迁徒 迁徙;眼晴 眼睛;部暑[期假] 部署
签暑 签署;暑名 署名;公暑 公署;[公坟陵]墓集[中] 募集;慕集 募集;菅理 管理;监菅 监管;主菅 主管;保菅 保管;戊守 戍守
戊边 戍边;卫戊 卫戍;从末有 从未有
`

/** What a word that begins with a wrong character may not follow: 年末办理, 明白行为, 林木规定 and 三千警力 are right. */
const NEVER_AFTER: Readonly<Record<string, string>> = {
	末: '期年月季周岁始本旬句学',
	白: '明空坦表清黑雪',
	木: '林树伐苗草花土原竹灌乔果',
	千: '一二三四五六七八九两数几百',
}

/** A wrong word, how far from its beginning the wrong character stands, the right one, and where the word is right. */
type WrongWord = {
	readonly word: string
	readonly at: number
	readonly right: string
	readonly notAfter: string
	readonly notBefore: string
}

const ENTRY = /^(?:\[(?<notAfter>[^\]]+)\])?(?<word>[^[ ]+)(?:\[(?<notBefore>[^\]]+)\])? (?<right>.+)$/

/** The wrong words by the character that is wrong in them. */
const WRONG_WORDS: ReadonlyMap<string, readonly WrongWord[]> = readWords()

function readWords(): Map<string, WrongWord[]> {
	const words = new Map<string, WrongWord[]>()
	for (const entry of WORDS.trim().split(/[;\n]/)) {
		const { word = '', right = '', notAfter = '', notBefore = '' } = ENTRY.exec(entry)?.groups ?? {}
		const at = [...word].findIndex((character, index) => character !== right[index])
		const wrong = word[at] ?? ''
		const never = at === 0 ? (NEVER_AFTER[wrong] ?? '') : ''
		const read = { word, at, right: right[at] ?? '', notAfter: notAfter + never, notBefore }
		words.set(wrong, [...(words.get(wrong) ?? []), read])
	}
	return words
}

/**
 * Characters that stand in few words only: outside these they are another one. `before` and `after` are the
 * characters beside which they are right.
 */
const RARE_SHAPES: ReadonlyMap<
	string,
	{ readonly right: string; readonly before: string; readonly after: string }
> = new Map([
	['己', { right: '已', before: '自知异利律克一舍各损推体戊修', after: '见任方身欲丑卯巳未酉亥庚' }],
	['巳', { right: '已', before: '乙丁己辛癸辰', after: '时月蛇午' }],
	['曰', { right: '日', before: '子诗书语云又故名其“', after: '：:“' }],
	['戌', { right: '戊', before: '甲丙戊庚壬酉', after: '时月狗亥' }],
	['戍', { right: '戌', before: '卫屯征', after: '边守卫' }],
	['夭', { right: '天', before: '早桃逃', after: '折亡寿夭' }],
	['壬', { right: '王', before: '辛', after: '戌寅辰午申子癸' }],
])

/** Whether this character is ever taken for another in a word. */
export function isOftenConfused(character: string): boolean {
	return WRONG_WORDS.has(character) || RARE_SHAPES.has(character)
}

/** The character that should stand here, by the word that it stands in, or null where nothing is wrong. */
export function rightCharacter(text: string, at: number, character: string): string | null {
	const rare = RARE_SHAPES.get(character)
	if (rare) {
		const isRight = rare.before.includes(text[at - 1] ?? '\n') || rare.after.includes(text[at + 1] ?? '\n')
		return isRight ? null : rare.right
	}
	return WRONG_WORDS.get(character)?.find((each) => isWritten(each, text, at - each.at))?.right ?? null
}

function isWritten({ word, notAfter, notBefore }: WrongWord, text: string, from: number): boolean {
	if (from < 0 || !text.startsWith(word, from)) return false
	return !notAfter.includes(text[from - 1] ?? '\n') && !notBefore.includes(text[from + word.length] ?? '\n')
}

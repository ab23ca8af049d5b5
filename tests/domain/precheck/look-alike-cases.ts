/** A text that looks like another and is not: the sign that gives it away, and what kind it is. */
export type LookAlikeCase = {
	readonly name: string
	readonly text: string
	readonly before?: string
	readonly sign: string
	/** Null where a swap tells the kind. */
	readonly kind: string | null
}

const named = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
const points = (...list: readonly number[]) => list.map((point) => String.fromCodePoint(point))
const span = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))

/** Characters that are not seen, put into the middle of a word. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
	bidi: points(0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069),
	'zero-width': points(
		...[0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0x2062, 0x2063],
		...[0x2064, 0x2800, 0x3164, 0xfeff, 0xffa0],
	),
	tag: points(0xe0001, 0xe0020, 0xe0041, 0xe0061, 0xe007f),
	variation: points(0x180b, 0xfe00, 0xfe0e, 0xfe0f, 0xe0100, 0xe0101, 0xe01ef),
	control: points(0x1, 0x8, 0x1b, 0x7f, 0x9f, 0x206a, 0x206f, 0xfff9, 0xfffb, 0x1d173, 0x1bca0),
}

/** Other forms of figures, letters, signs and Han characters. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
	'full-width': [...span(0xff10, 0xff19), ...span(0xff21, 0xff3a), ...span(0xff41, 0xff5a)],
	compatibility: [
		...'⼀⼆⼈⼊⼋⼒⼝⼟⼠⼤⼥⼯⽇⽉⽊⽔⽕⽤⾃⾏',
		...'⻅⻉⻋⻓⻔⻘⻚⻛⻢⻥⻩⻬',
		...points(0xf900, 0xf906, 0xf92a, 0xf941, 0xf96f, 0xf9a8, 0x2f800, 0x2f81a, 0x2fa1d),
		...points(0x1d400, 0x1d41a, 0x1d7ce, 0x1d7d8, 0x1d5a0, 0x212a, 0x2110, 0x2124),
		...points(0xfb01, 0xfb02, 0xfe50, 0xfe52, 0xfe59, 0xfe30, 0xff61, 0xff64, 0x32c0, 0x3358, 0x33e0),
		...points(0x2002, 0x2005, 0x200a, 0x202f, 0x205f, 0x1680),
	],
}

/** Letters and strokes of other scripts, in a word that is read as Latin or among Han characters. */
const LETTERS = [...'аеорсхуіјѕһԁԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧον']
const STROKES = [...'ーニハカロタトエミチオ']
const DIGITS = points(0x660, 0x661, 0x6f5, 0x966, 0x967, 0x9e7, 0xe51, 0x17e2, 0x1041)

/** Common words, written with the wrong character of the same shape: the wrong one stands at the second place given. */
const WORDS: readonly (readonly [text: string, sign: string])[] = [
	['申请人己经提交材料', '己'],
	['期限己满的', '己'],
	['项目己纳入计划', '己'],
	['巳经备案的', '巳'],
	['末经批准不得开工', '末'],
	['末按照规定公示', '末'],
	['末成年人入园', '末'],
	['尚末验收的', '末'],
	['并末造成后果', '末'],
	['自公布之曰起施行', '曰'],
	['三个工作曰内', '曰'],
	['士地使用权人', '士'],
	['护士壤环境', '士'],
	['国士空间规划', '士'],
	['女土优先', '土'],
	['重太事项', '太'],
	['扩犬范围', '犬'],
	['入民政府', '入'],
	['八民法院', '八'],
	['工作入员', '入'],
	['财政收人', '人'],
	['纳人预算', '人'],
	['夭然气设施', '夭'],
	['领导千部', '千'],
	['不得千预', '千'],
	['处五干元罚款', '干'],
	['干分之三', '干'],
	['白然人和法人', '白'],
	['民族白治区', '白'],
	['擅白改建', '白'],
	['贷物运输', '贷'],
	['信货机构', '货'],
	['等侯区', '侯'],
	['侯选人', '侯'],
	['立既停止', '既'],
	['即定目标', '即'],
	['拔付资金', '拔'],
	['选拨人才', '拨'],
	['社会冶安', '冶'],
	['综合整冶', '冶'],
	['洒店经营者', '洒'],
	['兔除责任', '兔'],
	['避兔损失', '兔'],
	['责今改正', '今'],
	['廷长期限', '廷'],
	['房屋折迁', '折'],
	['公平竟争', '竟'],
	['究竞何人', '竞'],
	['幻儿园', '幻'],
	['父毋双方', '毋'],
	['三公斥', '斥'],
	['剌激消费', '剌'],
	['荼叶市场', '荼'],
	['推祟节俭', '祟'],
	['遂步推开', '遂'],
	['辩认标志', '辩'],
	['陈述和申辨', '辨'],
	['复议甲请书', '甲'],
	['木办法自发布之日起施行', '木'],
	['根木利益', '木'],
	['国家权刀', '刀'],
	['窗囗单位', '囗'],
	['依法亨有', '亨'],
	['物资仑库', '仑'],
	['扺押登记', '扺'],
	['国家标淮', '淮'],
	['有期徙刑', '徙'],
	['签暑协议', '暑'],
	['综合菅理', '菅'],
	['卫戊部队', '戊'],
	['别処：內部', '內'],
	['沒有异议', '沒'],
	['户籍：戶主', '戶'],
	['2O26年', 'O'],
	['罚款l0万元', 'l'],
]

/** Words in which one character stands in the place of another one that looks like it: before, now. */
const SWAPS = (
	'己方/已方 已方/巳方 日查/曰查 期末/期未 从未/从末 黄土/黄士 士兵/土兵 大院/犬院 太极/大极 大门/太门 八门/入门 收入/收人 人口/八口 ' +
	'天时/夭时 千人/干人 千年/于年 干部/于部 玉石/王石 自费/白费 白费/自费 货款/贷款 既有/即有 拨电/拔电 冶金/治金 酒水/洒水 ' +
	'条目/条且 今后/令后 折价/拆价 分析/分折 刀口/刃口 沪剧/泸剧 乌木/鸟木 辨明/辩明 申明/甲明 由来/田来 本人/木人 术科/木科 母带/毋带 ' +
	'戊日/戌日 戌日/戍日 一处/—处 二〇二六/二○二六 10/1O 11/1l A区/А区 A区/Ａ区 出口/出ロ 二类/ニ类 B级/В级 3号/３号 第1/第Ⅰ 抵用/扺用 ' +
	'享用/亨用 仓位/仑位 准期/淮期 公署/公暑 管区/菅区 崇敬/祟敬 逐日/遂日 候车/侯车 延期/廷期 竞走/竟走 幼林/幻林 斤两/斥两 刺绣/剌绣 ' +
	'茶具/荼具 盲区/肓区 博击/搏击 募款/墓款 徒步/徙步 赢家/羸家 栗色/粟色 钩子/钓子 晴天/睛天 子午/孑午'
)
	.split(' ')
	.map((pair) => pair.split('/'))

const frame = (sign: string) => `街道办事处应当${sign}每季度检查一次`

/** 300 cases and more; the sentences are our own. */
export const LOOK_ALIKE_CASES: readonly LookAlikeCase[] = [
	...Object.entries(UNSEEN).flatMap(([kind, signs]) =>
		signs.map((sign) => ({ name: `${kind} ${named(sign)}`, text: frame(sign), sign, kind })),
	),
	...Object.entries(FORMS).flatMap(([kind, signs]) =>
		signs.map((sign) => ({ name: `${kind} ${sign} ${named(sign)}`, text: frame(sign), sign, kind })),
	),
	...LETTERS.map((sign) => ({
		name: `letter ${sign} ${named(sign)}`,
		text: `系统代号为${sign}P的`,
		sign,
		kind: 'foreign-script',
	})),
	...STROKES.map((sign) => ({
		name: `stroke ${sign} ${named(sign)}`,
		text: frame(sign),
		sign,
		kind: 'foreign-script',
	})),
	...DIGITS.map((sign) => ({
		name: `digit ${named(sign)}`,
		text: frame(sign),
		sign,
		kind: 'foreign-script',
	})),
	...WORDS.map(([text, sign]) => ({ name: `word ${text}`, text, sign, kind: 'confusable' })),
	...SWAPS.map(([before = '', now = '']) => ({
		name: `${now} for ${before}`,
		text: frame(now),
		before: frame(before),
		sign: [...now].find((each, at) => each !== [...before][at]) ?? '',
		kind: null,
	})),
]

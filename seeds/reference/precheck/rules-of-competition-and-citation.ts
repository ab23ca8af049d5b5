import type { RuleRow } from './rules.ts'

const REVIEWED = '经公平竞争审查并依第十二条适用例外的，写明情形和期限即可。'
const REVIEWED_EN = 'Where the review allows it under art. 12, name the case and its end.'
const NAMES = '指历史事实、写明“当时施行”或者“已废止”的，不属此列。'
const NAMES_EN = 'Not one where the past is meant and said to be.'

/** B: fair competition. C: who issues, and under which name. D: what is cited. */
export const COMPETITION_AND_CITATION: readonly RuleRow[] = [
	['B1', 'E', '地方保护', 'Protects what is local', '《公平竞争审查条例》第九条；《行政许可法》第十五条第二款', `${REVIEWED}不涉及经营者的户籍条件不属此列。`, `${REVIEWED_EN} Conditions for residents that touch no trade are none.`],
	['B2', 'E', '限定、指定经营者或者品牌', 'Designates a seller or a brand', '《公平竞争审查条例》第八条第三项', '经法定采购程序选定、指定的是机关内部人员或者救治机构的，不属此列。', 'Not one where procurement by law chose it, or where it is a person of the office or a place of medical care.'],
	['B3', 'E', '给予特定经营者优惠', 'Favours one firm', '《公平竞争审查条例》第十条第二项、第三项', `${REVIEWED}条件公开、对同类经营者一致的，不属此列。`, `${REVIEWED_EN} Open conditions, the same for all of a kind, are none.`],
	['B4', 'W', '不合理的准入、退出条件', 'Unreasonable conditions of entry or exit', '《公平竞争审查条例》第八条第四项、第九条', '国家规定的资质条件不属此列。', 'Conditions that the State has set are none.'],
	['B5', 'E', '适用例外而无期限或者终止条件', 'An exception without its end', '《公平竞争审查条例》第十二条', '期限写在其他条款的，请核对。', 'Check whether the end stands in another clause.'],
	['B7', 'W', '无定价权限的价格干预', 'Sets a price', '《公平竞争审查条例》第十一条', '定价目录授权的项目不属此列。', 'Not one where the catalogue of prices gives the power.'],
	['C1', 'E', '制定主体不适格', 'An issuer that may issue no document', '国办发〔2018〕37号（一）', '只做起草、协调、组织实施的，不属此列。', 'Not one where it only drafts, coordinates or carries out.'],
	['C2', 'E', '名称使用“条例”或者“法”', 'Bears the name of a law', '《规章制定程序条例》第七条（参照）', '引用上位法名称、转发上级文件的，不属此列。', 'Not one where it cites or passes on an upper text.', 'to-be-confirmed'],
	['D1', 'E', '引用已由民法典废止的法律', 'Cites a law that the Civil Code ended', '《民法典》第一千二百六十条', NAMES, NAMES_EN],
	['D2', 'E', '引用已更名的备案条例', 'Cites the regulation on filing by its former name', '《法规规章备案审查条例》第二十六条', NAMES, NAMES_EN],
	['D3', 'W', '引用已废止、更名的其他法律法规', 'Cites another text that was repealed or renamed', '各该法律、法规的废止条款（法规表，待确认）', NAMES, NAMES_EN, 'to-be-confirmed'],
	['D3a', 'E', '引用已由生态环境法典废止的法律', 'Cites a law that the Ecological Code ended', '《生态环境法典》第一千二百四十二条', `${NAMES}2026年8月15日之前的行为可以仍适用旧法。`, `${NAMES_EN} What happened before 15 August 2026 may still fall under the former law.`],
	['D4', 'E', '所引条文不存在或者为旧文本', 'Cites an article that is not there, or a former text', '法规表（条数、年份，待确认）', '法规表未收录最近一次修正的，请核对。', 'The table may not know the latest amendment: check.', 'to-be-confirmed'],
	['D5', 'F', '法规名称有误', 'A title that is not right', '《立法技术规范》引用法律名称', '地方性法规、规章不在法规表中。', 'The table holds no local regulations and no rules.', 'to-be-confirmed'],
	['D6', 'F', '发文字号格式', 'The form of a number', 'GB/T 9704 7.2.5', '外来文件原字号如此的，照录。', 'Keep the number of a paper from elsewhere as it is.'],
	['D8', 'W', '以同级、下级文件或者纪要为依据', 'Rests on a paper of its own level, or on minutes', '《重大行政决策程序暂行条例》第二十七条第三项', '另有法律、法规依据的，请一并写明。', 'Name the law too where there is one.'],
	['D9', 'F', '简称未先声明或者重复声明', 'A short name before it is declared, or declared twice', '《立法技术规范》引用法律名称', '附件中的简称可以另行声明。', 'An annex may declare it anew.', 'to-be-confirmed'],
]

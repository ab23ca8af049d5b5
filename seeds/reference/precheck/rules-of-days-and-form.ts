import type { RuleRow } from './rules.ts'

const LOCAL = '地方规定（默认五年、暂行和试行两年，待确认）'
const TABLE = '机构改革名称对照表（待确认）'
const SLIPS = '《立法技术规范》常用词语'

/** E: days and values. F: form. */
export const DAYS_AND_FORM: readonly RuleRow[] = [
	['E1', 'E', '施行日期缺失、不存在、已过或者前后不一', 'No day, no such day, a past one, or two', '《立法技术规范》施行日期；《规章制定程序条例》第三十二条（参照）', '印发日期另页载明的“自印发之日起施行”，印发时补全即可。', 'A day of issue on another page settles it.', 'to-be-confirmed'],
	['E2', 'W', '公布后不足三十日施行', 'In force within thirty days', '《规章制定程序条例》第三十二条、第三十六条（参照）', '不立即施行将有碍施行的，写明理由即可。', 'Give the reason where it cannot wait.'],
	['E3', 'E', '有效期缺失或者超过上限', 'No end, or one that is too far', LOCAL, '本地规定不要求有效期的，由管理员停用。', 'Where the local rule asks for no end, it does not apply.', 'to-be-confirmed'],
	['E4', 'W', '废止条款未写文号', 'Repeals without a number', '《立法技术规范》废止条款', '原文件没有文号的，不属此列。', 'Not one where the old document has no number.', 'to-be-confirmed'],
	['E5', 'W', '溯及既往', 'Reaches back', '《立法法》第一百零四条', '为更好保护相对人权益的溯及规定不属此列。', 'Not one where it favours those whom it touches.'],
	['E6', 'W', '相邻档次界限重叠', 'Two bands share their bound', '《民法典》第一千二百五十九条', '已另行写明本数归属的，不属此列。', 'Not one where the text says to which band it belongs.'],
	['E7', 'F', '期间用“天”', 'Counts a period in 天', '《立法技术规范》日、工作日', '引用口语、宣传用语的，不属此列。', 'Not one where speech is quoted.', 'to-be-confirmed'],
	['F1', 'F', '条文序号', 'Numbers of articles', '《立法法》第六十五条', '节录文本的序号可以不连续。', 'An excerpt may leave numbers out.'],
	['F2', 'F', '项的序号', 'Numbers of items', '《立法法》第六十五条；GB/T 9704 7.3.3', '节录文本的序号可以不连续。', 'An excerpt may leave numbers out.'],
	['F3', 'E', '引用本文件的条款不存在或者自称有误', 'A reference that leads nowhere', '文件内部一致', '引用的是另一文件而未写名称的，请补上名称。', 'Name the other text where one is meant.'],
	['F4', 'W', '定义的用语未使用', 'A defined term that is not used', '文件内部一致', '附件中使用的，请核对。', 'It may be used in an annex.'],
	['F5', 'W', '合计与各行之和不符', 'A total that is not the sum', '文件内部一致', '四舍五入造成的差异不属此列。', 'Rounding may be the reason.'],
	['F6', 'F', '所称附件不存在', 'An annex that is not there', 'GB/T 9704 7.3.4、7.3.7', '附件作为单独文件上传的，请核对。', 'It may be a file of its own.'],
	['F7', 'W', '机构名称已调整', 'A body by its former name', TABLE, '指历史文件、写明“原”的，不属此列。', 'Not one where the former body is meant and said to be.', 'to-be-confirmed'],
	['F8', 'E', '留有占位符', 'A gap left open', '文本完整', '符号本身是内容的，不属此列。', 'Not one where the sign itself is meant.'],
	['F9', 'F', '易混用字', 'A word that is commonly confused', SLIPS, '专有名称、引文照录。', 'Names and quotations stay as they are.', 'to-be-confirmed'],
	['F10', 'F', '标点', 'Punctuation', 'GB/T 15834', '网址、外文、公式不属此列。', 'Addresses, foreign words and formulas are none.'],
	['F11', 'E', '个人信息', 'A number of a person', '《个人信息保护法》第六条；《保守国家秘密法》第十四条', '公开的办公电话不属此列。', 'Not one where it is the public number of an office.'],
]

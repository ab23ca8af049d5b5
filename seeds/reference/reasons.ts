import type { Reason } from '#app/domain/materials/checklist.ts'
import { type Mark, type ReferenceSeed, IN_FORCE, LAST_CHECKED } from './reference-seed.ts'

const SCOPE_OF_713 = '《重大行政决策程序暂行条例》第三条'
const SCOPE_OF_115 = '国办发〔2018〕115号（三）'
const RETURN_OF_RULES = '《规章制定程序条例》第二十条、第三十六条'
const PRODUCT = '办理需要（待确认）'

/** The lists from which a return, a 不属审查范围 and a withdrawal take their reason. */
export const REASONS: readonly ReferenceSeed<Reason>[] = [
	...reasons('return', 'verified', [
		[
			'papers-not-conforming',
			'材料不符合要求',
			'Papers do not conform',
			'《重大行政决策程序暂行条例》第二十六条',
		],
		['not-consulted', '未按规定征求意见或者公开征求意见', 'Consultation not carried out', RETURN_OF_RULES],
		['dispute-not-coordinated', '有重大分歧未经协商', 'Major disagreement not coordinated', RETURN_OF_RULES],
		[
			'conditions-immature',
			'制定条件不成熟或者发生重大变化',
			'Conditions immature or changed',
			RETURN_OF_RULES,
		],
	]),
	...reasons('return', 'to-be-confirmed', [
		['no-authority', '主体无权制定或者作出', 'The issuer has no such power', '国办发〔2018〕37号（一）'],
		['wrong-procedure', '走错流程', 'Wrong procedure', PRODUCT],
		['supplement-overdue', '逾期未补正', 'Supplement overdue', PRODUCT],
	]),
	...reasons('exclusion', 'verified', [
		['macro-control', '财政政策、货币政策等宏观调控决策', 'Macro-economic control', SCOPE_OF_713],
		['legislation', '政府立法决策', 'Government legislation', SCOPE_OF_713],
		['emergency-response', '突发事件应急处置决策', 'Emergency response', SCOPE_OF_713],
		['other-procedure', '法律、行政法规对程序另有规定', 'Another statutory procedure prevails', SCOPE_OF_713],
		['internal-management', '内部管理规范、工作制度', 'Internal management', SCOPE_OF_115],
		['organisation-and-staffing', '机构编制', 'Organisation and staffing', SCOPE_OF_115],
		['meeting-minutes', '会议纪要', 'Meeting minutes', SCOPE_OF_115],
		['work-plan', '工作方案', 'Work plan', SCOPE_OF_115],
		['report-to-superiors', '请示报告', 'Request or report to superiors', SCOPE_OF_115],
		['commendation', '表彰奖惩', 'Commendation or discipline', SCOPE_OF_115],
		['appointment', '人事任免', 'Appointment or removal', SCOPE_OF_115],
	]),
	...reasons('withdrawal', 'to-be-confirmed', [
		['not-pursued', '不再推进', 'No longer pursued', PRODUCT],
		['to-be-redrafted', '需作重大修改，另行送审', 'To be redrafted and submitted anew', PRODUCT],
		['circumstances-changed', '情况发生重大变化', 'Circumstances have changed', PRODUCT],
		['superior-instruction', '上级另有要求', 'Instructed by a superior organ', PRODUCT],
		['covered-elsewhere', '已由其他事项合并办理', 'Dealt with under another matter', PRODUCT],
	]),
]

function reasons(
	use: Reason['use'],
	mark: Mark,
	rows: readonly (readonly [code: string, zh: string, en: string, ground: string])[],
): ReferenceSeed<Reason>[] {
	return rows.map(([code, zh, en, ground]) => ({
		code,
		effectiveFrom: ground === SCOPE_OF_115 ? IN_FORCE.circular115 : IN_FORCE.product,
		source: ground,
		lastChecked: LAST_CHECKED,
		mark,
		body: { code, use, name: { zh, en }, ground, ...scopeOf(use, ground) },
	}))
}

function scopeOf(use: Reason['use'], ground: string): Pick<Reason, 'scope'> {
	if (use !== 'exclusion') return {}
	return { scope: ground === SCOPE_OF_713 ? 'decision' : 'document' }
}

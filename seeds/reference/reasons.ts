import type { Reason } from '#app/domain/materials/checklist.ts'
import { type Mark, type ReferenceSeed, IN_FORCE, LAST_CHECKED } from './reference-seed.ts'

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
	// 行政机关内部执行的 governs the whole list: work plans with effect outside are documents under review.
	...reasons('exclusion', 'verified', [
		[
			'internal-management',
			'行政机关内部执行的管理规范、工作制度',
			'Management rules and working systems, carried out inside the administration',
			SCOPE_OF_115,
		],
		[
			'internal-staffing',
			'行政机关内部执行的机构编制',
			'Organisation and staffing, carried out inside the administration',
			SCOPE_OF_115,
		],
		[
			'internal-minutes',
			'行政机关内部执行的会议纪要',
			'Meeting minutes, carried out inside the administration',
			SCOPE_OF_115,
		],
		[
			'internal-plan',
			'行政机关内部执行的工作方案',
			'Work plan, carried out inside the administration',
			SCOPE_OF_115,
		],
		[
			'internal-report',
			'行政机关内部执行的请示报告',
			'Request or report to superiors, carried out inside the administration',
			SCOPE_OF_115,
		],
		[
			'internal-commendation',
			'行政机关内部执行的表彰奖惩',
			'Commendation or discipline, carried out inside the administration',
			SCOPE_OF_115,
		],
		[
			'internal-appointment',
			'行政机关内部执行的人事任免',
			'Appointment or removal, carried out inside the administration',
			SCOPE_OF_115,
		],
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
		body: { code, use, name: { zh, en }, ground, ...scopeOf(use) },
	}))
}

function scopeOf(use: Reason['use']): Pick<Reason, 'scope'> {
	return use === 'exclusion' ? { scope: 'internal' } : {}
}

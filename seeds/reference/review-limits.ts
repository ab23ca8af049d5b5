import type { ReviewLimits } from '#app/domain/matter/review-limits.ts'
import { type ReferenceSeed, IN_FORCE, LAST_CHECKED } from './reference-seed.ts'

/** How far the clock of a review may be stopped, stretched and shortened. Only the seven days stand in a decree. */
export const REVIEW_LIMITS: readonly ReferenceSeed<Partial<ReviewLimits>>[] = [
	{
		code: 'review-clock',
		effectiveFrom: IN_FORCE.product,
		source:
			'《重大行政决策程序暂行条例》第二十六条：一般不少于 7 个工作日；国办发〔2018〕115号（五）：5 个工作日；其余为各地做法（待确认）',
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: {
			pause: 30,
			extension: 10,
			urgent: 1,
			guaranteed: { 'government-decision': 7, 'department-decision': 7, 'normative-document': 5 },
			isAssumed: true,
		},
	},
	{
		code: 'objection',
		effectiveFrom: IN_FORCE.product,
		source: '提出异议、答复异议各 3 个工作日：各地做法（待确认）',
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: { objection: 3 },
	},
	{
		code: 'emergency',
		effectiveFrom: IN_FORCE.product,
		source:
			'《突发事件应对法》第二十五条：应当及时报本级人大常委会备案，未定天数；应急签发后补审、备案各 10 个工作日为系统默认（待确认）',
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: { afterReview: 10, orderFiling: 10 },
	},
	{
		code: 'clearance',
		effectiveFrom: IN_FORCE.product,
		source:
			'法律、法规未规定合法性审查意见的有效期；通过确认 6 个月内有效为系统默认（待确认）：逾期依据可能变化，须重新核对',
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: { clearanceMonths: 6 },
	},
	{
		code: 'filing',
		effectiveFrom: IN_FORCE.product,
		source:
			'国办发〔2018〕37号（十）：报上一级人民政府和本级人大常委会备案，部门文件报本级人民政府，未定天数；公布之日起 15 日为各地做法（待确认）',
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: { filing: { 'upper-government': 15, 'peoples-congress': 15, 'own-government': 15 } },
	},
	{
		code: 'proposal-lead',
		effectiveFrom: IN_FORCE.product,
		source:
			'申报截止于会前 7 个工作日（其他涉法文件 5 个）：各地常务会议议题办法的做法，本地未定的为系统默认（待确认）',
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: {
			proposalLead: {
				'government-decision': 7,
				'department-decision': 7,
				'normative-document': 7,
				'other-document': 5,
			},
		},
	},
]

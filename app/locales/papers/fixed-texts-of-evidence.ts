import type { TextSource } from './text-source.ts'

/** The fixed texts of what goes before a review: the public consultation and its adoption table. */
export const FIXED_TEXTS_OF_EVIDENCE = {
	'consulted.title': ['公开征求意见采纳情况表', 'form'],
	'consulted.period': [
		'《{title}》（征求意见稿，校验码{hash}）于{from}至{to}公开征求意见，共{days}日（首日不计）。',
		'decree-713',
	],
	'consulted.shortened': ['征求意见期限少于三十日，公告的缩短理由：{reason}', 'decree-713'],
	'consulted.none': ['没有收到意见。', 'form'],
	'consulted.counts': [
		'收到意见{received}条：采纳{adopted}条，部分采纳{partly}条，不采纳{notAdopted}条；其中截止以后收到的逾期意见{late}条。',
		'form',
	],
	'consulted.column.comments': ['编号', 'form'],
	'consulted.column.gist': ['意见', 'form'],
	'consulted.column.reason': ['理由', 'form'],
	'consulted.numbers': ['第{numbers}号', 'form'],
	'consulted.late': ['（第{numbers}号逾期）', 'form'],
	'consulted.adopted': ['采纳', 'form'],
	'consulted.partly': ['部分采纳', 'form'],
	'consulted.not-adopted': ['不采纳', 'form'],

	'step.fair-competition.complies': [
		'公平竞争审查：起草单位（“{reviewedBy}”）于{reviewedOn}审查，听取了“{heard}”的意见，结论为符合公平竞争审查标准。',
		'fair-competition',
	],
	'step.fair-competition.complies.regulator': [
		'公平竞争审查：起草单位初审意见为“{firstView}”；市场监督管理部门（“{reviewedBy}”）会同起草单位于{reviewedOn}审查，听取了“{heard}”的意见，结论为符合公平竞争审查标准。',
		'fair-competition',
	],
	'step.fair-competition.exception': [
		'公平竞争审查：起草单位（“{reviewedBy}”）于{reviewedOn}审查，听取了“{heard}”的意见，结论为适用《公平竞争审查条例》第十二条第（{exceptionItem}）项的例外规定；没有影响更小的替代方案：“{exceptionWhy}”；实施期限或者终止条件：“{exceptionPeriod}”。',
		'fair-competition',
	],
	'step.fair-competition.exception.regulator': [
		'公平竞争审查：起草单位初审意见为“{firstView}”；市场监督管理部门（“{reviewedBy}”）会同起草单位于{reviewedOn}审查，听取了“{heard}”的意见，结论为适用《公平竞争审查条例》第十二条第（{exceptionItem}）项的例外规定；没有影响更小的替代方案：“{exceptionWhy}”；实施期限或者终止条件：“{exceptionPeriod}”。',
		'fair-competition',
	],
	'step.fair-competition.exception.unfounded': [
		'公平竞争审查：“{reviewedBy}”于{reviewedOn}审查，结论为适用《公平竞争审查条例》第十二条的例外规定，没有写全情形、理由和期限。',
		'fair-competition',
	],
	'step.fair-competition.violates': [
		'公平竞争审查：“{reviewedBy}”于{reviewedOn}审查，结论为不符合公平竞争审查标准。',
		'fair-competition',
	],
	'step.fair-competition.unsaid': [
		'公平竞争审查：“{reviewedBy}”于{reviewedOn}审查，没有写全审查单位、初审意见和听取意见的情况。',
		'fair-competition',
	],
	'step.risk-assessment.low': [
		'风险评估：“{assessedBy}”于{assessedOn}评估，结论为风险可控，等级为低；防范、化解措施：“{measures}”。',
		'decree-713',
	],
	'step.risk-assessment.medium': [
		'风险评估：“{assessedBy}”于{assessedOn}评估，结论为风险可控，等级为中；防范、化解措施：“{measures}”。',
		'decree-713',
	],
	'step.risk-assessment.high': [
		'风险评估：“{assessedBy}”于{assessedOn}评估，结论为采取措施后风险可控，等级为高；防范、化解措施：“{measures}”。',
		'decree-713',
	],
	'step.risk-assessment.uncontrollable': [
		'风险评估：“{assessedBy}”于{assessedOn}评估，结论为风险不可控。',
		'decree-713',
	],
	'step.risk-assessment.bare': [
		'风险评估：“{assessedBy}”于{assessedOn}评估，没有写全风险是否可控、等级和措施。',
		'decree-713',
	],
	'step.expert-argumentation': [
		'专家论证：{heldOn}论证，专家{experts}人：{names}；均声明没有直接利害关系，均出具书面意见；论证结论：“{conclusion}”。',
		'decree-713',
	],
	'step.expert-argumentation.interested': [
		'专家论证：{heldOn}论证，专家{experts}人：{names}；其中有的有直接利害关系；论证结论：“{conclusion}”。',
		'decree-713',
	],
	'step.expert-argumentation.unwritten': [
		'专家论证：{heldOn}论证，专家{experts}人：{names}；其中有的没有出具书面意见；论证结论：“{conclusion}”。',
		'decree-713',
	],
	'step.expert-argumentation.unnamed': ['专家论证：{heldOn}论证，没有逐人写明专家。', 'decree-713'],

	'step.hearing': [
		'听证会：{noticedOn}在“{noticedAt}”公布时间、地点和内容（提前{noticeDays}日，首日不计）；参加人名单于{participantsOn}在“{participantsAt}”公布；材料于{papersOn}送达（提前{papersDays}日）；{hearingOn}举行，“{presidedBy}”主持，参加人{participants}人；笔录经参加人确认，意见处理情况及理由已说明。',
		'decree-713',
	],
	'step.hearing.noticed': [
		'听证会：{noticedOn}在“{noticedAt}”公布时间、地点和内容（提前{noticeDays}日，首日不计）；{hearingOn}举行，“{presidedBy}”主持，参加人{participants}人；笔录经参加人确认，意见处理情况及理由已说明。',
		'rules-procedure',
	],
	'step.hearing.unrecorded': [
		'听证会：{hearingOn}举行，“{presidedBy}”主持，参加人{participants}人；没有写全笔录确认和意见处理情况。',
		'decree-713',
	],

	'step.public-consultation.settled': [
		'公开征求意见：{from}至{to}，共{days}日（首日不计）；收到意见{received}条，采纳{adopted}条，部分采纳{partly}条，不采纳{notAdopted}条，逾期{late}条（{table}）。',
		'decree-713',
	],
	'step.public-consultation.shortened-settled': [
		'公开征求意见：{from}至{to}，共{days}日（首日不计），少于三十日，公告的缩短理由为“{shorterReason}”；收到意见{received}条，采纳{adopted}条，部分采纳{partly}条，不采纳{notAdopted}条，逾期{late}条（{table}）。',
		'decree-713',
	],
} as const satisfies Readonly<Record<string, readonly [string, TextSource]>>

import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { DemoShell } from './demo-clock.ts'

/** The paper that shows each step. */
export const STEP_PAPERS: Record<Step, string> = {
	'fair-competition': '公平竞争审查表',
	'risk-assessment': '风险评估报告',
	'public-consultation': '公开征求意见及采纳情况说明',
	hearing: '听证报告',
	'expert-argumentation': '专家论证意见及采纳情况',
	'department-consultation': '征求部门意见汇总表',
}

/** Facts with which a step is in order, dated before the day that the story is at. */
export function stepFacts(shell: DemoShell, step: Step, issuer: Issuer): Record<string, string> {
	const facts: Record<Step, Record<string, string>> = {
		'fair-competition': {
			conclusion: 'complies',
			...reviewOf(issuer),
			reviewedOn: shell.dayAgo(45),
			heard: '区个体劳动者协会、三家经营者代表',
		},
		'risk-assessment': {
			conclusion: 'controllable',
			level: 'low',
			measures: '公布咨询电话，设三个月过渡期。',
			assessedBy: '区委政法委',
			assessedOn: shell.dayAgo(44),
		},
		'public-consultation': {
			from: shell.dayAgo(72),
			to: shell.dayAgo(46),
			hasAdoptionReport: 'yes',
		},
		hearing: {
			hearingCase: 'vital-interests',
			noticedOn: shell.dayAgo(95),
			noticedAt: '青禾区人民政府网站',
			participantsOn: shell.dayAgo(80),
			participantsAt: '青禾区人民政府网站',
			papersOn: shell.dayAgo(70),
			hearingOn: shell.dayAgo(60),
			presidedBy: '本单位法制机构负责人',
			participants: '15',
			hasRecord: 'yes',
			hasHandling: 'yes',
		},
		'expert-argumentation': {
			heldOn: shell.dayAgo(46),
			way: 'meeting',
			...expert(1, '郑某', '省社会科学院，公共管理'),
			...expert(2, '何某', '云岭大学法学院，行政法'),
			...expert(3, '冯某', '区财政评审中心，财政'),
			conclusion: '必要、可行，建议写明过渡期。',
			hasAdoptionReport: 'yes',
		},
		'department-consultation': {
			organs: '区财政局、区人力资源和社会保障局',
			hasDisagreement: 'no',
			isDisclosed: 'no',
		},
	}
	return facts[step]
}

/** What the government issues the market regulator reviews, after the drafter's first view; a department its own. */
function reviewOf(issuer: Issuer): Record<string, string> {
	return issuer === 'own-organ'
		? { reviewer: 'drafting-organ', reviewedBy: '本单位法制机构' }
		: {
				reviewer: 'market-regulator',
				reviewedBy: '区市场监督管理局',
				firstView: '不涉及排除、限制竞争的内容，符合审查标准。',
			}
}

function expert(row: number, name: string, field: string): Record<string, string> {
	return {
		[`people-${row}-name`]: name,
		[`people-${row}-field`]: field,
		[`people-${row}-interest`]: 'none',
		[`people-${row}-opinion`]: 'written',
	}
}

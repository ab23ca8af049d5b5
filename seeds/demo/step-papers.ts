import type { Step } from '#app/domain/materials/step.ts'
import type { DemoShell } from './demo-clock.ts'

/** The paper that shows each step. */
export const STEP_PAPERS: Record<Step, string> = {
	'fair-competition': '公平竞争审查表',
	'risk-assessment': '风险评估报告',
	'public-consultation': '公开征求意见及采纳情况说明',
	'expert-argumentation': '专家论证意见及采纳情况',
	'department-consultation': '征求部门意见汇总表',
}

/** Facts with which a step is in order, dated before the day that the story is at. */
export function stepFacts(shell: DemoShell, step: Step): Record<string, string> {
	const facts: Record<Step, Record<string, string>> = {
		'fair-competition': {
			conclusion: 'complies',
			reviewedBy: '区市场监督管理局',
			reviewedOn: shell.dayAgo(45),
		},
		'risk-assessment': { level: 'low', assessedBy: '区委政法委', assessedOn: shell.dayAgo(44) },
		'public-consultation': {
			from: shell.dayAgo(72),
			to: shell.dayAgo(46),
			hasAdoptionReport: 'yes',
		},
		'expert-argumentation': { heldOn: shell.dayAgo(46), experts: '5', hasAdoptionReport: 'yes' },
		'department-consultation': {
			organs: '区财政局、区人力资源和社会保障局',
			hasDisagreement: 'no',
			isDisclosed: 'no',
		},
	}
	return facts[step]
}

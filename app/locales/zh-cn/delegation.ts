/** 委托 (AB 岗): naming a substitute, confirming it, and what it says of itself. */
export const delegation = {
	title: '岗位委托（AB 岗）',
	lead: '不在岗的几天，可以委托本单位担任同一角色的同事代为办理。委托经第三人确认后生效，期满当日结束时自动终止；受委托人办理的事项和出具的文书都注明“受委托”。',
	ask: '委托他人',
	askLead:
		'受委托人只能办理您这个岗位能办理的事项，不增加任何权限。起草、审查、复核、签发、列入议程各由不同的人办理，委托人和受委托人按同一个人计算。',
	substitute: '委托的岗位和受委托人',
	choose: '请选择',
	choice: '{{role}} → {{name}}（{{unit}}）',
	choiceNoUnit: '{{role}} → {{name}}',
	startsOn: '开始日期',
	endsOn: '结束日期',
	endsOnHint: '含当日；当日结束后自动终止。',
	words: '委托事由',
	submit: '提交确认',
	noPost:
		'您没有可以委托的岗位。可以委托的岗位：起草单位负责人、审查机构负责人、复核人、签发人、常务会议秘书。',
	alone: '本单位没有其他人担任“{{role}}”，暂不能委托。',
	none: '没有与您有关的委托。',
	card: '{{delegator}} 委托 {{substitute}}',
	days: '委托期限',
	daysValue: '{{from}} 至 {{to}}，均含当日',
	reason: '事由',
	state: '状态',
	decided: '答复',
	withdrawn: '撤回',
	standing: {
		waiting: '等待确认，尚未生效',
		declined: '未获同意',
		lapsed: '期限内无人确认，未生效',
		coming: '已确认，未到开始日期',
		running: '委托中',
		over: '已到期，自动终止',
		withdrawn: '已撤回',
	},
	confirmYes: '同意 {{substitute}} 在上述期限内代 {{delegator}} 办理',
	confirm: '确认委托',
	decline: '不同意',
	withdrawYes: '撤回这项委托，立即终止',
	withdraw: '撤回委托',
	task: {
		confirm: '确认岗位委托',
		'standing-in': '您正受委托代办',
	},
	taskWhy: '{{delegator}} 委托 {{substitute}}：{{role}}，至 {{to}}',
	look: '查看',
	actedFor: '{{name}}（受{{delegator}}委托）',
} as const

/** What the trail says was done of a delegation. */
export const delegationDone = {
	'delegation.requested': '委托他人代办',
	'delegation.confirmed': '确认岗位委托',
	'delegation.declined': '不同意岗位委托',
	'delegation.withdrawn': '撤回岗位委托',
} as const

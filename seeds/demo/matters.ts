import { saveReply } from '#app/services/submission/save-reply.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { granted } from './found-district.ts'
import { NOT_RISKY, NOT_TECHNICAL } from './reasons.ts'
import type { DemoItem } from './demo-items.ts'
import type { DemoMatter, Story } from './story.ts'

const FARMERS: DemoMatter = {
	draft: 'farmers',
	tracks: ['normative-document'],
	drafter: 'wangxh',
	head: 'liufn',
	reviewer: 'zhoumy',
	notApplicable: { 'expert-argumentation': NOT_TECHNICAL, 'risk-assessment': NOT_RISKY },
	numbering: 'automatic',
}

const FARMER_ITEMS: readonly DemoItem[] = [
	{
		kind: 'must',
		anchor: 'art-5-i1',
		quote: '具有本区户籍；',
		problem: '以户籍作为认定条件，限制了在本区从事农业的其他人员，没有法律、法规依据。',
		ground: '国办发〔2018〕37号（一）；《优化营商环境条例》第六十四条',
		suggestion: '改为“在本区从事农业生产经营；”。',
		points: ['document-content', 'document-no-burden'],
	},
	{
		kind: 'must',
		anchor: 'art-5-i3',
		quote: '近五年内没有受过任何行政处罚；',
		problem: '范围过宽，与认定目的没有关联，减损了申请人权益。',
		ground: '国办发〔2018〕37号（一）',
		suggestion: '限定为近三年内没有因农产品质量安全违法行为受过行政处罚。',
		points: ['document-no-burden'],
	},
	{
		kind: 'must',
		anchor: 'art-10-i4',
		quote: '村民委员会出具的从业证明；',
		problem: '要求提交的证明没有依据，属于无谓证明。',
		ground: '国办发〔2018〕37号（一）',
		suggestion: '改为告知承诺。',
		points: ['document-no-burden'],
	},
	{
		kind: 'must',
		anchor: 'art-12',
		quote: '处二百元以下罚款',
		problem: '规范性文件不得设定行政处罚。',
		ground: '《行政处罚法》第十六条',
		suggestion: '改为撤销认定并向社会公布。',
		points: ['document-authority', 'document-no-coercion'],
	},
	{
		kind: 'advice',
		anchor: 'art-16',
		quote: '自发布之日起施行',
		problem: '建议写明具体的施行日期，公布与施行之间留出三十日。',
		ground: '《规章制定程序条例》第三十二条（参照）',
		suggestion: '',
		points: [],
	},
]

/** The trained farmers: an opinion with four mandatory items, a revision with replies, the reviewer's re-check due. */
export async function farmersInRecheck(story: Story): Promise<void> {
	const { shell } = story
	shell.setAgo(16, '09:40')
	const matterId = await story.open(FARMERS)
	await story.submit(FARMERS, matterId)
	shell.setAgo(15, '10:20')
	await story.accept(matterId)
	await story.assign(FARMERS, matterId)
	shell.setAgo(11, '15:10')
	await story.counsel(matterId, 'amend', '第五条、第十二条缺乏上位法依据，建议修改后再行提交。')
	shell.setAgo(9, '11:05')
	await story.write(
		FARMERS,
		matterId,
		'amend',
		'制定主体和程序未见问题；第五条、第十条、第十二条应当修改。',
		FARMER_ITEMS,
	)
	await story.send(FARMERS, matterId)
	shell.setAgo(8, '16:30')
	await story.sign(matterId)
	shell.setAgo(2, '16:05')
	await story.upload(FARMERS, matterId, 2)
	const replies = [
		['adopted', '第六条第（一）项改为“在本区从事农业生产经营”。', ''],
		[
			'partly',
			'第六条第（三）项改为近三年内没有因农产品质量安全违法行为受过行政处罚。',
			'保留对农产品质量安全违法的限制，与认定目的直接相关。',
		],
		['adopted', '第十一条第（四）项改为从业情况告知承诺书。', ''],
		['adopted', '第十三条删去罚款，改为撤销认定并向社会公布。', ''],
		['adopted', '第十七条写明自2027年3月1日起施行。', ''],
	] as const
	for (const [index, item] of (await story.items(matterId)).entries()) {
		const [answer, text, reason] = replies[index] ?? ['adopted', '已修改。', '']
		granted(
			await saveReply(shell, story.who('wangxh'), story.order(matterId), {
				opinionItemId: item.id,
				answer,
				text,
				reason,
			}),
		)
	}
	await story.confirmReading(FARMERS, matterId)
	granted(await submitRevision(shell, story.who('wangxh'), story.order(matterId)))
	shell.setAgo(1, '09:00')
	await story.propose(FARMERS, matterId, 20)
}

/** The street markets: a major decision under review, the opinion due today. */
export async function marketUnderReview(story: Story): Promise<void> {
	const market: DemoMatter = {
		draft: 'market',
		tracks: ['government-decision'],
		drafter: 'lijs',
		head: 'hanzheng',
	}
	const { shell } = story
	shell.setAgo(11, '14:20')
	const matterId = await story.open(market)
	await story.submit(market, matterId)
	shell.setAgo(10, '09:30')
	await story.accept(matterId)
	await story.assign(market, matterId)
	shell.setAgo(3, '16:40')
	await story.counsel(matterId, 'amend', '摊位分配中的户籍优先、逾期保管费缺乏依据，应当修改。')
	shell.setAgo(1, '17:10')
	await story.write(market, matterId, null, '', [
		{
			kind: 'advice',
			anchor: 'sec-3-1-1',
			quote: '结果公示三天',
			problem: '“三天”宜写作“三日”，并写明起算日。',
			ground: '',
			suggestion: '',
			points: [],
		},
		{
			kind: 'must',
			anchor: 'sec-3-1-2',
			quote: '同等条件下优先安排本区户籍经营者',
			problem: '以户籍确定摊位优先顺序，对外地经营者实行差别待遇。',
			ground: '《公平竞争审查条例》第九条',
			suggestion: '报名人数超过摊位数的，公开摇号确定，每户限一个摊位。',
			points: ['decision-content'],
		},
		{
			kind: 'must',
			anchor: 'sec-3-2-2',
			quote: '强制清除，并按每日五十元收取保管费',
			problem: '方案不得设定行政强制措施和收费。',
			ground: '《行政强制法》第十条；《行政许可法》第五十八条',
			suggestion: '改为由街道办事处劝导，依法移交有关部门处理。',
			points: ['decision-content'],
		},
	])
}

/** The rental registration: found unlawful; no agenda is open to it. */
export async function rentalFoundUnlawful(story: Story): Promise<void> {
	const rental: DemoMatter = {
		draft: 'rental',
		tracks: ['normative-document'],
		drafter: 'chenaj',
		head: 'wugs',
		reviewer: 'fengsq',
		notApplicable: { 'expert-argumentation': NOT_TECHNICAL },
	}
	const { shell } = story
	shell.setAgo(20, '10:10')
	const matterId = await story.open(rental)
	await story.submit(rental, matterId)
	shell.setAgo(19, '09:20')
	await story.accept(matterId)
	await story.assign(rental, matterId)
	shell.setAgo(14, '15:00')
	await story.counsel(matterId, 'amend', '多条设定许可、处罚和强制，超出规范性文件权限。')
	shell.setAgo(12, '10:30')
	await story.write(
		rental,
		matterId,
		'unlawful',
		'多处设定行政许可、行政处罚、行政强制和收费，超越法定权限。',
		[
			{
				kind: 'must',
				anchor: 'art-3',
				quote: '取得房屋出租许可证后方可出租',
				problem: '规范性文件不得设定行政许可。',
				ground: '《行政许可法》第十七条',
				suggestion: '删去。',
				points: ['document-authority', 'document-no-coercion'],
			},
			{
				kind: 'must',
				anchor: 'art-7',
				quote: '处一千元以上五千元以下罚款',
				problem: '规范性文件不得设定行政处罚。',
				ground: '《行政处罚法》第十六条',
				suggestion: '删去。',
				points: ['document-authority', 'document-no-coercion'],
			},
			{
				kind: 'must',
				anchor: 'art-8',
				quote: '停止供水、供电',
				problem: '以断水断电迫使履行，违反法律。',
				ground: '《行政强制法》第四十三条',
				suggestion: '删去。',
				points: ['document-no-coercion'],
			},
			{
				kind: 'must',
				anchor: 'art-9',
				quote: '不得申请行政复议',
				problem: '剥夺了当事人的法定救济权利。',
				ground: '《行政复议法》第二条、第十一条',
				suggestion: '删去。',
				points: ['document-content', 'document-no-burden'],
			},
		],
	)
	await story.send(rental, matterId)
	shell.setAgo(11, '16:20')
	await story.sign(matterId)
}

/** The data pilot: waits for the checker. */
export async function dataAwaitingSignature(story: Story): Promise<void> {
	const data: DemoMatter = {
		draft: 'data',
		tracks: ['government-decision'],
		drafter: 'yushu',
		head: 'jiangcx',
		reviewer: 'fengsq',
	}
	const { shell } = story
	shell.setAgo(9, '09:30')
	const matterId = await story.open(data)
	await story.submit(data, matterId)
	shell.setAgo(8, '11:00')
	await story.accept(matterId)
	await story.assign(data, matterId)
	shell.setAgo(4, '14:00')
	await story.counsel(matterId, 'lawful', '试点原则和授权方式未见不合法之处。')
	shell.setAgo(2, '15:40')
	await story.write(data, matterId, 'lawful', '权限、程序和内容未见不合法之处。', [])
	await story.send(data, matterId)
}

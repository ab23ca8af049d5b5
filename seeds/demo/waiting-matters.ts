import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { granted } from './found-district.ts'
import { NOT_MARKET, NOT_RISKY, NOT_TECHNICAL } from './reasons.ts'
import type { DemoMatter, Story } from './story.ts'

/** The after-school care: the decision on acceptance is late. */
export async function afterSchoolLate(story: Story): Promise<void> {
	const care: DemoMatter = {
		draft: 'after-school',
		tracks: ['normative-document'],
		drafter: 'suyx',
		head: 'dengwx',
		notApplicable: { 'expert-argumentation': NOT_TECHNICAL, 'risk-assessment': NOT_RISKY },
	}
	story.shell.setAgo(5, '16:20')
	const matterId = await story.open(care)
	await story.submit(care, matterId)
}

/** The care subsidies: accepted, to be assigned. */
export async function elderCareAccepted(story: Story): Promise<void> {
	const care: DemoMatter = {
		draft: 'elder-care',
		tracks: ['normative-document'],
		drafter: 'pengal',
		head: 'maoshun',
		notApplicable: { 'expert-argumentation': NOT_TECHNICAL, 'risk-assessment': NOT_RISKY },
	}
	story.shell.setAgo(2, '10:15')
	const matterId = await story.open(care)
	await story.submit(care, matterId)
	story.shell.setAgo(1, '09:45')
	await story.accept(matterId)
}

/** The parking contract: papers are missing, the drafting unit has to supply them. */
export async function parkingSupplement(story: Story): Promise<void> {
	const parking: DemoMatter = {
		draft: 'parking',
		tracks: ['government-contract'],
		drafter: 'lijs',
		head: 'hanzheng',
		notApplicable: { 'public-consultation': '属于合同事项，条款依法不公开。', 'risk-assessment': NOT_RISKY },
	}
	story.shell.setAgo(4, '09:10')
	const matterId = await story.open(parking)
	await story.submit(parking, matterId)
	story.shell.setAgo(3, '14:30')
	granted(
		await requestSupplement(story.shell, story.who('wudk'), story.order(matterId), [
			{ what: '乙方的营业执照和业绩证明', reason: '无法核对乙方的主体资格和履约能力。' },
			{ what: '特许经营使用费的测算说明', reason: '第五条的比例没有测算依据。' },
		]),
	)
}

/** The angling notice: returned, because the public was not consulted. */
export async function anglingReturned(story: Story): Promise<void> {
	const angling: DemoMatter = {
		draft: 'angling',
		tracks: ['normative-document'],
		drafter: 'hebo',
		head: 'tianyuan',
		notApplicable: {
			'fair-competition': NOT_MARKET,
			'public-consultation': '拟在印发后公开征求意见。',
			'expert-argumentation': NOT_TECHNICAL,
			'risk-assessment': NOT_RISKY,
		},
	}
	story.shell.setAgo(7, '15:20')
	const matterId = await story.open(angling)
	await story.submit(angling, matterId)
	story.shell.setAgo(6, '11:20')
	granted(
		await returnMatter(story.shell, story.who('wudk'), story.order(matterId), {
			reasonCode: 'not-consulted',
			words: '涉及公众切身利益，应当在送审前公开征求意见。',
		}),
	)
}

/** The self-built houses: the head has been asked to sign. */
export async function selfBuiltAwaitingHead(story: Story): Promise<void> {
	const houses: DemoMatter = {
		draft: 'self-built',
		tracks: ['normative-document'],
		drafter: 'chenaj',
		head: 'wugs',
		notApplicable: { 'fair-competition': NOT_MARKET },
	}
	story.shell.setAgo(1, '16:50')
	const matterId = await story.open(houses)
	await story.confirmReading(houses, matterId)
	granted(await prepareSubmission(story.shell, story.who('chenaj'), story.order(matterId)))
}

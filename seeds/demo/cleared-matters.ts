import { NOT_MARKET, NOT_RISKY, NOT_TECHNICAL } from './reasons.ts'
import type { DemoMatter, Story } from './story.ts'

/** A matter that went straight through: found lawful, cleared, and proposed for the agenda. One still waits for its leader. */
export async function clearedAndProposed(
	story: Story,
	matter: DemoMatter,
	begunAgo: number,
): Promise<string> {
	const { shell } = story
	shell.setAgo(begunAgo, '09:50')
	const matterId = await story.open(matter)
	await story.submit(matter, matterId)
	shell.setAgo(begunAgo - 1, '10:40')
	await story.accept(matterId)
	await story.assign(matter, matterId)
	shell.setAgo(begunAgo - 4, '14:20')
	await story.counsel(matterId, 'lawful', '经审阅，未见不合法之处。')
	shell.setAgo(begunAgo - 5, '15:30')
	await story.write(matter, matterId, 'lawful', '主体、权限、程序和内容未见不合法之处。', [])
	await story.send(matter, matterId)
	shell.setAgo(begunAgo - 6, '11:10')
	await story.sign(matterId)
	shell.setAgo(begunAgo - 7, '09:05')
	await story.propose(matter, matterId, 20)
	if (matter !== RENEWAL) await story.consent(matterId)
	return matterId
}

export const RENEWAL: DemoMatter = {
	draft: 'renewal',
	tracks: ['government-decision'],
	drafter: 'chenaj',
	head: 'wugs',
}

export const PROCUREMENT: DemoMatter = {
	draft: 'procurement',
	tracks: ['normative-document'],
	drafter: 'luosj',
	head: 'caiym',
	reviewer: 'fengsq',
	notApplicable: { 'expert-argumentation': NOT_TECHNICAL, 'risk-assessment': NOT_RISKY },
}

export const SERVICE_CENTRE: DemoMatter = {
	draft: 'service-centre',
	tracks: ['government-decision'],
	drafter: 'xiely',
	head: 'fanjd',
	notApplicable: { 'fair-competition': NOT_MARKET },
	isHeardInPublic: true,
}

export const EBIKE: DemoMatter = {
	draft: 'ebike',
	tracks: ['normative-document'],
	drafter: 'chenaj',
	head: 'wugs',
	notApplicable: { 'expert-argumentation': NOT_TECHNICAL },
	numbering: 'automatic',
}

export const PARK: DemoMatter = {
	draft: 'park',
	tracks: ['other-document'],
	drafter: 'lijs',
	head: 'hanzheng',
	reviewer: 'fengsq',
	notApplicable: {
		'fair-competition': NOT_MARKET,
		'expert-argumentation': NOT_TECHNICAL,
		'risk-assessment': NOT_RISKY,
	},
}

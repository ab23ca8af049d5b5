import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { closeMeeting, holdMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { granted } from './found-district.ts'
import { approved } from './meetings.ts'
import { NOT_MARKET, NOT_RISKY, NOT_TECHNICAL } from './reasons.ts'
import type { DemoMatter, Story } from './story.ts'

export const BUDGET: DemoMatter = {
	draft: 'budget',
	tracks: ['other-document'],
	drafter: 'luosj',
	head: 'caiym',
	reviewer: 'fengsq',
	notApplicable: {
		'fair-competition': NOT_MARKET,
		'expert-argumentation': NOT_TECHNICAL,
		'risk-assessment': NOT_RISKY,
	},
}

/** 其他: a meeting discussed it and referred it to the people's congress, whose ruling is awaited. */
export async function referredToTheCongress(story: Story, matterId: string): Promise<void> {
	const { shell } = story
	const secretary = story.who('sunyue')
	shell.setAgo(35, '10:00')
	const opened = await createMeeting(shell, secretary, shell.newId(), {
		kind: 'standing',
		title: '第三届区政府第40次常务会议',
		day: shell.dayAgo(25),
		time: '09:00',
		place: '区政府三楼会议室',
		chairId: story.who('gaoys').personId,
	})
	const { meetingId } = granted(opened).value
	const order = () => ({ meetingId, key: shell.newId(), seen: null })
	const agendaItemId = (await story.record(matterId)).agendaItems.at(-1)?.id ?? ''
	shell.setAgo(30, '10:30')
	granted(await listAgendaItem(shell, secretary, order(), agendaItemId))
	shell.setAgo(28, '17:00')
	await approved(story, meetingId, 'sunyue', 'gaoys')
	granted(await fixAgenda(shell, secretary, order()))
	shell.setAgo(25, '09:00')
	granted(await holdMeeting(shell, secretary, order()))
	const present = {
		total: '4',
		member: '高远山 区长\n陆明川 副区长\n秦越 副区长\n孟庆和 副区长',
		attending: '郑立本 区司法局',
		absent: '',
	}
	granted(await recordAttendance(shell, secretary, order(), present))
	granted(
		await recordDiscussion(shell, secretary, order(), {
			agendaItemId,
			presenters: '蔡玉鸣 区财政局',
			attending: '郑立本 区司法局',
			opinions:
				'郑立本 合法性审查意见为合法。\n秦越 同意\n孟庆和 同意\n陆明川 同意\n高远山 同意 按程序提请区人大常委会审查批准。',
			head: '高远山',
			headReason: '',
		}),
	)
	granted(
		await recordOutcome(shell, secretary, order(), {
			agendaItemId,
			outcome: 'other',
			decisionText: '会议同意《青禾区2026年区级预算调整方案》，由区财政局按程序提请区人大常委会审查批准。',
			dissent: '',
		}),
	)
	shell.setAgo(24, '10:00')
	granted(await closeMeeting(shell, story.who('hemin'), order()))
}

import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { declareInterest } from '#app/services/intake/declare-interest.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { closeMeeting, holdMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { checkOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { granted } from './found-district.ts'
import { NOT_RISKY, NOT_TECHNICAL } from './reasons.ts'
import { approved } from './meetings.ts'
import type { DemoMatter, Story } from './story.ts'

const FARM_SERVICES: DemoMatter = {
	draft: 'farm-services',
	tracks: ['department-decision'],
	issuer: 'own-organ',
	drafter: 'wangxh',
	head: 'liufn',
	reviewer: 'zhangzf',
	notApplicable: { 'expert-argumentation': NOT_TECHNICAL, 'risk-assessment': NOT_RISKY },
}

/** A bureau decides in its own house: its own legal unit reviews, its own meeting passes it. */
export async function ownDecisionPassed(story: Story): Promise<void> {
	const { shell } = story
	shell.setAgo(30, '09:10')
	const matterId = await story.open(FARM_SERVICES)
	await story.submit(FARM_SERVICES, matterId)
	await reviewed(story, matterId)
	shell.setAgo(22, '09:30')
	const { agendaItemId } = granted(
		await proposeAgendaItem(shell, story.who('liufn'), story.order(matterId), {
			presenter: '王晓禾',
			minutes: '15',
			leaderId: '',
		}),
	).value
	await decided(story, agendaItemId)
}

async function reviewed(story: Story, matterId: string): Promise<void> {
	const { shell } = story
	const [lead, counsel] = [story.who('fangjm'), story.who('taoly')]
	shell.setAgo(29, '10:20')
	granted(await acceptMatter(shell, lead, story.order(matterId)))
	granted(await assignReviewer(shell, lead, story.order(matterId), story.who('zhangzf').personId))
	granted(await assignCounsel(shell, lead, story.order(matterId), counsel.personId))
	shell.setAgo(26, '15:00')
	const none = { hasInterest: false, words: '' }
	granted(await declareInterest(shell, counsel, story.order(matterId), none))
	granted(
		await signCounselOpinion(shell, counsel, story.order(matterId), {
			hasNoConflict: true,
			conclusion: 'lawful',
			text: '经审阅，未见不合法之处。',
		}),
	)
	shell.setAgo(25, '11:00')
	await story.write(FARM_SERVICES, matterId, 'lawful', '权限、程序和内容未见不合法之处。', [])
	await story.send(FARM_SERVICES, matterId)
	shell.setAgo(24, '16:10')
	granted(await checkOpinion(shell, lead, story.order(matterId)))
	const signed = await signOpinion(shell, story.who('dingsz'), story.order(matterId), {
		password: DEMO_PASSWORD,
	})
	granted(signed)
}

async function decided(story: Story, agendaItemId: string): Promise<void> {
	const { shell } = story
	const secretary = story.who('jihw')
	shell.setAgo(21, '10:00')
	const opened = await createMeeting(shell, secretary, shell.newId(), {
		kind: 'office',
		title: '区农业农村局2026年第18次局长办公会议',
		day: shell.dayAgo(12),
		time: '14:30',
		place: '局二楼会议室',
		chairId: story.who('liufn').personId,
	})
	const { meetingId } = granted(opened).value
	const order = () => ({ meetingId, key: shell.newId(), seen: null })
	granted(await listAgendaItem(shell, secretary, order(), agendaItemId))
	shell.setAgo(15, '17:00')
	await approved(story, meetingId, 'jihw', 'liufn')
	granted(await fixAgenda(shell, secretary, order()))
	shell.setAgo(12, '14:30')
	granted(await holdMeeting(shell, secretary, order()))
	const present = {
		total: '3',
		member: '刘丰年 区农业农村局\n丁守正 区农业农村局',
		attending: '',
		absent: '马长河 区农业农村局',
	}
	granted(await recordAttendance(shell, secretary, order(), present))
	granted(
		await recordDiscussion(shell, secretary, order(), {
			agendaItemId,
			presenters: '王晓禾 区农业农村局产业发展科',
			attending: '张志芳 区农业农村局法规科',
			opinions: '丁守正 同意\n刘丰年 同意 按方案实施，年底报告进展。',
			head: '刘丰年',
			headReason: '',
		}),
	)
	granted(
		await recordOutcome(shell, secretary, order(), {
			agendaItemId,
			outcome: 'passed',
			decisionText: '会议同意实施方案，由产业发展科印发实施。',
			dissent: '',
		}),
	)
	shell.setAgo(11, '10:00')
	granted(await closeMeeting(shell, story.who('fangjm'), order()))
}

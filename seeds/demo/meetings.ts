import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { agendaDigest } from '#app/domain/meeting/agenda-approval.ts'
import { approveAgenda, askApproval } from '#app/services/meeting/approve-agenda.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { editAgenda } from '#app/services/meeting/edit-agenda.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { closeMeeting, holdMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { setFollowUp } from '#app/services/follow-up/set-follow-up.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import { granted } from './found-district.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import type { Story } from './story.ts'

/** Opens a meeting and gives its id. */
async function open(story: Story, title: string, day: PlainDate): Promise<string> {
	const opened = await createMeeting(story.shell, story.who('sunyue'), story.shell.newId(), {
		kind: 'standing',
		title,
		day,
		time: '09:00',
		place: '区政府三楼会议室',
		chairId: story.who('gaoys').personId,
	})
	return granted(opened).value.meetingId
}

/** The newest open proposal of a matter. */
async function proposalOf(story: Story, matterId: string): Promise<string> {
	const item = (await story.record(matterId)).agendaItems.at(-1)
	if (!item) throw new Error('the matter was not proposed')
	return item.id
}

function on(story: Story, meetingId: string) {
	return { meetingId, key: story.shell.newId(), seen: null }
}

/** The secretary lays the agenda before its chair, who approves it. */
export async function approved(
	story: Story,
	meetingId: string,
	secretary: string,
	chair: string,
): Promise<void> {
	const { shell } = story
	granted(await askApproval(shell, story.who(secretary), on(story, meetingId), ''))
	const { jurisdictionId } = story.who(chair)
	const meeting = await loadMeeting(shell.db, jurisdictionId, meetingId)
	if (!meeting) throw new Error('the demo lost a meeting')
	granted(
		await approveAgenda(shell, story.who(chair), on(story, meetingId), {
			password: DEMO_PASSWORD,
			agendaSha256: agendaDigest(meeting),
		}),
	)
}

/** The last meeting: one item passed, another in principle; a task was given, and its record was closed by a second person. */
export async function lastMeeting(story: Story, parkId: string, marketsId: string): Promise<void> {
	const { shell } = story
	const secretary = story.who('sunyue')
	shell.setAgo(24, '10:00')
	const meetingId = await open(story, '第三届区政府第41次常务会议', shell.dayAgo(15))
	const agendaItemId = await proposalOf(story, parkId)
	const inPrinciple = await proposalOf(story, marketsId)
	granted(
		await editAgenda(shell, secretary, on(story, meetingId), {
			part: 'slot-added',
			kind: 'study',
			title: '《公平竞争审查条例》',
		}),
	)
	shell.setAgo(20, '10:30')
	granted(await listAgendaItem(shell, secretary, on(story, meetingId), agendaItemId))
	granted(await listAgendaItem(shell, secretary, on(story, meetingId), inPrinciple))
	shell.setAgo(18, '17:00')
	await approved(story, meetingId, 'sunyue', 'gaoys')
	granted(await fixAgenda(shell, secretary, on(story, meetingId)))
	shell.setAgo(15, '09:00')
	granted(await holdMeeting(shell, secretary, on(story, meetingId)))
	granted(
		await recordAttendance(shell, secretary, on(story, meetingId), {
			total: '4',
			member: '高远山 区长\n陆明川 副区长\n秦越 副区长',
			attending: '郑立本 区司法局\n韩正清 区城市管理局',
			absent: '孟庆和 副区长',
		}),
	)
	await discussed(story, meetingId, { agendaItemId, inPrinciple })
	granted(
		await recordOutcome(shell, secretary, on(story, meetingId), {
			agendaItemId,
			outcome: 'passed',
			decisionText: '会议同意区城市管理局提出的调整方案，由区城市管理局印发实施。',
			dissent: '',
		}),
	)
	granted(
		await recordOutcome(shell, secretary, on(story, meetingId), {
			agendaItemId: inPrinciple,
			outcome: 'passed-in-principle',
			decisionText:
				'会议原则通过《青禾区农贸市场管理办法》。会议要求，市场开办者应当为自产自销的农民设置免费销售区域，由区农业农村局按会议意见修改，核对后印发。',
			dissent: '',
		}),
	)
	granted(
		await setFollowUp(shell, secretary, on(story, meetingId), {
			agendaItemId: inPrinciple,
			organId: story.who('liufn').posts[0]?.organId ?? '',
			what: '按会议意见明确免费销售区域，核对后印发，并向各农贸市场开办者宣传。',
			dueOn: shell.dayAhead(12),
		}),
	)
	shell.setAgo(14, '10:00')
	granted(await closeMeeting(shell, story.who('hemin'), on(story, meetingId)))
}

/** What was said of both items: the head speaks last, and one member would rather have waited. */
async function discussed(
	story: Story,
	meetingId: string,
	items: { readonly agendaItemId: string; readonly inPrinciple: string },
): Promise<void> {
	const { shell } = story
	const attending = '郑立本 区司法局'
	const say = (given: { agendaItemId: string; presenters: string; opinions: string }) =>
		recordDiscussion(shell, story.who('sunyue'), on(story, meetingId), {
			...given,
			attending,
			head: '高远山',
			headReason: '',
		})
	granted(
		await say({
			agendaItemId: items.agendaItemId,
			presenters: '韩正清 区城市管理局',
			opinions: '郑立本 合法性审查意见为合法。\n秦越 同意\n陆明川 同意\n高远山 同意',
		}),
	)
	granted(
		await say({
			agendaItemId: items.inPrinciple,
			presenters: '刘丰年 区农业农村局',
			opinions:
				'秦越 缓议 自产自销区域的收费还没有同市场开办者商定，建议商定后再上会。\n陆明川 原则同意 应当明确免费销售区域。\n高远山 原则同意 先出台办法，收费问题按会议意见修改。',
		}),
	)
}

/** The next meeting: one item listed, one that was listed and lost its clearance, two waiting in the pool. */
export async function nextMeeting(story: Story, listed: readonly string[]): Promise<string> {
	const { shell } = story
	const secretary = story.who('sunyue')
	shell.setAgo(4, '09:30')
	const meetingId = await open(story, '第三届区政府第42次常务会议', shell.dayAhead(8))
	granted(
		await editAgenda(shell, secretary, on(story, meetingId), {
			part: 'slot-added',
			kind: 'study',
			title: '《重大行政决策程序暂行条例》',
		}),
	)
	shell.setAgo(3, '10:20')
	for (const matterId of listed)
		granted(await listAgendaItem(shell, secretary, on(story, meetingId), await proposalOf(story, matterId)))
	return meetingId
}

/** The secretary tries to list what is blocked: the refusal is in the trail and counted. */
export async function refusedListing(story: Story, meetingId: string, matterId: string): Promise<void> {
	const answer = await listAgendaItem(
		story.shell,
		story.who('sunyue'),
		on(story, meetingId),
		await proposalOf(story, matterId),
	)
	if (answer.ok) throw new Error('the demo listed a text that was not cleared')
}

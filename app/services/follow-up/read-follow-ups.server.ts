import { followUpStepOf, meetingStateOf } from '#app/db/code-columns.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import {
	type FollowUpRecord,
	ENDING_STEPS,
	type FollowUpStanding,
	followUpStanding,
	isLate,
} from '#app/domain/follow-up/follow-up.ts'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Subject } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A task as the page of a meeting's tasks shows it. */
export type FollowUpLine = Pick<FollowUpRecord, 'id' | 'what' | 'dueOn'> & {
	readonly title: string
	readonly organ: string
	readonly standing: FollowUpStanding
	readonly isLate: boolean
	readonly steps: readonly {
		readonly step: FollowUpRecord['steps'][number]['step']
		readonly words: string
		readonly doneAt: string
	}[]
	readonly mayReport: boolean
	readonly mayAnswer: boolean
	readonly mayWithdraw: boolean
}

export type FollowUpsPage = {
	readonly meetingId: string
	readonly heading: { readonly title: string }
	readonly revision: number
	/** Whoever may read the meeting goes back to it. */
	readonly isLinked: boolean
	readonly lines: readonly FollowUpLine[]
	/** What a task may be given from and to whom; empty for whoever gives none. */
	readonly choices: {
		readonly items: readonly { readonly value: string; readonly label: string }[]
		readonly organs: readonly { readonly value: string; readonly label: string }[]
	} | null
	readonly today: string
}

/** Reads the tasks of a meeting: all of them for whoever reads the meeting, its own for a unit. */
export async function readFollowUps(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<FollowUpsPage, Refusal>> {
	const meeting = await loadMeeting(shell.db, actor.jurisdictionId, meetingId)
	if (!meeting) return refuse({ code: 'not-found' })
	const subject = subjectOf(meeting)
	if (!permit(actor, 'follow-up.read', subject).ok) return refuse({ code: 'not-found' })
	const isLinked = permit(actor, 'meeting.read', subject).ok
	const today = plainDateIn(shell.now())
	const tasks = meeting.followUps.filter(
		({ organId }) =>
			isLinked || permit(actor, 'follow-up.reported', { ...subject, taskOrganIds: [organId] }).ok,
	)
	const { id, title, revision } = meeting
	return accept({
		meetingId: id,
		heading: { title },
		revision,
		isLinked,
		lines: tasks.map((task) => lineOf(actor, meeting, task, today)),
		choices: await choicesOf(shell, actor, meeting),
		today,
	})
}

function subjectOf(meeting: MeetingRecord): Subject {
	const { jurisdictionId, organId, chairId, followUps } = meeting
	return {
		jurisdictionId,
		meetingOrganId: organId,
		meetingChairId: chairId,
		taskOrganIds: followUps.map((task) => task.organId),
	}
}

function lineOf(
	actor: Actor,
	meeting: MeetingRecord,
	task: FollowUpRecord,
	today: ReturnType<typeof plainDateIn>,
): FollowUpLine {
	const standing = followUpStanding(task)
	const subject = { ...subjectOf(meeting), taskOrganIds: [task.organId] }
	const isConfirmed = meeting.state === 'closed'
	return {
		id: task.id,
		what: task.what,
		dueOn: task.dueOn,
		title: meeting.items.find(({ id }) => id === task.agendaItemId)?.title ?? '',
		organ: task.organ.name,
		standing,
		isLate: isLate(task, today),
		steps: task.steps.map(({ step, words, doneAt }) => ({ step, words, doneAt: doneAt.toISOString() })),
		mayReport: isConfirmed && standing === 'open' && permit(actor, 'follow-up.reported', subject).ok,
		mayAnswer: isConfirmed && standing === 'reported' && permit(actor, 'follow-up.confirmed', subject).ok,
		mayWithdraw:
			['held', 'closed'].includes(meeting.state) &&
			!ENDING_STEPS.some((step) => step === standing) &&
			permit(actor, 'follow-up.withdrawn', subject).ok,
	}
}

async function choicesOf(
	{ db }: Shell,
	actor: Actor,
	meeting: MeetingRecord,
): Promise<FollowUpsPage['choices']> {
	const { jurisdictionId, items, state } = meeting
	const isOpen = ['held', 'closed'].includes(meetingStateOf(state))
	if (!isOpen || !permit(actor, 'follow-up.set', subjectOf(meeting)).ok) return null
	const organs = await db.organ.findMany({
		where: {
			jurisdictionId,
			posts: { some: { role: 'department-head', state: 'active', person: { disabledAt: null } } },
		},
		select: { id: true, name: true },
		orderBy: { id: 'asc' },
	})
	return {
		items: items.flatMap(({ id, title, outcome }) => (outcome ? [{ value: id, label: title }] : [])),
		organs: organs.map(({ id, name }) => ({ value: id, label: name })),
	}
}

/** A task that waits for whoever looks at the work list: to report on, or to answer. */
export type FollowUpTaskLine = {
	readonly id: string
	readonly meetingId: string
	readonly task: 'report' | 'answer'
	readonly what: string
	readonly organ: string
	readonly dueOn: string
	readonly isLate: boolean
}

const MOST = 50

/** The tasks that wait for the actor, the earliest day first; one query, and none for whoever can have none. */
export async function readFollowUpTasks(
	{ db, now }: Shell,
	actor: Actor,
): Promise<readonly FollowUpTaskLine[]> {
	const organsOf = (role: string) =>
		actor.posts.filter((post) => post.role === role).map(({ organId }) => organId)
	const [units, offices] = [organsOf('department-head'), organsOf('secretary')]
	if (units.length + offices.length === 0) return []
	const rows = await findTrees(db, 'followUpTask', {
		where: {
			jurisdictionId: actor.jurisdictionId,
			steps: { none: { step: { in: [...ENDING_STEPS] } } },
			meeting: { state: 'closed' },
			OR: [{ organId: { in: units } }, { meeting: { organId: { in: offices } } }],
		},
		orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
		take: MOST,
		include: {
			organ: { select: { name: true } },
			meeting: { select: { organId: true } },
			steps: { orderBy: { id: 'asc' } },
		},
	})
	const today = plainDateIn(now())
	return rows.flatMap((row) => {
		const task = { ...row, steps: row.steps.map((each) => ({ ...each, step: followUpStepOf(each.step) })) }
		const isOpen = followUpStanding(task) === 'open'
		const isTheirs = isOpen ? units.includes(row.organId) : offices.includes(row.meeting.organId)
		if (!isTheirs) return []
		const { id, meetingId, what, dueOn, organ } = row
		const line = { id, meetingId, what, dueOn, organ: organ.name, isLate: isLate(task, today) }
		return [{ ...line, task: isOpen ? 'report' : 'answer' } as const]
	})
}

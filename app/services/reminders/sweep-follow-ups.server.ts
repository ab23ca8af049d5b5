import { followUpStepOf } from '#app/db/code-columns.server.ts'
import { findTree, findTrees } from '#app/db/find-trees.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadCalendar } from '#app/db/load-reference.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import { type PlainDate, parsePlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type ReminderStage, standingOf } from '#app/domain/calendar/reminder.ts'
import { type WorkingCalendar, workingDaysBetween } from '#app/domain/calendar/working-calendar.ts'
import { ENDING_STEPS, followUpStanding } from '#app/domain/follow-up/follow-up.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isNoted, leaveLines, noteReminder } from './tell-once.server.ts'

const BATCH = 500

const OPEN = { meeting: { state: 'closed' }, steps: { none: { step: { in: [...ENDING_STEPS] } } } }
const STEPS = { steps: { orderBy: { id: 'asc' } } } as const

type Task = Awaited<ReturnType<typeof loadTasks>>[number]

/**
 * Reminds the heads of each unit of the tasks that meetings gave it (督办), at the stages of every period: half, the day
 * before, the day, and after it, once each. What was reported and waits for the office is not the unit's any more.
 */
export async function sweepFollowUps(shell: Shell): Promise<number> {
	const today = plainDateIn(shell.now())
	const calendar = await loadCalendar(shell.db, today)
	let reminded = 0
	for (let after = ''; ;) {
		const tasks = await loadTasks(shell, after)
		for (const task of tasks) {
			const stage = stageOf(task, today, calendar)
			if (stage && isOpen(task) && (await remind(shell, task, stage))) reminded += 1
		}
		if (tasks.length < BATCH) return reminded
		after = tasks.at(-1)?.id ?? ''
	}
}

function loadTasks({ db }: Shell, after: string) {
	return findTrees(db, 'followUpTask', {
		where: { ...OPEN, id: { gt: after } },
		orderBy: { id: 'asc' },
		take: BATCH,
		include: STEPS,
	})
}

function isOpen({ steps }: Pick<Task, 'steps'>): boolean {
	return (
		followUpStanding({ steps: steps.map((each) => ({ ...each, step: followUpStepOf(each.step) })) }) ===
		'open'
	)
}

function stageOf({ setAt, dueOn }: Task, today: PlainDate, calendar: WorkingCalendar): ReminderStage | null {
	const due = parsePlainDate(dueOn)
	if (today > due) return 'overdue'
	if (today === due) return 'due'
	const startsOn = plainDateIn(setAt)
	const days = Math.max(1, workingDaysBetween(startsOn, due, calendar))
	return standingOf({ startsOn, days, stops: [] }, today, calendar)?.stage ?? null
}

async function remind(shell: Shell, task: Task, stage: ReminderStage): Promise<boolean> {
	const { jurisdictionId, id, meetingId, organId, what, dueOn } = task
	const reminder = { jurisdictionId, stage, subjectId: id, day: dueOn } as const
	if (await isNoted(shell.db, reminder)) return false
	return inTransaction(shell.db, async (tx) => {
		await lockRow(tx, 'meeting', { jurisdiction_id: jurisdictionId, id: meetingId })
		const now = await findTree(tx, 'followUpTask', { where: { jurisdictionId, id }, include: STEPS })
		// Whoever reported between the look and the lock has ended the reason to remind.
		if (!now || !isOpen(now)) return false
		if (!(await noteReminder(tx, reminder, shell.now()))) return false
		const personIds = await loadHolders(tx, jurisdictionId, ['department-head'], organId)
		await leaveLines(shell, tx, reminder, { personIds, matterId: null, detail: { dueOn, what, meetingId } })
		return personIds.length > 0
	})
}

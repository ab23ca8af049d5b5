import { inTransaction } from '#app/db/in-transaction.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import { loadCalendar } from '#app/db/load-reference.server.ts'
import { loadTurnRows } from '#app/db/load-turns.server.ts'
import { type PlainDate, parsePlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type Standing, standingOf } from '#app/domain/calendar/reminder.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { periodOf } from '#app/domain/matter-record/period-of-deadline.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { loadRunningPeriods, PERIODS_AT_ONCE, type RunningPeriod } from './load-running-periods.server.ts'
import { type Reminder, isNoted, leaveLines, noteReminder } from './tell-once.server.ts'
import { whoseTurnItIs } from './whose-turn.server.ts'

/**
 * Reminds those whose turn it is of the periods that run: once at half, once on the working day before, once on the due
 * day and once after it. A sweep that comes late says what holds now and not what it has missed; several sweeps at once
 * remind no more often than one. Nothing is cleared, ended or moved by it. Returns how many periods it reminded of.
 */
export async function sweepReminders(shell: Shell): Promise<number> {
	const today = plainDateIn(shell.now())
	const calendar = await loadCalendar(shell.db, today)
	let reminded = 0
	const failures: unknown[] = []
	for (let after = ''; ;) {
		const deadlines = await loadRunningPeriods(shell.db, after)
		for (const deadline of deadlines)
			try {
				const standing = standingOn(deadline, today, calendar)
				if (standing && (await remind(shell, deadline, standing, today))) reminded += 1
			} catch (error) {
				// One period that cannot be written keeps nobody from being reminded of another.
				failures.push(error)
			}
		if (deadlines.length < PERIODS_AT_ONCE) break
		after = deadlines.at(-1)?.id ?? ''
	}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reminders were not given`)
	return reminded
}

function standingOn(deadline: RunningPeriod, today: string, calendar: WorkingCalendar): Standing | null {
	return standingOf(periodOf(deadline), parsePlainDate(today), calendar)
}

/** Half is said once of a period; the other stages once of each due day, since one that is moved comes anew. */
function reminderOf({ jurisdictionId, id, startsOn }: RunningPeriod, { stage, dueOn }: Standing): Reminder {
	return { jurisdictionId, stage, subjectId: id, day: stage === 'half' ? startsOn : dueOn }
}

async function remind(
	shell: Shell,
	deadline: RunningPeriod,
	standing: Standing,
	today: PlainDate,
): Promise<boolean> {
	const reminder = reminderOf(deadline, standing)
	const { jurisdictionId, matterId } = deadline
	if (await isNoted(shell.db, reminder)) return false
	return inTransaction(shell.db, async (tx) => {
		await lockRow(tx, 'matter', { jurisdiction_id: jurisdictionId, id: matterId })
		if (!(await noteReminder(tx, reminder, shell.now()))) return false
		const [matter] = await loadTurnRows(tx, { jurisdictionId, id: matterId }, null, 1)
		// Whoever ended it between the look and the lock has ended the reason to remind.
		const runs = matter?.deadlines.some(
			({ kind, startsOn }) => kind === deadline.kind && startsOn === deadline.startsOn,
		)
		if (!matter || !runs) return false
		const personIds = await whoseTurnItIs(tx, matter, today)
		await leaveLines(shell, tx, reminder, { personIds, matterId, detail: { dueOn: standing.dueOn } })
		return personIds.length > 0
	})
}

import { type Period, countPeriod } from './count-period.ts'
import type { PlainDate } from './plain-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** When somebody is reminded of a period: when half of it is used, one working day before, on the due day, and after it. */
export const REMINDER_STAGES = ['half', 'eve', 'due', 'overdue'] as const

export type ReminderStage = (typeof REMINDER_STAGES)[number]

/** Where a period stands, and on which day it is due. */
export type Standing = { readonly stage: ReminderStage; readonly dueOn: PlainDate }

/**
 * The stage that a period has reached on a day, by the days that it counts and less those on which its clock stands still; null
 * before half of it is used, and while the clock stands still. It says what is due, and ends nothing: a review that is
 * overdue is as open as before (domain paper §8.6).
 */
export function standingOf(period: Period, today: PlainDate, calendar: WorkingCalendar): Standing | null {
	const { days, stops } = period
	if (stops.some(({ from, to }) => from <= today && (to === null || today <= to))) return null
	const due = countPeriod(period, calendar)?.day ?? null
	if (due === null) return null
	if (today > due) return { stage: 'overdue', dueOn: due }
	if (today === due) return { stage: 'due', dueOn: due }
	const reached = (used: number) => {
		const day = countPeriod({ ...period, days: used }, calendar)?.day
		return day !== undefined && today >= day
	}
	if (days > 1 && reached(days - 1)) return { stage: 'eve', dueOn: due }
	return reached(Math.ceil(days / 2)) ? { stage: 'half', dueOn: due } : null
}

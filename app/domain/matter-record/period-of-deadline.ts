import { type Period, type Stop, countPeriod } from '#app/domain/calendar/count-period.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { PeriodEnd, WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { isInCalendarDays } from '#app/domain/matter/deadline.ts'
import type { ChangeRecord, DeadlineRecord, StopRecord } from './matter-record.ts'

/** What of a period says how it is counted. */
export type CountedDeadline = Pick<DeadlineRecord, 'periodDays'> & {
	readonly changes: readonly Pick<ChangeRecord, 'days'>[]
}

/** What of a period says whether its clock stands still. */
export type StoppableDeadline = Pick<DeadlineRecord, 'endedAt'> & {
	readonly stops: readonly Pick<StopRecord, 'resumedAt'>[]
}

/** The working days that a period has for the work itself (净时限): those it began with, and what changed them. */
export function netDaysOf({ periodDays, changes }: CountedDeadline): number {
	return changes.reduce((sum, { days }) => sum + days, periodDays)
}

/** The days on which it stood still, as the calendar counts them. */
export function stopsOf(deadline: {
	readonly stops: readonly Pick<StopRecord, 'startsOn' | 'endsOn'>[]
}): Stop[] {
	return deadline.stops.map(({ startsOn, endsOn }) => ({
		from: parsePlainDate(startsOn),
		to: endsOn === null ? null : parsePlainDate(endsOn),
	}))
}

/** The period as the calendar counts it. */
export function periodOf(
	deadline: CountedDeadline &
		Pick<DeadlineRecord, 'kind' | 'startsOn'> & {
			readonly stops: readonly Pick<StopRecord, 'startsOn' | 'endsOn'>[]
		},
): Period {
	return {
		startsOn: parsePlainDate(deadline.startsOn),
		days: netDaysOf(deadline),
		stops: stopsOf(deadline),
		everyDay: isInCalendarDays(deadline.kind),
	}
}

/** The end of a period where the calendar counts it otherwise than it was counted; null where it does not, or has none. */
export function endOtherwise(
	deadline: Parameters<typeof periodOf>[0] & Pick<DeadlineRecord, 'dueOn' | 'isProvisional'>,
	calendar: WorkingCalendar,
): PeriodEnd | null {
	const end = countPeriod(periodOf(deadline), calendar)
	return end && (end.day !== deadline.dueOn || end.provisional !== deadline.isProvisional) ? end : null
}

/** Whether its clock stands still: it was stopped and nobody has said that it goes on. */
export function isStopped(deadline: StoppableDeadline): boolean {
	return deadline.endedAt === null && deadline.stops.some((stop) => stop.resumedAt === null)
}

import type { Reference } from '#app/db/load-reference.server.ts'
import { type Explained, explainPeriod } from '#app/domain/calendar/count-period.ts'
import { type PlainDate, daysBetween, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { type WorkingCalendar, workingDaysBetween } from '#app/domain/calendar/working-calendar.ts'
import { type DeadlineKind, type StopCause, isInCalendarDays } from '#app/domain/matter/deadline.ts'
import { guaranteedDays } from '#app/domain/matter/review-limits.ts'
import {
	type ChangeRecord,
	type DeadlineRecord,
	type MatterRecord,
	tracksOf,
} from '#app/domain/matter-record/matter-record.ts'
import { isStopped, netDaysOf, stopsOf } from '#app/domain/matter-record/period-of-deadline.ts'

/** A period with everything that its due day is made of, so that whoever reads the date can count it again. */
export type DeadlineLine = {
	readonly kind: DeadlineKind
	readonly startsOn: string
	/** Its days are counted as they come; those of all other periods are working days. */
	readonly isInCalendarDays: boolean
	/** The days that it began with. */
	readonly days: number
	/** Those that there are for the work itself, with what was added and taken (净时限). */
	readonly net: number
	/** Null while its clock stands still and nobody knows when it goes on. */
	readonly dueOn: string | null
	readonly isProvisional: boolean
	readonly isEnded: boolean
	readonly isStopped: boolean
	readonly daysLeft: number | null
	readonly stops: readonly { readonly cause: StopCause; readonly from: string; readonly to: string | null }[]
	readonly changes: readonly Pick<ChangeRecord, 'kind' | 'days' | 'reason'>[]
	readonly explained: Explained | null
	/** The working days that a review should generally have, where this one has fewer. */
	readonly fewerThan: number | null
}

/** Says of each period of a matter how it is counted. */
export function explainDeadlines(
	matter: MatterRecord,
	today: PlainDate,
	{ calendar, limits }: Pick<Reference, 'calendar' | 'limits'>,
): DeadlineLine[] {
	const guaranteed = guaranteedDays(tracksOf(matter), limits)
	return matter.deadlines.map((deadline) => {
		const net = netDaysOf(deadline)
		const everyDay = isInCalendarDays(deadline.kind)
		const dueOn = hasNoDueDay(deadline) ? null : parsePlainDate(deadline.dueOn)
		return {
			kind: deadline.kind,
			startsOn: deadline.startsOn,
			isInCalendarDays: everyDay,
			days: deadline.periodDays,
			net,
			dueOn,
			isProvisional: dueOn !== null && deadline.isProvisional,
			isEnded: deadline.endedAt !== null,
			isStopped: isStopped(deadline),
			daysLeft: deadline.daysLeft ?? (dueOn && daysUntil(dueOn, today, everyDay ? null : calendar)),
			stops: deadline.stops.map(({ cause, startsOn, endsOn }) => ({ cause, from: startsOn, to: endsOn })),
			changes: deadline.changes.map(({ kind, days, reason }) => ({ kind, days, reason })),
			explained:
				dueOn === null || everyDay
					? null
					: explainPeriod(
							{ startsOn: parsePlainDate(deadline.startsOn), stops: stopsOf(deadline) },
							dueOn,
							calendar,
						),
			fewerThan: deadline.kind === 'review' && guaranteed !== null && net < guaranteed ? guaranteed : null,
		}
	})
}

function daysUntil(dueOn: PlainDate, today: PlainDate, working: WorkingCalendar | null): number {
	return working ? workingDaysBetween(today, dueOn, working) : daysBetween(today, dueOn)
}

/** Its clock stands still, and it had not run out before. */
function hasNoDueDay({ endedAt, dueOn, stops }: DeadlineRecord): boolean {
	return endedAt === null && stops.some((stop) => stop.endsOn === null && stop.startsOn <= dueOn)
}

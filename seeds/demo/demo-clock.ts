import { type PlainDate, addDays, instantOf, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type WorkingCalendar, endOfPeriod, isWorkingDay } from '#app/domain/calendar/working-calendar.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A shell whose clock the story sets: all dates of the demo are relative to the day on which it is loaded. */
export type DemoShell = Shell & {
	/** Sets the clock to a time of day so many working days ago. */
	readonly setAgo: (workingDays: number, time: string) => void
	/** The calendar day so many working days ago. */
	readonly dayAgo: (workingDays: number) => PlainDate
	/** The calendar day in so many working days. */
	readonly dayAhead: (workingDays: number) => PlainDate
}

/** Wraps a shell so that services see the story's time. */
export function withDemoClock(shell: Shell, calendar: WorkingCalendar): DemoShell {
	const loadedOn = plainDateIn(shell.now())
	const loadedAt = shell.now()
	let clock = loadedAt
	const dayAgo = (workingDays: number) => {
		let day = loadedOn
		for (let left = workingDays; left > 0;) {
			day = addDays(day, -1)
			if (isWorkingDay(day, calendar)) left -= 1
		}
		return day
	}
	return {
		...shell,
		now: () => clock,
		dayAgo,
		dayAhead: (workingDays) => endOfPeriod(loadedOn, workingDays, calendar).day,
		setAgo: (workingDays, time) => {
			const instant = instantOf(dayAgo(workingDays), time)
			// What happened today happened before the demo was loaded.
			clock = instant.getTime() > loadedAt.getTime() ? loadedAt : instant
		},
	}
}

import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { DeadlineKind } from '#app/domain/matter/deadline.ts'
import { endOfPeriod, workingDaysBetween } from '#app/domain/calendar/working-calendar.ts'
import type { MatterWork } from './command-on-matter.server.ts'

/** What a period needs of a command; the sweep has them too, without being anybody's command. */
export type DeadlineWork = Pick<
	MatterWork,
	'matter' | 'tx' | 'at' | 'today' | 'reference' | 'shell' | 'change'
>

/**
 * Starts a period of working days from today; the day it starts on is not counted (民法典 art. 201).
 * The matter's due day follows it, for the work list's order.
 */
export async function startDeadline(
	work: DeadlineWork,
	kind: DeadlineKind,
	periodDays: number,
): Promise<void> {
	const end = endOfPeriod(work.today, periodDays, work.reference.calendar)
	await work.tx.deadline.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id: work.shell.newId(),
			matterId: work.matter.id,
			kind,
			startsOn: work.today,
			periodDays,
			dueOn: end.day,
			isProvisional: end.provisional,
		},
	})
	work.change({ dueOn: end.day, dueProvisional: end.provisional })
}

/** Ends the periods that run, keeping the working days that were left: a stopped clock goes on with them later. */
export async function endDeadlines(work: DeadlineWork): Promise<void> {
	for (const deadline of work.matter.deadlines.filter((each) => each.endedAt === null))
		await work.tx.deadline.update({
			where: { jurisdictionId_id: { jurisdictionId: work.matter.jurisdictionId, id: deadline.id } },
			data: {
				endedAt: work.at,
				daysLeft: workingDaysBetween(work.today, parsePlainDate(deadline.dueOn), work.reference.calendar),
			},
		})
	work.change({ dueOn: null, dueProvisional: false })
}

/** The working days that the last period of this kind had left when it was ended, or null if there was none. */
export function daysLeftOf(work: DeadlineWork, kind: DeadlineKind): number | null {
	return work.matter.deadlines.filter((deadline) => deadline.kind === kind).at(-1)?.daysLeft ?? null
}

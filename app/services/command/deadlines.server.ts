import { type Period, type Stop, countPeriod, usedDays } from '#app/domain/calendar/count-period.ts'
import { type PlainDate, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { type PeriodEnd, workingDaysBetween } from '#app/domain/calendar/working-calendar.ts'
import {
	type ChangeKind,
	type DeadlineKind,
	type StopCause,
	isInCalendarDays,
	isOwed,
} from '#app/domain/matter/deadline.ts'
import type { DeadlineRecord } from '#app/domain/matter-record/matter-record.ts'
import { endOtherwise, isStopped, netDaysOf, stopsOf } from '#app/domain/matter-record/period-of-deadline.ts'
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
): Promise<PlainDate> {
	const end = await writeDeadline(work, kind, { startsOn: work.today, days: periodDays })
	await noteDue(work, end)
	return end.day
}

/**
 * Starts a period of days as they come, which may have begun before it is entered: what is owed after a publication. It may
 * be overdue from the first day on.
 */
export async function startCalendarDays(
	work: DeadlineWork,
	kind: DeadlineKind,
	period: { readonly startsOn: PlainDate; readonly days: number },
): Promise<PlainDate> {
	const end = await writeDeadline(work, kind, { ...period, everyDay: true })
	await noteFirstDue(work)
	return end.day
}

async function writeDeadline(
	{ tx, matter, shell, reference }: DeadlineWork,
	kind: DeadlineKind,
	period: Omit<Period, 'stops'>,
): Promise<PeriodEnd> {
	const end = countPeriod({ ...period, stops: [] }, reference.calendar)
	if (!end) throw new Error('a period without a stop has a due day')
	const { jurisdictionId, id: matterId } = matter
	const { startsOn, days: periodDays } = period
	await tx.deadline.create({
		data: {
			...{ jurisdictionId, id: shell.newId(), matterId, kind, startsOn, periodDays },
			...{ dueOn: end.day, isProvisional: end.provisional },
		},
	})
	return end
}

/**
 * Ends the periods that run or stand still, of one kind or of all those of the procedure, keeping the working days that were
 * left. What is owed beside the procedure runs on until it is named here.
 */
export async function endDeadlines(work: DeadlineWork, only?: DeadlineKind): Promise<void> {
	const ending = openDeadlines(work).filter(({ kind }) =>
		only === undefined ? !isOwed(kind) : kind === only,
	)
	for (const deadline of ending) {
		await endStops(work, deadline)
		await work.tx.deadline.update({
			where: keyOf(work, deadline),
			data: { endedAt: work.at, daysLeft: daysLeft(work, deadline) },
		})
	}
	await noteDue(work, null)
}

/**
 * Stops the clocks that run. They go on by themselves after `endsOn` if nobody resumes them before; without it they have
 * no due day until somebody does.
 */
export async function stopClock(
	work: DeadlineWork,
	cause: StopCause,
	endsOn: PlainDate | null,
): Promise<PlainDate | null> {
	let due: PlainDate | null = null
	for (const deadline of openDeadlines(work).filter((each) => !isOwed(each.kind) && !isStopped(each))) {
		await work.tx.deadlineStop.create({
			data: {
				jurisdictionId: work.matter.jurisdictionId,
				id: work.shell.newId(),
				deadlineId: deadline.id,
				cause,
				startsOn: work.today,
				endsOn,
			},
		})
		due = await recount(work, deadline, netDaysOf(deadline), [
			...stopsOf(deadline),
			{ from: work.today, to: endsOn },
		])
	}
	return due
}

/** The clocks that stand still go on from the next working day; null where none did. */
export async function resumeClock(work: DeadlineWork): Promise<PlainDate | null> {
	let due: PlainDate | null = null
	for (const deadline of openDeadlines(work).filter(isStopped)) {
		await endStops(work, deadline)
		due = await recount(work, deadline, netDaysOf(deadline), stopsAsEnded(work, deadline))
	}
	return due
}

/** Gives a period that runs more working days, or fewer. */
export async function changePeriod(
	work: MatterWork,
	deadline: DeadlineRecord,
	{ kind, days, reason }: { readonly kind: ChangeKind; readonly days: number; readonly reason: string },
): Promise<PlainDate | null> {
	await work.tx.deadlineChange.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id: work.shell.newId(),
			deadlineId: deadline.id,
			kind,
			days,
			reason,
			decidedBy: work.actor.personId,
			postId: work.post.id,
			decidedAt: work.at,
		},
	})
	return recount(work, deadline, netDaysOf(deadline) + days, stopsOf(deadline))
}

/** A period that has another due day than before, or the same one for certain. Plain dates. */
export type Recounted = { readonly kind: DeadlineKind; readonly before: string; readonly dueOn: string }

/**
 * Counts those periods again that were counted through a year of which nobody knew the holidays, and gives those that the
 * calendar counts otherwise now: for certain, or as another estimate where they reach a further year still.
 */
export async function recountProvisional(work: DeadlineWork): Promise<Recounted[]> {
	const recounted: Recounted[] = []
	for (const deadline of openDeadlines(work).filter(({ isProvisional }) => isProvisional)) {
		const end = endOtherwise(deadline, work.reference.calendar)
		if (!end) continue
		await work.tx.deadline.update({
			where: keyOf(work, deadline),
			data: { dueOn: end.day, isProvisional: end.provisional },
		})
		recounted.push({ kind: deadline.kind, before: deadline.dueOn, dueOn: end.day })
	}
	if (recounted.length > 0) await noteFirstDue(work)
	return recounted
}

/** The period of this kind that runs or stands still. */
export function openDeadline(work: DeadlineWork, kind: DeadlineKind): DeadlineRecord | null {
	return openDeadlines(work).find((deadline) => deadline.kind === kind) ?? null
}

/** The working days that the last period of this kind had left when it was ended, or null if there was none. */
export function daysLeftOf(work: DeadlineWork, kind: DeadlineKind): number | null {
	return work.matter.deadlines.filter((deadline) => deadline.kind === kind).at(-1)?.daysLeft ?? null
}

/** The matter's due day: that of the period that runs, or an earlier one of what is owed beside it. */
async function noteDue(work: DeadlineWork, end: PeriodEnd | null): Promise<void> {
	if (!work.matter.deadlines.some(({ kind, endedAt }) => isOwed(kind) && endedAt === null))
		return work.change({ dueOn: end?.day ?? null, dueProvisional: end?.provisional ?? false })
	await noteFirstDue(work)
}

/** The due day of what is due first. */
async function noteFirstDue({ matter, tx, change }: DeadlineWork): Promise<void> {
	const first = await tx.deadline.findFirst({
		where: {
			jurisdictionId: matter.jurisdictionId,
			matterId: matter.id,
			endedAt: null,
			stops: { none: { resumedAt: null, endsOn: null } },
		},
		orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
	})
	change({ dueOn: first?.dueOn ?? null, dueProvisional: first?.isProvisional ?? false })
}

function openDeadlines({ matter }: DeadlineWork): DeadlineRecord[] {
	return matter.deadlines.filter((deadline) => deadline.endedAt === null)
}

/** A period that ran out before it was stopped keeps the day on which it ran out: standing still heals no delay. */
async function recount(
	work: DeadlineWork,
	deadline: DeadlineRecord,
	days: number,
	stops: readonly Stop[],
): Promise<PlainDate | null> {
	const end = countPeriod(
		{ startsOn: parsePlainDate(deadline.startsOn), days, stops },
		work.reference.calendar,
	)
	if (end)
		await work.tx.deadline.update({
			where: keyOf(work, deadline),
			data: { dueOn: end.day, isProvisional: end.provisional },
		})
	await noteDue(work, end)
	return end?.day ?? null
}

async function endStops(work: DeadlineWork, deadline: DeadlineRecord): Promise<void> {
	const { jurisdictionId } = work.matter
	for (const stop of deadline.stops.filter((each) => each.resumedAt === null))
		await work.tx.deadlineStop.update({
			where: { jurisdictionId_id: { jurisdictionId, id: stop.id } },
			data: { resumedAt: work.at, endsOn: lastDay(work, stop.endsOn) },
		})
}

function stopsAsEnded(work: DeadlineWork, deadline: DeadlineRecord): Stop[] {
	return stopsOf({
		stops: deadline.stops.map((stop) =>
			stop.resumedAt === null ? { ...stop, endsOn: lastDay(work, stop.endsOn) } : stop,
		),
	})
}

/** A clock that is resumed after it went on by itself stood still no longer than it was to. */
function lastDay({ today }: DeadlineWork, endsOn: string | null): string {
	return endsOn !== null && endsOn < today ? endsOn : today
}

function daysLeft(work: DeadlineWork, deadline: DeadlineRecord): number {
	const { calendar } = work.reference
	const everyDay = isInCalendarDays(deadline.kind)
	const used = usedDays(
		{ startsOn: parsePlainDate(deadline.startsOn), stops: stopsAsEnded(work, deadline), everyDay },
		work.today,
		calendar,
	)
	const left = netDaysOf(deadline) - used
	return left >= 0 || everyDay
		? left
		: workingDaysBetween(work.today, parsePlainDate(deadline.dueOn), calendar)
}

function keyOf({ matter: { jurisdictionId } }: DeadlineWork, { id }: DeadlineRecord) {
	return { jurisdictionId_id: { jurisdictionId, id } }
}

import {
	parsePlainDate,
	type PlainDate,
	addDays,
	plainDateIn,
	weekday,
} from '#app/domain/calendar/plain-date.ts'
import { countRows, findTrees } from '#app/db/find-trees.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { readMeeting } from '#app/db/matter-record-rows.server.ts'
import { loadCalendar } from '#app/db/load-reference.server.ts'
import { type ListCursor, type TurnRow, loadTurnRows } from '#app/db/load-turns.server.ts'
import { openItem } from '#app/domain/matter-record/agenda-records.ts'
import { type MeetingRecord, meetingOfProposal } from '#app/domain/meeting/meeting-record.ts'
import { turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { type DatedMatter, turnSince } from '#app/domain/matter-record/turn-since.ts'
import { isTurnOf } from '#app/domain/permission/ties-of-matter.ts'
import { mattersThatMayWaitFor, readableMatters } from '#app/db/matter-scopes.server.ts'
import { isStopped, netDaysOf } from '#app/domain/matter-record/period-of-deadline.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { type WorkingCalendar, workingDaysBetween } from '#app/domain/calendar/working-calendar.ts'
import { isInCalendarDays } from '#app/domain/matter/deadline.ts'
import { type MatterState, FINAL_STATES, MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { actPath } from '#app/domain/act/act-path.ts'
import { type Turn, turnsOf } from '#app/domain/review-workflow/turn.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** When a task is due, as the groups of the list say it. */
export type DueGroup = 'overdue' | 'today' | 'this-week' | 'later'

/** Whose turn it is, with names; `who` is empty where the role in the organ is meant. */
export type NamedTurn = Turn & {
	readonly who: string
	readonly organ: string
	/** Where it is done: a page of the matter, or of the meeting that it waits for. */
	readonly path: string
	/** Since when it is their turn; null where the record that was read does not say. */
	readonly since: string | null
}

/** A line of the work list: the matter, the turn, since when and until when, with the sum of the period. */
export type WorkItem = {
	readonly matterId: string
	readonly title: string
	readonly caseNumber: string | null
	readonly state: MatterState
	readonly tracks: readonly Track[]
	readonly organ: string
	readonly round: number
	readonly turn: NamedTurn
	readonly meetingId: string | null
	readonly isProvisional: boolean
	readonly period: {
		readonly startsOn: string
		readonly days: number
		readonly isInCalendarDays: boolean
	} | null
} & DueDay

export type Worklist = {
	readonly today: string
	readonly items: readonly WorkItem[]
	readonly next: ListCursor | null
}

/** Lines of one page; a person with more tasks than this has other troubles than paging. */
const PAGE = 50
/** Beyond this the figure in the bar stands still: every page pays for it. */
const MOST_COUNTED = 99
/** No more open matters than this are counted: the figure beside the tab says that there are more. */
export const MOST_OPEN = 200

/** The tasks that wait for the actor, by due day. */
export async function readWorklist(shell: Shell, actor: Actor, after: ListCursor | null): Promise<Worklist> {
	return readLines(shell, actor, { where: mattersThatMayWaitFor(actor), after, isMine: true })
}

/** The matters within the actor's sight that wait for somebody else. */
export async function readWaitingList(
	shell: Shell,
	actor: Actor,
	after: ListCursor | null,
): Promise<Worklist> {
	return readLines(shell, actor, { where: openMatters(actor), after, isMine: false })
}

/**
 * The matters within the actor's sight that still wait for somebody, the actor included, at most `MOST_OPEN`; one query. What stands on an
 * agenda that the actor keeps is not among them: its meeting is the task, on a line of its own.
 */
export async function countOpenMatters(shell: Shell, actor: Actor): Promise<number> {
	const organIds = actor.posts.filter((post) => post.role === 'secretary').map((post) => post.organId)
	const standing = { organId: { in: organIds }, state: { in: STANDING } }
	const where = { AND: [openMatters(actor), { agendaItems: { none: standing } }] }
	return countRows(shell.db, 'matter', organIds.length === 0 ? openMatters(actor) : where, MOST_OPEN)
}

const STANDING: string[] = ['listed', 'notified'] satisfies AgendaState[]

const OVER: readonly MatterState[] = FINAL_STATES
/** Named one by one: an index finds what is in a state, not what is in none of some. */
const OPEN: string[] = MATTER_STATES.filter((state) => !OVER.includes(state))

function openMatters(actor: Actor) {
	return { AND: [readableMatters(actor), { state: { in: OPEN } }] }
}

/** How many matters wait for the actor, as far as they are counted; one query. */
export async function countTurns(shell: Shell, actor: Actor): Promise<number> {
	const rows = await loadTurnRows(shell.db, mattersThatMayWaitFor(actor), null, MOST_COUNTED)
	return rows.filter((row) => turnsOf(turnFactsOf(row)).some((turn) => isTurnOf(actor, turn, row))).length
}

type Lines = {
	readonly where: Parameters<typeof loadTurnRows>[1]
	readonly after: ListCursor | null
	readonly isMine: boolean
}

async function readLines(shell: Shell, actor: Actor, { where, after, isMine }: Lines): Promise<Worklist> {
	const today = plainDateIn(shell.now())
	const rows = await loadTurnRows(shell.db, where, after, PAGE + 1)
	const calendar = await loadCalendar(shell.db, today)
	const judged = rows.slice(0, PAGE).flatMap((row) => {
		const turns = turnsOf(turnFactsOf(row))
		const own = turns.find((turn) => isTurnOf(actor, turn, row))
		const shown = isMine ? own : own ? undefined : turns[0]
		return shown ? [{ row, turn: shown }] : []
	})
	const names = await loadPersonNames(
		shell.db,
		actor.jurisdictionId,
		judged.flatMap(({ turn }) => turn.personIds ?? []),
	)
	const meetings = await meetingsOf(
		shell,
		judged.flatMap(({ row, turn }) => (turn.act === 'agenda.listing-requested' ? [row] : [])),
	)
	const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
	return {
		today,
		items: judged.map(({ row, turn }) =>
			workItem(row, nameTurn(turn, row, names, meetings), today, calendar),
		),
		next: last ? { dueOn: last.dueOn, id: last.id } : null,
	}
}

/** What of a matter says who and where a turn is. */
type NamedMatter = DatedMatter & Pick<TurnRow, 'id' | 'organ' | 'reviewOrgan' | 'agendaItems'>

type WaitedMeeting = Pick<MeetingRecord, 'id' | 'organId' | 'state'>
const WAITED = { id: true, organId: true, state: true } as const

/** The meetings that the proposals of these matters may come before, those that are prepared by their days; no query where there is none. */
export async function meetingsOf(
	shell: Shell,
	matters: readonly Pick<TurnRow, 'jurisdictionId' | 'agendaItems'>[],
): Promise<readonly WaitedMeeting[]> {
	const items = matters.flatMap((matter) => openItem(matter) ?? [])
	const [jurisdictionId] = matters.map((matter) => matter.jurisdictionId)
	if (jurisdictionId === undefined || items.length === 0) return []
	const own = items.flatMap(({ meetingId }) => meetingId ?? [])
	const organIds = [...new Set(items.map(({ organId }) => organId))]
	// Two statements: with an OR of both, the database would go over every meeting that ever was.
	const prepared = await findTrees(shell.db, 'meeting', {
		where: { jurisdictionId, organId: { in: organIds }, state: 'preparing' },
		orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
		select: WAITED,
	})
	const taken =
		own.length === 0
			? []
			: await findTrees(shell.db, 'meeting', { where: { jurisdictionId, id: { in: own } }, select: WAITED })
	return [...prepared, ...taken].map(readMeeting)
}

/** The names that stand for a turn: persons when they are known, else the organ whose post it is. */
export function nameTurn(
	turn: Turn,
	matter: NamedMatter,
	names: ReadonlyMap<string, string>,
	meetings: readonly WaitedMeeting[],
): NamedTurn {
	const who = (turn.personIds ?? []).map((personId) => names.get(personId) ?? '').join('、')
	const isDrafting = turn.role === 'drafter' || turn.role === 'department-head'
	const organ = isDrafting
		? matter.organ.name
		: turn.role === 'secretary'
			? ''
			: (matter.reviewOrgan?.name ?? '')
	const since = turnSince(turn, matter)?.toISOString() ?? null
	return { ...turn, who, organ, path: pathOf(turn, matter, meetings), since }
}

/** To the meeting that an item waits for; of one that waits in the pool, to its line there. */
function pathOf({ act }: Turn, matter: NamedMatter, meetings: readonly WaitedMeeting[]): string {
	const item = openItem(matter)
	if (act !== 'agenda.listing-requested' || !item)
		return actPath(act, { matterId: matter.id, meetingId: item?.meetingId ?? null })
	const meetingId = meetingOfProposal(item, meetings)
	return `${actPath(act, { meetingId })}${meetingId ? `?item=${item.id}#item-${item.id}` : ''}`
}

function workItem(row: TurnRow, turn: NamedTurn, today: PlainDate, calendar: WorkingCalendar): WorkItem {
	const period = row.deadlines.find((deadline) => deadline.dueOn === row.dueOn && !isStopped(deadline))
	return {
		matterId: row.id,
		title: row.title,
		caseNumber: row.caseNumber,
		state: row.state,
		tracks: tracksOf(row),
		organ: row.organ.name,
		round: row.round,
		turn,
		meetingId: openItem(row)?.meetingId ?? null,
		...dueDayOf(row.dueOn, today, calendar),
		isProvisional: row.dueProvisional,
		period: period
			? {
					startsOn: period.startsOn,
					days: netDaysOf(period),
					isInCalendarDays: isInCalendarDays(period.kind),
				}
			: null,
	}
}

/** A due day, how many working days are left until it, and its group in a list. */
export type DueDay = {
	readonly dueOn: string | null
	/** Negative when late, null without a due day. */
	readonly daysLeft: number | null
	readonly group: DueGroup
}

/** How a due day stands today. */
export function dueDayOf(dueOn: string | null, today: PlainDate, calendar: WorkingCalendar): DueDay {
	return {
		dueOn,
		daysLeft: dueOn ? workingDaysBetween(today, parsePlainDate(dueOn), calendar) : null,
		group: groupOf(dueOn, today),
	}
}

/** 已逾期、今天、本周（到周日）、以后; what has no due day comes last. */
export function groupOf(dueOn: string | null, today: PlainDate): DueGroup {
	if (dueOn === null) return 'later'
	if (dueOn < today) return 'overdue'
	if (dueOn === today) return 'today'
	return dueOn <= addDays(today, 7 - weekday(today)) ? 'this-week' : 'later'
}

import { z } from 'zod'
import { type SecrecyLevel, SECRECY_LEVELS } from '#app/domain/precheck/secrecy-marking.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import { readAgendaItem, readMeeting } from '#app/db/matter-record-rows.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { instantOf, parsePlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type MeetingTask, meetingTask } from '#app/domain/meeting/meeting-record.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Something the actor has done this month. */
export type DoneEntry = {
	readonly stream: string
	readonly seq: number
	readonly kind: string
	readonly at: string
	readonly matterId: string
	readonly title: string
}

/** A line that was left for the actor. */
export type NoticeLine = {
	readonly id: string
	readonly kind: string
	readonly matterId: string | null
	readonly title: string
	readonly at: string
	/** A file that was turned away for its marking: its level and who brought it, for the security administrator. */
	readonly turnedAway: { readonly level: SecrecyLevel; readonly by: string } | null
	/** Of a reminder: the due day, or how many matters are overdue. */
	readonly dueOn: string | null
	readonly overdue: number | null
	/** Of a reminder of a task that a meeting gave: the task, and its meeting. */
	readonly task: { readonly what: string; readonly meetingId: string } | null
	/** The person whom it is about; empty where the line needs no name. */
	readonly about: string
}

/** A meeting that waits for the actor, who keeps its agenda. */
export type MeetingTaskLine = {
	readonly id: string
	readonly title: string
	readonly startsAt: string
	/** Listing is no line of its own here: each proposal in the pool has one. */
	readonly task: Exclude<MeetingTask, 'list'>
}

/** A meeting with what says its task. */
const TASK_PARTS = {
	id: true,
	title: true,
	state: true,
	startsAt: true,
	items: {
		select: {
			id: true,
			kind: true,
			title: true,
			position: true,
			matterId: true,
			state: true,
			listing: { select: { contentSha256: true, clearanceId: true } },
			outcome: { select: { agendaItemId: true } },
		},
	},
	attendances: { select: { position: true } },
	approvals: {
		orderBy: { id: 'asc' },
		select: {
			agendaSha256: true,
			isGiven: true,
			approverId: true,
			approverName: true,
			fileSha256: true,
			signedOn: true,
		},
	},
} as const

/** What the notice of somebody's account holds. */
const AboutPerson = z.object({ about: z.string() })
/** What a reminder holds, of one period or of all that are overdue. */
const OfPeriod = z.object({ dueOn: z.string() })
/** What a reminder of a follow-up task holds. */
const OfTask = z.object({ what: z.string(), meetingId: z.string() })
const OfOverdue = z.object({ count: z.number() })
/** What the notice of a file that was turned away holds, as `alert-security` writes it. */
const TurnedAway = z.object({ level: z.enum(SECRECY_LEVELS), by: z.string() })

/** Where the list of what was done goes on: below this entry. */
export type DoneCursor = Pick<DoneEntry, 'at' | 'stream' | 'seq'>

const PAGE = 50
const NOTICES = 20

/** What the actor has done on matters this month, newest first, so many at once; goes on below `after`. */
export async function readDoneList(
	shell: Shell,
	actor: Actor,
	after: DoneCursor | null,
	size: number = PAGE,
): Promise<{ entries: readonly DoneEntry[]; next: DoneCursor | null }> {
	const { jurisdictionId } = actor
	const done = doneThisMonth(shell, actor)
	const rows = await shell.db.auditEntry.findMany({
		where: after ? { AND: [done, below(after)] } : done,
		orderBy: [{ at: 'desc' }, { stream: 'desc' }, { seq: 'desc' }],
		take: size + 1,
		select: { stream: true, seq: true, kind: true, at: true, matterId: true },
	})
	const titles = await titlesOf(
		shell,
		jurisdictionId,
		rows.map((row) => row.matterId),
	)
	const last = rows.length > size ? rows[size - 1] : undefined
	return {
		entries: rows.slice(0, size).map(({ matterId, at, ...row }) => ({
			...row,
			at: at.toISOString(),
			matterId: matterId ?? '',
			title: titles.get(matterId ?? '') ?? '',
		})),
		next: last ? { at: last.at.toISOString(), stream: last.stream, seq: last.seq } : null,
	}
}

/** Several acts may bear one instant: what comes below one of them is told by its stream and number too. */
function below({ at, stream, seq }: DoneCursor): Prisma.AuditEntryWhereInput {
	const instant = new Date(at)
	return {
		OR: [
			{ at: { lt: instant } },
			{ at: instant, OR: [{ stream: { lt: stream } }, { stream, seq: { lt: seq } }] },
		],
	}
}

/** How many acts the actor has done on matters this month; one query. */
export async function countDone(shell: Shell, actor: Actor): Promise<number> {
	return shell.db.auditEntry.count({ where: doneThisMonth(shell, actor) })
}

function doneThisMonth(shell: Shell, { jurisdictionId, personId }: Actor) {
	const monthStart = instantOf(parsePlainDate(`${plainDateIn(shell.now()).slice(0, 7)}-01`), '00:00')
	return {
		jurisdictionId,
		actorId: personId,
		outcome: 'done',
		matterId: { not: null },
		at: { gte: monthStart },
	}
}

/** The notices that the actor has not read, newest first. */
export async function readNotices(shell: Shell, actor: Actor): Promise<readonly NoticeLine[]> {
	const { jurisdictionId, personId } = actor
	const rows = await findTrees(shell.db, 'notice', {
		where: { jurisdictionId, personId, readAt: null },
		orderBy: { id: 'desc' },
		take: NOTICES,
	})
	const titles = await titlesOf(
		shell,
		jurisdictionId,
		rows.map((row) => row.matterId),
	)
	const abouts = new Map(
		rows.flatMap((row) => {
			const about = AboutPerson.safeParse(JSON.parse(row.detail))
			return about.success ? [[row.id, about.data.about] as const] : []
		}),
	)
	const names = await loadPersonNames(shell.db, jurisdictionId, [...abouts.values()])
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		about: names.get(abouts.get(row.id) ?? '') ?? '',
		dueOn: OfPeriod.safeParse(JSON.parse(row.detail)).data?.dueOn ?? null,
		task: OfTask.safeParse(JSON.parse(row.detail)).data ?? null,
		overdue: OfOverdue.safeParse(JSON.parse(row.detail)).data?.count ?? null,
		matterId: row.matterId,
		title: titles.get(row.matterId ?? '') ?? '',
		at: row.createdAt.toISOString(),
		turnedAway: row.kind === 'file.classified' ? turnedAwayOf(row.detail) : null,
	}))
}

function turnedAwayOf(detail: string): NoticeLine['turnedAway'] {
	const { level, by } = TurnedAway.parse(JSON.parse(detail))
	return { level, by }
}

/** Marks the actor's notices as read, up to the newest that the page showed; later ones stay. */
export async function markNoticesRead(shell: Shell, actor: Actor, newestId: string): Promise<void> {
	await shell.db.notice.updateMany({
		where: {
			jurisdictionId: actor.jurisdictionId,
			personId: actor.personId,
			readAt: null,
			id: { lte: newestId },
		},
		data: { readAt: shell.now() },
	})
}

/** The meetings whose next step is the actor's: the secretary's ones, and of whoever presides to approve the agenda. */
export async function readMeetingTasks(shell: Shell, actor: Actor): Promise<readonly MeetingTaskLine[]> {
	const organIds = actor.posts.filter((post) => post.role === 'secretary').map((post) => post.organId)
	const mayPreside = actor.posts.some(({ role }) => role === 'leader' || role === 'department-head')
	if (organIds.length === 0 && !mayPreside) return []
	const rows = await findTrees(shell.db, 'meeting', {
		where: {
			jurisdictionId: actor.jurisdictionId,
			OR: [
				{ organId: { in: organIds }, state: { in: ['preparing', 'fixed', 'held'] } },
				{ state: 'preparing', approvals: { some: { approverId: actor.personId } } },
			],
		},
		orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
		take: NOTICES,
		select: { ...TASK_PARTS, organId: true },
	})
	return rows.flatMap((row) => {
		const task = meetingTask({ ...readMeeting(row), items: row.items.map(readAgendaItem) })
		const isAsked = row.approvals.at(-1)?.approverId === actor.personId
		const isTheirs = task === 'approve' ? isAsked : organIds.includes(row.organId)
		const isDue = task !== 'hold' || row.startsAt.getTime() <= shell.now().getTime()
		return task && task !== 'list' && isDue && isTheirs
			? [{ id: row.id, title: row.title, startsAt: row.startsAt.toISOString(), task }]
			: []
	})
}

/** With the round: of id and title alone SQLite goes over an index of titles instead of finding each row by its key. */
const TITLE_PARTS = { id: true, title: true, round: true } as const

async function titlesOf(shell: Shell, jurisdictionId: string, matterIds: readonly (string | null)[]) {
	const ids = [...new Set(matterIds.filter((id): id is string => id !== null))]
	if (ids.length === 0) return new Map<string, string>()
	const where = { jurisdictionId, id: { in: ids } }
	const rows = await findTrees(shell.db, 'matter', { where, select: TITLE_PARTS })
	return new Map(rows.map((row) => [row.id, row.title]))
}

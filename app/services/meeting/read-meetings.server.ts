import { meetingStateOf, organKindOf } from '#app/db/code-columns.server.ts'
import { countRows, findTrees } from '#app/db/find-trees.server.ts'
import { loadChairs } from '#app/db/load-holders.server.ts'
import { readItemState } from '#app/db/matter-record-rows.server.ts'
import { IN_POOL } from '#app/db/load-pool.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { meetingKindsOf } from '#app/domain/issuer/deciding-organ.ts'
import { countItems } from '#app/domain/meeting/meeting-record.ts'
import type { MeetingKind } from '#app/domain/meeting/meeting-kind.ts'
import { grantsOf } from '#app/domain/permission/permission-table.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A meeting as a line of the list. */
export type MeetingLine = {
	readonly id: string
	readonly title: string
	readonly organ: string
	readonly state: MeetingState
	readonly startsAt: string
	readonly place: string
	readonly items: number
}

export type MeetingsPage = {
	readonly meetings: readonly MeetingLine[]
	readonly next: { readonly startsAt: string; readonly id: string } | null
	readonly mayCreate: boolean
	/** Proposals of the own organ that wait while no meeting of it is prepared: the first thing they need is one. */
	readonly waiting: number
}

const PAGE = 30
/** No more proposals are counted. */
const MOST_WAITING = 99

const LINE_PARTS = {
	organ: { select: { name: true } },
	items: { select: { state: true, outcome: { select: { agendaItemId: true } } } },
}

/** The meetings that the actor may see, newest first, so many at once. */
export async function readMeetings(
	shell: Shell,
	actor: Actor,
	before: MeetingsPage['next'],
	size: number = PAGE,
): Promise<Result<MeetingsPage, Refusal>> {
	const readable = readableMeetings(actor)
	if (!readable) return refuse({ code: 'not-permitted', act: 'meeting.read' })
	const startsAt = before ? new Date(before.startsAt) : null
	const rows = await findTrees(shell.db, 'meeting', {
		where: {
			AND: [
				readable,
				before && startsAt
					? { OR: [{ startsAt: { lt: startsAt } }, { startsAt, id: { lt: before.id } }] }
					: {},
			],
		},
		orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
		take: size + 1,
		include: LINE_PARTS,
	})
	const last = rows.length > size ? rows[size - 1] : undefined
	return accept({
		meetings: rows.slice(0, size).map((row) => ({
			id: row.id,
			title: row.title,
			organ: row.organ.name,
			state: meetingStateOf(row.state),
			startsAt: row.startsAt.toISOString(),
			place: row.place,
			items: countItems(row.items.map(readItemState)),
		})),
		next: last ? { startsAt: last.startsAt.toISOString(), id: last.id } : null,
		mayCreate: mayCreate(actor),
		waiting: before === null ? await countWithoutMeeting(shell, actor) : 0,
	})
}

async function countWithoutMeeting({ db }: Shell, actor: Actor): Promise<number> {
	const post = mayCreateAt(actor)
	if (!post) return 0
	const own = { jurisdictionId: actor.jurisdictionId, organId: post.organId }
	if ((await countRows(db, 'meeting', { ...own, state: 'preparing' }, 1)) > 0) return 0
	return countRows(db, 'agendaItem', { ...own, kind: 'decision', state: { in: [...IN_POOL] } }, MOST_WAITING)
}

/** The persons who may chair a new meeting, and the kinds of meeting that the own organ prepares. */
export type NewMeetingPage = {
	readonly chairs: readonly { readonly id: string; readonly name: string }[]
	readonly kinds: readonly MeetingKind[]
}

/** What the form of a new meeting offers; refused to whoever may not make one. */
export async function readNewMeetingPage(
	shell: Shell,
	actor: Actor,
): Promise<Result<NewMeetingPage, Refusal>> {
	const post = mayCreateAt(actor)
	if (!post) return refuse({ code: 'not-permitted', act: 'meeting.created' })
	const organ = await shell.db.organ.findFirstOrThrow({
		where: { jurisdictionId: actor.jurisdictionId, id: post.organId },
		select: { kind: true },
	})
	const ids = await loadChairs(shell.db, actor.jurisdictionId, post.organId)
	const names = await loadPersonNames(shell.db, actor.jurisdictionId, ids)
	return accept({
		chairs: [...names].map(([id, name]) => ({ id, name })),
		kinds: meetingKindsOf(organKindOf(organ.kind)),
	})
}

function mayCreate(actor: Actor): boolean {
	return mayCreateAt(actor) !== undefined
}

/** The post under which somebody makes a meeting, whose organ it is then of. */
function mayCreateAt(actor: Actor): Post | undefined {
	const { jurisdictionId } = actor
	return actor.posts.find(
		(post) => permit(actor, 'meeting.created', { jurisdictionId, meetingOrganId: post.organId }).ok,
	)
}

/**
 * The meetings that an actor may see, as a condition; null where they see none. A secretary sees the meetings of their
 * organ, a head those that they chair; the table names who sees all.
 */
export function readableMeetings(actor: Actor): Prisma.MeetingWhereInput | null {
	const { jurisdictionId } = actor
	const grants = grantsOf('meeting.read')
	const held = actor.posts.flatMap((post) =>
		grants.filter((grant) => grant.role === post.role).map((grant) => ({ post, where: grant.where })),
	)
	if (held.some(({ where }) => where === 'jurisdiction')) return { jurisdictionId }
	const ties = held.map(({ post, where }) =>
		where === 'chairs-meeting' ? { chairId: actor.personId } : { organId: post.organId },
	)
	return ties.length === 0 ? null : { jurisdictionId, OR: ties }
}

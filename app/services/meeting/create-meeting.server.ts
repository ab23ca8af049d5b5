import { loadChairs } from '#app/db/load-holders.server.ts'
import { organKindOf } from '#app/db/code-columns.server.ts'
import { meetingKindsOf } from '#app/domain/issuer/deciding-organ.ts'
import { readTitle } from '#app/domain/matter/written-words.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Command, Done } from '#app/services/command/command.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A meeting as its form sends it: the day YYYY-MM-DD and the time HH:MM are those of China. */
export type MeetingGiven = {
	readonly kind: string
	readonly title: string
	readonly day: string
	readonly time: string
	readonly place: string
	readonly chairId: string
}

type Meeting = {
	readonly kind: string
	readonly title: string
	readonly startsAt: Date
	readonly place: string
	readonly chairId: string | null
}

/** The secretary opens a meeting of their own organ; its agenda is empty. */
export async function createMeeting(
	shell: Shell,
	actor: Actor,
	key: string,
	given: MeetingGiven,
): Promise<Result<Done<{ meetingId: string }>, Refusal>> {
	const order = { name: 'meeting.created', key, body: { ...given }, locks: [] } as const
	return runCommand(shell, actor, order, async (command) => {
		const post = secretaryPost(actor)
		if (!post.ok) return post
		const fitting = await isFittingKind(command, post.value.organId, given.kind)
		if (!fitting) return refuse({ code: 'unfitting', field: 'kind', problem: 'kind-of-other-organ' })
		const meeting = await readMeeting(command, given, post.value.organId)
		if (!meeting.ok) return meeting
		const meetingId = shell.newId()
		const { jurisdictionId } = actor
		await command.tx.meeting.create({
			data: {
				...meeting.value,
				jurisdictionId,
				id: meetingId,
				organId: post.value.organId,
				state: 'preparing',
				createdBy: actor.personId,
				createdAt: command.at,
				revision: 1,
			},
		})
		const { startsAt, ...words } = meeting.value
		const detail = { ...words, startsAt: startsAt.toISOString() }
		await command.record({
			stream: `meeting/${meetingId}`,
			kind: 'meeting.created',
			detail,
			after: 'preparing',
			post: post.value,
		})
		return accept({ meetingId })
	})
}

function secretaryPost(actor: Actor) {
	const { jurisdictionId } = actor
	const organs = actor.posts.map((post) => post.organId)
	const permitted = organs.map((meetingOrganId) =>
		permit(actor, 'meeting.created', { jurisdictionId, meetingOrganId }),
	)
	return (
		permitted.find((answer) => answer.ok) ??
		refuse({ code: 'not-permitted', act: 'meeting.created' } as const)
	)
}

/** The government office prepares the government's meetings, every other organ its own. */
async function isFittingKind({ tx, actor }: Command, organId: string, kind: string): Promise<boolean> {
	const organ = await tx.organ.findFirstOrThrow({
		where: { jurisdictionId: actor.jurisdictionId, id: organId },
		select: { kind: true },
	})
	return meetingKindsOf(organKindOf(organ.kind)).some((each) => each === kind)
}

async function readMeeting(
	{ tx, at, actor }: Command,
	given: MeetingGiven,
	organId: string,
): Promise<Result<Meeting, Refusal>> {
	const title = readTitle('title', given.title)
	if (!title.ok) return title
	const startsAt = readStart(given.day, given.time)
	if (!startsAt) return refuse({ code: 'unfitting', field: 'day', problem: 'not-a-date' })
	if (startsAt.getTime() <= at.getTime())
		return refuse({ code: 'unfitting', field: 'day', problem: 'not-in-the-future' })
	const place = readTitle('place', given.place)
	if (!place.ok) return place
	const chairId = given.chairId === '' ? null : given.chairId
	if (chairId && !(await loadChairs(tx, actor.jurisdictionId, organId)).includes(chairId))
		return refuse({ code: 'unfitting', field: 'chairId', problem: 'unknown-person' })
	return accept({ kind: given.kind, title: title.value, startsAt, place: place.value, chairId })
}

function readStart(day: string, time: string): Date | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
	const start = new Date(`${day}T${time}:00.000+08:00`)
	return Number.isNaN(start.getTime()) ? null : start
}

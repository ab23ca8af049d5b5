import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import type { MeetingRecord } from '#app/db/load-meeting.server.ts'
import { loadMeeting, meetingFactsOf } from '#app/db/load-meeting.server.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { MEETING_ACTS } from '#app/domain/permission/act.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Refusal, StalePage } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { MeetingEvent, MeetingState } from '#app/domain/review-workflow/meeting-machine.ts'
import { transitionMeeting } from '#app/domain/review-workflow/meeting-machine.ts'
import type { Command, Done, Lock } from './command.server.ts'
import { runCommand } from './run-command.server.ts'
import type { Shell } from './shell.server.ts'

/** An action on a meeting, as a form sends it. `seen` is the revision that the page showed, or null when no page did. */
export type MeetingOrder = {
	readonly meetingId: string
	readonly key: string
	readonly seen: number | null
	readonly body: JsonObject
}

/** The act, the matters that it locks before the meeting, and the machine event where it is not named as the act. */
export type MeetingDeed = {
	readonly act: Exclude<(typeof MEETING_ACTS)[number], 'meeting.created'>
	readonly event: MeetingEvent
	readonly matterIds: readonly string[]
	/** What the trail calls the deed when it was done; the act's own name otherwise. */
	readonly kind?: string
}

/** A consequence in the stream of a matter. */
export type MatterEntry = {
	readonly matterId: string
	readonly kind: string
	readonly detail: JsonObject
	readonly before?: string
	readonly after?: string
}

/** A meeting under the hands of one command. */
export type MeetingWork = Command & {
	readonly meeting: MeetingRecord
	readonly post: Post
	readonly next: MeetingState
	readonly change: (columns: Prisma.MeetingUncheckedUpdateInput) => void
	readonly note: (detail: JsonObject, blobs?: readonly string[]) => void
	/** Writes a consequence into a matter's own stream, after the meeting's entry. */
	readonly follow: (entry: MatterEntry) => void
}

/**
 * Runs one act on one meeting: locks (matters by id, then the meeting) → key → permission → machine → `perform`
 * (rows) → state, revision and trail. Who may not see meetings is told that there is none.
 */
export async function commandOnMeeting<Value>(
	shell: Shell,
	actor: Actor,
	order: MeetingOrder,
	deed: MeetingDeed,
	perform: (work: MeetingWork) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const locks: Lock[] = [
		...deed.matterIds.map((id) => ({ table: 'matter', id }) as const),
		{ table: 'meeting', id: order.meetingId },
	]
	const body = { meeting: order.meetingId, ...order.body }
	return runCommand(shell, actor, { name: deed.act, key: order.key, body, locks }, async (command) => {
		const opened = await openMeeting(command, order, deed)
		if (!opened.ok) return opened
		const { meeting, post, next } = opened.value
		const pens = openPens()
		const answer = await perform({ ...command, ...pens.given, meeting, post, next })
		if (!answer.ok) return answer
		await writeMeeting(command, meeting, next, pens.columns())
		await writeTrail(command, meeting, deed, post, next, pens)
		return answer
	})
}

type Opened = { readonly meeting: MeetingRecord; readonly post: Post; readonly next: MeetingState }

async function openMeeting(
	command: Command,
	order: MeetingOrder,
	deed: MeetingDeed,
): Promise<Result<Opened, Refusal>> {
	const { actor } = command
	const meeting = await loadMeeting(command.tx, actor.jurisdictionId, order.meetingId)
	if (!meeting) return refuse({ code: 'not-found' })
	const subject = { jurisdictionId: meeting.jurisdictionId, meetingOrganId: meeting.organId }
	const seen = permit(actor, 'meeting.read', subject)
	if (!seen.ok) return refuse({ code: 'not-found' })
	command.refusalsGoTo(`meeting/${meeting.id}`, null, seen.value)
	const post = permit(actor, deed.act, subject)
	if (!post.ok) return post
	command.refusalsGoTo(`meeting/${meeting.id}`, null, post.value)
	if (order.seen !== null && order.seen !== meeting.revision)
		return refuse(await stalePage(command, meeting, order.seen))
	const facts = meetingFactsOf(meeting, deed.matterIds[0] ?? null)
	const moved = transitionMeeting({ state: meeting.state as MeetingState, facts }, deed.event)
	return moved.ok ? accept({ meeting, post: post.value, next: moved.value }) : moved
}

async function stalePage(command: Command, meeting: MeetingRecord, seen: number): Promise<StalePage> {
	const entries = await command.tx.auditEntry.findMany({
		where: { jurisdictionId: meeting.jurisdictionId, stream: `meeting/${meeting.id}`, outcome: 'done' },
		orderBy: { seq: 'desc' },
		take: Math.min(10, Math.max(1, meeting.revision - seen)),
	})
	return {
		code: 'stale-page',
		changes: entries.reverse().map((entry) => ({
			kind: entry.kind,
			actorName: (JSON.parse(entry.leaf) as { actor: { name: string } | null }).actor?.name ?? '',
			at: entry.at.toISOString(),
		})),
	}
}

function openPens() {
	let columns: Prisma.MeetingUncheckedUpdateInput = {}
	let detail: JsonObject = {}
	let blobs: readonly string[] = []
	const consequences: MatterEntry[] = []
	return {
		columns: () => columns,
		detail: () => detail,
		blobs: () => blobs,
		consequences,
		given: {
			change: (more: Prisma.MeetingUncheckedUpdateInput) => {
				columns = { ...columns, ...more }
			},
			note: (more: JsonObject, files: readonly string[] = []) => {
				detail = { ...detail, ...more }
				blobs = [...blobs, ...files]
			},
			follow: (entry: MatterEntry) => {
				consequences.push(entry)
			},
		},
	}
}

async function writeMeeting(
	command: Command,
	meeting: MeetingRecord,
	next: MeetingState,
	columns: Prisma.MeetingUncheckedUpdateInput,
): Promise<void> {
	await command.tx.meeting.update({
		where: { jurisdictionId_id: { jurisdictionId: meeting.jurisdictionId, id: meeting.id } },
		data: { state: next, revision: { increment: 1 }, ...columns },
	})
}

async function writeTrail(
	command: Command,
	meeting: MeetingRecord,
	deed: MeetingDeed,
	post: Post,
	next: MeetingState,
	pens: ReturnType<typeof openPens>,
): Promise<void> {
	await command.record({
		stream: `meeting/${meeting.id}`,
		kind: deed.kind ?? deed.act,
		detail: pens.detail(),
		before: meeting.state,
		after: next,
		blobs: pens.blobs(),
		post,
	})
	for (const { matterId, ...entry } of pens.consequences)
		await command.record({ stream: `matter/${matterId}`, ...entry, matterId, post })
}

import { findAlteredParts, matterRow } from '#app/db/find-altered-rows.server.ts'
import { findFaultsOf } from '#app/db/find-record-faults.server.ts'
import { meetingStateOf } from '#app/db/code-columns.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { faultyParts } from '#app/domain/matter-record/record-fault.ts'
import { type MeetingRecord, isUrgentlyApproved, meetingFactsOf } from '#app/domain/meeting/meeting-record.ts'
import { loadMatterWith } from '#app/db/load-matter.server.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { TOLD_PARTS } from '#app/db/matter-parts.server.ts'
import { updateRow } from '#app/db/write-rows.server.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { MeetingAct } from '#app/domain/act/meeting-acts.ts'
import { type DetailOf, type TrailNote, noteOf } from '#app/domain/act/trail-entry.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type MeetingEvent, transitionMeeting } from '#app/domain/review-workflow/meeting-machine.ts'
import type { MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { type TrailNotes, type ActNotes, type Noted, openNotes } from './act-notes.server.ts'
import type { Acting, Command, Done, Lock } from './command.server.ts'
import { runCommand } from './run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { stalePage } from './stale-page.server.ts'
import { tellNamed, tellOf, toldOf } from './tell.server.ts'

/** An action on a meeting, as a form sends it. `seen` is the revision that the page showed, or null when no page did. */
export type MeetingOrder = {
	readonly meetingId: string
	readonly key: string
	readonly seen: number | null
	readonly body: JsonObject
}

/** The act, the matters that it locks before the meeting, and the machine event where it is not named as the act. */
type MeetingActing<Doing extends MeetingAct> = {
	readonly act: Doing
	readonly event: MeetingEvent
	readonly matterIds: readonly string[]
}

/** A consequence in the stream of a matter. */
export type MatterEntry = TrailNote & {
	readonly matterId: string
	readonly before?: string
	readonly after?: string
}

type Columns = Prisma.MeetingUncheckedUpdateInput

/** A meeting under the hands of one command; consequences go into the streams of their matters. */
export type MeetingWork = Acting &
	ActNotes<Columns, MatterEntry> & {
		readonly meeting: MeetingRecord
		readonly post: Post
		readonly next: MeetingState
	}

/**
 * Runs one act on one meeting: locks (matters by id, then the meeting) → key → permission → machine → `perform`
 * (rows) → state, revision and trail. Who may not see meetings is told that there is none.
 */
export async function commandOnMeeting<Value, Doing extends MeetingAct>(
	shell: Shell,
	actor: Actor,
	order: MeetingOrder,
	acting: MeetingActing<Doing>,
	perform: (work: MeetingWork & TrailNotes<DetailOf<Doing>>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const locks: Lock[] = [
		...acting.matterIds.map((id) => ({ table: 'matter', id }) as const),
		{ table: 'meeting', id: order.meetingId },
	]
	const body = { meeting: order.meetingId, ...order.body }
	return runCommand(shell, actor, { name: acting.act, key: order.key, body, locks }, async (command) => {
		const opened = await openMeeting(command, order, acting)
		if (!opened.ok) return opened
		const { meeting, post, next } = opened.value
		const { given, noted } = openNotes<Columns, MatterEntry, DetailOf<Doing>>()
		const answer = await perform({ ...command, ...given, meeting, post, next })
		if (!answer.ok) return answer
		await writeMeeting(command, meeting, next, noted().columns)
		await writeTrail(command, meeting, acting, post, next, noted())
		await tellWhoMustKnow(command, acting.act, noted())
		return answer
	})
}

type Opened = { readonly meeting: MeetingRecord; readonly post: Post; readonly next: MeetingState }

async function openMeeting(
	command: Command,
	order: MeetingOrder,
	acting: MeetingActing<MeetingAct>,
): Promise<Result<Opened, Refusal>> {
	const { actor } = command
	const meeting = await loadMeeting(command.tx, actor.jurisdictionId, order.meetingId)
	if (!meeting) return refuse({ code: 'not-found' })
	const subject = {
		jurisdictionId: meeting.jurisdictionId,
		meetingOrganId: meeting.organId,
		meetingChairId: meeting.chairId,
		taskOrganIds: meeting.followUps.map(({ organId }) => organId),
	}
	const seen = permit(actor, 'meeting.read', subject)
	const post = permit(actor, acting.act, subject)
	// A unit with a task acts on that, and does not read the meeting.
	if (!seen.ok && !post.ok) return refuse({ code: 'not-found' })
	if (seen.ok) command.refusalsGoTo(`meeting/${meeting.id}`, seen.value)
	if (!post.ok) return post
	command.refusalsGoTo(`meeting/${meeting.id}`, post.value)
	if (order.seen !== null && order.seen !== meeting.revision)
		return refuse(
			await stalePage(command, `meeting/${meeting.id}`, { seen: order.seen, revision: meeting.revision }),
		)
	const altered = await refuseAltered(command, meeting, acting.matterIds)
	if (altered) return refuse(altered)
	const [matterId] = acting.matterIds
	const facts = meetingFactsOf(meeting, matterId !== undefined && isUrgentlyApproved(meeting, matterId))
	const moved = transitionMeeting({ state: meetingStateOf(meeting.state), facts }, acting.event)
	return moved.ok ? accept({ meeting, post: post.value, next: moved.value }) : moved
}

/** No act rests on rows of a meeting, or takes over the row of a matter, that somebody changed past the product. */
async function refuseAltered(
	{ tx }: Command,
	meeting: MeetingRecord,
	matterIds: readonly string[],
): Promise<Refusal | null> {
	const parts = faultyParts(await findFaultsOf(tx, 'meeting', meeting))
	if (parts.length > 0) return { code: 'record-altered', about: 'meeting', parts }
	const ofMatters = await findAlteredParts(tx, meeting.jurisdictionId, matterIds.map(matterRow))
	return ofMatters.length === 0 ? null : { code: 'record-altered', about: 'matter', parts: ofMatters }
}

async function writeMeeting(
	command: Command,
	meeting: MeetingRecord,
	next: MeetingState,
	columns: Columns,
): Promise<void> {
	const { jurisdictionId, id } = meeting
	const change = { state: next, revision: { increment: 1 }, ...columns }
	await updateRow(command.tx, 'meeting', { jurisdictionId, id }, change)
}

/** What an act did to matters is told matter by matter. */
async function tellWhoMustKnow<Doing extends MeetingAct>(
	command: Command,
	act: Doing,
	{ consequences, named }: Noted<Columns, MatterEntry, DetailOf<Doing>>,
): Promise<void> {
	await tellNamed(command, noteOf(act, null).kind, named)
	for (const { kind, matterId } of consequences) {
		if (toldOf(kind).length === 0) continue
		const matter = await loadMatterWith(command.tx, TOLD_PARTS, command.actor.jurisdictionId, matterId)
		if (!matter) throw new Error(`an entry in the stream of no matter ${matterId}`)
		await tellOf(command, kind, matter)
	}
}

async function writeTrail<Doing extends MeetingAct>(
	command: Command,
	meeting: MeetingRecord,
	acting: MeetingActing<Doing>,
	post: Post,
	next: MeetingState,
	{ detail, blobs, consequences, papers }: Noted<Columns, MatterEntry, DetailOf<Doing>>,
): Promise<void> {
	const matterIds = acting.matterIds.length > 0 ? acting.matterIds : [null]
	await command.record({
		stream: `meeting/${meeting.id}`,
		about: matterIds.map((matterId) => ({ matterId, meetingId: meeting.id })),
		...noteOf(acting.act, detail),
		before: meeting.state,
		after: next,
		blobs,
		papers,
		post,
	})
	for (const { matterId, ...entry } of consequences)
		await command.record({ stream: `matter/${matterId}`, ...entry, post, about: [] })
}

import { findAlteredParts, rewrittenRows } from '#app/db/find-altered-rows.server.ts'
import { findFaultsOf } from '#app/db/find-record-faults.server.ts'
import { matterStateOf } from '#app/db/code-columns.server.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import { faultyParts, type RecordPart } from '#app/domain/matter-record/record-fault.ts'
import { knowsPeriods } from '#app/domain/materials/checklist.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { type Reference, loadReference } from '#app/db/load-reference.server.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { updateRow } from '#app/db/write-rows.server.ts'
import { isOwnHand } from '#app/domain/account/own-hand.ts'
import type { MatterAct } from '#app/domain/act/act.ts'
import { type DetailOf, type TrailNote, noteOf } from '#app/domain/act/trail-entry.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterEvent } from '#app/domain/review-workflow/matter-events.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import { type TrailNotes, type ActNotes, type Noted, openNotes } from './act-notes.server.ts'
import type { Acting, Command, Done, Lock } from './command.server.ts'
import { runCommand } from './run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { stalePage } from './stale-page.server.ts'
import { tellNamed, tellOf } from './tell.server.ts'

/** An action on a matter, as a form sends it. `seen` is the revision that the page showed, or null when no page did. */
export type MatterOrder = {
	readonly matterId: string
	readonly key: string
	readonly seen: number | null
	readonly body: JsonObject
}

/** The act and its machine event; the event of an act with a payload is read from the locked rows. */
type MatterActing<Doing extends MatterAct> = {
	readonly act: Doing
	readonly event?: (matter: MatterRecord) => MatterEvent
	readonly alsoLock?: readonly Lock[]
}

type Written = Prisma.MatterUncheckedUpdateInput
/** Columns that an act changes; the review body is read again to tell it, so it is written as a plain value. */
type Columns = Omit<Written, 'reviewOrganId' | 'reviewUnitId'> & {
	readonly reviewOrganId?: string | null
	readonly reviewUnitId?: string | null
}
/** What follows from an act on a matter, by its kind in the trail: the matter's own, or that of the stream it names. */
export type Consequence = TrailNote & { readonly stream?: string }

/** A matter in one command: what it is, what it becomes, and the notes of what changes. */
export type MatterWork = Acting &
	ActNotes<Columns, Consequence> & {
		readonly matter: MatterRecord
		readonly facts: MatterFacts
		readonly reference: Reference
		readonly today: PlainDate
		readonly post: Post
		readonly next: MatterState
	}

/** The same with the note for the act's own entry: it takes exactly the facts that the act table names. */
export type WorkOn<Doing extends MatterAct> = MatterWork & TrailNotes<DetailOf<Doing>>

/**
 * Runs one act on one matter: lock → key → permission → machine → `perform` (rows) → state, revision and trail.
 * What the actor may not see does not exist for them; what they may see but not do is refused by name.
 */
export async function commandOnMatter<Value, Doing extends MatterAct>(
	shell: Shell,
	actor: Actor,
	order: MatterOrder,
	{ act, event, alsoLock = [] }: MatterActing<Doing>,
	perform: (work: WorkOn<Doing>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const locks: Lock[] = [{ table: 'matter', id: order.matterId }, ...alsoLock]
	const body = { matter: order.matterId, ...order.body }
	return runCommand(shell, actor, { name: act, key: order.key, body, locks }, async (command) => {
		const opened = await openMatter(command, order, act)
		if (!opened.ok) return opened
		const { matter, post } = opened.value
		const today = plainDateIn(command.at)
		// The day of a submission is the day whose rules the matter keeps from there on.
		const rulesOf = act === 'matter.submitted' ? today : rulesDay(matter, today)
		const reference = await loadReference(command.tx, today, rulesOf)
		if (matter.state !== 'draft' && !knowsPeriods(tracksOf(matter), reference.periods))
			return refuse({ code: 'period-unknown' })
		const facts = factsOf(matter, reference)
		const moved = transitionMatter(
			{ state: matterStateOf(matter.state), facts },
			// An act whose event carries nothing needs no maker of one.
			event ? event(matter) : ({ type: act } as MatterEvent),
		)
		if (!moved.ok) return moved
		const { given, noted } = openNotes<Columns, Consequence, DetailOf<Doing>>()
		const answer = await perform({
			...command,
			...given,
			matter,
			facts,
			reference,
			today,
			post,
			next: moved.value,
		})
		if (!answer.ok) return answer
		await writeMatter(command, matter, moved.value, noted().columns)
		await writeTrail(command, matter, act, post, moved.value, noted())
		await tellWhoMustKnow(command, matter, act, noted())
		return answer
	})
}

async function openMatter(
	command: Command,
	order: MatterOrder,
	act: MatterAct,
): Promise<Result<{ matter: MatterRecord; post: Post }, Refusal>> {
	const matter = await loadMatter(command.tx, command.actor.jurisdictionId, order.matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	const read = permit(command.actor, 'matter.read', subject)
	const seen = read.ok ? read : permit(command.actor, 'heading.read', subject)
	if (!seen.ok) return refuse({ code: 'not-found' })
	command.refusalsGoTo(`matter/${matter.id}`, seen.value)
	const post = permit(command.actor, act, subject)
	if (!post.ok) return post
	command.refusalsGoTo(`matter/${matter.id}`, post.value)
	if (order.seen !== null && order.seen !== matter.revision)
		return refuse(
			await stalePage(command, `matter/${matter.id}`, { seen: order.seen, revision: matter.revision }),
		)
	const parts = await alteredParts(command, matter, act)
	if (parts.length > 0) return refuse({ code: 'record-altered', about: 'matter', parts })
	return accept({ matter, post: post.value })
}

/** What sends a working paper on to those who sign: it rests on the record as a signature does. */
const SENDS_ON: readonly MatterAct[] = ['opinion.sent-for-signature', 'recheck.proposed']

/**
 * No act takes over a row of the matter that somebody changed past the product; who signs, checks or decides with their
 * own hand does so on a record of which every row is as the trail left it.
 */
async function alteredParts(
	{ tx }: Command,
	matter: MatterRecord,
	act: MatterAct,
): Promise<readonly RecordPart[]> {
	if (!isOwnHand(act) && !SENDS_ON.includes(act))
		return findAlteredParts(tx, matter.jurisdictionId, rewrittenRows(matter))
	return faultyParts(await findFaultsOf(tx, 'matter', matter, true))
}

async function writeMatter(
	command: Command,
	matter: MatterRecord,
	next: MatterState,
	columns: Columns,
): Promise<void> {
	const { jurisdictionId, id } = matter
	await updateRow(
		command.tx,
		'matter',
		{ jurisdictionId, id },
		{
			...(next === matter.state ? {} : { state: next, stateSince: command.at }),
			revision: { increment: 1 },
			...columns,
		},
	)
}

/** The act's own line first: whom it tells is not told again of what follows from it. */
async function tellWhoMustKnow<Doing extends MatterAct>(
	command: Command,
	matter: MatterRecord,
	act: Doing,
	{ columns, consequences, named }: Noted<Columns, Consequence, DetailOf<Doing>>,
): Promise<void> {
	const { kind } = noteOf(act, null)
	await tellNamed(command, kind, named)
	const { reviewOrganId = matter.reviewOrganId, reviewUnitId = matter.reviewUnitId } = columns
	const told = { ...matter, reviewOrganId, reviewUnitId }
	await tellOf(command, kind, told)
	for (const consequence of consequences)
		if (consequence.stream === undefined) await tellOf(command, consequence.kind, told)
}

async function writeTrail<Doing extends MatterAct>(
	command: Command,
	matter: MatterRecord,
	act: Doing,
	post: Post,
	next: MatterState,
	{ detail, blobs, consequences, papers }: Noted<Columns, Consequence, DetailOf<Doing>>,
): Promise<void> {
	const stream = `matter/${matter.id}`
	await command.record({
		stream,
		...noteOf(act, detail),
		before: matter.state,
		after: next,
		blobs,
		papers,
		post,
	})
	for (const consequence of consequences) await command.record({ stream, ...consequence, post })
}

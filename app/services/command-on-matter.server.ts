import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import type { MatterRecord } from '#app/db/load-matter.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import type { Reference } from '#app/db/load-reference.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { factsOf, subjectOf } from '#app/db/matter-facts.server.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Refusal, StalePage } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { MatterEvent, MatterEventType, MatterFacts } from '#app/domain/review-workflow/matter-events.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import type { Command, Done, Lock } from './command.server.ts'
import { runCommand } from './run-command.server.ts'
import type { Shell } from './shell.server.ts'

/** An action on a matter, as a form sends it. `seen` is the revision that the page showed, or null when no page did. */
export type MatterOrder = {
	readonly matterId: string
	readonly key: string
	readonly seen: number | null
	readonly body: JsonObject
}

/** The act and its machine event; the event of an act with a payload is read from the locked rows. */
export type MatterAct = {
	readonly act: Exclude<MatterEventType, 'clearance.expired'>
	readonly event?: (matter: MatterRecord) => MatterEvent
	readonly alsoLock?: readonly Lock[]
}

/** A matter under the hands of one command: what it is, what it becomes, and the pens to change it. */
export type MatterWork = Command & {
	readonly matter: MatterRecord
	readonly facts: MatterFacts
	readonly reference: Reference
	readonly today: PlainDate
	readonly post: Post
	readonly next: MatterState
	/** Columns of the matter that change together with its state. */
	readonly change: (columns: Prisma.MatterUncheckedUpdateInput) => void
	/** Facts for this act's entry in the trail. */
	readonly note: (detail: JsonObject, blobs?: readonly string[]) => void
	/** A consequence that gets an entry of its own, after the act's. */
	readonly follow: (kind: string, detail: JsonObject) => void
}

/**
 * Runs one act on one matter: lock → key → permission → machine → `perform` (rows) → state, revision and trail.
 * What the actor may not see does not exist for them; what they may see but not do is refused by name.
 */
export async function commandOnMatter<Value>(
	shell: Shell,
	actor: Actor,
	order: MatterOrder,
	{ act, event, alsoLock = [] }: MatterAct,
	perform: (work: MatterWork) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const locks: Lock[] = [{ table: 'matter', id: order.matterId }, ...alsoLock]
	const body = { matter: order.matterId, ...order.body }
	return runCommand(shell, actor, { name: act, key: order.key, body, locks }, async (command) => {
		const opened = await openMatter(command, order, act)
		if (!opened.ok) return opened
		const { matter, post } = opened.value
		const today = plainDateIn(command.at)
		const reference = await loadReference(command.tx, today)
		const facts = factsOf(matter, reference)
		const moved = transitionMatter(
			{ state: matter.state as MatterState, facts },
			event ? event(matter) : ({ type: act } as MatterEvent),
		)
		if (!moved.ok) return moved
		const pens = openPens()
		const answer = await perform({
			...command,
			...pens.given,
			matter,
			facts,
			reference,
			today,
			post,
			next: moved.value,
		})
		if (!answer.ok) return answer
		await writeMatter(command, matter, moved.value, pens.columns())
		await writeTrail(command, matter, act, post, moved.value, pens)
		return answer
	})
}

async function openMatter(
	command: Command,
	order: MatterOrder,
	act: MatterAct['act'],
): Promise<Result<{ matter: MatterRecord; post: Post }, Refusal>> {
	const matter = await loadMatter(command.tx, command.actor.jurisdictionId, order.matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	const seen = permit(command.actor, 'matter.read', subject)
	if (!seen.ok) return refuse({ code: 'not-found' })
	command.refusalsGoTo(`matter/${matter.id}`, matter.id, seen.value)
	const post = permit(command.actor, act, subject)
	if (!post.ok) return post
	command.refusalsGoTo(`matter/${matter.id}`, matter.id, post.value)
	if (order.seen !== null && order.seen !== matter.revision)
		return refuse(await stalePage(command, matter, order.seen))
	return accept({ matter, post: post.value })
}

/** What happened on the matter since the page was opened: the entries that moved its revision on. */
async function stalePage(command: Command, matter: MatterRecord, seen: number): Promise<StalePage> {
	const entries = await command.tx.auditEntry.findMany({
		where: { jurisdictionId: matter.jurisdictionId, stream: `matter/${matter.id}`, outcome: 'done' },
		orderBy: { seq: 'desc' },
		take: Math.min(10, Math.max(1, matter.revision - seen)),
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
	let columns: Prisma.MatterUncheckedUpdateInput = {}
	let detail: JsonObject = {}
	let blobs: readonly string[] = []
	const consequences: { kind: string; detail: JsonObject }[] = []
	return {
		columns: () => columns,
		detail: () => detail,
		blobs: () => blobs,
		consequences,
		given: {
			change: (more: Prisma.MatterUncheckedUpdateInput) => {
				columns = { ...columns, ...more }
			},
			note: (more: JsonObject, files: readonly string[] = []) => {
				detail = { ...detail, ...more }
				blobs = [...blobs, ...files]
			},
			follow: (kind: string, facts: JsonObject) => {
				consequences.push({ kind, detail: facts })
			},
		},
	}
}

async function writeMatter(
	command: Command,
	matter: MatterRecord,
	next: MatterState,
	columns: Prisma.MatterUncheckedUpdateInput,
): Promise<void> {
	await command.tx.matter.update({
		where: { jurisdictionId_id: { jurisdictionId: matter.jurisdictionId, id: matter.id } },
		data: {
			...(next === matter.state ? {} : { state: next, stateSince: command.at }),
			revision: { increment: 1 },
			...columns,
		},
	})
}

async function writeTrail(
	command: Command,
	matter: MatterRecord,
	act: string,
	post: Post,
	next: MatterState,
	pens: ReturnType<typeof openPens>,
): Promise<void> {
	const stream = `matter/${matter.id}`
	await command.record({
		stream,
		kind: act,
		detail: pens.detail(),
		before: matter.state,
		after: next,
		matterId: matter.id,
		blobs: pens.blobs(),
		post,
	})
	for (const consequence of pens.consequences)
		await command.record({ stream, ...consequence, matterId: matter.id, post })
}

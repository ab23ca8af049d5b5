import { isCodeDue, loadHold } from '#app/db/load-account-holder.server.ts'
import { appendAudit, sealTrail } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { wallFired } from '#app/db/wall-fired.server.ts'
import {
	type StoodIn,
	aboutOfStream,
	countStill,
	writeDelegatedActs,
} from '#app/db/write-delegated-acts.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { isOwnHand } from '#app/domain/account/own-hand.ts'
import type { TrailKind } from '#app/domain/act/trail-entry.ts'
import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { answerHash, earlierAnswer, keepAnswer } from './command-receipt.server.ts'
import { type Command, type Done, type Lock, type Order, auditActor, RefusalNote } from './command.server.ts'
import { Preparation, Unprepared } from '#app/services/preparation.server.ts'
import { isReused, recordRefusal } from './record-refusal.server.ts'
import { refuseUnwritten } from './refuse-unwritten.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A wall that fires twice is a bug. */
const MOST_WALLS = 2

/**
 * Runs one user action as one transaction: lock → idempotency key → `perform` (permission, machine, rows, trail) →
 * sealing → receipt. A retry, a double click or the back button gets the stored answer again.
 *
 * A refusal undoes whatever the command had begun to write, and is then recorded on its own: in the trail and
 * under its key, like a success. A database wall that fires is never worded from its message: the command runs
 * again in a fresh transaction, so the domain gives the answer; a wall that fires twice is a bug. A database that
 * cannot be written is answered as such: nothing was done, and the same form may be sent again. A file that the command
 * makes of what it finds is made between two tries, so that the writer does not wait for it.
 */
export async function runCommand<Value>(
	shell: Shell,
	actor: Actor,
	order: Order,
	perform: (command: Command) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	try {
		return await tryCommand(shell, actor, order, perform)
	} catch (error) {
		return refuseUnwritten(shell, error)
	}
}

async function tryCommand<Value>(
	shell: Shell,
	actor: Actor,
	order: Order,
	perform: (command: Command) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const bodySha256 = sha256Hex(canonicalJson({ name: order.name, body: order.body }))
	const preparation = new Preparation(shell)
	for (let walls = 0; ;) {
		const refusal = new RefusalNote(actor)
		const kinds = new Set<TrailKind>()
		const stoodIn = new Map<string, StoodIn>()
		try {
			const answer = await inTransaction(shell.db, (tx) =>
				attempt(preparation, tx, actor, order, bodySha256, { refusal, kinds, stoodIn }, perform),
			)
			if (WOKEN_BY.some((kind) => kinds.has(kind))) shell.checkpoints.wake()
			if (!isReused(answer)) return answer
			return await recordRefusal(shell, actor, order, bodySha256, answer.reason, refusal)
		} catch (error) {
			if (error instanceof Refused)
				return recordRefusal(shell, actor, order, bodySha256, error.refusal, refusal)
			if (error instanceof Unprepared) {
				await preparation.makeWanted()
				continue
			}
			if (!wallFired(error)) throw error
			walls += 1
			if (walls < MOST_WALLS) continue
			await recordWall(shell, actor, order)
			throw error
		}
	}
}

async function attempt<Value>(
	preparation: Preparation,
	tx: Tx,
	actor: Actor,
	order: Order,
	bodySha256: string,
	noted: Noted,
	perform: (command: Command) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	await takeLocks(tx, actor.jurisdictionId, order.locks)
	const earlier = await earlierAnswer<Value>(tx, actor, order, bodySha256)
	if (earlier) return earlier
	const command = openCommand(preparation, tx, actor, order, noted)
	const answer = await perform(command)
	if (!answer.ok) throw new Refused(answer.reason)
	await writeStoodIn(command, [...noted.stoodIn.values()])
	const held = await judgeOwnHand(command)
	if (held) throw new Refused(held)
	if (preparation.isWanting) throw new Unprepared()
	const [receipt] = await sealTrail(tx, answerHash(answer))
	if (!receipt) throw new Error(`${order.name} was done without an entry in the trail`)
	const done: Done<Value> = { value: answer.value, receipt }
	await keepAnswer(tx, actor, order, bodySha256, answer, receipt, command.at, command.shell.checkpoints)
	return accept(done)
}

/** What was done under another's post is written down, and counts while the delegation runs; by its own end it ends with the act. */
async function writeStoodIn(command: Command, stoodIn: readonly StoodIn[]): Promise<void> {
	const act = command.order.name
	const posts = stoodIn.map(({ post }) => post)
	if (act !== 'delegation.withdrawn' && !(await countStill(command, posts)))
		throw new Refused({ code: 'not-permitted', act })
	await writeDelegatedActs(command, stoodIn)
}

/**
 * Whether an act that counts because of who does it has to wait: the account was recovered a short time ago, or its second
 * factor is asked for anew. Asked when all else is well.
 */
async function judgeOwnHand({ tx, actor, order, at }: Command): Promise<Refusal | null> {
	if (!isOwnHand(order.name)) return null
	const until = await loadHold(tx, actor.jurisdictionId, actor.accountId, at)
	if (until) return { code: 'held-after-recovery', until: until.toISOString() }
	return (await isCodeDue(tx, actor, at)) ? { code: 'code-needed' } : null
}

async function takeLocks(tx: Tx, jurisdictionId: string, locks: readonly Lock[]): Promise<void> {
	// The jurisdiction last: every command comes to its row when it keeps its answer, with its other locks in hand.
	const order = ['account', 'published_document', 'matter', 'meeting', 'jurisdiction']
	const sorted = [...locks].sort(
		(a, b) => order.indexOf(a.table) - order.indexOf(b.table) || (a.id < b.id ? -1 : 1),
	)
	for (const lock of sorted)
		await lockRow(
			tx,
			lock.table,
			lock.table === 'jurisdiction' ? { id: lock.id } : { jurisdiction_id: jurisdictionId, id: lock.id },
		)
}

/** What one try of a command has noted: where a refusal belongs, of which kinds its entries are, and what was done for another. */
type Noted = {
	readonly refusal: RefusalNote
	readonly kinds: Set<TrailKind>
	readonly stoodIn: Map<string, StoodIn>
}

/** What papers rest on: it is under a checkpoint within seconds of its commit, and no command waits for that. */
const WOKEN_BY = [
	'clearance.issued',
	'meeting.fixed',
	'outcome.recorded',
	'ruling.recorded',
	'meeting.closed',
] as const

function openCommand(
	preparation: Preparation,
	tx: Tx,
	actor: Actor,
	order: Order,
	{ refusal, kinds, stoodIn }: Noted,
): Command {
	preparation.begin()
	const { shell } = preparation
	const at = shell.now()
	const told = new Set<string>()
	return {
		shell,
		tx,
		at,
		actor,
		order,
		fileOf: (key, make) => preparation.fileOf(key, make),
		refusalsGoTo: (stream, post, context) => refusal.set(stream, post, context),
		record: async ({ post, papers = [], about, ...note }) => {
			kinds.add(note.kind)
			if (post?.standsFor)
				for (const each of about ?? [aboutOfStream(note.stream)])
					stoodIn.set(canonicalJson(each), { post, about: each })
			await appendAudit(tx, {
				...note,
				...(papers.length > 0 ? { papers } : {}),
				jurisdictionId: actor.jurisdictionId,
				at,
				actor: auditActor(actor, post),
				outcome: 'done',
				command: order.key,
			})
		},
		notify: async (personIds, kind, matterId, aboutId) => {
			const unique = [...new Set(personIds)].filter(
				(personId) => personId !== actor.personId && !told.has(`${matterId} ${personId}`),
			)
			for (const personId of unique) told.add(`${matterId} ${personId}`)
			if (unique.length === 0) return
			const notices = unique.map((personId) => ({
				jurisdictionId: actor.jurisdictionId,
				id: shell.newId(),
				personId,
				kind,
				matterId,
				detail: JSON.stringify(aboutId === undefined ? {} : { about: aboutId }),
				createdAt: at,
			}))
			await insertRows(tx, 'notice', notices)
		},
	}
}

async function recordWall(shell: Shell, actor: Actor, order: Order): Promise<void> {
	shell.log.error({ command: order.name }, 'a database wall refused what the domain had allowed')
	await inTransaction(shell.db, (tx) =>
		appendAudit(tx, {
			jurisdictionId: actor.jurisdictionId,
			stream: `user/${actor.personId}`,
			at: shell.now(),
			actor: auditActor(actor, null),
			kind: 'gate.wall-fired',
			outcome: 'refused',
			detail: { command: order.name },
			command: order.key,
		}),
	)
}

/** Carries a refusal out of the transaction, so that everything the command had written is rolled back. */
class Refused extends Error {
	readonly refusal: Refusal
	constructor(refusal: Refusal) {
		super(`refused: ${refusal.code}`)
		this.refusal = refusal
	}
}

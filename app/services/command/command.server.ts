import type { Act, ReadingAct } from '#app/domain/act/act.ts'
import type { SealedNote, TrailNote, WordedKind } from '#app/domain/act/trail-entry.ts'
import type { AuditActor } from '#app/domain/audit-chain/entry.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import type { AuditNote, AuditReceipt } from '#app/db/append-audit.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { About } from '#app/db/write-delegated-acts.server.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Preparation } from '#app/services/preparation.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A row that a command locks before it looks. Matters by id come first, then the meeting. */
export type Lock = {
	readonly table: 'matter' | 'meeting' | 'account' | 'jurisdiction' | 'published_document'
	readonly id: string
}

/** One user action: its name, its idempotency key, what was sent, and what it must lock. */
export type Order = {
	readonly name: Exclude<Act, ReadingAct>
	readonly key: string
	readonly body: JsonObject
	readonly locks: readonly Lock[]
}

/** What was done, and where the trail has it. */
export type Done<Value> = { readonly value: Value; readonly receipt: AuditReceipt }

/** A command at work: its transaction, its instant, its actor, and what it records in the trail. */
export type Command = {
	readonly shell: Shell
	readonly tx: Tx
	readonly at: Date
	readonly actor: Actor
	readonly order: Order
	/** A file that is made of what this try finds, and named by its hash; made outside of the transaction. */
	readonly fileOf: Preparation['fileOf']
	/** Names the stream that a refusal belongs to, once the actor is known to see it. */
	readonly refusalsGoTo: (stream: string, post: Post | null, context?: JsonObject) => void
	/** Writes one entry of the trail in this command's transaction. */
	readonly record: (note: CommandNote) => Promise<void>
	/** Leaves a line for each, in the same transaction: of one matter no second one, and never for who acts. */
	readonly notify: (
		personIds: readonly string[],
		kind: WordedKind,
		matterId: string | null,
		aboutId?: string,
	) => Promise<void>
}

/** A command as an act sees it: whom it tells is the act table's to say. */
export type Acting = Omit<Command, 'notify'>

/** An entry of the trail, without what the command itself knows. */
export type CommandNote = TrailNote &
	Pick<AuditNote, 'stream' | 'before' | 'after' | 'blobs'> & {
		readonly post: Post | null
		/** What it is about where its post is somebody else's; what its stream says, if nothing else is said. */
		readonly about?: readonly About[]
		/** The papers that the act sealed. */
		readonly papers?: readonly SealedNote[]
	}

/** Who acted, under which post and in whose place, as the trail keeps it. */
export function auditActor(actor: Actor, post: Post | null): AuditActor {
	const { delegationId: delegation, personId: id = '', name = '' } = post?.standsFor ?? {}
	return {
		id: actor.personId,
		name: actor.name,
		role: post?.role ?? null,
		organ: post?.organId ?? null,
		unit: post?.unitId ?? null,
		...(delegation === undefined ? {} : { for: { id, name, delegation } }),
	}
}

/** Which stream a refusal belongs to: the matter's, once the actor is known to see it, else the actor's own. */
export class RefusalNote {
	stream: string
	post: Post | null = null
	/** Where it was refused, beside what the refusal itself says. */
	context: JsonObject = {}
	constructor(actor: Actor) {
		this.stream = `user/${actor.personId}`
	}
	set(stream: string, post: Post | null, context: JsonObject = {}): void {
		this.stream = stream
		this.post = post
		this.context = context
	}
}

import type { Tx } from '#app/db/open-database.server.ts'
import type { JsonObject } from '#app/domain/audit-chain/canonical-json.ts'
import type { ADMINISTRATION_ACTS } from '#app/domain/act/administration-acts.ts'
import type { DELEGATION_ACTS } from '#app/domain/act/delegation-acts.ts'
import type { REFERENCE_ACTS } from '#app/domain/act/reference-acts.ts'
import { type DetailOf, noteOf } from '#app/domain/act/trail-entry.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post, Subject } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Acting, Done } from './command.server.ts'
import { type ActNotes, type TrailNotes, openNotes } from './act-notes.server.ts'
import { runCommand } from './run-command.server.ts'
import { tellNamed } from './tell.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** An action of administration, as a form sends it. */
export type JurisdictionOrder = {
	readonly key: string
	readonly body: JsonObject
	/** The ties of what it is about, where permission asks for more than the jurisdiction. */
	readonly subject?: (tx: Tx) => Promise<Omit<Subject, 'jurisdictionId'>>
}

/** Administration at work: the post that acts, and its note for the administration stream. */
export type JurisdictionWork<Doing extends AdministrationAct> = Acting &
	TrailNotes<DetailOf<Doing>> &
	Pick<ActNotes<object, never>, 'tell'> & { readonly post: Post; readonly jurisdictionId: string }

/** The acts of the three administrators, on the law as data too, and those by which somebody stands in for another. */
export type AdministrationAct =
	| keyof typeof ADMINISTRATION_ACTS
	| keyof typeof DELEGATION_ACTS
	| keyof typeof REFERENCE_ACTS

/** Runs one act of administration, one at a time per jurisdiction; its trail is the stream `admin/<jurisdiction>`. */
export async function commandOnJurisdiction<Value, Doing extends AdministrationAct>(
	shell: Shell,
	actor: Actor,
	order: JurisdictionOrder,
	act: Doing,
	perform: (work: JurisdictionWork<Doing>) => Promise<Result<Value, Refusal>>,
): Promise<Result<Done<Value>, Refusal>> {
	const { jurisdictionId } = actor
	const locks = [{ table: 'jurisdiction', id: jurisdictionId }] as const
	return runCommand(shell, actor, { name: act, key: order.key, body: order.body, locks }, async (command) => {
		const post = permit(actor, act, { ...(await order.subject?.(command.tx)), jurisdictionId })
		if (!post.ok) return post
		const stream = `admin/${jurisdictionId}`
		command.refusalsGoTo(stream, post.value)
		const { given, noted } = openNotes<object, never, DetailOf<Doing>>()
		const answer = await perform({
			...command,
			note: given.note,
			tell: given.tell,
			post: post.value,
			jurisdictionId,
		})
		if (!answer.ok) return answer
		const note = noteOf(act, noted().detail)
		await command.record({ stream, ...note, post: post.value })
		await tellNamed(command, note.kind, noted().named)
		return answer
	})
}

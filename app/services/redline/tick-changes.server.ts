import { loadMatter } from '#app/db/load-matter.server.ts'
import { Prisma } from '#app/db/generated/sqlite/client.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { writeRows } from '#app/db/statements.server.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { type LedgerChange, changesOfLedger, digestOf } from '#app/domain/redline-reading/ledger.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterOrder } from '#app/services/command/command-on-matter.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { besideVersions } from './beside-versions.server.ts'
import { openPair, type Pair, type PairGiven } from './open-pair.server.ts'

/** The changes of one block of a pair of versions, as its page showed them. */
export type TickGiven = PairGiven & { readonly block: string; readonly digest: string }

/** When a tick was kept. */
export type Ticked = { readonly value: { readonly savedAt: string } }

/**
 * Ticks the changes of a block as seen, or takes that back as long as the sitting is open. It stands at once, for this
 * reader alone; the trail has it when the sitting ends. Sent twice it has one effect.
 */
export async function tickChanges(
	shell: Shell,
	actor: Actor,
	{ matterId, key }: Pick<MatterOrder, 'matterId' | 'key'>,
	given: TickGiven,
	isSeen: boolean,
): Promise<Result<Ticked, Refusal>> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	if (!matter || !permit(actor, 'matter.read', subjectOf(matter)).ok) return refuse({ code: 'not-found' })
	const post = permit(actor, 'changes.seen', subjectOf(matter))
	if (!post.ok) return refuseAsCommand(shell, actor, { matterId, key }, post.reason)
	const pair = await openPair(shell, actor, matterId, given)
	if (!pair) return refuse({ code: 'unfitting', field: 'to', problem: 'unknown' })
	const beside = await besideVersions(shell, matter, given.from, given.to)
	const changes = changesOfLedger(pair.compared.redline, [], beside)
	const ticked = changes.filter(({ block }) => block === given.block)
	// Somebody corrected a match meanwhile: these are not the changes that the reader had in front of them.
	if (ticked.length === 0 || digestOf(ticked) !== given.digest)
		return refuse({ code: 'unfitting', field: 'block', problem: 'changed' })
	const reader = { jurisdictionId: actor.jurisdictionId, matterId, personId: actor.personId }
	await inTransaction(shell.db, async (tx) => {
		if (!isSeen) {
			const change = { in: ticked.map(({ id }) => id) }
			await tx.changeTick.deleteMany({ where: { ...reader, change } })
			return
		}
		const taken = await tx.seenChange.findMany({ where: reader, select: { change: true } })
		const left = ticked.filter(({ id }) => !taken.some(({ change }) => change === id))
		for (const change of left)
			await writeRows(
				tx,
				insertion(reader, pair, { change, of: changes.length, post: post.value, at: shell.now() }),
			)
	})
	return accept({ value: { savedAt: shell.now().toISOString() } })
}

/** A tick is no act of its own; a try of somebody who may not is one for the trail all the same. */
async function refuseAsCommand(
	shell: Shell,
	actor: Actor,
	{ matterId, key }: Pick<MatterOrder, 'matterId' | 'key'>,
	reason: Refusal,
): Promise<Result<never, Refusal>> {
	const order = { name: 'changes.seen', key, body: { matter: matterId }, locks: [] } as const
	const answer = await runCommand<never>(shell, actor, order, async (command) => {
		command.refusalsGoTo(`matter/${matterId}`, null)
		return refuse(reason)
	})
	return answer.ok ? refuse(reason) : answer
}

/** A tick that is there stays as it was: two at once are one. */
function insertion(
	reader: { readonly jurisdictionId: string; readonly matterId: string; readonly personId: string },
	{ older, newer }: Pair,
	tick: { readonly change: LedgerChange; readonly of: number; readonly post: Post; readonly at: Date },
): Prisma.Sql {
	const { change, of, post, at } = tick
	const values = [
		reader.jurisdictionId,
		reader.matterId,
		reader.personId,
		change.id,
		older.id,
		newer.id,
		of,
		change.place,
		post.id,
		at,
	]
	return Prisma.sql`INSERT INTO "change_tick" ("jurisdiction_id", "matter_id", "person_id", "change", "old_version_id",
		"new_version_id", "of_changes", "place", "post_id", "ticked_at")
		VALUES (${Prisma.join(values)}) ON CONFLICT DO NOTHING`
}

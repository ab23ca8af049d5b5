import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { delegationStanding } from '#app/domain/permission/delegation.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import type { Tx } from './open-database.server.ts'
import { insertRows } from './write-rows.server.ts'

type Acting = {
	readonly tx: Tx
	readonly at: Date
	readonly actor: Actor
	readonly shell: { readonly newId: () => string }
}

/**
 * Whether a post may be acted under still: one's own always, another's while the delegation runs. A delegation that was
 * withdrawn or ran out since the page was opened lets nothing be done.
 */
export async function countsStill(
	{ tx, at, actor }: Pick<Acting, 'tx' | 'at' | 'actor'>,
	{ standsFor }: Post,
): Promise<boolean> {
	if (!standsFor) return true
	const delegation = await tx.delegation.findUnique({
		where: { jurisdictionId_id: { jurisdictionId: actor.jurisdictionId, id: standsFor.delegationId } },
	})
	return delegation !== null && delegationStanding(delegation, plainDateIn(at)) === 'running'
}

/** What an act is about: a matter, a meeting, or both. */
export type About = { readonly matterId: string | null; readonly meetingId: string | null }

/**
 * Writes down that an act was done for somebody else (受委托). After the act's own rows: a gate that it asks compares the
 * rows that are there with the trail, which has this one only with the act's entry.
 */
export async function writeDelegatedActs(
	{ tx, at, actor, shell }: Acting,
	{ standsFor }: Post,
	about: readonly About[],
): Promise<void> {
	if (!standsFor) return
	const { jurisdictionId, personId: substituteId } = actor
	const { delegationId, personId: delegatorId } = standsFor
	const whose = { jurisdictionId, delegationId, delegatorId, substituteId, actedAt: at }
	await insertRows(
		tx,
		'delegatedAct',
		about.map((each) => ({ id: shell.newId(), ...whose, ...each })),
	)
}

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

/** What an act is about: a matter, a meeting, or both; else the stream of the trail that it stands in. */
export type About =
	| { readonly matterId: string | null; readonly meetingId: string | null }
	| { readonly stream: string }

/** An act under somebody else's post, and what it was about. */
export type StoodIn = { readonly post: Post; readonly about: About }

/** What the acts of one stream are about. */
export function aboutOfStream(stream: string): About {
	const [kind, id = ''] = stream.split('/')
	if (kind === 'matter') return { matterId: id, meetingId: null }
	return kind === 'meeting' ? { matterId: null, meetingId: id } : { stream }
}

/**
 * Whether posts may be acted under still: one's own always, another's while the delegation runs. A delegation that was
 * withdrawn or ran out since the page was opened lets nothing be done.
 */
export async function countStill(
	{ tx, at, actor }: Pick<Acting, 'tx' | 'at' | 'actor'>,
	posts: readonly Post[],
): Promise<boolean> {
	const ids = new Set(posts.flatMap(({ standsFor }) => standsFor?.delegationId ?? []))
	for (const id of ids) {
		const delegation = await tx.delegation.findUnique({
			where: { jurisdictionId_id: { jurisdictionId: actor.jurisdictionId, id } },
		})
		if (!delegation || delegationStanding(delegation, plainDateIn(at)) !== 'running') return false
	}
	return true
}

/**
 * Writes down that acts were done for somebody else (受委托). After the acts' own rows: a gate that they ask compares the
 * rows that are there with the trail, which has these only with the acts' entries.
 */
export async function writeDelegatedActs(
	{ tx, at, actor, shell }: Acting,
	acts: readonly StoodIn[],
): Promise<void> {
	const { jurisdictionId, personId: substituteId } = actor
	for (const { post, about } of acts) {
		if (!post.standsFor) continue
		const { delegationId, personId: delegatorId } = post.standsFor
		const whose = { jurisdictionId, delegationId, delegatorId, substituteId, actedAt: at }
		const row = { id: shell.newId(), ...whose, ...about }
		await insertRows(tx, 'stream' in about ? 'delegatedActElsewhere' : 'delegatedAct', [row])
	}
}

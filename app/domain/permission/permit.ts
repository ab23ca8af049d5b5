import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Act } from '#app/domain/act/act.ts'
import { grantsOf } from './permission-table.ts'
import { type Actor, type Post, type Subject, RELATIONS } from './relation.ts'

/** The table's "no". */
export type NotPermitted = { readonly code: 'not-permitted'; readonly act: Act }

/**
 * The post under which an actor may do an act on a subject, or the refusal.
 *
 * A subject of another jurisdiction is out of reach of every post. Where several posts would do, the first
 * in the order of the table is taken, so that the trail names the post that fits the act best.
 */
export function permit(actor: Actor, act: Act, subject: Subject): Result<Post, NotPermitted> {
	if (actor.jurisdictionId !== subject.jurisdictionId) return refuse({ code: 'not-permitted', act })
	for (const grant of grantsOf(act)) {
		const post = actor.posts.find(
			(candidate) => candidate.role === grant.role && RELATIONS[grant.where](actor, candidate, subject),
		)
		if (post) return accept(post)
	}
	return refuse({ code: 'not-permitted', act })
}

/** Whether an actor may do an act on a subject. */
export function isPermitted(actor: Actor, act: Act, subject: Subject): boolean {
	return permit(actor, act, subject).ok
}

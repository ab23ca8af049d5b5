import { type Reference, loadReference } from '#app/db/load-reference.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { type Track, TRACKS } from '#app/domain/matter/track.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type IssuerBodies, bodiesByIssuer } from '#app/services/organisation/find-review-body.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { recordOf } from '#app/domain/record-of.ts'

/** How long the review of each track normally takes, in working days, and whether that is yet to be confirmed. */
export type TrackDays = Readonly<Record<Track, { review: number; isAssumed: boolean }>>

/** What a drafter reads before choosing tracks and issuer of a new matter. */
export type OpeningPage = { readonly days: TrackDays; readonly bodies: IssuerBodies }

/** Reads the first page of a new matter. */
export async function readOpeningPage(shell: Shell, actor: Actor): Promise<Result<OpeningPage, Refusal>> {
	const post = permit(actor, 'matter.opened', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const { organId, unitId } = post.value
	const drafting = { organId, unitId: unitId ?? '', drafterPlaces: actor.posts }
	return accept({
		days: reviewDays(await loadReference(shell.db, plainDateIn(shell.now()))),
		bodies: await bodiesByIssuer(shell.db, actor.jurisdictionId, drafting),
	})
}

/** The review's length by track. */
export function reviewDays({ periods }: Reference): TrackDays {
	return recordOf(TRACKS, (track) => {
		const { review, isAssumed } = periodsFor([track], periods)
		return { review, isAssumed }
	})
}

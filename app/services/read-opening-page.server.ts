import { loadReference } from '#app/db/load-reference.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept } from '#app/domain/result.ts'
import type { Shell } from './shell.server.ts'

/** What a drafter reads before choosing the tracks of a new matter. */
export type OpeningPage = { readonly days: Readonly<Record<Track, { review: number; isAssumed: boolean }>> }

/** Reads the first page of a new matter. */
export async function readOpeningPage(shell: Shell, actor: Actor): Promise<Result<OpeningPage, Refusal>> {
	const post = permit(actor, 'matter.opened', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const { periods } = await loadReference(shell.db, plainDateIn(shell.now()))
	const days = TRACKS.map((track) => {
		const { review, isAssumed } = periodsFor([track], periods)
		return [track, { review, isAssumed }] as const
	})
	return accept({ days: Object.fromEntries(days) as OpeningPage['days'] })
}

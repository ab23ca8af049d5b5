import { loadReviewingOrgans } from '#app/db/load-reviewing-organs.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { type Issuer, mayIssue } from '#app/domain/issuer/issuer.ts'
import { reviewBodyFor } from '#app/domain/issuer/review-body.ts'
import { type Track, TRACKS } from '#app/domain/matter/track.ts'
import { readTitle } from '#app/domain/matter/written-words.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import { findSecrecyMarking } from '#app/domain/precheck/secrecy-marking.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { Command, Done } from '#app/services/command/command.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the first step of a new matter sends. */
export type OpeningOrder = {
	readonly key: string
	readonly title: string
	readonly tracks: readonly string[]
	readonly issuer: Issuer
}

/** Title, tracks and issuer of a matter, as they are stored. */
export type MatterHeading = {
	readonly title: string
	readonly tracks: readonly Track[]
	readonly issuer: Issuer
}

/**
 * Opens a matter in the drafter's unit, in state 起草中 and round 1. No number yet: the submission gives it. Who will
 * review it has to be settled by now, so that nobody works on a text that no body takes.
 */
export async function openMatter(
	shell: Shell,
	actor: Actor,
	order: OpeningOrder,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const answer = await runCommand(
		shell,
		actor,
		{
			name: 'matter.opened',
			key: order.key,
			body: { title: order.title, tracks: [...order.tracks], issuer: order.issuer },
			// Nothing is there yet that another could change; a form that is sent twice at once meets itself at its receipt.
			locks: [],
		},
		async (command) => {
			const post = permit(actor, 'matter.opened', { jurisdictionId: actor.jurisdictionId })
			if (!post.ok) return post
			const heading = readHeading(order)
			if (!heading.ok) return heading
			return writeMatter(command, post.value, heading.value)
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

/** Reads a heading as a form sends it; a title that carries a marking is refused like a file. */
export function readHeading(typed: Omit<OpeningOrder, 'key'>): Result<MatterHeading, Refusal> {
	const { issuer } = typed
	const title = readTitle('title', typed.title)
	if (!title.ok) return title
	const marking = findSecrecyMarking(title.value)
	if (marking) return refuse({ code: 'classified', level: marking.level, line: null })
	const tracks = TRACKS.filter((track) => typed.tracks.includes(track))
	if (tracks.length === 0) return refuse({ code: 'unfitting', field: 'tracks', problem: 'missing' })
	if (!mayIssue(issuer, tracks))
		return refuse({ code: 'unfitting', field: 'issuer', problem: 'not-for-tracks' })
	return accept({ title: title.value, tracks, issuer })
}

async function writeMatter(
	command: Command,
	post: Post,
	{ title, tracks, issuer }: MatterHeading,
): Promise<Result<{ matterId: string }, Refusal>> {
	if (post.unitId === null) return refuse({ code: 'unfitting', field: 'unit', problem: 'missing' })
	const { jurisdictionId, posts } = command.actor
	const drafting = { organId: post.organId, unitId: post.unitId, drafterPlaces: posts }
	const body = reviewBodyFor(issuer, drafting, await loadReviewingOrgans(command.tx, jurisdictionId))
	if (!body.ok) return body
	const matterId = command.shell.newId()
	await insertRows(command.tx, 'matter', [
		{
			jurisdictionId,
			id: matterId,
			title,
			state: 'draft',
			stateSince: command.at,
			round: 1,
			revision: 1,
			issuer,
			organId: post.organId,
			unitId: post.unitId,
			drafterId: command.actor.personId,
			openedAt: command.at,
		},
	])
	const rows = tracks.map((track) => ({ jurisdictionId, matterId, track }))
	await insertRows(command.tx, 'matterTrack', rows)
	await command.record({
		stream: `matter/${matterId}`,
		kind: 'matter.opened',
		detail: { title, tracks: [...tracks], issuer },
		before: null,
		after: 'draft',
		post,
	})
	return accept({ matterId })
}

import { insertRows } from '#app/db/write-rows.server.ts'
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
}

/** Title and tracks of a matter, as they are stored. */
export type MatterHeading = { readonly title: string; readonly tracks: readonly Track[] }

/** Opens a matter in the drafter's unit, in state 起草中 and round 1. No number yet: the submission gives it. */
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
			body: { title: order.title, tracks: [...order.tracks] },
			// Nothing is there yet that another could change; a form that is sent twice at once meets itself at its receipt.
			locks: [],
		},
		async (command) => {
			const post = permit(actor, 'matter.opened', { jurisdictionId: actor.jurisdictionId })
			if (!post.ok) return post
			const heading = readHeading(order.title, order.tracks)
			if (!heading.ok) return heading
			return writeMatter(command, post.value, heading.value)
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

/** Reads a title and tracks as a form sends them; a title that carries a marking is refused like a file. */
export function readHeading(
	typedTitle: string,
	typedTracks: readonly string[],
): Result<MatterHeading, Refusal> {
	const title = readTitle('title', typedTitle)
	if (!title.ok) return title
	const marking = findSecrecyMarking(title.value)
	if (marking) return refuse({ code: 'classified', level: marking.level, line: null })
	const tracks = TRACKS.filter((track) => typedTracks.includes(track))
	if (tracks.length === 0) return refuse({ code: 'unfitting', field: 'tracks', problem: 'missing' })
	return accept({ title: title.value, tracks })
}

async function writeMatter(
	command: Command,
	post: Post,
	{ title, tracks }: MatterHeading,
): Promise<Result<{ matterId: string }, Refusal>> {
	if (post.unitId === null) return refuse({ code: 'unfitting', field: 'unit', problem: 'missing' })
	const jurisdictionId = command.actor.jurisdictionId
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
		detail: { title, tracks: [...tracks] },
		before: null,
		after: 'draft',
		post,
	})
	return accept({ matterId })
}

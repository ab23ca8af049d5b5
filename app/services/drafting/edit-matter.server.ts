import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { readHeading } from './open-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The states in which the tracks may still change: whoever reviews it has not begun, or begins anew. */
const OPEN_TO_TRACKS = ['draft', 'returned', 'not-passed']

/** Changes the title and the tracks of a matter while it is with the drafting unit. */
export async function editMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	typed: { readonly title: string; readonly tracks: readonly string[] },
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	const body = { title: typed.title, tracks: [...typed.tracks] }
	const answer = await commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'matter.edited' },
		async (work) => {
			const heading = readHeading(typed.title, typed.tracks)
			if (!heading.ok) return heading
			const { title, tracks } = heading.value
			const before = tracksOf(work.matter)
			const isSameTracks = before.length === tracks.length && tracks.every((track) => before.includes(track))
			if (!isSameTracks && !OPEN_TO_TRACKS.includes(work.matter.state))
				return refuse({ code: 'unfitting', field: 'tracks', problem: 'under-review' })
			if (!isSameTracks) await replaceTracks(work, tracks)
			work.change({ title, awaitingHead: false })
			work.note({ title, tracks: [...tracks] })
			return accept({ revision: work.matter.revision + 1 })
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

async function replaceTracks(work: MatterWork, tracks: readonly string[]): Promise<void> {
	const key = { jurisdictionId: work.matter.jurisdictionId, matterId: work.matter.id }
	await work.tx.matterTrack.deleteMany({ where: key })
	await work.tx.matterTrack.createMany({ data: tracks.map((track) => ({ ...key, track })) })
}

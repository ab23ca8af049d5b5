import { openAgendaItems } from '#app/domain/matter-record/agenda-records.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { emergencyFacts } from '#app/domain/matter/emergency-order.ts'
import { isDecision } from '#app/domain/matter/track.ts'
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
import { findReviewBody } from '#app/services/organisation/find-review-body.server.ts'
import { type MatterHeading, type OpeningOrder, readHeading } from './open-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The states in which tracks and issuer may still change: whoever reviews it has not begun, or begins anew. */
const OPEN_TO_TRACKS = ['draft', 'returned', 'not-passed']

/**
 * Changes the title, the tracks and the issuer of a matter while it is with the drafting unit. What decides on who
 * reviews it changes only where somebody does, and where no meeting has it before it yet.
 */
export async function editMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	typed: Omit<OpeningOrder, 'key'>,
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	const body = { title: typed.title, tracks: [...typed.tracks], issuer: typed.issuer }
	const answer = await commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'matter.edited' },
		async (work) => {
			const heading = readHeading(typed)
			if (!heading.ok) return heading
			const { title, tracks, issuer } = heading.value
			const ordered = keepOrdered(work, heading.value)
			if (!ordered.ok) return ordered
			const changed = await changeRegime(work, heading.value)
			if (!changed.ok) return changed
			work.change({ title, awaitingHead: false })
			work.note({ title, tracks: [...tracks], issuer })
			return accept({ revision: work.matter.revision + 1 })
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

/**
 * What was ordered into effect stays what it was ordered as: a decision, and one of the same issuer, for as long as the order
 * stands (Decree 713 art. 3), and under its title until the review after it has spoken.
 */
function keepOrdered(
	{ matter }: MatterWork,
	{ title, tracks, issuer }: MatterHeading,
): Result<null, Refusal> {
	if (emergencyFacts(matter).order !== 'in-force') return accept(null)
	if (!isDecision(tracks)) return refuse({ code: 'unfitting', field: 'tracks', problem: 'order-stands' })
	if (issuer !== matter.issuer) return refuse({ code: 'unfitting', field: 'issuer', problem: 'order-stands' })
	if (title !== matter.title && opinionInForce(matter) === null)
		return refuse({ code: 'unfitting', field: 'title', problem: 'order-stands' })
	return accept(null)
}

async function changeRegime(
	work: MatterWork,
	{ tracks, issuer }: MatterHeading,
): Promise<Result<null, Refusal>> {
	const { matter } = work
	const before = tracksOf(matter)
	const isSameTracks = before.length === tracks.length && tracks.every((track) => before.includes(track))
	const isSameIssuer = matter.issuer === issuer
	if (isSameTracks && isSameIssuer) return accept(null)
	if (!OPEN_TO_TRACKS.includes(matter.state))
		return refuse({
			code: 'unfitting',
			field: isSameTracks ? 'issuer' : 'tracks',
			problem: 'under-review',
		})
	if (!isSameTracks) await replaceTracks(work, tracks)
	return isSameIssuer ? accept(null) : changeIssuer(work, issuer)
}

async function changeIssuer(work: MatterWork, issuer: Issuer): Promise<Result<null, Refusal>> {
	if (openAgendaItems(work.matter).length > 0)
		return refuse({ code: 'unfitting', field: 'issuer', problem: 'already-proposed' })
	const body = await findReviewBody(work.tx, { ...work.matter, issuer })
	if (!body.ok) return body
	// A body that was asked already, be it about invisible characters, lets go of it: it is another's from now on.
	const asked = work.matter.reviewOrganId === null ? null : body.value
	work.change({ issuer, ...(asked ? { reviewOrganId: asked.organId, reviewUnitId: asked.unitId } : {}) })
	return accept(null)
}

async function replaceTracks(work: MatterWork, tracks: readonly string[]): Promise<void> {
	const key = { jurisdictionId: work.matter.jurisdictionId, matterId: work.matter.id }
	await work.tx.matterTrack.deleteMany({ where: key })
	await work.tx.matterTrack.createMany({ data: tracks.map((track) => ({ ...key, track })) })
}

import { findFaultsOf } from '#app/db/find-record-faults.server.ts'
import { matterStateOf } from '#app/db/code-columns.server.ts'
import { countRows } from '#app/db/find-trees.server.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { type RecordPart, faultyParts } from '#app/domain/matter-record/record-fault.ts'
import { type OrderStanding, orderStandingOf } from '#app/domain/matter-record/order-standing.ts'
import { isRiskFlagged } from '#app/domain/matter-record/agenda-records.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What stands at the top of each of a matter's own pages. */
export type MatterHeading = {
	readonly matterId: string
	readonly title: string
	readonly tracks: readonly Track[]
	readonly issuer: Issuer
	readonly state: MatterState
	readonly caseNumber: string | null
	readonly round: number
	readonly isVoid: boolean
	/** The parts of its record that somebody changed past the product. */
	readonly altered: readonly RecordPart[]
	/** The emergency order that put it into effect before its review. */
	readonly order: OrderStanding | null
	/** It was cleared with a flagged legal risk. */
	readonly isRiskFlagged: boolean
	readonly mayReadTrail: boolean
	/** Whether they may take its evidence away; nobody may of a database that a deposit knows a later state of. */
	readonly mayTakeEvidence: boolean
	readonly counts: { readonly versions: number; readonly materials: number; readonly items: number }
}

/** Opens a matter for one of its own pages. */
export async function openMatterPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<{ matter: MatterRecord; heading: MatterHeading }, Refusal>> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	if (!permit(actor, 'matter.read', subject).ok) return refuse({ code: 'not-found' })
	const { jurisdictionId } = matter
	const versions = await countRows(shell.db, 'draftVersion', { jurisdictionId, matterId: matter.id })
	const heading = {
		matterId: matter.id,
		title: matter.title,
		tracks: tracksOf(matter),
		issuer: matter.issuer,
		state: matterStateOf(matter.state),
		caseNumber: matter.caseNumber,
		round: matter.round,
		isVoid: matter.changedAfterClearance,
		altered: faultyParts(await findFaultsOf(shell.db, 'matter', matter)),
		order: orderStandingOf(matter),
		isRiskFlagged: isRiskFlagged(matter),
		mayReadTrail: permit(actor, 'trail.read', subject).ok,
		mayTakeEvidence:
			permit(actor, 'evidence.read', subject).ok && !shell.checkpoints.behind.has(jurisdictionId),
		counts: {
			versions,
			materials: new Set(matter.materials.map((material) => material.item)).size,
			items: opinionInForce(matter)?.items.length ?? 0,
		},
	}
	return accept({ matter, heading })
}

/** Reads the head of a matter, for a page that shows nothing else of it. */
export async function readMatterHeading(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<MatterHeading, Refusal>> {
	const opened = await openMatterPage(shell, actor, matterId)
	return opened.ok ? accept(opened.value.heading) : opened
}

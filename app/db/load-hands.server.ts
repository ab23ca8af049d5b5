import type { Hands } from '#app/domain/permission/separation.ts'
import type { GateRecord } from './load-matter.server.ts'
import { handsOf } from './matter-facts.server.ts'
import type { Tx } from './open-database.server.ts'

type HandsTx = Pick<Tx, 'draftVersion' | 'auditEntry' | 'assignment'>

/** Everybody whose hand has been on a matter in any of its rounds (H10). */
export async function loadHands(tx: HandsTx, matter: GateRecord): Promise<Hands> {
	return (await loadHandsOfMany(tx, [matter]))(matter)
}

/**
 * Everybody whose hand has been on these matters in any of their rounds (H10): who drafted or uploaded, every head
 * who signed a submission, every reviewer and counsel who was ever assigned. Three queries, however many matters.
 */
export async function loadHandsOfMany(
	tx: HandsTx,
	matters: readonly GateRecord[],
): Promise<(matter: GateRecord) => Hands> {
	const where = {
		jurisdictionId: { in: [...new Set(matters.map((matter) => matter.jurisdictionId))] },
		matterId: { in: matters.map((matter) => matter.id) },
	}
	const versions = await tx.draftVersion.findMany({ where, select: { matterId: true, uploadedBy: true } })
	const submissions = await tx.auditEntry.findMany({
		where: { ...where, kind: 'matter.submitted', outcome: 'done' },
		select: { matterId: true, actorId: true },
	})
	const assignments = await tx.assignment.findMany({
		where,
		select: { matterId: true, personId: true, role: true },
	})
	return (matter) => {
		const present = handsOf(matter)
		const uploaders = ofMatter(versions, matter).map((version) => version.uploadedBy)
		const heads = ofMatter(submissions, matter).flatMap((entry) => entry.actorId ?? [])
		const assigned = (role: string) =>
			ofMatter(assignments, matter)
				.filter((assignment) => assignment.role === role)
				.map((assignment) => assignment.personId)
		return {
			...present,
			drafterIds: [...new Set([...present.drafterIds, ...uploaders])],
			headIds: [...new Set([...present.headIds, ...heads])],
			formerReviewerIds: assigned('reviewer').filter((personId) => personId !== matter.reviewerId),
			counselIds: [...new Set([...present.counselIds, ...assigned('counsel')])],
		}
	}
}

function ofMatter<Row extends { matterId: string | null }>(rows: readonly Row[], matter: GateRecord): Row[] {
	return rows.filter((row) => row.matterId === matter.id)
}

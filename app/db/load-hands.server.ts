import type { Hands } from '#app/domain/permission/separation.ts'
import type { MatterRecord } from './load-matter.server.ts'
import { handsOf } from './matter-facts.server.ts'
import type { Tx } from './open-database.server.ts'

/**
 * Everybody whose hand has been on a matter in any of its rounds (H10): who drafted or uploaded, every head who
 * signed a submission, every counsel who was ever assigned. A constant number of queries.
 */
export async function loadHands(
	tx: Pick<Tx, 'draftVersion' | 'auditEntry' | 'assignment'>,
	matter: MatterRecord,
): Promise<Hands> {
	const where = { jurisdictionId: matter.jurisdictionId, matterId: matter.id }
	const versions = await tx.draftVersion.findMany({ where, select: { uploadedBy: true } })
	const submissions = await tx.auditEntry.findMany({
		where: { ...where, kind: 'matter.submitted', outcome: 'done' },
		select: { actorId: true },
	})
	const assignments = await tx.assignment.findMany({ where: { ...where, role: 'counsel' }, select: { personId: true } })
	const present = handsOf(matter)
	return {
		...present,
		drafterIds: [...new Set([...present.drafterIds, ...versions.map((version) => version.uploadedBy)])],
		headIds: [...new Set([...present.headIds, ...submissions.flatMap((entry) => entry.actorId ?? [])])],
		counselIds: [...new Set([...present.counselIds, ...assignments.map((assignment) => assignment.personId)])],
	}
}

import type { Hands } from '#app/domain/permission/separation.ts'
import { findTrees } from './find-trees.server.ts'
import type { GateRecord } from './load-matter.server.ts'
import { handsOf } from './matter-facts.server.ts'
import type { Tx } from './open-database.server.ts'

type HandsTx = Pick<Tx, '$queryRaw'>

/** Whoever uploaded, and whoever was ever assigned. */
const PAST_HANDS = {
	id: true,
	versions: { select: { uploadedBy: true } },
	assignments: { select: { personId: true, role: true } },
} as const

const SUBMISSION = { matterId: true, actorId: true } as const

/** Everybody whose hand has been on a matter in any of its rounds (H10). */
export async function loadHands(tx: HandsTx, matter: GateRecord): Promise<Hands> {
	return (await loadHandsOfMany(tx, [matter]))(matter)
}

/**
 * Everybody whose hand has been on these matters in any of their rounds (H10): who drafted or uploaded, every head
 * who signed a submission, every reviewer and counsel who was ever assigned. Two queries, however many matters.
 */
export async function loadHandsOfMany(
	tx: HandsTx,
	matters: readonly GateRecord[],
): Promise<(matter: GateRecord) => Hands> {
	const jurisdictionId = { in: [...new Set(matters.map((matter) => matter.jurisdictionId))] }
	const ids = { in: matters.map((matter) => matter.id) }
	const past = await findTrees(tx, 'matter', { where: { jurisdictionId, id: ids }, select: PAST_HANDS })
	const submissions = await findTrees(tx, 'auditEntry', {
		where: { jurisdictionId, matterId: ids, kind: 'matter.submitted', outcome: 'done' },
		select: SUBMISSION,
	})
	return (matter) => {
		const present = handsOf(matter)
		const { versions = [], assignments = [] } = past.find((each) => each.id === matter.id) ?? {}
		const uploaders = versions.map((version) => version.uploadedBy)
		const heads = submissions
			.filter((entry) => entry.matterId === matter.id)
			.flatMap((entry) => entry.actorId ?? [])
		const assigned = (role: string) =>
			assignments.filter((assignment) => assignment.role === role).map((assignment) => assignment.personId)
		return {
			...present,
			drafterIds: [...new Set([...present.drafterIds, ...uploaders])],
			headIds: [...new Set([...present.headIds, ...heads])],
			formerReviewerIds: assigned('reviewer').filter((personId) => personId !== matter.reviewerId),
			counselIds: [...new Set([...present.counselIds, ...assigned('counsel')])],
		}
	}
}

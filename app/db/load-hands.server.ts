import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import { handsOf } from '#app/domain/permission/hands-of-matter.ts'
import type { Hands } from '#app/domain/permission/separation.ts'
import { findTrees } from './find-trees.server.ts'
import { readAssignment } from './matter-record-rows.server.ts'
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
		const { versions = [], assignments = [] } = past.find((each) => each.id === matter.id) ?? {}
		return handsOf(matter, {
			uploaderIds: versions.map((version) => version.uploadedBy),
			submitterIds: submissions
				.filter((entry) => entry.matterId === matter.id)
				.flatMap((entry) => entry.actorId ?? []),
			assigned: assignments.map(readAssignment),
		})
	}
}

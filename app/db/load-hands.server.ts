import type { TrailKind } from '#app/domain/act/trail-entry.ts'
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

const ACTED = { matterId: true, kind: true, actorId: true } as const

/** The entries of the trail that say whose hand it was, whatever the rows of today say. */
const HANDS_BY_ACT = {
	submitterIds: ['matter.submitted'],
	checkerIds: ['opinion.checked'],
	signerIds: [
		'opinion.signed',
		'opinion.revoked',
		'recheck.signed',
		'recheck.refused',
		'clearance.reissued',
		'law.confirmed',
		'scope.excluded',
		'counsel-hold.disposed',
		'meeting-text.confirmed',
	],
	listerIds: ['agenda.listed'],
} as const satisfies Readonly<Record<string, readonly TrailKind[]>>

/** Everybody whose hand has been on a matter in any of its rounds (H10). */
export async function loadHands(tx: HandsTx, matter: GateRecord): Promise<Hands> {
	return (await loadHandsOfMany(tx, [matter]))(matter)
}

/**
 * Everybody whose hand has been on these matters in any of their rounds (H10): who drafted or uploaded, every head
 * who signed a submission, every reviewer and counsel who was ever assigned, and by the trail whoever checked, signed or
 * listed it. Two queries, however many matters.
 */
export async function loadHandsOfMany(
	tx: HandsTx,
	matters: readonly GateRecord[],
): Promise<(matter: GateRecord) => Hands> {
	const jurisdictionId = { in: [...new Set(matters.map((matter) => matter.jurisdictionId))] }
	const ids = { in: matters.map((matter) => matter.id) }
	const past = await findTrees(tx, 'matter', { where: { jurisdictionId, id: ids }, select: PAST_HANDS })
	const kind = { in: Object.values(HANDS_BY_ACT).flat() }
	const entries = await findTrees(tx, 'auditEntry', {
		where: { jurisdictionId, matterId: ids, kind, outcome: 'done' },
		select: ACTED,
	})
	return (matter) => {
		const { versions = [], assignments = [] } = past.find((each) => each.id === matter.id) ?? {}
		const own = entries.filter((entry) => entry.matterId === matter.id)
		const by = (act: keyof typeof HANDS_BY_ACT) => [
			...new Set(
				own.flatMap((entry) => (isOneOf(HANDS_BY_ACT[act], entry.kind) ? (entry.actorId ?? []) : [])),
			),
		]
		return handsOf(matter, {
			uploaderIds: versions.map((version) => version.uploadedBy),
			submitterIds: by('submitterIds'),
			checkerIds: by('checkerIds'),
			signerIds: by('signerIds'),
			listerIds: by('listerIds'),
			assigned: assignments.map(readAssignment),
		})
	}
}

function isOneOf(kinds: readonly string[], kind: string): boolean {
	return kinds.includes(kind)
}

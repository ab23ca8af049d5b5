import type { Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { dossierOf, type Surroundings } from '#app/domain/agenda-gate/dossier-of-matter.ts'
import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import { type RecordPart, faultyParts } from '#app/domain/matter-record/record-fault.ts'
import type { SignedClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { type ClearanceTrails, loadClearanceTrail } from './load-clearance-trail.server.ts'
import { findRecordFaults } from './find-record-faults.server.ts'
import { loadChangedLaws } from './load-changed-laws.server.ts'
import { findTrees } from './find-trees.server.ts'
import { loadHandsOfMany } from './load-hands.server.ts'
import { loadPersonNames } from './load-names.server.ts'
import type { Tx } from './open-database.server.ts'
import { signedClearance } from './signed-clearance-row.server.ts'

/** The check of a clearance's signature, by the key that lives outside the database. */
export type VerifyClearance = (clearance: SignedClearance, signature: string) => boolean

type DossierTx = Pick<Tx, '$queryRaw'>

/** Loads what the agenda gate judges about one matter at one instant. */
export async function loadDossier(
	tx: DossierTx,
	verify: VerifyClearance,
	matter: GateRecord,
	now: Date,
	altered: Altered = 'compare',
): Promise<Dossier> {
	const dossier = (await loadDossiers(tx, verify, [matter], now, altered)).get(matter.id)
	if (!dossier) throw new Error(`no dossier of ${matter.id}`)
	return dossier
}

/** The parts of the records that are not as the trail left them: to be found, or as the caller has found them. */
type Altered = 'compare' | readonly RecordPart[]

/**
 * Loads the dossiers of many matters, by matter id: eleven queries, however many. Their rows are compared with the trail,
 * unless the caller has done so: a page for its heading, an act under its locks before it began to write.
 */
export async function loadDossiers(
	tx: DossierTx,
	verify: VerifyClearance,
	matters: readonly GateRecord[],
	now: Date,
	altered: Altered = 'compare',
): Promise<ReadonlyMap<string, Dossier>> {
	const handsOf = await loadHandsOfMany(tx, matters)
	const jurisdictionId = matters[0]?.jurisdictionId ?? ''
	const ids = matters.map((matter) => matter.id)
	const trails = await loadClearanceTrail(tx, { jurisdictionId, matterIds: ids })
	const faults =
		altered === 'compare' ? await findRecordFaults(tx, { jurisdictionId, owner: 'matter', ids }) : null
	const named = matters.flatMap((matter) => [
		matter.clearances.at(-1)?.signedBy ?? null,
		...matter.opinions.flatMap(({ reviewerId, checkerId, signerId }) => [reviewerId, checkerId, signerId]),
		...matter.counselOpinions.flatMap(({ personId, disposition }) => [
			personId,
			disposition?.disposedBy ?? null,
		]),
	])
	const laws = await loadChangedLaws(tx, matters, now)
	const governmentOfficeIds = await loadGovernmentOffices(tx, jurisdictionId)
	const names = await loadPersonNames(tx, jurisdictionId, named)
	return new Map(
		matters.map((matter) => [
			matter.id,
			dossierOf(matter, {
				now,
				hands: handsOf(matter),
				governmentOfficeIds,
				nameOf: (personId) => names.get(personId) ?? '',
				laws: { changed: laws.of(matter), reaches: laws.reaches },
				proof: proofOf(matter, verify, trails),
				alteredParts: altered === 'compare' ? faultyParts(faults?.get(matter.id) ?? []) : altered,
			}),
		]),
	)
}

/** The organs that prepare the government's meetings, also one that is disabled by now: what it decided stands. */
async function loadGovernmentOffices(tx: DossierTx, jurisdictionId: string): Promise<string[]> {
	const where = { jurisdictionId, kind: 'government-office' }
	const organs = await findTrees(tx, 'organ', { where, select: { id: true } })
	return organs.map(({ id }) => id)
}

function proofOf(
	{ clearances }: GateRecord,
	verify: VerifyClearance,
	trails: ClearanceTrails,
): Surroundings['proof'] {
	const row = clearances.at(-1)
	if (!row) return null
	const trail = trails.of(row)
	return {
		isSignatureGood: verify(signedClearance(row), row.signature),
		// A clearance that ended never lives again: one that does was revived past the trail.
		isInTrail: trail !== 'missing' && (trail === 'valid' || row.standing?.state !== 'valid'),
		isLawConfirmed: trails.isLawConfirmed(row),
	}
}

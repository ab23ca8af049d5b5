import type { ClearanceFacts, Dossier } from '#app/domain/agenda-gate/dossier.ts'
import type { SignedClearance } from '#app/domain/audit-chain/clearance-signature.ts'
import { CONSULTATION_PAPERS } from '#app/domain/materials/checklist.ts'
import { needsCounsel } from '#app/domain/matter/track.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import {
	type Hand,
	type Hands,
	type NotSeparate,
	judgeSeparation,
} from '#app/domain/permission/separation.ts'
import type { ClearanceKind } from '#app/domain/review-workflow/clearance-machine.ts'
import type { ClearanceState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { loadClearanceTrail } from './load-clearance-trail.server.ts'
import { loadHandsOfMany } from './load-hands.server.ts'
import { type GateRecord, newestBy, opinionInForce } from './load-matter.server.ts'
import { loadPersonNames } from './load-names.server.ts'
import { tracksOf, undisposedHolds } from './matter-facts.server.ts'
import type { Tx } from './open-database.server.ts'
import { signedClearance } from './signed-clearance-row.server.ts'
import { stepStandingsOf } from './step-standings.server.ts'

/** The check of a clearance's signature, by the key that lives outside the database. */
export type VerifyClearance = (clearance: SignedClearance, signature: string) => boolean

type DossierTx = Pick<Tx, '$queryRaw'>

/** Loads what the agenda gate judges about one matter at one instant. */
export async function loadDossier(
	tx: DossierTx,
	verify: VerifyClearance,
	matter: GateRecord,
	now: Date,
): Promise<Dossier> {
	const dossier = (await loadDossiers(tx, verify, [matter], now)).get(matter.id)
	if (!dossier) throw new Error(`no dossier of ${matter.id}`)
	return dossier
}

/** Loads the dossiers of many matters, by matter id: four queries, however many. */
export async function loadDossiers(
	tx: DossierTx,
	verify: VerifyClearance,
	matters: readonly GateRecord[],
	now: Date,
): Promise<ReadonlyMap<string, Dossier>> {
	const handsOf = await loadHandsOfMany(tx, matters)
	const jurisdictionId = matters[0]?.jurisdictionId ?? ''
	const trailOf = await loadClearanceTrail(tx, {
		jurisdictionId,
		matterIds: matters.map((matter) => matter.id),
	})
	const signers = matters.flatMap((matter) => [
		matter.clearances.at(-1)?.signedBy ?? null,
		...matter.counselOpinions.map((opinion) => opinion.disposition?.disposedBy ?? null),
	])
	const names = await loadPersonNames(tx, jurisdictionId, signers)
	return new Map(
		matters.map((matter) => [
			matter.id,
			dossierOf(matter, {
				now,
				hands: handsOf(matter),
				names,
				clearance: clearanceOf(matter, verify, trailOf, names),
			}),
		]),
	)
}

function clearanceOf(
	matter: GateRecord,
	verify: VerifyClearance,
	trailOf: Awaited<ReturnType<typeof loadClearanceTrail>>,
	names: ReadonlyMap<string, string>,
): ClearanceFacts | null {
	const row = matter.clearances.at(-1)
	if (!row) return null
	const state = (row.standing?.state ?? 'void') as ClearanceState
	const trail = trailOf(row)
	return {
		id: row.id,
		kind: row.kind as ClearanceKind,
		number: row.number,
		state,
		versionNo: row.version.versionNo,
		contentSha256: row.contentSha256,
		signerName: names.get(row.signedBy) ?? '',
		issuedAt: row.issuedAt,
		expiresAt: row.expiresAt,
		isSignatureGood: verify(signedClearance(row), row.signature),
		// A clearance that ended never lives again: one that does was revived past the trail.
		isInTrail: trail !== 'missing' && (trail === 'valid' || state !== 'valid'),
		explanation: row.explanation,
	}
}

type Surroundings = {
	readonly now: Date
	readonly hands: Hands
	readonly names: ReadonlyMap<string, string>
	readonly clearance: ClearanceFacts | null
}

function dossierOf(matter: GateRecord, { now, hands, names, clearance }: Surroundings): Dossier {
	const tracks = tracksOf(matter)
	const opinion = opinionInForce(matter)
	// Counsel is heard on the round that the opinion in force closed, and on every round since.
	const round = opinion?.round ?? matter.round
	const counsel = matter.counselOpinions.filter((each) => each.round >= round)
	return {
		now,
		tracks,
		versionNo: matter.currentVersion?.versionNo ?? null,
		contentSha256: matter.currentVersion?.contentSha256 ?? null,
		clearance,
		conclusion: (opinion?.conclusion ?? null) as Conclusion | null,
		openMandatoryItems: openMandatoryItems(matter),
		needsCounsel: needsCounsel(tracks),
		counselOpinions: counsel.length,
		undisposedHolds: undisposedHolds(matter).length,
		disposals: matter.counselOpinions.flatMap(({ disposition }) =>
			disposition
				? [{ signerName: names.get(disposition.disposedBy) ?? '', at: disposition.disposedAt }]
				: [],
		),
		substitutes: countSubstitutes(matter),
		steps: stepStandingsOf(matter),
		clashes: findClashes(matter, hands),
		openRecusals: 0,
		isOpinionRevoked: isOpinionRevoked(matter),
		staleLaws: [],
		changedMaterials: changedMaterials(matter),
		classifiedFiles: classifiedFiles(matter),
	}
}

/** 必须修改 items of the opinion in force that no signed re-check of exactly the present text has settled or retained. */
function openMandatoryItems(matter: GateRecord): number {
	const signed = new Set(
		matter.rechecks
			.filter((recheck) => recheck.decision === 'signed')
			.filter((recheck) => recheck.contentSha256 === matter.currentVersion?.contentSha256)
			.map((recheck) => recheck.id),
	)
	const items = opinionInForce(matter)?.items ?? []
	return items.filter((item) => {
		if (item.kind !== 'must') return false
		const verdict = item.recheckItems.filter((each) => signed.has(each.recheckId)).at(-1)?.verdict
		return verdict !== 'settled' && verdict !== 'retained'
	}).length
}

function countSubstitutes(matter: GateRecord): number {
	if (opinionInForce(matter) || matter.clearances.some((clearance) => clearance.standing?.state === 'valid'))
		return 0
	const papers = newestBy(matter.materials, (material) => material.item)
	return papers.filter((paper) => paper.kind === 'file' && CONSULTATION_PAPERS.includes(paper.item)).length
}

/** Every hand that signed something which still counts, judged against every other hand of the matter. */
function findClashes(matter: GateRecord, all: Hands): NotSeparate[] {
	const opinion = opinionInForce(matter)
	const hands: Hands = {
		...all,
		reviewerId: opinion?.reviewerId ?? all.reviewerId,
		checkerId: opinion?.checkerId ?? all.checkerId,
		signerId: opinion?.signerId ?? all.signerId,
		isTwoPersonReview: all.isTwoPersonReview || opinion?.isTwoPerson === true,
	}
	const signed: [Hand, string | null][] = [
		['reviewer', hands.reviewerId],
		['checker', hands.checkerId],
		['signing-officer', hands.signerId],
		['signing-officer', matter.clearances.at(-1)?.signedBy ?? null],
		...matter.counselOpinions.map((each): [Hand, string] => ['counsel', each.personId]),
	]
	return signed.flatMap(([hand, personId]) => {
		const judged = personId === null ? null : judgeSeparation(personId, hand, hands)
		return judged && !judged.ok ? [judged.reason] : []
	})
}

/** The last opinion was revoked, and no later signed decision stands in its place. */
function isOpinionRevoked(matter: GateRecord): boolean {
	const last = matter.opinions.at(-1)
	const clearance = matter.clearances.at(-1)
	return last?.revocation != null && (!clearance || clearance.opinionId === last.id)
}

/** Checklist entries that are newer than everything the signing officer has signed. */
function changedMaterials(matter: GateRecord): number {
	const signedAt = Math.max(
		...[
			opinionInForce(matter)?.signedAt,
			matter.rechecks.filter((recheck) => recheck.decision === 'signed').at(-1)?.decidedAt,
			matter.clearances.at(-1)?.issuedAt,
		].map((instant) => instant?.getTime() ?? 0),
	)
	if (signedAt === 0) return 0
	return newestBy(matter.materials, (material) => material.item).filter(
		(material) => material.addedAt.getTime() > signedAt,
	).length
}

function classifiedFiles(matter: GateRecord): number {
	const papers = newestBy(matter.materials, (material) => material.item).filter(
		(paper) => paper.kind === 'file',
	)
	const files = [...(matter.currentVersion?.files ?? []), ...papers]
	return files.filter(({ secrecy }) => secrecy !== 'public' && secrecy !== 'internal').length
}

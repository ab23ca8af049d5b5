import { decides } from '#app/domain/issuer/deciding-organ.ts'
import { needsCounsel } from '#app/domain/matter/track.ts'
import { openItem } from '#app/domain/matter-record/agenda-records.ts'
import { newestBy, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { type ChangedStatute, nameChange } from '#app/domain/statutes/statute-change.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { unboundProblems } from '#app/domain/opinion/contradictions.ts'
import {
	counselHeardBefore,
	openMandatoryItems,
	undisposedHolds,
} from '#app/domain/matter-record/review-standing.ts'
import {
	type Hand,
	type Hands,
	type NotSeparate,
	judgeSeparation,
} from '#app/domain/permission/separation.ts'
import type { ClearanceFacts, Dossier } from './dossier.ts'
import type { GateRecord } from './gate-record.ts'
import { stepStandingsOf } from './step-standings.ts'

/** What the gate must know beside a matter's record. */
export type Surroundings = {
	readonly now: Date
	/** Everybody whose hand has been on the matter, in any of its rounds. */
	readonly hands: Hands
	/** The organs that prepare the government's meetings. */
	readonly governmentOfficeIds: readonly string[]
	readonly nameOf: (personId: string) => string
	/** What the table of statutes says of the text that was cleared. */
	readonly laws: { readonly changed: readonly ChangedStatute[]; readonly reaches: string | null }
	/** What the key outside the database and the trail say of the latest clearance; null where there is none. */
	readonly proof: Pick<ClearanceFacts, 'isSignatureGood' | 'isInTrail' | 'isLawConfirmed'> | null
	readonly alteredParts: Dossier['alteredParts']
}

/** Everything that the gate judges, computed from the record of one matter at one instant. */
export function dossierOf(matter: GateRecord, surroundings: Surroundings): Dossier {
	const { now, hands, nameOf, proof, laws } = surroundings
	const tracks = tracksOf(matter)
	const opinion = opinionInForce(matter)
	return {
		now,
		tracks,
		versionNo: matter.currentVersion?.versionNo ?? null,
		contentSha256: matter.currentVersion?.contentSha256 ?? null,
		isProposedRightly: isProposedRightly(matter, surroundings),
		issuer: matter.issuer,
		clearance: clearanceOf(matter, proof, nameOf),
		conclusion: opinion?.conclusion ?? null,
		opinionNumber: opinion?.number ?? null,
		openMandatoryItems: openMandatoryItems(matter, signedRechecksOfText(matter)),
		unboundProblems: opinion ? unboundProblems(opinion.conclusion, opinion.points, opinion.items).length : 0,
		needsCounsel: needsCounsel(tracks),
		counselOpinions: counselHeardBefore(matter, opinion).length,
		undisposedHolds: undisposedHolds(matter).length,
		disposals: matter.counselOpinions.flatMap(({ disposition }) =>
			disposition ? [{ signerName: nameOf(disposition.disposedBy), at: disposition.disposedAt }] : [],
		),
		steps: stepStandingsOf(matter),
		clashes: findClashes(matter, hands),
		handNames: handNamesOf(matter, nameOf),
		recusals: matter.recusals.length,
		openRecusals: matter.recusals.filter((recusal) => recusal.decision === null).length,
		isOpinionRevoked: isOpinionRevoked(matter),
		changedLaws: laws.reaches === null ? null : unconfirmedChanges(matter, laws.changed).map(nameChange),
		lawTableReaches: laws.reaches,
		changedMaterials: changedMaterials(matter),
		classifiedFiles: declaredFiles(matter).filter(({ secrecy }) => secrecy === 'classified').length,
		files: declaredFiles(matter).length,
		alteredParts: surroundings.alteredParts,
	}
}

/** The changes of which nobody has confirmed that the latest clearance stands all the same. */
export function unconfirmedChanges(
	{ clearances }: Pick<GateRecord, 'clearances'>,
	changed: readonly ChangedStatute[],
): ChangedStatute[] {
	const confirmed = (clearances.at(-1)?.lawConfirmations ?? []).flatMap(({ laws }) => laws)
	return changed.filter((change) => !confirmed.includes(nameChange(change)))
}

function isProposedRightly(
	matter: GateRecord,
	{ governmentOfficeIds }: Surroundings,
): Dossier['isProposedRightly'] {
	const item = openItem(matter)
	return item && decides(item.organId, matter, governmentOfficeIds)
}

function clearanceOf(
	matter: GateRecord,
	proof: Surroundings['proof'],
	nameOf: Surroundings['nameOf'],
): ClearanceFacts | null {
	const row = matter.clearances.at(-1)
	if (!row) return null
	return {
		id: row.id,
		kind: row.kind,
		number: row.number,
		state: row.standing?.state ?? 'void',
		versionNo: row.version.versionNo,
		contentSha256: row.contentSha256,
		signerName: nameOf(row.signedBy),
		issuedAt: row.issuedAt,
		expiresAt: row.expiresAt,
		isSignatureGood: proof?.isSignatureGood ?? false,
		isInTrail: proof?.isInTrail ?? false,
		isLawConfirmed: proof?.isLawConfirmed ?? false,
		explanation: row.explanation,
	}
}

/** Only a re-check that was signed, and of exactly the present text, settles or retains an item. */
function signedRechecksOfText(matter: GateRecord): GateRecord['rechecks'] {
	return matter.rechecks.filter(
		(recheck) =>
			recheck.decision === 'signed' && recheck.contentSha256 === matter.currentVersion?.contentSha256,
	)
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

/** The last opinion was revoked, and no clearance was issued since in its place. */
function isOpinionRevoked(matter: GateRecord): boolean {
	const revokedAt = matter.opinions.at(-1)?.revocation?.revokedAt
	const clearance = matter.clearances.at(-1)
	return revokedAt !== undefined && !(clearance && clearance.issuedAt.getTime() > revokedAt.getTime())
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

/** The files of the present text and of the papers that stand now. */
function declaredFiles(matter: GateRecord): readonly Pick<GateRecord['materials'][number], 'secrecy'>[] {
	const papers = newestBy(matter.materials, (material) => material.item).filter(
		(paper) => paper.kind === 'file',
	)
	return [...(matter.currentVersion?.files ?? []), ...papers]
}

/** Names in the order in which the paper names them; who has not acted yet has none. */
function handNamesOf(matter: GateRecord, nameOf: Surroundings['nameOf']): Dossier['handNames'] {
	const opinion = opinionInForce(matter)
	const counsel = [...new Set(matter.counselOpinions.map(({ personId }) => nameOf(personId)))]
	return {
		reviewer: nameOf(opinion?.reviewerId ?? ''),
		checker: nameOf(opinion?.checkerId ?? ''),
		signer: nameOf(opinion?.signerId ?? ''),
		counsel: counsel.join('、'),
	}
}

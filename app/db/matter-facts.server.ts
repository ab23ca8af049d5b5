import { missingItems, pointsFor } from '#app/domain/materials/checklist.ts'
import { STEPS } from '#app/domain/materials/step.ts'
import { type Track, needsCounsel } from '#app/domain/matter/track.ts'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { judgeReadiness } from '#app/domain/opinion/readiness.ts'
import type { Subject } from '#app/domain/permission/relation.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { Hands } from '#app/domain/permission/separation.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { type GateRecord, type MatterRecord, newestBy, opinionInForce } from './load-matter.server.ts'
import type { Reference } from './load-reference.server.ts'

/** The facts that the workflow asks for, from the rows of one matter. */
export function factsOf(matter: MatterRecord, reference: Reference): MatterFacts {
	const tracks = tracksOf(matter)
	const materials = newestBy(matter.materials, (material) => material.item)
	const answers = newestBy(matter.stepAnswers, (answer) => answer.step)
	const readiness = judgeReadiness(
		draftBodyOf(matter),
		pointsFor(tracks, reference.points),
		answers.map((answer) => answer.id),
	)
	const opinion = opinionInForce(matter)
	const version = matter.currentVersion
	return {
		...readiness,
		awaitingHead: matter.awaitingHead,
		awaitingSignature: matter.awaitingSignature,
		changedAfterClearance: matter.changedAfterClearance,
		supplementFrom: matter.supplementFrom as MatterFacts['supplementFrom'],
		hasTrack: tracks.length > 0,
		hasVersion: version !== null,
		isVersionSubmittable: version?.isSubmittable ?? false,
		unseenCharacters: standsWaived(matter) ? [] : unseenCharactersOf(version),
		isWaiverOpen: openWaiver(matter) !== null,
		isVersionNewSinceOpinion: isVersionNew(matter),
		isTextAsCleared: version !== null && version.contentSha256 === matter.clearances.at(-1)?.contentSha256,
		missingMaterials: missingItems(tracks, reference.checklist, materials.map(asStanding)).length,
		unansweredSteps: STEPS.filter((step) => !answers.some((answer) => answer.step === step)).length,
		openSupplementItems: (matter.supplements.at(-1)?.items ?? []).filter((item) => item.answeredAt === null)
			.length,
		lacksCounselOpinion: needsCounsel(tracks) && counselOpinionsOnCurrent(matter).length === 0,
		hasCounselHold: undisposedHolds(matter).length > 0,
		isOpinionChecked: currentDraft(matter)?.checkedAt != null,
		hasOpinion: opinion !== null,
		hasAdverseOpinion: opinion !== null && opinion.conclusion !== 'lawful',
		unansweredItems: (opinion?.items ?? []).filter((item) => item.replies.length === 0).length,
		unsettledItems: unsettledItems(matter),
		isListed: matter.live?.listing != null,
	}
}

/** The ties of a matter that permission asks for. */
export function subjectOf(matter: MatterRecord): Subject {
	return {
		jurisdictionId: matter.jurisdictionId,
		organId: matter.organId,
		unitId: matter.unitId,
		reviewOrganId: matter.reviewOrganId,
		reviewUnitId: matter.reviewUnitId,
		wasSubmitted: matter.submittedAt !== null,
		isWaiverAsked: matter.waiverRequests.length > 0,
		reviewerId: matter.reviewerId,
		counselIds: matter.assignments.filter((each) => each.role === 'counsel').map((each) => each.personId),
		agendaOrganIds: matter.agendaItems.map((item) => item.organId),
	}
}

/** Whose hands have been on a matter (H10). */
export function handsOf(matter: GateRecord): Hands {
	return {
		drafterIds: [matter.drafterId],
		headIds: matter.headId ? [matter.headId] : [],
		reviewerId: matter.reviewerId,
		formerReviewerIds: [],
		checkerId: matter.checkerId,
		signerId: matter.signerId,
		counselIds: matter.assignments.filter((each) => each.role === 'counsel').map((each) => each.personId),
		isTwoPersonReview: matter.reviewOrgan?.twoPersonReview ?? false,
	}
}

/** The tracks of a matter, typed; the database checks the codes. */
export function tracksOf(matter: { tracks: readonly { track: string }[] }): Track[] {
	return matter.tracks.map((row) => row.track as Track)
}

/** The working paper of the present round, if the reviewer has begun one. */
export function currentDraft(matter: MatterRecord) {
	return matter.opinionDrafts.find((draft) => draft.round === matter.round) ?? null
}

/** The body of the present round's working paper. */
export function draftBodyOf(matter: MatterRecord): OpinionBody | null {
	const draft = currentDraft(matter)
	return draft ? (JSON.parse(draft.body) as OpinionBody) : null
}

/** Counsel's opinions of the present round. */
export function counselOpinionsOnCurrent(matter: MatterRecord) {
	return matter.counselOpinions.filter((opinion) => opinion.round === matter.round)
}

/** The 不合法 of counsel, in whichever round, that no signing officer has disposed of in writing (H3): a new round forgets none. */
export function undisposedHolds<
	Opinion extends { readonly conclusion: string; readonly disposition: unknown },
>(matter: { readonly counselOpinions: readonly Opinion[] }): Opinion[] {
	return matter.counselOpinions.filter(
		(opinion) => opinion.conclusion === 'unlawful' && opinion.disposition === null,
	)
}

type WaiverRequestRow = {
	readonly versionId: string
	readonly decision: { readonly decision: string } | null
}
type WithWaivers<Request extends WaiverRequestRow> = {
	readonly currentVersionId: string | null
	readonly waiverRequests: readonly Request[]
}

/** The request to let the current version's invisible characters stand that nobody has answered. */
export function openWaiver<Request extends WaiverRequestRow>(matter: WithWaivers<Request>): Request | null {
	return waiversOfCurrent(matter).find((request) => request.decision === null) ?? null
}

/** The requests about exactly the current version, oldest first; another text needs another. */
export function waiversOfCurrent<Request extends WaiverRequestRow>(matter: WithWaivers<Request>): Request[] {
	return matter.waiverRequests.filter((request) => request.versionId === matter.currentVersionId)
}

/** The invisible characters that a version names. */
export function unseenCharactersOf(
	version: { readonly invisibleCharacters: string } | null,
): UnseenCharacter[] {
	return version === null ? [] : (JSON.parse(version.invisibleCharacters) as UnseenCharacter[])
}

function standsWaived(matter: MatterRecord): boolean {
	return waiversOfCurrent(matter).some((request) => request.decision?.decision === 'granted')
}

/** A text that an opinion or a re-check has already answered cannot be sent in again as the answer to it. */
function isVersionNew(matter: MatterRecord): boolean {
	const version = matter.currentVersion
	if (!version || version.versionNo <= (opinionInForce(matter)?.version.versionNo ?? 0)) return false
	return !matter.rechecks.some(
		(recheck) =>
			recheck.versionId === version.id && (recheck.result === 'failed' || recheck.decision === 'refused'),
	)
}

function unsettledItems(matter: MatterRecord): number {
	const recheck = matter.rechecks.filter((each) => each.versionId === matter.currentVersionId).at(-1)
	const items = opinionInForce(matter)?.items ?? []
	return items.filter((item) => {
		if (item.kind !== 'must') return false
		const verdict = item.recheckItems.filter((each) => each.recheckId === recheck?.id).at(-1)?.verdict
		return verdict !== 'settled' && verdict !== 'retained'
	}).length
}

function asStanding(material: { item: string; kind: string }) {
	return { item: material.item, kind: material.kind as 'file' | 'not-applicable' }
}

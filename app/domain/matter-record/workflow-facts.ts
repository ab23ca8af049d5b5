import {
	type ChecklistItem,
	type ReviewPoint,
	missingItems,
	pointsFor,
} from '#app/domain/materials/checklist.ts'
import { openConsultation } from '#app/domain/consultation/consultation.ts'
import { STEPS, type Step } from '#app/domain/materials/step.ts'
import { isDecision } from '#app/domain/matter/track.ts'
import { judgeReadiness } from '#app/domain/opinion/readiness.ts'
import { filingsAfter } from '#app/domain/register/filing.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { isReadingConfirmed, isVersionNew, unseenCharacters } from './current-text.ts'
import { type MatterRecord, newestBy, tracksOf } from './matter-record.ts'
import { openItem } from './agenda-records.ts'
import { opinionInForce } from './opinion-records.ts'
import { draftBodyOf, openMandatoryItems, undisposedHolds, awaitedCounsel } from './review-standing.ts'
import { standingFactsOf } from './turn-facts.ts'

/** The law as data that the facts are measured by: the papers and the review points of each track. */
export type Measures = {
	readonly checklist: readonly ChecklistItem[]
	readonly points: readonly ReviewPoint[]
}

/** The facts that the workflow asks for, from the record of one matter. What "whose turn is it" asks too is said there. */
export function factsOf(matter: MatterRecord, { checklist, points }: Measures): MatterFacts {
	const tracks = tracksOf(matter)
	const materials = newestBy(matter.materials, (material) => material.item)
	const answers = newestBy(matter.stepAnswers, (answer) => answer.step)
	const opinion = opinionInForce(matter)
	const { supplementFrom, currentVersion } = matter
	return {
		...standingFactsOf(matter),
		...judgeReadiness(draftBodyOf(matter), pointsFor(tracks, points), {
			stepAnswerIds: answers.map((answer) => answer.id),
			holds: undisposedHolds(matter).map((hold) => hold.id),
			isDecision: isDecision(tracks),
		}),
		supplementFrom,
		awaitedCounsel: awaitedCounsel(matter).length,
		hasTrack: tracks.length > 0,
		hasVersion: currentVersion !== null,
		isVersionSubmittable: currentVersion?.isSound ?? false,
		isReadingConfirmed: isReadingConfirmed(matter),
		unseenCharacters: unseenCharacters(matter),
		isVersionNewSinceOpinion: isVersionNew(matter),
		missingMaterials: missingItems(tracks, checklist, materials).length,
		unansweredSteps: unansweredSteps(matter).length,
		hasOpenConsultation: openConsultation(matter) !== null,
		openSupplementItems: (matter.supplements.at(-1)?.items ?? []).filter((item) => item.answeredAt === null)
			.length,
		hasAdverseOpinion: opinion?.conclusion === 'amend' || opinion?.conclusion === 'unlawful',
		unansweredItems: (opinion?.items ?? []).filter((item) => item.replies.length === 0).length,
		unsettledItems: openMandatoryItems(matter, lastRecheckOfCurrent(matter)),
		isPeriodExtended: matter.deadlines.some(
			({ endedAt, changes }) => endedAt === null && changes.some(({ kind }) => kind === 'extension'),
		),
		isDecision: isDecision(tracks),
		isProposed: openItem(matter) !== null,
		isListed: matter.live?.listing != null,
		filingsAfter: filingsAfter({ ...matter, tracks }),
	}
}

/** The statutory steps of which the drafter has not said what became of them. */
export function unansweredSteps({ stepAnswers }: Pick<MatterRecord, 'stepAnswers'>): readonly Step[] {
	const answers = newestBy(stepAnswers, (answer) => answer.step)
	return STEPS.filter((step) => !answers.some((each) => each.step === step && isWhole(each)))
}

/** A step that was done is answered with its paper: a consultation that still runs has none. */
function isWhole({ answer, materialId }: MatterRecord['stepAnswers'][number]): boolean {
	return answer === 'not-applicable' || materialId !== null
}

/** What the signing officer decides on: the newest re-check of the current version. */
function lastRecheckOfCurrent(matter: MatterRecord) {
	return matter.rechecks.filter((each) => each.versionId === matter.currentVersionId).slice(-1)
}

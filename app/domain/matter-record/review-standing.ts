import { needsCounsel } from '#app/domain/matter/track.ts'
import { type OpinionBody, readBody } from '#app/domain/opinion/opinion-body.ts'
import {
	type AssignmentRecord,
	type InterestRecord,
	type MatterRow,
	type TracksPart,
	tracksOf,
} from './matter-record.ts'
import {
	type CounselOpinionRecord,
	type OpinionDraftRecord,
	type OpinionItemRecord,
	type RecheckRecord,
	opinionInForce,
} from './opinion-records.ts'

type InRound = Pick<MatterRow, 'round'>

/** The working paper of the present round, if the reviewer has begun one. */
export function currentDraft<Draft extends Pick<OpinionDraftRecord, 'round'>>(
	matter: InRound & { readonly opinionDrafts: readonly Draft[] },
): Draft | null {
	return matter.opinionDrafts.find((draft) => draft.round === matter.round) ?? null
}

/** The body of the present round's working paper. */
export function draftBodyOf(
	matter: InRound & { readonly opinionDrafts: readonly Pick<OpinionDraftRecord, 'round' | 'body'>[] },
): OpinionBody | null {
	const draft = currentDraft(matter)
	return draft ? readBody(draft.body) : null
}

type Written<Opinion> = {
	readonly counselOpinions: readonly Opinion[]
	readonly interests: readonly Pick<InterestRecord, 'personId' | 'hasInterest'>[]
}
type OfCounsel = Pick<CounselOpinionRecord, 'round' | 'versionId' | 'personId'>
/** The version that counsel are asked about now. */
type Asked = InRound & Pick<MatterRow, 'currentVersionId'>

/** Whether this counsel has said, before or after writing, that they have an interest in the matter (利害关系). */
export function hasSteppedBack(
	{ interests }: Pick<Written<unknown>, 'interests'>,
	personId: string,
): boolean {
	return interests.some((each) => each.hasInterest && each.personId === personId)
}

/**
 * The opinions by which counsel were heard: not those of somebody who declared an interest, be it after they had written
 * (律师法 art. 39; Decree 713 art. 20, 28). What such a one wrote is kept and labelled, and a 不合法 in it still holds.
 */
export function countingOpinions<Opinion extends Pick<CounselOpinionRecord, 'personId'>>(
	matter: Written<Opinion>,
): Opinion[] {
	return matter.counselOpinions.filter(({ personId }) => !hasSteppedBack(matter, personId))
}

/**
 * The opinions of the present round by which counsel were heard on the present text: what a supplement has changed since,
 * they have not seen.
 */
export function counselOpinionsOnCurrent<Opinion extends OfCounsel>(
	matter: Asked & Written<Opinion>,
): Opinion[] {
	return countingOpinions(matter).filter(
		({ round, versionId }) => round === matter.round && versionId === matter.currentVersionId,
	)
}

/**
 * The opinions by which counsel were heard before a signed opinion: those of the round that it closed, and of every round
 * since, for what was revised as it says is not put before counsel again. Before it is signed, those on the present text.
 */
export function counselHeardBefore<Opinion extends OfCounsel>(
	matter: Asked & Written<Opinion>,
	opinion: { readonly round: number } | null,
): Opinion[] {
	if (opinion === null) return counselOpinionsOnCurrent(matter)
	return countingOpinions(matter).filter(({ round }) => round >= opinion.round)
}

/** Whether no counsel was heard on this text although the tracks ask for one (Decree 713 art. 28). */
export function lacksCounselOpinion(matter: Asked & TracksPart & Written<OfCounsel>): boolean {
	return needsCounsel(tracksOf(matter)) && counselOpinionsOnCurrent(matter).length === 0
}

/** The counsel who are assigned now. */
export function assignedCounsel(matter: {
	readonly assignments: readonly Pick<AssignmentRecord, 'role' | 'personId'>[]
}): string[] {
	return matter.assignments.filter((each) => each.role === 'counsel').map((each) => each.personId)
}

/**
 * Of several counsel those who have not written on this text, whether they have said that they have no interest or not. Of
 * one alone the track says whether an opinion is needed (`lacksCounselOpinion`).
 */
export function awaitedCounsel(
	matter: Asked &
		Written<OfCounsel> & {
			readonly assignments: readonly Pick<AssignmentRecord, 'role' | 'personId'>[]
		},
): string[] {
	const heard = counselOpinionsOnCurrent(matter).map(({ personId }) => personId)
	const assigned = assignedCounsel(matter)
	return assigned.length < 2 ? [] : assigned.filter((personId) => !heard.includes(personId))
}

type Declared = {
	readonly assignments: readonly Pick<AssignmentRecord, 'id' | 'role' | 'personId'>[]
	readonly interests: readonly Pick<InterestRecord, 'assignmentId'>[]
}

/** Those of them who have said that they have no interest; who said that they have one is assigned no longer. */
export function declaredCounsel({ assignments, interests }: Declared): string[] {
	return assignedCounsel({
		assignments: assignments.filter(({ id }) => interests.some(({ assignmentId }) => assignmentId === id)),
	})
}

/** Those of them who have not said yet whether they have one. */
export function askedCounsel({ assignments, interests }: Declared): string[] {
	return assignedCounsel({
		assignments: assignments.filter(({ id }) => !interests.some(({ assignmentId }) => assignmentId === id)),
	})
}

/** Counsel stepped back, nobody was assigned since, and nobody else was heard on this text. */
export function lacksSuccessor(
	matter: Asked & {
		readonly assignments: readonly Pick<AssignmentRecord, 'role' | 'assignedAt'>[]
		readonly interests: readonly Pick<InterestRecord, 'personId' | 'hasInterest' | 'declaredAt'>[]
		readonly counselOpinions: readonly OfCounsel[]
	},
): boolean {
	const last = matter.interests.filter(({ hasInterest }) => hasInterest).at(-1)
	if (!last || counselOpinionsOnCurrent(matter).length > 0) return false
	return !matter.assignments.some(
		({ role, assignedAt }) => role === 'counsel' && assignedAt.getTime() > last.declaredAt.getTime(),
	)
}

/** The 不合法 of counsel, in whichever round, that no signing officer has disposed of in writing (H3): a new round forgets none. */
export function undisposedHolds<
	Opinion extends { readonly conclusion: string; readonly disposition: unknown },
>(matter: { readonly counselOpinions: readonly Opinion[] }): Opinion[] {
	return matter.counselOpinions.filter(
		(opinion) => opinion.conclusion === 'unlawful' && opinion.disposition === null,
	)
}

type JudgedItems = {
	readonly opinions: readonly {
		readonly revocation: unknown
		readonly items: readonly (Pick<OpinionItemRecord, 'kind'> & {
			readonly recheckItems: readonly Pick<
				OpinionItemRecord['recheckItems'][number],
				'recheckId' | 'verdict'
			>[]
		})[]
	}[]
}

/** How many 必须修改 items of the opinion in force these re-checks, oldest first, have neither settled nor retained. */
export function openMandatoryItems(
	matter: JudgedItems,
	rechecks: readonly Pick<RecheckRecord, 'id'>[],
): number {
	const counting = new Set(rechecks.map((recheck) => recheck.id))
	return (opinionInForce(matter)?.items ?? []).filter((item) => {
		if (item.kind !== 'must') return false
		const verdict = item.recheckItems.filter((each) => counting.has(each.recheckId)).at(-1)?.verdict
		return verdict !== 'settled' && verdict !== 'retained'
	}).length
}

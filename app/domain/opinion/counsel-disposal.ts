import type { CounselOpinionRecord } from '#app/domain/matter-record/opinion-records.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

type Spoken = Pick<CounselOpinionRecord, 'id' | 'personId' | 'versionId' | 'conclusion'>

/** 《行政许可法》第十七条, 国办发〔2018〕37号（一）: what a reason rests on, named so that a reader can look it up. */
const CITES_LAW = /《[^《》]{2,60}》[^。；]{0,6}第[零〇一二两三四五六七八九十百千0-9]+条|〔\d{4}〕\d+号/

/** Fewer characters than this hold no reason. */
const LEAST_REASON = 20

/**
 * Whether counsel's 不合法 may be set aside with these words, and on whose opinion it then rests. 中办发〔2016〕30号 lets
 * nothing that is not lawful be submitted and knows no exit; this one is a rule of the product that awaits confirmation.
 * It asks for reasons with the law that they rest on, and for a second counsel's opinion on the present text, or the
 * same counsel's on a text that was changed since.
 */
export function judgeDisposal(
	words: string,
	hold: Spoken,
	opinions: readonly Spoken[],
	currentVersionId: string | null,
): Result<Spoken, Unfitting> {
	if ([...words].length < LEAST_REASON || !CITES_LAW.test(words))
		return refuse({ code: 'unfitting', field: 'text', problem: 'no-law-cited' })
	const second = secondOpinion(hold, opinions, currentVersionId)
	return second ? accept(second) : refuse({ code: 'unfitting', field: 'text', problem: 'no-second-counsel' })
}

/** The newest opinion on the present text that does not say 不合法, by another counsel or on another text than the hold. */
export function secondOpinion<Opinion extends Spoken>(
	hold: Spoken,
	opinions: readonly Opinion[],
	currentVersionId: string | null,
): Opinion | null {
	const others = opinions.filter(
		(each) =>
			each.versionId === currentVersionId &&
			each.conclusion !== 'unlawful' &&
			(each.personId !== hold.personId || each.versionId !== hold.versionId),
	)
	return others.at(-1) ?? null
}

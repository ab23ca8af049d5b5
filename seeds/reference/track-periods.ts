import { type TrackPeriods, POST_CHECK_DAYS } from '#app/domain/materials/checklist.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { type ReferenceSeed, IN_FORCE, LAST_CHECKED } from './reference-seed.ts'

const SUPPLEMENT_DAYS = 5
const REVISE_DAYS = 10
const RECHECK_DAYS = 3

/**
 * The periods of each track, in working days. Decree 713 art. 26 fixes only what the submitter must leave the
 * reviewer (一般不少于7个工作日); longest periods are local rules. All of them are defaults to be confirmed.
 */
export const TRACK_PERIODS: readonly ReferenceSeed<TrackPeriods>[] = [
	periods(
		'government-decision',
		2,
		10,
		'《重大行政决策程序暂行条例》第二十六条：一般不少于 7 个工作日；其余为各地做法（待确认）',
	),
	periods(
		'department-decision',
		2,
		7,
		'《重大行政决策程序暂行条例》第二十六条、第四十二条：一般不少于 7 个工作日；其余为各地做法（待确认）',
	),
	periods(
		'normative-document',
		2,
		10,
		'国办发〔2018〕115号（五）：5 至 15 个工作日；其余为各地做法（待确认）',
	),
	periods('other-document', 2, 5, '各地做法（待确认）'),
	periods('government-contract', 1, 5, '各地做法：5 个工作日（待确认）'),
]

function periods(track: Track, accept: number, review: number, source: string): ReferenceSeed<TrackPeriods> {
	return {
		code: track,
		effectiveFrom: IN_FORCE.product,
		source,
		lastChecked: LAST_CHECKED,
		mark: 'to-be-confirmed',
		body: {
			track,
			accept,
			supplement: SUPPLEMENT_DAYS,
			review,
			revise: REVISE_DAYS,
			recheck: RECHECK_DAYS,
			postCheck: POST_CHECK_DAYS,
			isAssumed: true,
		},
	}
}

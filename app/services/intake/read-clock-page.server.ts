import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterAct } from '#app/domain/act/act.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { guaranteedDays } from '#app/domain/matter/review-limits.ts'
import { type ClockRequestKind, CLOCK_REQUESTS } from '#app/domain/matter/matter-request.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { netDaysOf } from '#app/domain/matter-record/period-of-deadline.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { type DeadlineLine, explainDeadlines } from '#app/services/matter/explain-deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type RequestAnswer, answerOf } from './ask-on-matter.server.ts'
import { type ReviewHeading, openReviewDesk } from './open-review-desk.server.ts'

/** A request on the clock, and what was decided on it. */
export type ClockRequest = {
	readonly id: string
	readonly kind: ClockRequestKind
	readonly cause: string
	readonly words: string
	readonly untilOn: string | null
	readonly by: string
	readonly at: string
	readonly answer: RequestAnswer | null
}

/** The acts on the clock that this person may do now. */
export type ClockAct =
	| 'pause.requested'
	| 'pause.decided'
	| 'clock.resumed'
	| 'period.extended'
	| 'urgency.requested'
	| 'urgency.decided'

export type ClockPage = {
	readonly heading: ReviewHeading
	readonly lines: readonly DeadlineLine[]
	readonly requests: readonly ClockRequest[]
	readonly may: readonly ClockAct[]
	readonly limits: { readonly pause: number; readonly extension: number; readonly urgent: number }
	/** The days that the review has now in all, and those that it should generally have. */
	readonly net: number | null
	readonly guaranteed: number | null
	/** Whether only an emergency or an order from above makes it urgent. */
	readonly isNormative: boolean
}

/** Reads the page of the clock, for whoever sees the matter; its forms are for those whose acts they are. */
export async function readClockPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<ClockPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { heading, matter, facts, reference } = opened.value
	const { limits } = reference
	const running = matter.deadlines.find((each) => each.kind === 'review' && each.endedAt === null)
	const mayDo = (act: MatterAct) => heading.open.includes(act) && unmetRequirements(act, facts).length === 0
	return accept({
		heading,
		lines: explainDeadlines(matter, plainDateIn(shell.now()), reference),
		requests: await readRequests(shell, matter),
		may: (
			[
				'pause.requested',
				'pause.decided',
				'clock.resumed',
				'period.extended',
				'urgency.requested',
				'urgency.decided',
			] as const
		).filter(mayDo),
		limits: { pause: limits.pause, extension: limits.extension, urgent: limits.urgent },
		net: running ? netDaysOf(running) : null,
		guaranteed: guaranteedDays(tracksOf(matter), limits),
		isNormative: tracksOf(matter).includes('normative-document'),
	})
}

async function readRequests(
	shell: Shell,
	{ jurisdictionId, requests }: MatterRecord,
): Promise<ClockRequest[]> {
	const persons = requests.flatMap(({ requestedBy, decision }) => [requestedBy, decision?.decidedBy ?? null])
	const names = await loadPersonNames(shell.db, jurisdictionId, persons)
	return requests.flatMap(({ id, kind, cause, words, untilOn, requestedBy, requestedAt, decision }) => {
		const ofClock = CLOCK_REQUESTS.find((each) => each === kind)
		if (!ofClock) return []
		const line = { id, kind: ofClock, cause, words, untilOn, at: requestedAt.toISOString() }
		return { ...line, by: names.get(requestedBy) ?? '', answer: answerOf(decision, names) }
	})
}

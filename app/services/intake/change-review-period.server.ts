import { guaranteedDays } from '#app/domain/matter/review-limits.ts'
import type { UrgencyCause } from '#app/domain/matter/matter-request.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { netDaysOf, stopsOf } from '#app/domain/matter-record/period-of-deadline.ts'
import { usedDays } from '#app/domain/calendar/count-period.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { type Actor, isOneWith } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { answerRequest, askOnMatter, askedOf } from './ask-on-matter.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { changePeriod, openDeadline } from '#app/services/command/deadlines.server.ts'
import type { Decision } from './pause-review.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** How many working days more, and why. */
export type Extension = { readonly days: number; readonly words: string }

/** [11] The signing officer extends the review: once, with the reason, within the limit, before it has run out. */
export async function extendReview(shell: Shell, actor: Actor, order: Order, given: Extension): Answer {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'period.extended' },
		async (work) => {
			const words = readWords('words', given.words)
			if (!words.ok) return words
			const deadline = openDeadline(work, 'review')
			if (!deadline) return refuse({ code: 'unfitting', field: 'days', problem: 'no-period-runs' })
			if (given.days > work.reference.limits.extension)
				return refuse({ code: 'unfitting', field: 'days', problem: 'extension-too-long' })
			if (deadline.dueOn < work.today)
				return refuse({ code: 'unfitting', field: 'days', problem: 'period-ran-out' })
			const { days } = given
			const dueOn = await changePeriod(work, deadline, { kind: 'extension', days, reason: words.value })
			work.note({ days, words: words.value, dueOn })
			return accept({ matterId: work.matter.id })
		},
	)
}

/** Why a review is to be hurried. */
export type UrgencyAsked = { readonly cause: UrgencyCause; readonly words: string }

/** [12] The head of the drafting unit asks that the review be hurried (加急). */
export async function requestUrgency(shell: Shell, actor: Actor, order: Order, given: UrgencyAsked): Answer {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'urgency.requested' },
		async (work) => {
			const words = readWords('words', given.words)
			if (!words.ok) return words
			if (given.cause === 'other' && tracksOf(work.matter).includes('normative-document'))
				return refuse({ code: 'unfitting', field: 'cause', problem: 'not-urgent' })
			const request = await askOnMatter(work, { kind: 'urgency', cause: given.cause, words: words.value })
			work.note({ request, cause: given.cause, words: words.value })
			return accept({ matterId: work.matter.id })
		},
	)
}

/** What is answered, with the days that the whole review has then, and the word that they are fewer than it should have. */
export type UrgencyDecision = Decision & { readonly days: number | null; readonly saysFewer: boolean }

/**
 * [12] A leader or the lead of the review body decides. Granted, the review has so many working days in all: some are
 * left from today, and where they are fewer than law says that it should generally have, whoever decides says so.
 */
export async function decideUrgency(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: UrgencyDecision,
): Answer {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'urgency.decided' },
		async (work) => {
			const asked = askedOf(work, 'urgency')
			if (isOneWith(actor, asked.requestedBy))
				return refuse({ code: 'not-permitted', act: 'urgency.decided' })
			const reason = readWords('words', given.words)
			if (!reason.ok) return reason
			const shortened = given.isGranted ? await shorten(work, given, reason.value) : accept(NOTHING)
			if (!shortened.ok) return shortened
			await answerRequest(work, asked, { isGranted: given.isGranted, reason: reason.value })
			work.note({
				request: asked.id,
				isGranted: given.isGranted,
				words: reason.value,
				...shortened.value,
			})
			work.tell({ personIds: [asked.requestedBy], matterId: work.matter.id })
			return accept({ matterId: work.matter.id })
		},
	)
}

type Shortened = {
	readonly days: number | null
	readonly fewerThan: number | null
	readonly dueOn: string | null
}

const NOTHING: Shortened = { days: null, fewerThan: null, dueOn: null }

async function shorten(
	work: MatterWork,
	{ days, saysFewer }: UrgencyDecision,
	reason: string,
): Promise<Result<Shortened, Refusal>> {
	const { calendar, limits } = work.reference
	const deadline = openDeadline(work, 'review')
	if (days === null) return refuse({ code: 'unfitting', field: 'days', problem: 'missing' })
	if (!deadline) return refuse({ code: 'unfitting', field: 'days', problem: 'no-period-runs' })
	const net = netDaysOf(deadline)
	if (days >= net) return refuse({ code: 'unfitting', field: 'days', problem: 'not-shorter' })
	const counted = { startsOn: parsePlainDate(deadline.startsOn), stops: stopsOf(deadline) }
	if (days - usedDays(counted, work.today, calendar) < limits.urgent)
		return refuse({ code: 'unfitting', field: 'days', problem: 'no-time-left' })
	const guaranteed = guaranteedDays(tracksOf(work.matter), limits)
	const fewerThan = guaranteed !== null && days < guaranteed ? guaranteed : null
	if (fewerThan !== null && !saysFewer)
		return refuse({ code: 'unfitting', field: 'saysFewer', problem: 'fewer-than-guaranteed' })
	const dueOn = await changePeriod(work, deadline, { kind: 'urgency', days: days - net, reason })
	return accept({ days, fewerThan, dueOn })
}

import { pauseCauseOf } from '#app/db/code-columns.server.ts'
import { stopsOf } from '#app/domain/matter-record/period-of-deadline.ts'
import { type PlainDate, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { stoppedDays } from '#app/domain/calendar/count-period.ts'
import type { PauseCause } from '#app/domain/matter/deadline.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
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
import { openDeadline, resumeClock, stopClock } from '#app/services/command/deadlines.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** What the reviewer waits for, and until when at the latest. */
export type PauseAsked = { readonly cause: PauseCause; readonly words: string; readonly until: PlainDate }

/** [10] The reviewer asks to stop the clock (中止计时) while others are heard, with the cause and the expected end. */
export async function requestPause(shell: Shell, actor: Actor, order: Order, given: PauseAsked): Answer {
	const { cause, until } = given
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'pause.requested' },
		async (work) => {
			const words = readWords('words', given.words)
			if (!words.ok) return words
			const fits = fitsLimit(work, until)
			if (!fits.ok) return fits
			const request = await askOnMatter(work, { kind: 'pause', cause, words: words.value, untilOn: until })
			work.note({ request, cause, words: words.value, until })
			return accept({ matterId: work.matter.id })
		},
	)
}

/** What is answered to a request. */
export type Decision = { readonly isGranted: boolean; readonly words: string }

/**
 * [10] The lead decides. Granted, the clock stops on this day and goes on after the day that was asked for, or the
 * working day after somebody says before then that the answer is there.
 */
export async function decidePause(shell: Shell, actor: Actor, order: Order, given: Decision): Answer {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { ...given } },
		{ act: 'pause.decided' },
		async (work) => {
			const asked = askedOf(work, 'pause')
			if (isOneWith(actor, asked.requestedBy)) return refuse({ code: 'not-permitted', act: 'pause.decided' })
			const reason = readWords('words', given.words)
			if (!reason.ok) return reason
			const until = parsePlainDate(asked.untilOn ?? work.today)
			if (given.isGranted) {
				const fits = fitsLimit(work, until)
				if (!fits.ok) return fits
			}
			await answerRequest(work, asked, { isGranted: given.isGranted, reason: reason.value })
			const dueOn = given.isGranted ? await stopClock(work, pauseCauseOf(asked.cause), until) : null
			work.note({ request: asked.id, isGranted: given.isGranted, words: reason.value, dueOn })
			work.tell({ personIds: [asked.requestedBy], matterId: work.matter.id })
			return accept({ matterId: work.matter.id })
		},
	)
}

/** [10] The reviewer says what came in; the clock goes on from the next working day. */
export async function resumeReview(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: { words: typed } },
		{ act: 'clock.resumed' },
		async (work) => {
			const words = readWords('words', typed)
			if (!words.ok) return words
			const dueOn = await resumeClock(work)
			work.note({ words: words.value, dueOn })
			return accept({ matterId: work.matter.id })
		},
	)
}

/** A pause lies ahead, and with those before it the clock stands still no longer than the reference data let it. */
function fitsLimit(work: MatterWork, until: PlainDate): Result<null, Refusal> {
	if (until <= work.today) return refuse({ code: 'unfitting', field: 'until', problem: 'day-not-ahead' })
	const { calendar, limits } = work.reference
	const deadline = openDeadline(work, 'review')
	if (!deadline) return refuse({ code: 'unfitting', field: 'until', problem: 'no-period-runs' })
	const pauses = stopsOf({ stops: deadline.stops.filter(({ cause }) => cause !== 'supplement') })
	return stoppedDays([...pauses, { from: work.today, to: until }], calendar) > limits.pause
		? refuse({ code: 'unfitting', field: 'until', problem: 'pause-too-long' })
		: accept(null)
}

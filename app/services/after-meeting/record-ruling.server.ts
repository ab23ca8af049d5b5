import { dayProblem } from '#app/domain/calendar/plain-date.ts'
import { NAME_LIMIT, readWords } from '#app/domain/matter/written-words.ts'
import type { MatterItemRecord } from '#app/domain/matter-record/agenda-records.ts'
import {
	type RulingBody,
	type RulingResult,
	awaitedItem,
	earliestRuling,
} from '#app/domain/meeting/ruling.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { settleClearance } from '#app/services/clearance/end-clearance.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { openRoundWithDrafter } from '#app/services/matter/open-round.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A ruling as its form sends it: whose, what and when, the number of its document if it has one, and its words. */
export type RulingGiven = {
	readonly body: RulingBody
	readonly result: RulingResult
	readonly ruledOn: string
	readonly documentNumber: string
	readonly words: string
}

/**
 * 报请决定的结果: says what was ruled on what the meeting has referred. Matter and clearance go on as after the same outcome
 * of a meeting; a clearance that has run out meanwhile was valid when the meeting discussed the text, and is left as it is.
 */
export function recordRuling(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: RulingGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const { body, result } = given
	const acting = {
		act: 'ruling.recorded',
		event: () => ({ type: 'ruling.recorded', outcome: result }) as const,
	} as const
	return commandOnMatter(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const { item, outcome, clearance } = referredTo(work)
		const said = readSaid(work, item, given)
		if (!said.ok) return said
		const { jurisdictionId, id: matterId } = work.matter
		await work.tx.higherRuling.create({
			data: {
				...{ jurisdictionId, agendaItemId: item.id, matterId, body, result, ...said.value },
				...{ recordedBy: work.actor.personId, postId: work.post.id, recordedAt: work.at },
			},
		})
		await settleClearance(work, result, 'ruling')
		if (result === 'revise-and-resubmit') await openRoundWithDrafter(work, 'sent-back-from-above')
		work.note({
			...{ item: item.id, meeting: outcome.meeting, clearance: clearance.id },
			...{ contentSha256: clearance.contentSha256, body, result, ...said.value },
		})
		return accept({ matterId })
	})
}

/** The item that waits for its ruling, with the text that the meeting discussed; a matter is referred no other way. */
function referredTo({ matter }: MatterWork) {
	const item = awaitedItem(matter)
	const clearance = matter.clearances.find(({ id }) => id === item?.outcome?.clearanceId)
	if (!item?.meetingId || !clearance) throw new Error(`nothing was referred of ${matter.id}`)
	return { item, outcome: { meeting: item.meetingId }, clearance }
}

type Said = {
	readonly ruledOn: string
	readonly documentNumber: string | null
	readonly words: string
}

function readSaid(work: MatterWork, item: MatterItemRecord, given: RulingGiven): Result<Said, Refusal> {
	const { ruledOn } = given
	const problem = rulingDayProblem(work, item, ruledOn)
	if (problem) return refuse({ code: 'unfitting', field: 'ruledOn', problem })
	const number =
		given.documentNumber.trim() === '' ? null : readWords('documentNumber', given.documentNumber, NAME_LIMIT)
	if (number && !number.ok) return number
	const words = readWords('words', given.words)
	if (!words.ok) return words
	return accept({ ruledOn, documentNumber: number?.value ?? null, words: words.value })
}

function rulingDayProblem(
	{ today }: MatterWork,
	{ meeting }: MatterItemRecord,
	typed: string,
): Problem | null {
	const slip = dayProblem(typed)
	if (slip) return slip
	if (typed > today) return 'in-the-future'
	return meeting && typed < earliestRuling(meeting) ? 'ruled-before-meeting' : null
}

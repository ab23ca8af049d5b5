import { agendaStateOf, meetingStateOf } from '#app/db/code-columns.server.ts'
import { undecidedItems, meetingFactsOf } from '#app/domain/meeting/meeting-record.ts'
import { loadMatters } from '#app/db/load-matter.server.ts'
import { type Outcome, OUTCOMES } from '#app/domain/meeting/outcome.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import { transitionMeeting } from '#app/domain/review-workflow/meeting-machine.ts'
import { type MeetingHeading, openMeeting } from './open-meeting.server.ts'
import { type MeetingPage, readMeetingPage } from './read-meeting-page.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** An item whose outcome is to be recorded, with the outcomes that its state and the meeting's allow. */
export type OpenOutcome = {
	readonly agendaItemId: string
	readonly title: string
	readonly organ: string
	readonly state: AgendaState
	readonly outcomes: readonly Outcome[]
}

export type OutcomesPage = {
	readonly heading: MeetingHeading
	readonly open: readonly OpenOutcome[]
	readonly record: Pick<MeetingPage, 'outcomes' | 'attendance' | 'offSystem'>
}

/** Reads the page on which the secretary records what became of each item, and who was there. */
export async function readOutcomesPage(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<OutcomesPage, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'outcome.noted')
	if (!opened.ok) return opened
	const page = await readMeetingPage(shell, actor, meetingId)
	if (!page.ok) return page
	const { meeting, heading } = opened.value
	const items = undecidedItems(meeting)
	const matters = await loadMatters(
		shell.db,
		meeting.jurisdictionId,
		items.flatMap((item) => item.matterId ?? []),
	)
	const facts = meetingFactsOf(meeting)
	const allowed = (state: AgendaState, outcome: Outcome) =>
		transitionAgendaItem(state, { type: 'outcome.recorded', outcome }).ok &&
		transitionMeeting({ state: meetingStateOf(meeting.state), facts }, { type: 'outcome.noted', outcome }).ok
	return accept({
		heading,
		open: items.map((item) => ({
			agendaItemId: item.id,
			title: item.title,
			organ: matters.find((matter) => matter.id === item.matterId)?.organ.name ?? '',
			state: agendaStateOf(item.state),
			outcomes: OUTCOMES.filter((outcome) => allowed(agendaStateOf(item.state), outcome)),
		})),
		record: {
			outcomes: page.value.outcomes,
			attendance: page.value.attendance,
			offSystem: page.value.offSystem,
		},
	})
}

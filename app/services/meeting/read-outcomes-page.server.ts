import { agendaStateOf, meetingStateOf } from '#app/db/code-columns.server.ts'
import {
	type MeetingItem,
	type MeetingRecord,
	meetingFactsOf,
	undecidedItems,
} from '#app/domain/meeting/meeting-record.ts'
import { isRiskFlagged } from '#app/domain/matter-record/agenda-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { loadMatters } from '#app/db/load-matter.server.ts'
import { type Outcome, OUTCOMES } from '#app/domain/meeting/outcome.ts'
import type { TypedDiscussion } from '#app/domain/minutes/discussion.ts'
import { discussionOf, outcomeObstacle } from '#app/domain/minutes/recorded-item.ts'
import { emptyDiscussion, typedDiscussion } from '#app/domain/minutes/typed-discussion.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import { transitionMeeting } from '#app/domain/review-workflow/meeting-machine.ts'
import { type MeetingRecordEntries, recordEntries } from './meeting-record-entries.server.ts'
import { type MeetingHeading, openMeeting } from './open-meeting.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** An item whose discussion may be recorded, with what the form begins with. */
export type OpenDiscussion = {
	readonly agendaItemId: string
	readonly title: string
	readonly isRecorded: boolean
	readonly typed: TypedDiscussion
}

/** An item whose outcome is to be recorded, with the outcomes that its state, its discussion and the meeting allow. */
export type OpenOutcome = {
	readonly agendaItemId: string
	readonly title: string
	readonly organ: string
	readonly state: AgendaState
	readonly outcomes: readonly Outcome[]
	/** It was cleared with a flagged risk, which the meeting must hear. */
	readonly isRiskFlagged: boolean
	/** Null where nothing can be discussed: the item is blocked. */
	readonly discussion: OpenDiscussion | null
}

export type OutcomesPage = {
	readonly heading: MeetingHeading
	readonly open: readonly OpenOutcome[]
	/** Items that were decided: while the record is a draft, what was said can be recorded anew. */
	readonly decided: readonly OpenDiscussion[]
	/** What a correction may be about. */
	readonly items: readonly { readonly agendaItemId: string; readonly title: string }[]
	/** How many members the meeting has, as it was recorded last. */
	readonly memberCount: number | null
	readonly record: MeetingRecordEntries
}

/** Reads the page on which the secretary records who was there, what was said and what became of each item. */
export async function readOutcomesPage(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<OutcomesPage, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'outcome.noted')
	if (!opened.ok) return opened
	const { meeting, heading } = opened.value
	const items = undecidedItems(meeting)
	const matters = await loadMatters(
		shell.db,
		meeting.jurisdictionId,
		items.flatMap((item) => item.matterId ?? []),
	)
	const matterOf = (item: MeetingItem) => matters.find((matter) => matter.id === item.matterId) ?? null
	const decisions = meeting.items.filter(({ matterId }) => matterId !== null)
	return accept({
		heading,
		open: items.map((item) => openOutcome(meeting, item, matterOf(item), heading.chair)),
		decided: decisions
			.filter(({ state }) => state === 'discussed')
			.map((item) => openDiscussion(meeting, item, '', heading.chair)),
		items: decisions.map(({ id, title }) => ({ agendaItemId: id, title })),
		memberCount: meeting.memberCount,
		record: recordEntries(meeting),
	})
}

function openOutcome(
	meeting: MeetingRecord,
	item: MeetingItem,
	matter: MatterRecord | null,
	chair: string,
): OpenOutcome {
	const organ = matter?.organ.name ?? ''
	const state = agendaStateOf(item.state)
	const facts = meetingFactsOf(meeting)
	const allowed = (outcome: Outcome) =>
		transitionAgendaItem(state, { type: 'outcome.recorded', outcome }).ok &&
		transitionMeeting({ state: meetingStateOf(meeting.state), facts }, { type: 'outcome.noted', outcome })
			.ok &&
		outcomeObstacle(meeting, item.id, outcome) === null
	return {
		agendaItemId: item.id,
		title: item.title,
		organ,
		state,
		outcomes: OUTCOMES.filter(allowed),
		isRiskFlagged: matter !== null && isRiskFlagged(matter),
		discussion: state === 'notified' ? openDiscussion(meeting, item, organ, chair) : null,
	}
}

function openDiscussion(
	meeting: MeetingRecord,
	item: MeetingItem,
	organ: string,
	chair: string,
): OpenDiscussion {
	const recorded = discussionOf(meeting, item.id)
	return {
		agendaItemId: item.id,
		title: item.title,
		isRecorded: recorded !== null,
		typed: recorded
			? typedDiscussion(recorded)
			: emptyDiscussion(meeting.attendances, { name: item.presenter ?? '', organ }, chair),
	}
}

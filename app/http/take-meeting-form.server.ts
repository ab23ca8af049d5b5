import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Given } from '#app/forms/form.ts'
import type { MEETING } from '#app/forms/meeting-forms.ts'
import { editAgenda } from '#app/services/meeting/edit-agenda.server.ts'
import { delistAgendaItem } from '#app/services/meeting/delist-agenda-item.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import {
	approveUrgentListing,
	cancelMeeting,
	closeMeeting,
	holdMeeting,
	recordAttendance,
} from '#app/services/meeting/hold-meeting.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { recordOffSystem } from '#app/services/after-meeting/record-off-system.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { correctRecord } from '#app/services/minutes/correct-record.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import type { GivenForm } from './take-form.server.ts'

/** Hands a form of a meeting's pages to the one service that its `intent` names. */
export async function runMeetingForm(
	{ shell, actor, key, seen, form }: GivenForm<Given<typeof MEETING>>,
	meetingId: string,
): Promise<Result<unknown, Refusal>> {
	const order = { meetingId, key, seen }
	switch (form.intent) {
		case 'list':
			return listAgendaItem(shell, actor, order, form.item)
		case 'delist':
			return delistAgendaItem(shell, actor, order, { agendaItemId: form.item, reason: form.reason })
		case 'move-up':
			return editAgenda(shell, actor, order, { part: 'moved', agendaItemId: form.item, direction: 'up' })
		case 'move-down':
			return editAgenda(shell, actor, order, { part: 'moved', agendaItemId: form.item, direction: 'down' })
		case 'add-slot':
			return editAgenda(shell, actor, order, {
				part: 'slot-added',
				kind: form.slotKind,
				title: form.slotTitle,
			})
		case 'drop-slot':
			return editAgenda(shell, actor, order, { part: 'slot-removed', agendaItemId: form.item })
		case 'fix':
			return fixAgenda(shell, actor, order)
		case 'hold':
			return holdMeeting(shell, actor, order)
		case 'cancel':
			return cancelMeeting(shell, actor, order, form.reason)
		case 'close':
			return closeMeeting(shell, actor, order)
		case 'approve-urgent': {
			const { item: agendaItemId, reason: why, password } = form
			return approveUrgentListing(shell, actor, order, { agendaItemId, reason: why, password })
		}
		case 'record-outcome':
			return recordOutcome(shell, actor, order, { agendaItemId: form.item, ...form })
		case 'record-off-system':
			return recordOffSystem(shell, actor, order, form)
		case 'record-attendance':
			return recordAttendance(shell, actor, order, form)
		case 'record-discussion':
			return recordDiscussion(shell, actor, order, { agendaItemId: form.item, ...form })
		case 'correct-record':
			return correctRecord(shell, actor, order, { agendaItemId: form.item, ...form })
	}
}

import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { refuse } from '#app/domain/result.ts'
import type { AgendaChange } from '#app/services/edit-agenda.server.ts'
import { editAgenda } from '#app/services/edit-agenda.server.ts'
import { delistAgendaItem } from '#app/services/delist-agenda-item.server.ts'
import { fixAgenda } from '#app/services/fix-agenda.server.ts'
import {
	approveUrgentListing,
	cancelMeeting,
	closeMeeting,
	holdMeeting,
	recordAttendance,
} from '#app/services/hold-meeting.server.ts'
import { listAgendaItem } from '#app/services/list-agenda-item.server.ts'
import { recordOutcome } from '#app/services/record-outcome.server.ts'
import type { CommandForm } from './command-form.server.ts'
import { typedFields } from './refusal-response.server.ts'
import type { SignedIn } from './signed-in.server.ts'

/** Hands a form of a meeting's pages to the one service that its `intent` names. */
export async function takeMeetingForm(
	{ shell, actor }: Pick<SignedIn, 'shell' | 'actor'>,
	meetingId: string,
	{ key, seen, fields }: CommandForm,
): Promise<Result<unknown, Refusal>> {
	const order = { meetingId, key, seen }
	const typed = typedFields(fields)
	const word = (name: string) => typed[name] ?? ''
	const agendaItemId = word('item')
	switch (word('intent')) {
		case 'list':
			return listAgendaItem(shell, actor, order, agendaItemId)
		case 'delist':
			return delistAgendaItem(shell, actor, order, { agendaItemId, reason: word('reason') })
		case 'move-up':
			return editAgenda(shell, actor, order, { part: 'moved', agendaItemId, direction: 'up' })
		case 'move-down':
			return editAgenda(shell, actor, order, { part: 'moved', agendaItemId, direction: 'down' })
		case 'add-slot':
			return editAgenda(shell, actor, order, slot(word('slotKind'), word('slotTitle')))
		case 'drop-slot':
			return editAgenda(shell, actor, order, { part: 'slot-removed', agendaItemId })
		case 'fix':
			return fixAgenda(shell, actor, order)
		case 'hold':
			return holdMeeting(shell, actor, order)
		case 'cancel':
			return cancelMeeting(shell, actor, order, word('reason'))
		case 'close':
			return closeMeeting(shell, actor, order)
		case 'approve-urgent':
			return approveUrgentListing(shell, actor, order, {
				agendaItemId,
				reason: word('reason'),
				password: String(fields.get('password') ?? ''),
			})
		case 'record-outcome':
			return recordOutcome(shell, actor, order, {
				agendaItemId,
				outcome: word('outcome'),
				decisionText: word('decisionText'),
				dissent: word('dissent'),
			})
		case 'record-attendance':
			return recordAttendance(shell, actor, order, {
				member: word('member'),
				attending: word('attending'),
				absent: word('absent'),
			})
		default:
			return refuse({ code: 'not-found' })
	}
}

function slot(kind: string, title: string): AgendaChange {
	return { part: 'slot-added', kind, title }
}

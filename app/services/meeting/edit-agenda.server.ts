import { agendaStateOf } from '#app/db/code-columns.server.ts'
import { isAnyTitle } from '#app/db/read-titles.server.ts'
import { agendaOf } from '#app/domain/meeting/meeting-record.ts'
import { SLOT_KINDS } from '#app/domain/meeting/meeting-kind.ts'
import { namesMatter, speaksOfDraft } from '#app/domain/meeting/plain-slot.ts'
import { readTitle } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One change to the agenda: an item one place up or down, a plain slot added or dropped. */
export type AgendaChange =
	| { readonly part: 'moved'; readonly agendaItemId: string; readonly direction: 'up' | 'down' }
	| { readonly part: 'slot-added'; readonly kind: string; readonly title: string }
	| { readonly part: 'slot-removed'; readonly agendaItemId: string }

/** Orders the agenda. A plain slot (会前学法、传达学习) carries no paper and no outcome, so it passes no gate. */
export async function editAgenda(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	change: AgendaChange,
): Promise<Result<Done<{ agendaItemId: string }>, Refusal>> {
	const acting = { act: 'agenda.edited', event: { type: 'agenda.edited' }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...change } }, acting, async (work) => {
		const changed = await applyChange(work, change)
		if (changed.ok) work.note({ part: change.part, item: changed.value })
		return changed.ok ? accept({ agendaItemId: changed.value }) : changed
	})
}

function applyChange(work: MeetingWork, change: AgendaChange): Promise<Result<string, Refusal>> {
	switch (change.part) {
		case 'moved':
			return move(work, change.agendaItemId, change.direction)
		case 'slot-added':
			return addSlot(work, change.kind, change.title)
		case 'slot-removed':
			return removeSlot(work, change.agendaItemId)
	}
}

async function move(
	work: MeetingWork,
	agendaItemId: string,
	direction: 'up' | 'down',
): Promise<Result<string, Refusal>> {
	const items = agendaOf(work.meeting)
	const from = items.findIndex((item) => item.id === agendaItemId)
	const moving = items[from]
	if (!moving) return refuse({ code: 'not-found' })
	const other = items[from + (direction === 'up' ? -1 : 1)]
	if (!other) return refuse({ code: 'unfitting', field: 'agendaItemId', problem: 'no-further' })
	const order = items.map((item) => (item === moving ? other : item === other ? moving : item))
	for (const [index, { id, jurisdictionId, position }] of order.entries())
		if (position !== index + 1)
			await work.tx.agendaItem.update({
				where: { jurisdictionId_id: { jurisdictionId, id } },
				data: { position: index + 1 },
			})
	return accept(moving.id)
}

async function addSlot(work: MeetingWork, kind: string, typed: string): Promise<Result<string, Refusal>> {
	if (!SLOT_KINDS.some((each) => each === kind))
		return refuse({ code: 'unfitting', field: 'kind', problem: 'missing' })
	const title = readTitle('title', typed)
	if (!title.ok) return title
	if (await isOfDraft(work, title.value))
		return refuse({ code: 'unfitting', field: 'title', problem: 'names-a-draft' })
	const listed = transitionAgendaItem('proposed', { type: 'agenda.listed' })
	if (!listed.ok) return listed
	const id = work.shell.newId()
	await work.tx.agendaItem.create({
		data: {
			jurisdictionId: work.meeting.jurisdictionId,
			id,
			organId: work.meeting.organId,
			meetingId: work.meeting.id,
			kind,
			title: title.value,
			state: listed.value,
			position: Math.max(0, ...work.meeting.items.map((item) => item.position)) + 1,
			proposedBy: work.actor.personId,
			postId: work.post.id,
			proposedAt: work.at,
		},
	})
	return accept(id)
}

/** Whether a slot's title is that of a draft, or names a matter: it would stand on the agenda without its clearance. */
export async function isOfDraft({ tx, meeting }: MeetingWork, title: string): Promise<boolean> {
	return speaksOfDraft(title) || (await isAnyTitle(tx, meeting.jurisdictionId, namesMatter(title)))
}

async function removeSlot(work: MeetingWork, agendaItemId: string): Promise<Result<string, Refusal>> {
	const slot = work.meeting.items.find((item) => item.id === agendaItemId && item.matterId === null)
	if (!slot) return refuse({ code: 'not-found' })
	const moved = transitionAgendaItem(agendaStateOf(slot.state), {
		type: 'outcome.recorded',
		outcome: 'removed',
	})
	if (!moved.ok) return moved
	await work.tx.agendaItem.update({
		where: { jurisdictionId_id: { jurisdictionId: slot.jurisdictionId, id: slot.id } },
		data: { state: moved.value, stateReason: 'removed' },
	})
	return accept(slot.id)
}

import { agendaStateOf } from '#app/db/code-columns.server.ts'
import type { TrailDetails } from '#app/domain/act/trail-entry.ts'
import { type Outcome, CLEARANCE_EFFECT } from '#app/domain/meeting/outcome.ts'
import { type ClearanceEvent, endClearance } from '#app/domain/review-workflow/clearance-machine.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

/** What ending a clearance needs of a command; the sweep has them too, without being anybody's command. */
export type EndingWork = Pick<MatterWork, 'matter' | 'tx' | 'at' | 'follow'>

/**
 * Ends the matter's live clearance, in this order because each row leans on the next: listing, item, live row, state.
 * An upload, a revocation or an expiry is never refused because of an agenda; the agenda loses the item, also a
 * fixed one. Returns the id of the clearance that ended, or null when none was live.
 */
export async function endLiveClearance(
	work: EndingWork,
	event: ClearanceEvent['type'],
	cause: string,
): Promise<string | null> {
	const live = work.matter.live
	if (!live) return null
	// A live row exists only while its clearance is valid.
	const ended = endClearance('valid', { type: event })
	if (!ended.ok) throw new Error(`a live clearance cannot take ${event}`)
	const key = { jurisdictionId: work.matter.jurisdictionId, clearanceId: live.clearanceId }
	if (live.listing) await takeOffAgenda(work, live.listing, event, cause)
	await work.tx.clearanceLive.delete({ where: { jurisdictionId_clearanceId: key } })
	await work.tx.clearanceState.update({
		where: { jurisdictionId_clearanceId: key },
		data: { state: ended.value, changedAt: work.at, cause },
	})
	work.follow({ kind: event, detail: { clearance: live.clearanceId, cause } })
	return live.clearanceId
}

const EVENT_OF = { consumed: 'clearance.consumed', void: 'clearance.voided', kept: null } as const

/**
 * What an outcome does to the matter's live clearance: it is used up, falls, or stays as it is. One rule for the meeting's
 * own outcomes and for what is ruled above.
 */
export async function settleClearance(
	work: EndingWork,
	outcome: Outcome,
	cause: 'outcome' | 'ruling',
): Promise<void> {
	const event = EVENT_OF[CLEARANCE_EFFECT[outcome]]
	if (event !== null) await endLiveClearance(work, event, cause)
}

async function takeOffAgenda(
	work: EndingWork,
	listing: { agendaItemId: string; meetingId: string },
	event: ClearanceEvent['type'],
	cause: string,
): Promise<void> {
	await work.tx.agendaListing.delete({
		where: {
			jurisdictionId_agendaItemId: {
				jurisdictionId: work.matter.jurisdictionId,
				agendaItemId: listing.agendaItemId,
			},
		},
	})
	// A clearance that an outcome used up does not block its item: the outcome itself moves it.
	if (event === 'clearance.consumed' || cause === 'outcome') return
	const item = work.matter.agendaItems.find((candidate) => candidate.id === listing.agendaItemId)
	if (!item) throw new Error(`listing without its item ${listing.agendaItemId}`)
	const moved = transitionAgendaItem(agendaStateOf(item.state), { type: 'agenda.blocked' })
	if (!moved.ok) throw new Error(`a listed item is ${item.state}`)
	await work.tx.agendaItem.update({
		where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: item.id } },
		data: { state: moved.value, stateReason: cause },
	})
	const detail = { item: item.id, meeting: listing.meetingId, cause }
	work.follow({ kind: 'agenda.blocked', detail })
	await tellMeeting(work, listing, { ...detail, matter: work.matter.id })
}

/** The meeting is another one now: whoever has its page open is told before they fix or decide on an older agenda. */
async function tellMeeting(
	work: EndingWork,
	{ meetingId }: { meetingId: string },
	detail: TrailDetails['agenda.blocked'],
): Promise<void> {
	await work.tx.meeting.updateMany({
		where: { jurisdictionId: work.matter.jurisdictionId, id: meetingId },
		data: { revision: { increment: 1 } },
	})
	work.follow({ kind: 'agenda.blocked', detail, stream: `meeting/${meetingId}` })
}

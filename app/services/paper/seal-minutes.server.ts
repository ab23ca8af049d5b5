import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { minutesPaper } from '#app/documents/papers/meeting-minutes.ts'
import type { MeetingWork } from '#app/services/command/command-on-meeting.server.ts'
import { itemsHeardWithRisk, organOf, recordedFor } from './seal-meeting-papers.server.ts'
import { sealPaper } from './seal-paper.server.ts'

/**
 * Seals the minutes: when the record is confirmed, and again when something is added to a confirmed one. The earlier
 * paper stays; the new one names it.
 */
export async function sealMinutes(work: MeetingWork, confirmedBy: string | null): Promise<void> {
	const { tx, at } = work
	const { jurisdictionId, id } = work.meeting
	const meeting = await loadMeeting(tx, jurisdictionId, id)
	if (!meeting) throw new Error(`meeting ${id} is gone`)
	const { startsAt, heldAt, closedBy } = await tx.meeting.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		select: { startsAt: true, heldAt: true, closedBy: true },
	})
	const closer = confirmedBy ?? closedBy
	if (closer === null) throw new Error(`nobody has confirmed the record of ${id}`)
	const recorders = meeting.items.map(({ outcome }) => outcome?.recordedBy ?? null)
	const names = await loadPersonNames(tx, jurisdictionId, [closer, meeting.chairId, ...recorders])
	const nameOf = (personId: string) => names.get(personId) ?? ''
	const earlier = await tx.sealedPaper.findFirst({
		where: { jurisdictionId, meetingId: id, kind: 'meeting-minutes' },
		select: { id: true, number: true },
		orderBy: { id: 'desc' },
	})
	const heard = await itemsHeardWithRisk(work)
	const organ = await organOf(work)
	work.seal(
		await sealPaper(work, {
			kind: 'meeting-minutes',
			organ,
			matterId: null,
			meetingId: id,
			aboutId: id,
			nodes: minutesPaper({
				meeting,
				heldOn: heldAt ?? startsAt,
				chair: names.get(meeting.chairId ?? '') ?? null,
				nameOf,
				closedBy: closer,
				isRiskRead: (agendaItemId) => heard.has(agendaItemId),
				recordedFor: await recordedFor(work, nameOf),
				sealedAt: at,
				earlier: earlier && { id: earlier.id, number: earlier.number ?? '' },
			}),
		}),
	)
}

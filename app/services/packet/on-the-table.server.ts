import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import type { SealedPaper } from '#app/services/paper/read-sealed.server.ts'
import type { ReadShell } from '#app/services/shell.server.ts'

/**
 * The items that lay before the members when a meeting was held: an outcome was recorded of them from then on, and the
 * clearance that their sheet rests on had not ended before. What was withdrawn or fell earlier was on nobody's table.
 */
export async function onTheTable(
	{ db }: ReadShell,
	{ jurisdictionId, id, items }: MeetingRecord,
	sealed: readonly SealedPaper[],
): Promise<ReadonlySet<string>> {
	const { heldAt } = await db.meeting.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		select: { heldAt: true },
	})
	if (!heldAt) return new Set()
	const present = new Set<string>()
	for (const { id: itemId, matterId, outcome } of items) {
		const sheet = sealed.findLast(({ kind, aboutId }) => kind === 'item-sheet' && aboutId === itemId)
		if (!sheet || !matterId || !outcome || outcome.recordedAt < heldAt) continue
		const clearance = await db.clearance.findFirst({
			where: { jurisdictionId, matterId, issuedAt: { lte: new Date(sheet.seal.sealedAt) } },
			orderBy: { issuedAt: 'desc' },
			select: { standing: { select: { state: true, changedAt: true } } },
		})
		const { standing } = clearance ?? {}
		if (standing && (standing.state === 'valid' || standing.changedAt >= heldAt)) present.add(itemId)
	}
	return present
}

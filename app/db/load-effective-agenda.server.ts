import { Prisma } from './generated/sqlite/client.ts'
import type { Tx } from './open-database.server.ts'
import { readRows } from './statements.server.ts'

/** A line of an agenda as the view gives it: every condition of the listing holds together at this moment. */
export type EffectiveListing = {
	readonly agendaItemId: string
	readonly matterId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly clearanceId: string
	readonly position: number
}

/**
 * What stands on a meeting's agenda. Nothing but the view is read: a row that was written past the walls, or whose
 * clearance has run out, has no line here.
 */
export async function loadEffectiveAgenda(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	meetingId: string,
): Promise<EffectiveListing[]> {
	const rows = await readRows(
		tx,
		Prisma.sql`SELECT "agenda_item_id", "matter_id", "version_id", "content_sha256", "clearance_id", "position"
			FROM "agenda_effective"
			WHERE "jurisdiction_id" = ${jurisdictionId} AND "meeting_id" = ${meetingId}
			ORDER BY "position", "agenda_item_id"`,
	)
	return rows.map(([agendaItemId, matterId, versionId, contentSha256, clearanceId, position]) => ({
		agendaItemId: String(agendaItemId),
		matterId: String(matterId),
		versionId: String(versionId),
		contentSha256: String(contentSha256),
		clearanceId: String(clearanceId),
		position: Number(position),
	}))
}

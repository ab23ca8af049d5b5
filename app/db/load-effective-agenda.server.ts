import type { Tx } from './open-database.server.ts'

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
export function loadEffectiveAgenda(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	meetingId: string,
): Promise<EffectiveListing[]> {
	return tx.$queryRaw<EffectiveListing[]>`
		SELECT "agenda_item_id" AS "agendaItemId", "matter_id" AS "matterId", "version_id" AS "versionId",
			"content_sha256" AS "contentSha256", "clearance_id" AS "clearanceId", "position"
		FROM "agenda_effective"
		WHERE "jurisdiction_id" = ${jurisdictionId} AND "meeting_id" = ${meetingId}
		ORDER BY "position", "agenda_item_id"`
}

import { readPresentRow } from '#app/db/read-evidence.server.ts'
import { readPlaces, type SealPlace } from '#app/db/read-record-rows.server.ts'
import { elsewhereLine } from '#app/domain/evidence/archive.ts'
import type { LeftRow } from '#app/domain/evidence/named-by-trail.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Extract } from './extract.ts'

const AT_ONCE = 200

/** The rows of a matter as they are now; of one that an act outside of the extract has written since, where that stands. */
export async function* presentRows(
	shell: Shell,
	{ jurisdictionId }: Extract,
	rows: readonly LeftRow[],
): AsyncGenerator<string> {
	for (let at = 0; at < rows.length; at += AT_ONCE) {
		const batch = rows.slice(at, at + AT_ONCE)
		const places = await readPlaces(shell.longReads.db, jurisdictionId, batch)
		for (const row of batch) {
			const line = await lineOf(shell, jurisdictionId, row, places.get(`${row.table} ${row.key}`))
			if (line !== null) yield line
		}
	}
}

async function lineOf(
	{ longReads }: Shell,
	jurisdictionId: string,
	row: LeftRow,
	place: SealPlace | undefined,
): Promise<string | null> {
	const { table, key, times, digest } = row
	if (place && place.times > times) return elsewhereLine(place)
	const present = await readPresentRow(longReads.db, jurisdictionId, table, key)
	if (present?.digest === digest || (present === null && digest === null)) return present?.text ?? null
	// Somebody may have written it between the two readings: then another entry has it now.
	const again = (await readPlaces(longReads.db, jurisdictionId, [row])).get(`${table} ${key}`)
	return again && again.times > times ? elsewhereLine(again) : (present?.text ?? null)
}

import type { Tx } from '#app/db/open-database.server.ts'
import { documentNumber } from '#app/domain/matter/numbering.ts'

/** The next number of a series in a year, without gaps: taken in the command's transaction, so a rolled-back command takes none. */
export async function nextNumber(
	tx: Tx,
	jurisdictionId: string,
	series: string,
	year: number,
): Promise<number> {
	const row = await tx.numberSeries.upsert({
		where: { jurisdictionId_series_year: { jurisdictionId, series, year } },
		create: { jurisdictionId, series, year, last: 1 },
		update: { last: { increment: 1 } },
	})
	return row.last
}

/**
 * The next document number under an organ code. The series is the code's own: two review bodies number apart, each
 * without gaps, and two organs of one short name can never give one number twice.
 */
export async function nextDocumentNumber(
	tx: Tx,
	jurisdictionId: string,
	organCode: string,
	year: number,
): Promise<string> {
	return documentNumber(organCode, year, await nextNumber(tx, jurisdictionId, organCode, year))
}

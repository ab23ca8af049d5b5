import type { Tx } from '#app/db/open-database.server.ts'

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

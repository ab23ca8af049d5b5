import type { ReferenceSeed } from './reference-seed.ts'

/** One published year of rest and make-up days. */
export type WorkingDaysYear = {
	readonly year: number
	readonly rest: readonly string[]
	readonly work: readonly string[]
}

/**
 * The days of rest and the make-up working days (调休) of the years whose notice is known. A year that is not here
 * is counted by weekdays, and every date in it shows as provisional. A year takes effect on the day of its notice,
 * not on 1 January: periods that begin in December run into it.
 */
export const WORKING_DAYS: readonly ReferenceSeed<WorkingDaysYear>[] = [
	{
		code: '2026',
		effectiveFrom: '2025-11-04',
		source: '国务院办公厅关于2026年部分节假日安排的通知',
		mark: 'to-be-confirmed',
		lastChecked: '2026-11-23',
		body: {
			year: 2026,
			rest: [
				...days('2026-01-01', 3),
				...days('2026-02-15', 9),
				...days('2026-04-04', 3),
				...days('2026-05-01', 5),
				...days('2026-06-19', 3),
				...days('2026-09-25', 3),
				...days('2026-10-01', 7),
			],
			work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
		},
	},
]

function days(first: string, count: number): string[] {
	const start = Date.parse(`${first}T00:00:00.000Z`)
	return Array.from({ length: count }, (_, index) =>
		new Date(start + index * 86_400_000).toISOString().slice(0, 10),
	)
}

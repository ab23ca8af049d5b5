/** A stream that does not hold, and the first entry of it that does not. */
export type BrokenStream = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly seq: number
	readonly problem: string
}

/** A clearance that nothing beside the database vouches for: unsigned, not in the trail, or in another state than it. */
export type ForgedClearance = {
	readonly clearanceId: string
	readonly number: string
	readonly problem: 'signature' | 'trail' | 'revived' | 'state'
}

/**
 * What about a row is not as the trail leaves it: it differs, is there without an entry, or is gone; it was written another
 * number of times than the entries say; or the place where the trail is said to have it is another.
 */
export type RowProblem = 'differs' | 'extra' | 'missing' | 'times' | 'place'

/** A row that does not answer to the trail, with the entry that has it last where there is one. */
export type RowFault = {
	readonly jurisdictionId: string
	readonly table: string
	readonly key: string
	readonly stream: string | null
	readonly seq: number | null
	readonly problem: RowProblem
}

/** What a verification has found: how much it read, how much of it does not hold, and the first hundred of that by name. */
export type TrailReport = {
	readonly streams: number
	readonly entries: number
	readonly clearances: number
	readonly brokenStreams: number
	readonly broken: readonly BrokenStream[]
	readonly forgedClearances: number
	readonly forged: readonly ForgedClearance[]
	readonly rows: number
	readonly faultyRows: number
	readonly faulty: readonly RowFault[]
}

/** Whether nothing was found that does not hold. */
export function isWhole(report: TrailReport): boolean {
	return report.brokenStreams === 0 && report.forgedClearances === 0 && report.faultyRows === 0
}

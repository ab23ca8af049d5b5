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

/** What a verification has found: how much it read, how much of it does not hold, and the first hundred of that by name. */
export type TrailReport = {
	readonly streams: number
	readonly entries: number
	readonly clearances: number
	readonly brokenStreams: number
	readonly broken: readonly BrokenStream[]
	readonly forgedClearances: number
	readonly forged: readonly ForgedClearance[]
}

/** Whether nothing was found that does not hold. */
export function isWhole(report: TrailReport): boolean {
	return report.brokenStreams === 0 && report.forgedClearances === 0
}

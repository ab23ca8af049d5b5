import type { RowProblem } from '#app/domain/matter-record/record-fault.ts'

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

/** A row that does not answer to the trail, with the entry that has it last where there is one. */
export type RowFault = {
	readonly jurisdictionId: string
	readonly table: string
	readonly key: string
	readonly stream: string | null
	readonly seq: number | null
	/** Or it is not signed, or not by this key. */
	readonly problem: RowProblem | 'signature'
}

/**
 * What about checkpoints does not hold: the signature of one; its root, which the list does not have; one that is longer
 * than the list; a leaf out of its place, or whose entry is gone; a receipt that was given for a longer list than there is.
 */
export type CheckpointProblem =
	| 'signature'
	| 'root'
	| 'list-short'
	| 'leaf-place'
	| 'entry-gone'
	| 'receipt-later'

/** A fault of the list of leaves or of what was signed of it; with the stream and number that it is about, where it is one. */
export type CheckpointFault = {
	readonly jurisdictionId: string
	readonly problem: CheckpointProblem
	readonly size: number
	readonly stream: string | null
	readonly seq: number | null
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
	readonly checkpoints: number
	readonly leaves: number
	readonly faultyCheckpoints: number
	readonly checkpointFaults: readonly CheckpointFault[]
}

/** Whether nothing was found that does not hold. */
export function isWhole(report: TrailReport): boolean {
	const { brokenStreams, forgedClearances, faultyRows, faultyCheckpoints } = report
	return brokenStreams + forgedClearances + faultyRows + faultyCheckpoints === 0
}

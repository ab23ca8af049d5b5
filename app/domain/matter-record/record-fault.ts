/** What of a matter's or a meeting's record a row belongs to, as a reader would call it. */
export const RECORD_PARTS = [
	'matter',
	'text',
	'materials',
	'hands',
	'periods',
	'opinion',
	'recheck',
	'clearance',
	'agenda',
	'meeting',
	'papers',
] as const

export type RecordPart = (typeof RECORD_PARTS)[number]

/**
 * What about a row is not as the trail leaves it: it differs, is there without an entry, or is gone; it was written another
 * number of times than the entries say; or the place where the trail is said to have it is another.
 */
export type RowProblem = 'differs' | 'extra' | 'missing' | 'times' | 'place'

/** A row of a record that is not as the trail leaves it. */
export type RecordFault = {
	readonly part: RecordPart
	readonly table: string
	readonly key: string
	readonly problem: RowProblem
}

/** The parts of a record that do not answer to the trail, each once, in the order in which readers know them. */
export function faultyParts(faults: readonly Pick<RecordFault, 'part'>[]): RecordPart[] {
	return RECORD_PARTS.filter((part) => faults.some((fault) => fault.part === part))
}

/** What keeps a proposal from one meeting that the gate lets through: the meeting does not decide such matters. */
export type PoolObstacle = 'not-of-this-kind'

/** Whether a proposal may be taken onto the agenda: the gate lets it through, and nothing keeps it from this meeting. */
export function isTakeable(entry: {
	readonly isOpen: boolean
	readonly obstacle: PoolObstacle | null
}): boolean {
	return entry.isOpen && entry.obstacle === null
}

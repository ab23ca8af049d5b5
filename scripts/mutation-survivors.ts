/** A planted fault that no test of the domain notices, and why that is no gap: the line it stands in, and its text. */
export type Survivor = {
	readonly file: string
	readonly line: string
	/** What was put in the line's place; absent where the reason holds for every fault of the line. */
	readonly replacement?: string
	readonly reason: string
}

export const SURVIVORS: readonly Survivor[] = []

/** Adds a list to the end of another, however long it is: `push(...more)` overflows the stack at some 120,000. */
export function appendAll<Each>(list: Each[], more: readonly Each[]): void {
	for (const each of more) list.push(each)
}

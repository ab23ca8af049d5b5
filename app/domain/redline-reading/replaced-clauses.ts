import type { ClauseRef, RedlineBlock } from '#app/domain/redline/redline.ts'

/**
 * A clause may be written anew so that nothing links it to the old one: the comparison then shows one that went and one
 * that came at its place. Gives each block with the old clauses that it answers for: its own, or, where it came alone,
 * those that went at the same place, each for one, in their order. What came beyond them stands for nothing old.
 */
export function oldClausesOf(blocks: readonly RedlineBlock[]): (block: RedlineBlock) => readonly ClauseRef[] {
	const replaced = new Map<RedlineBlock, readonly ClauseRef[]>()
	let gone: RedlineBlock[] = []
	let came: RedlineBlock[] = []
	const pair = () => {
		for (const [at, block] of came.entries()) replaced.set(block, gone[at]?.old ?? [])
		gone = []
		came = []
	}
	for (const block of blocks) {
		if (block.kind === 'deleted') gone.push(block)
		else if (block.kind === 'added') came.push(block)
		else pair()
	}
	pair()
	return (block) => replaced.get(block) ?? block.old
}

import { nameOf as nameOfClause } from '#app/domain/redline-reading/clause-names.ts'
import { isChangedRow } from '#app/domain/redline/compare/changed-row.ts'
import type { ClauseRef, RedlineBlock } from '#app/domain/redline/redline.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'

/** Neighbours that belong together. */
export type BlockRun = [RedlineBlock, ...RedlineBlock[]]

/** The numbers of clauses in words. */
export function namesOf(refs: readonly ClauseRef[]): string {
	return refs.map(nameOf).join(REDLINE_PAPER.between)
}

function nameOf(ref: ClauseRef): string {
	return nameOfClause(ref) || REDLINE_PAPER.top
}

/** Whether anything of a clause changed, be it only where its paragraphs begin; a line without words is nothing. */
export function isChanged({ kind, old, new: fresh, rows }: RedlineBlock): boolean {
	const written = rows.filter(({ merged }) => merged.some(({ text }) => text.trim() !== ''))
	if (written.length === 0 && [...old, ...fresh].every(({ label }) => label === '')) return false
	return kind !== 'unchanged' || written.some((row) => row.kind !== 'unchanged')
}

/** What became of a clause, in words. Nothing is said of what did not change. */
export function notesOf(block: RedlineBlock): string[] {
	const { nature } = REDLINE_PAPER
	const detail =
		block.kind === 'modified' && (block.nature === 'typography' || block.nature === 'references')
			? [nature[block.nature]]
			: []
	return [...kindNote(block), ...detail]
}

function kindNote(block: RedlineBlock): string[] {
	const { note } = REDLINE_PAPER
	const [old, fresh] = [namesOf(block.old), namesOf(block.new)]
	switch (block.kind) {
		case 'unchanged':
			return []
		case 'renumbered':
			return [note.renumbered(old, fresh, isLater(block))]
		case 'modified':
			if (!hasEdits(block))
				return [
					...(isRenumbered(block) ? [note.renumbered(old, fresh, isLater(block))] : []),
					note.rearranged,
				]
			return [isRenumbered(block) ? note.modifiedAndRenumbered(old, fresh, isLater(block)) : note.modified]
		case 'moved':
			return [note.moved(old, fresh, hasEdits(block))]
		case 'split':
			return [note.split(old, fresh)]
		case 'merged':
			return [note.merged(old, fresh)]
		default:
			return [note[block.kind]]
	}
}

/** Whether a clause stands under a higher number than before, going by the first part of the number that differs. */
export function isLater({ old, new: fresh }: RedlineBlock): boolean {
	const [before, after] = [old, fresh].map((refs) => (refs[0]?.key.match(/\d+/g) ?? []).map(Number))
	const at = (after ?? []).findIndex((part, index) => part !== before?.[index])
	return at >= 0 && (after?.[at] ?? 0) > (before?.[at] ?? 0)
}

/** An annex has a name and no number that could move on. */
function isRenumbered(block: RedlineBlock): boolean {
	const [old, fresh] = [block.old[0]?.label ?? '', block.new[0]?.label ?? '']
	return old !== fresh && old !== '' && fresh !== '' && !/^附/.test(fresh)
}

/** Whether any word of it changed. */
export function hasEdits({ rows }: RedlineBlock): boolean {
	return rows.some(isChangedRow)
}

/** Neighbours of one key together; what has none stands by itself. */
export function runsOf(
	blocks: readonly RedlineBlock[],
	keyOf: (block: RedlineBlock) => string | null,
): BlockRun[] {
	const runs: BlockRun[] = []
	for (const block of blocks) {
		const before = runs[runs.length - 1]
		const key = keyOf(block)
		if (before && key !== null && keyOf(before[0]) === key) before.push(block)
		else runs.push([block])
	}
	return runs
}

/** The first and the last number of a run, on one side: 第九条至第四十条. */
export function rangeOf(run: BlockRun, side: 'old' | 'new'): string {
	const first = namesOf(run[0][side])
	const last = namesOf((run[run.length - 1] ?? run[0])[side])
	return first === last ? first : REDLINE_PAPER.range(first, last)
}

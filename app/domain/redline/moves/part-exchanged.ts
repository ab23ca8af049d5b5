import { hasChange } from '../compare/settle-segments.ts'
import type { RedlineRow, Segment } from '../redline.ts'
import { recognised } from '../writing/fold-writing.ts'
import { type Blocks, LEAST_LIKE, LEAST_PARAGRAPH } from './moved-units.ts'

/**
 * A paragraph that stands in another's stead, and comes from elsewhere or went there word for word, is no rewriting of
 * it: each stands alone, so that it can be found again.
 */
export function partExchanged(blocks: Blocks): Blocks {
	const open = new Set<RedlineRow>()
	for (const rows of blocks) for (const row of rows) if (isReplacedOrLoose(row)) open.add(row)
	if (open.size < 2) return blocks
	const bodies = { old: bodiesOf(open, 'old'), new: bodiesOf(open, 'new') }
	const isElsewhere = (row: RedlineRow, side: 'old' | 'new', other: 'old' | 'new') => {
		const body = bodyOf(row, side)
		const there = body.length >= LEAST_PARAGRAPH ? bodies[other].get(body) : undefined
		return there !== undefined && there !== row
	}
	// A line of a cell keeps its place among the rows.
	const isExchanged = (row: RedlineRow) =>
		open.has(row) &&
		row.old !== null &&
		row.new !== null &&
		row.cell === null &&
		(isElsewhere(row, 'old', 'new') || isElsewhere(row, 'new', 'old'))
	return blocks.map((rows) =>
		// The tables of a block count its rows.
		rows.some(isExchanged) && rows.every(({ cell }) => cell === null)
			? rows.flatMap((row) => (isExchanged(row) ? [alone(row, 'old'), alone(row, 'new')] : [row]))
			: rows,
	)
}

function isReplacedOrLoose(row: RedlineRow): boolean {
	const { old, new: fresh, likeness } = row
	if (row.kind === 'unchanged') return false
	if (row.oldContinues || row.newContinues) return false
	return old === null || fresh === null || (likeness < LEAST_LIKE && hasChange(row.merged))
}

function bodiesOf(rows: ReadonlySet<RedlineRow>, side: 'old' | 'new'): Map<string, RedlineRow> {
	const bodies = new Map<string, RedlineRow>()
	for (const row of rows) if (row[side] !== null) bodies.set(bodyOf(row, side), row)
	return bodies
}

function bodyOf(row: RedlineRow, side: 'old' | 'new'): string {
	return recognised((row[side] ?? []).map(({ text }) => text).join(''))
}

/** One side of a row as a row of its own. */
function alone(row: RedlineRow, side: 'old' | 'new'): RedlineRow {
	const text = (row[side] ?? []).map((each) => each.text).join('')
	const merged: Segment[] = [{ kind: side === 'old' ? 'deleted' : 'inserted', text }]
	const [old, fresh] = side === 'old' ? [merged, null] : [null, merged]
	return {
		...row,
		kind: side === 'old' ? 'deleted' : 'added',
		likeness: 0,
		runnerUp: null,
		merged,
		old,
		new: fresh,
		oldMarker: side === 'old' ? row.oldMarker : '',
		newMarker: side === 'new' ? row.newMarker : '',
		oldAnchor: side === 'old' ? row.oldAnchor : null,
		newAnchor: side === 'new' ? row.newAnchor : null,
	}
}

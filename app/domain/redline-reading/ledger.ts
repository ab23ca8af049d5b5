import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { sideOf, textOf } from '#app/domain/redline/compare/settle-segments.ts'
import {
	type ChangeNature,
	type ClauseRef,
	type Redline,
	type RedlineBlock,
	type RedlineRow,
	type Segment,
	CHANGE_NATURES,
} from '#app/domain/redline/redline.ts'
import { type ChangeUnit, changeUnits } from './change-units.ts'
import { isNamed, isQuiet, itemsAt, placeIn } from './place-items.ts'
import type { PlacedItem } from './reading.ts'
import { oldClausesOf } from './replaced-clauses.ts'

/** One change of a comparison, as a reader ticks it. */
export type LedgerChange = {
	/** What makes it the same change in a later version: the hash of its place and of its words on both sides. */
	readonly id: string
	/** The anchor of the block that it stands in. */
	readonly block: string
	readonly place: string
	readonly unit: ChangeUnit['kind'] | 'beside'
	readonly nature: ChangeNature
	/** Whether no item of the opinion asked for it. */
	readonly isOutside: boolean
	readonly rows: readonly number[]
}

/**
 * Every change of a comparison, in the order of the text. A change is the same in another version where it stands at the
 * same place of the older text and its paragraph, row or cell has the same words before and after; that articles were put
 * in above it makes it no other, any word at its place does.
 */
export function changesOfLedger(
	{ blocks }: Pick<Redline, 'blocks'>,
	items: readonly PlacedItem[],
	beside: readonly BesideChange[] = [],
): LedgerChange[] {
	const asked = items.filter(({ side }) => side === 'old')
	const oldOf = oldClausesOf(blocks)
	const times = new Map<string, number>()
	const changes: LedgerChange[] = []
	let above = ''
	for (const block of blocks) {
		if (!isQuiet(block))
			for (const unit of changeUnits(block)) {
				const content = JSON.stringify(identityOf(block, unit, above))
				const time = (times.get(content) ?? 0) + 1
				times.set(content, time)
				changes.push({
					id: sha256Hex(time === 1 ? content : `${content} ${time}`),
					block: block.anchor,
					place: placeOf(block, unit),
					unit: unit.kind,
					nature: natureOf(block, unit),
					isOutside: asked.length > 0 && isOutside(block, unit, oldOf(block), asked),
					rows: unit.rows,
				})
			}
		if (block.kind !== 'moved') above = block.old.at(-1)?.anchor ?? above
	}
	return [...changes, ...beside.map((change) => besideChange(change, asked.length > 0))]
}

/** The block, by its anchor, that headers, footers and images stand for, which are no part of the compared text. */
export const BESIDE = 'beside'

/** What differs beside the text is to be seen like the rest; no item of an opinion can be put there. */
function besideChange(change: BesideChange, isOutside: boolean): LedgerChange {
	const place = { header: '页眉', footer: '页脚', image: '图片' }[change.kind]
	const id = sha256Hex(JSON.stringify([BESIDE, change]))
	return { id, block: BESIDE, place, unit: 'beside', nature: 'wording', isOutside, rows: [] }
}

/** One hash over the changes of a block: what a reader ticks is what the page showed. */
export function digestOf(changes: readonly Pick<LedgerChange, 'id'>[]): string {
	return sha256Hex(changes.map(({ id }) => id).join(' '))
}

/** Where a change stands, by the older text where that has the place, and its words on both sides. */
function identityOf(
	block: RedlineBlock,
	{ kind, rows, shape }: ChangeUnit,
	above: string,
): readonly unknown[] {
	const words = (side: 'old' | 'new') =>
		rows.flatMap((at) => {
			const row = block.rows[at]
			return row?.[side] ? [textOf(sideOf(row.merged, side))] : []
		})
	const clauses = block.old.map(({ anchor }) => anchor)
	// A clause that stands elsewhere is told by where it stands; one that came, by what stands before it.
	if (kind === 'order' && block.kind !== 'modified')
		return [block.kind, clauses, block.new.map(({ anchor }) => anchor), above]
	const isWhole = kind === 'clause' || kind === 'order'
	const place = isWhole ? '' : inBlock(block, block.rows[rows[0] ?? 0])
	const before = block.old.length === 0 ? above : ''
	return [kind, shape, clauses, place, before, words('old'), words('new')]
}

/** The place of a row in the clauses of its block: of the older text, or marked as one of the newer. */
function inBlock(block: RedlineBlock, row: RedlineRow | undefined): string {
	if (!row) return ''
	if (row.oldAnchor !== null) return row.oldAnchor
	return row.newAnchor === null ? '' : `+${placeIn(block.new, row.newAnchor)}`
}

function placeOf(block: RedlineBlock, { kind, rows }: ChangeUnit): string {
	const row = block.rows[rows[0] ?? 0]
	const [clause] = block.new.length > 0 ? block.new : block.old
	const isWhole = kind === 'clause' || kind === 'order'
	const anchor = isWhole ? clause?.anchor : (row?.newAnchor ?? row?.oldAnchor)
	return clause?.isHeading === true ? clause.label : placeLabel(anchor ?? block.anchor)
}

/** The gravest of its rows; that a clause stands elsewhere or was split is about numbers and paragraphs alone. */
function natureOf(block: RedlineBlock, { kind, rows }: ChangeUnit): ChangeNature {
	if (kind === 'order') return 'numbering'
	if (kind === 'clause') return block.nature
	const rankOf = (at: number) => CHANGE_NATURES.indexOf(block.rowNatures[at] ?? block.nature)
	const gravest = rows.reduce((most, at) => Math.max(most, rankOf(at)), 0)
	return CHANGE_NATURES[gravest] ?? block.nature
}

function isOutside(
	block: RedlineBlock,
	{ kind, rows }: ChangeUnit,
	old: readonly ClauseRef[],
	asked: readonly PlacedItem[],
): boolean {
	const place = { old, new: block.new }
	if (kind === 'order') return itemsAt(place, asked).length === 0
	return rows.some((at) => {
		const row = block.rows[at]
		return row !== undefined && !isNamed(row, place, asked)
	})
}

/** So much of what stayed is shown before and after a change in a list. */
const AROUND = 8
/** A list shows so many characters of a change. */
const LONGEST = 60

/** The words of a change for a list: what came and went with a little of what stands around, cut where it is long. */
export function wordsOf(rows: readonly Pick<RedlineRow, 'merged'>[]): Segment[] {
	const out: Segment[] = []
	let left = LONGEST
	for (const segment of rows.flatMap(({ merged }) => merged)) {
		if (left <= 0) break
		const signs = [...segment.text.replaceAll(/\s+/g, ' ')]
		const isShort = segment.kind !== 'same' || signs.length <= 2 * AROUND + 1
		const shown = isShort ? signs : [...signs.slice(0, AROUND), '…', ...signs.slice(-AROUND)]
		const text = shown.length > left ? `${shown.slice(0, left).join('')}…` : shown.join('')
		left -= shown.length
		if (text !== '') out.push({ kind: segment.kind, text })
	}
	return out
}

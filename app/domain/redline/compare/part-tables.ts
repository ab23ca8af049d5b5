import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import { likeness } from '../tables/likeness.ts'
import type { Sequence, TableUnit } from '../tables/table-units.ts'
import type { Couple } from './couple-paragraphs.ts'

/** A table of both sides, or of one. */
export type TablePair = {
	readonly old: TableUnit | null
	readonly new: TableUnit | null
	readonly isMoved: boolean
}

/** Two tables that are left over are one with so much of their first rows in common, whatever amounts stand below. */
const LEAST_HEAD = 0.5

/** Parts couples where tables stand among them: a table is compared with a table only. */
export function partTables(
	couples: readonly Couple[],
	left: Sequence,
	right: Sequence,
): ({ readonly couples: readonly Couple[] } | TablePair)[] {
	const parts: ({ readonly couples: Couple[] } | TablePair)[] = []
	const addCouple = (couple: Couple) => {
		const last = parts.at(-1)
		if (last && 'couples' in last) last.couples.push(couple)
		else parts.push({ couples: [couple] })
	}
	for (const couple of couples) {
		const a = (couple.old && left.tables.get(couple.old)) ?? null
		const b = (couple.new && right.tables.get(couple.new)) ?? null
		if (a === null && b === null) addCouple(couple)
		else if (a !== null && b !== null) parts.push({ old: a, new: b, isMoved: couple.isMoved })
		else {
			const alone = { ...couple, joined: null, isMoved: false, runnerUp: null }
			if (a !== null) parts.push({ old: a, new: null, isMoved: false })
			else if (couple.old !== null) addCouple({ ...alone, new: null })
			if (b !== null) parts.push({ old: null, new: b, isMoved: false })
			else if (couple.new !== null) addCouple({ ...alone, old: null })
		}
	}
	return joinLoose(parts)
}

/** A table that is left over on either side, in order, where their heads are alike. */
function joinLoose<Part extends object>(parts: readonly (Part | TablePair)[]): (Part | TablePair)[] {
	const isTable = (part: Part | TablePair): part is TablePair => !('couples' in part)
	const loose = parts.filter(isTable)
	const gone = loose.filter((part) => part.new === null)
	const come = loose.filter((part) => part.old === null)
	const joined = new Map<Part | TablePair, TablePair | null>()
	let from = 0
	for (const part of gone) {
		const at = come.findIndex((other, index) => index >= from && headsAreAlike(part.old, other.new))
		const other = come[at]
		if (!other) continue
		from = at + 1
		joined.set(part, null)
		joined.set(other, { old: part.old, new: other.new, isMoved: false })
	}
	return parts.flatMap((part) => {
		const instead = joined.get(part)
		return instead === undefined ? [part] : instead === null ? [] : [instead]
	})
}

function headsAreAlike(old: TableUnit | null, fresh: TableUnit | null): boolean {
	const [a, b] = [old, fresh].map((unit) =>
		(unit?.table.rows[0]?.cells ?? []).map(({ blocks }) => linesOfBlocks(blocks).join('')).join('\t'),
	)
	return a !== undefined && b !== undefined && a.trim() !== '' && likeness(a, b) >= LEAST_HEAD
}

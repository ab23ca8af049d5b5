import type { BlockKind, ChangeNature, Redline, Segment } from '#app/domain/redline/redline.ts'
import { type LedgerChange, digestOf, wordsOf } from './ledger.ts'
import type { BlockTicks } from './reading.ts'

/** The changes of a comparison, and which of them one reader has ticked as seen. */
export type ReaderLedger = {
	readonly changes: readonly LedgerChange[]
	readonly seenIds: ReadonlySet<string>
	/** Those of them that no sitting has taken up yet. */
	readonly openIds: ReadonlySet<string>
}

/** A change that no item asked for, as a list shows it. */
export type OutsideChange = {
	readonly id: string
	readonly block: string
	readonly place: string
	readonly nature: ChangeNature
	readonly isSeen: boolean
	/** That it stands elsewhere, was split or merged: then it has no words of its own. */
	readonly fate: BlockKind | null
	readonly words: readonly Segment[]
}

/** A reader's ledger as a page shows it. */
export type LedgerSummary = {
	readonly changes: number
	readonly seen: number
	/** How many ticks of this reader no sitting has taken up yet, of whichever pair. */
	readonly open: number
	/** Where the first change stands that was not seen. */
	readonly firstUnseen: string | null
	/** The first of those that no item asked for; a longer list is read by nobody, and the filter of the page has them all. */
	readonly outside: readonly OutsideChange[]
	readonly outsideCount: number
	/** In how many clauses these stand, and how many are of substance, of wording, and of numbers or typography alone. */
	readonly outsideCounts: Readonly<Record<'clauses' | 'substance' | 'wording' | 'rest', number>>
}

/** What was ticked of each block that has a change, by its anchor. */
export function ticksOf(ledger: ReaderLedger | null): ReadonlyMap<string, BlockTicks> {
	if (ledger === null) return new Map()
	const byBlock = new Map<string, LedgerChange[]>()
	for (const change of ledger.changes) {
		const others = byBlock.get(change.block)
		if (others) others.push(change)
		else byBlock.set(change.block, [change])
	}
	return new Map(
		[...byBlock].map(([block, changes]) => {
			const count = (ids: ReadonlySet<string>) => changes.filter(({ id }) => ids.has(id)).length
			const [seen, open] = [count(ledger.seenIds), count(ledger.openIds)]
			return [block, { count: changes.length, seen, open, digest: digestOf(changes) }]
		}),
	)
}

const LISTED = 200

const RANK: Readonly<Record<string, number>> = { substance: 0, wording: 1 }

/** The counts of a ledger, and the changes that no item asked for as a list of their own, those of substance first. */
export function summaryOfLedger({ blocks }: Pick<Redline, 'blocks'>, ledger: ReaderLedger): LedgerSummary {
	const { changes, seenIds, openIds } = ledger
	const blockAt = new Map(blocks.map((block) => [block.anchor, block]))
	const outside = changes
		.filter(({ isOutside }) => isOutside)
		.map(({ id, block, place, nature, unit, rows }) => ({
			id,
			block,
			place,
			nature,
			isSeen: seenIds.has(id),
			fate: unit === 'order' ? (blockAt.get(block)?.kind ?? null) : null,
			words: unit === 'order' ? [] : wordsOf(rows.flatMap((at) => blockAt.get(block)?.rows[at] ?? [])),
		}))
	return {
		changes: changes.length,
		seen: changes.filter(({ id }) => seenIds.has(id)).length,
		open: openIds.size,
		firstUnseen: changes.find(({ id }) => !seenIds.has(id))?.block ?? null,
		outside: outside.toSorted((a, b) => (RANK[a.nature] ?? 2) - (RANK[b.nature] ?? 2)).slice(0, LISTED),
		outsideCount: outside.length,
		outsideCounts: countsOf(outside),
	}
}

function countsOf(
	outside: readonly Pick<OutsideChange, 'block' | 'nature'>[],
): LedgerSummary['outsideCounts'] {
	const count = (nature: ChangeNature) => outside.filter((change) => change.nature === nature).length
	const [substance, wording] = [count('substance'), count('wording')]
	return {
		clauses: new Set(outside.map(({ block }) => block)).size,
		substance,
		wording,
		rest: outside.length - substance - wording,
	}
}

import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { ClauseRef, RedlineBlock } from '#app/domain/redline/redline.ts'
import { labelsOf } from '#app/domain/redline/match-corrections.ts'
import { nameOf, openingOf } from '#app/domain/redline-reading/clause-names.ts'
import { itemsAt } from '#app/domain/redline-reading/place-items.ts'
import {
	type LedgerSummary,
	type ReaderLedger,
	summaryOfLedger,
	ticksOf,
} from '#app/domain/redline-reading/reader-ledger.ts'
import { BESIDE } from '#app/domain/redline-reading/ledger.ts'
import type { BlockTicks, PlacedItem, Reading, ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import type { ComparedVersions } from './compare-versions.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What a page shows of two compared texts. */
export type Comparison = {
	readonly reading: Reading
	readonly corrections: readonly CorrectionShown[]
	/** The match that is being corrected, where somebody asked for its form. */
	readonly correcting: MatchToCorrect | null
	/** The items whose place one of the texts still has. */
	readonly placedIds: readonly string[]
	/** What the reader has seen of it; null for those who keep no ledger. */
	readonly ledger: LedgerSummary | null
	/** What the reader has seen of what differs beside the text. */
	readonly besideTicks: BlockTicks | null
}

/** A correction as a page tells of it. */
export type CorrectionShown = {
	readonly id: string
	readonly old: string
	readonly new: readonly string[]
	readonly by: string
	readonly at: string
}

type Choosable = { readonly key: string; readonly label: string }

/** A block whose match is being corrected, and the clauses of both texts to choose from. */
export type MatchToCorrect = {
	readonly anchor: string
	readonly old: readonly string[]
	readonly new: readonly string[]
	readonly oldClauses: readonly Choosable[]
	readonly newClauses: readonly Choosable[]
}

/** So many clauses before and after a block are offered; in a longer text nobody would find one in a list. */
const OFFERED_AROUND = 150

/** Makes of a comparison what its page shows: the part and the blocks that were chosen, the corrections, a form. */
export async function readComparison(
	shell: Shell,
	jurisdictionId: string,
	{ redline, corrections }: ComparedVersions,
	items: readonly PlacedItem[],
	wanted: {
		readonly choice: ReadingChoice
		readonly correct: string | null
		readonly ledger: ReaderLedger | null
	},
): Promise<Comparison> {
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		corrections.map((row) => row.correctedBy),
	)
	return {
		reading: readRedline(redline, items, wanted.choice, wanted.ledger),
		ledger: wanted.ledger && summaryOfLedger(redline, wanted.ledger),
		besideTicks: ticksOf(wanted.ledger).get(BESIDE) ?? null,
		corrections: corrections.map((row) => {
			const labels = labelsOf(redline, row)
			return {
				id: row.id,
				old: labels?.old ?? row.old,
				new: labels?.new ?? row.new,
				by: names.get(row.correctedBy) ?? '',
				at: row.correctedAt.toISOString(),
			}
		}),
		correcting: wanted.correct === null ? null : matchToCorrect(redline.blocks, wanted.correct),
		placedIds: redline.blocks.flatMap((block) => itemsAt(block, items).map((item) => item.id)),
	}
}

function matchToCorrect(blocks: readonly RedlineBlock[], anchor: string): MatchToCorrect | null {
	const at = blocks.findIndex((block) => block.anchor === anchor)
	const block = blocks[at]
	if (!block) return null
	const { runnerUp } = block.certainty
	const clauses = (side: 'old' | 'new') => {
		const isRunnerUp = ({ key }: ClauseRef) => runnerUp?.side === side && key === runnerUp.key
		const offered = blocks.flatMap((each, place) => {
			const isNear = Math.abs(place - at) <= OFFERED_AROUND
			const clauses = each[side].filter((clause) => !clause.isHeading && (isNear || isRunnerUp(clause)))
			return clauses.map((clause) => ({ key: clause.key, label: nameOf(clause) + openingOf(each) }))
		})
		const byKey = new Intl.Collator('en', { numeric: true })
		return offered.toSorted((a, b) => byKey.compare(a.key, b.key))
	}
	return {
		anchor,
		old: block.old.map((clause) => clause.key),
		new: block.new.map((clause) => clause.key),
		oldClauses: clauses('old'),
		newClauses: clauses('new'),
	}
}

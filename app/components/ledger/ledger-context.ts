import { createContext, useContext } from 'react'
import type { LedgerSummary } from '#app/domain/redline-reading/reader-ledger.ts'

/** The ledger of whoever reads a comparison, and what its forms carry. */
export type LedgerOfReader = {
	readonly summary: LedgerSummary
	readonly matterId: string
	readonly pair: { readonly from: number; readonly to: number }
	/** The idempotency key that the page's loader made. */
	readonly commandKey: string
	/** Where one goes on from a block, by its anchor: the next one that has something unseen. */
	readonly nextOf: ReadonlyMap<string, string>
}

export const LedgerContext = createContext<LedgerOfReader | null>(null)

/** The ledger of the comparison around; null where nobody keeps one. */
export function useLedger(): LedgerOfReader | null {
	return useContext(LedgerContext)
}

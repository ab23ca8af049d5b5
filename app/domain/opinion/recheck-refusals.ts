import type { RecheckKind } from './recheck-kind.ts'

/** A step that is rejected stands in the way of clearance. */
export type StepsRejected = { readonly code: 'steps-rejected'; readonly steps: number }

/** A place of the text that was changed and that no item names, in words, and what the change is about. */
export type PlaceBeyond = { readonly place: string; readonly nature: 'wording' | 'substance' }

/** The text was changed beyond what the items name, or, of a correction, at all: only a new round or the old words help. */
export type ChangedBeyond = {
	readonly code: 'changed-beyond-items'
	readonly kind: RecheckKind
	readonly count: number
	/** The first of them. */
	readonly places: readonly PlaceBeyond[]
}

/** Items that are said to be settled, and nothing changed at their places. */
export type SettledUnchanged = { readonly code: 'settled-unchanged'; readonly places: readonly string[] }

import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import type { Matchable } from './find-candidates.ts'

/** A clause with what the alignment compares: its text without its number. */
export type Aligned = Matchable & { readonly clause: Clause }

/** The one-to-one matches so far, from either side. */
export type Matches = { readonly ofOld: Map<number, number>; readonly ofNew: Map<number, number> }

import type { Segment } from '#app/domain/redline/redline.ts'

/** A stretch of one side of the table; `isNumber` is the number of an article. */
export type CellSpan = Segment & { readonly isNumber: boolean }

/** One paragraph in a cell. */
export type CellLine = readonly CellSpan[]

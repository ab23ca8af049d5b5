import type { RedlineRow } from '../redline.ts'

/** The rows of all blocks. */
export type Blocks = readonly (readonly RedlineRow[])[]

/** Shorter paragraphs stand at many places; that they went here and came there says nothing. */
export const LEAST_PARAGRAPH = 8
/** A paragraph may have been changed on the way so much, and is known again. */
export const LEAST_LIKE = 0.6
/** A sentence holds less: one that was changed on the way has to be more alike, and longer. */
export const LEAST_LIKE_SENTENCE = 0.9
export const LEAST_CHANGED_SENTENCE = 16

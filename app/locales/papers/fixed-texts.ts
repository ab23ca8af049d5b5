import { FIXED_TEXTS_OF_EVIDENCE } from './fixed-texts-of-evidence.ts'
import { FIXED_TEXTS_OF_MEETINGS } from './fixed-texts-of-meetings.ts'
import { FIXED_TEXTS_OF_MINUTES } from './fixed-texts-of-minutes.ts'
import { FIXED_TEXTS_OF_OPINIONS } from './fixed-texts-of-opinions.ts'

/** Every fixed text of the papers with its source; a gap in braces is filled by a row. Papers are Chinese. */
export const FIXED_TEXTS = {
	...FIXED_TEXTS_OF_OPINIONS,
	...FIXED_TEXTS_OF_EVIDENCE,
	...FIXED_TEXTS_OF_MEETINGS,
	...FIXED_TEXTS_OF_MINUTES,
} as const

export type FixedText = keyof typeof FIXED_TEXTS

import { FIXED_TEXTS_OF_MEETINGS } from './fixed-texts-of-meetings.ts'
import { FIXED_TEXTS_OF_OPINIONS } from './fixed-texts-of-opinions.ts'

/** Where a fixed text comes from. */
export type TextSource =
	/** 公文格式与通行文书 (GB/T 9704-2012). */
	| 'form'
	/** 《重大行政决策程序暂行条例》（国务院令第713号）. */
	| 'decree-713'
	/** 国办发〔2018〕37号、115号. */
	| 'circulars'
	/** What the product itself computes and states. */
	| 'product'

/** Every fixed text of the papers with its source; a gap in braces is filled by a row. Papers are Chinese. */
export const FIXED_TEXTS = { ...FIXED_TEXTS_OF_OPINIONS, ...FIXED_TEXTS_OF_MEETINGS } as const

export type FixedText = keyof typeof FIXED_TEXTS

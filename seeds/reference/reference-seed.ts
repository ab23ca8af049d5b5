/**
 * One entry of law as data, as the product ships it. A correction is a new entry with its own `effectiveFrom`,
 * never a change of an old one: what was decided under an old entry must stay explicable.
 */
export type ReferenceSeed<Body> = {
	readonly code: string
	/** The first day on which the entry counts, YYYY-MM-DD. */
	readonly effectiveFrom: string
	/** Where it comes from: the instrument and article, or the practice it follows. */
	readonly source: string
	/** The day on which somebody last compared it with its source. */
	readonly lastChecked: string
	readonly mark: Mark
	readonly body: Body
}

/** `to-be-confirmed` is a default that the customer has yet to confirm; every screen that shows it says so. */
export type Mark = 'verified' | 'to-be-confirmed'

/** The day on which the shipped entries were last compared with their sources. */
export const LAST_CHECKED = '2026-11-23'

/** The days from which the instruments count that most entries rest on. */
export const IN_FORCE = {
	/** 重大行政决策程序暂行条例, 国务院令第713号. */
	decree713: '2019-09-01',
	/** 国办发〔2018〕115号. The day of the paper is from memory, which is why entries that rest on it alone say so. */
	circular115: '2018-12-04',
	/** 公平竞争审查条例. */
	fairCompetition: '2024-08-01',
	/** Defaults of the product, which no instrument fixes. */
	product: '2019-09-01',
} as const
